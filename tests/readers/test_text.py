"""Text files: one article, or several; what stands between articles, and what only looks like it."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.reading import records

from newscli.readers import NotNews, RawArticle, Source, text

FIRST = (
    "Ferries cross the fjord again\n\nBERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord again on Friday, they said."
)
SECOND = (
    "Snow closes the high road\nBy Mara Lind\n\nThe high road is closed until Sunday, and nobody knows how the mail will come."
)
THIRD = "Harbour votes\nJanuary 12, 2022\n\nThe harbour has voted for a new master, who will take his office when spring comes."
PROSE = "It was the third day of the storm, and the harbour master had not slept since the first ship was reported."


def read(content: str | bytes) -> list[RawArticle]:
    data = content.encode() if isinstance(content, str) else content
    return [item for item in text.read(Source("a.txt", "a.txt", BytesIO(data))) if isinstance(item, RawArticle)]


@pytest.mark.parametrize(
    "between",
    [
        "\n\n=====\n\n",
        "\n\n--------------------\n",
        "\n*****\n\n",
        "\n\f",
        "\r\n\r\n  =======  \r\n",
        "\n\n* * *\n\n",
        "\n\n---\n\n",
        "\n\n____________\n\n",
        "\n\n###\n\n",
    ],
)
def test_a_rule_or_a_form_feed_stands_between_articles(between: str) -> None:
    found = read(between.join((FIRST, SECOND, THIRD)))
    assert [one.text for one in found] == [FIRST, SECOND, THIRD]


def test_each_article_knows_the_line_where_it_begins() -> None:
    whole = f"\n{FIRST}\n\n=====\n\n\n{SECOND}\n\n=====\n{THIRD}\n"
    lines = whole.split("\n")
    for one in read(whole):
        assert lines[one.line - 1] == one.text.split("\n")[0]


@pytest.mark.parametrize(
    "header",
    [
        "-- {}\n-- By Mara Lind\n-- Fri Jan 14, 2022 5:32pm EST\n-- http://news.example/{}\n\n",
        " date 2022-01-14 {}. REUTERS/Wei Lan\n\n",
        "Title: {}\nDate: 2022-01-14\n\n",
        "Titre : {}\nAuteur : Mara Lind\n\n",
    ],
)
def test_a_header_that_is_repeated_begins_an_article(header: str) -> None:
    written = [header.format(name, name) + PROSE for name in ("Ferries cross", "Snow closes the road", "Harbour votes")]
    assert [one.text for one in read("\n\n".join(written))] == [one.strip() if one[0] == "\n" else one for one in written]


@pytest.mark.parametrize(
    "story",
    [
        f"{FIRST}\n\n-----\n\nThe ferries\n\n{PROSE}\n",  # a rule in the middle of a story, and a subhead
        f"{FIRST}\n\n___\n\nFollow Mara Lind on the harbour's page.\n",
        f"Ferries cross again\n===================\n\n{PROSE}\n\nThe quay\n--------\n\n{PROSE}\n",  # underlined
        f"{PROSE}\n\f\n{PROSE}\n\f\n{PROSE}\n",  # pages
        f"{FIRST}\n\n-----\nPORT      SHIPS\n-----\nBergen       12\nJanuary 12, 2022\n-----\n",  # a table
        f"Title: Ferries\n\n{PROSE}\n\nTitle: that is what he had been promised.\n",
        f"-- Ferries cross\n-- By Mara Lind\n\n{PROSE}\n\n-- that was all --\n",
        f"Q: Who are you?\nA: The harbour master.\n\nQ: Why?\nA: {PROSE}\n",
    ],
)
def test_a_story_with_a_rule_in_it_stays_whole(story: str) -> None:
    (one,) = read(story)
    assert one.text == story
    assert one.line == 1


PLAIN = [f"{name}\n\n{PROSE}" for name in ("Ferries cross", "Snow closes the road", "Harbour votes")]


@pytest.mark.parametrize("between", ["\n\f\n", "\n\n=====\n", "\n\n----------\n\n", "\n\n**********\n\n", "\n\n_____\n\n"])
def test_headlines_alone_begin_articles_where_each_piece_has_one(between: str) -> None:
    assert [one.text for one in read(between.join(PLAIN))] == PLAIN


@pytest.mark.parametrize(
    "story",
    [
        "\n\n* * *\n\n".join(PLAIN),  # as novelists part their scenes
        "\n\n---\n\n".join(PLAIN),
        "\n\n----------\n\n".join(PLAIN[:2]),  # a story and its box
        "\n\f\n".join(f"Harbour Papers 12\n\n{PROSE}" for _ in range(3)),  # the head of each page
    ],
)
def test_headings_below_rules_that_stories_have_are_none(story: str) -> None:
    (one,) = read(story)
    assert one.text == story


def test_what_parts_two_articles_parts_others_that_have_only_a_headline() -> None:
    assert [one.text for one in read("\n\n-----\n\n".join((FIRST, SECOND, *PLAIN)))] == [FIRST, SECOND, *PLAIN]


@pytest.mark.parametrize("header", ["<<< Harbour Times, {} January 2022 >>>", "Harbour Times - Friday, January {}, 2022"])
def test_a_dated_line_that_comes_again_begins_an_article(header: str) -> None:
    written = [f"{header.format(day)}\n{one}" for day, one in zip((14, 15, 16), PLAIN, strict=True)]
    found = records("text", "\n\n".join(written))
    assert [(one.headline, one.date, one.body) for one in found] == [
        (name, f"2022-01-{day}", (PROSE,))
        for name, day in zip(("Ferries cross", "Snow closes the road", "Harbour votes"), (14, 15, 16), strict=True)
    ]


def test_the_days_of_a_chronicle_part_nothing() -> None:
    chronicle = "\n\n".join(f"{day} January 2022\n\n{PROSE}" for day in (14, 15, 16))
    assert [one.text for one in read(chronicle)] == [chronicle]


def test_a_rule_inside_one_of_several_articles_stays_there() -> None:
    found = read(f"{FIRST}\n\n-----\n\nThe ferries\n\n{PROSE}\n\n=====\n\n{SECOND}\n\n=====\n\n{THIRD}")
    assert [one.text.split("\n")[0] for one in found] == [FIRST.split("\n")[0], SECOND.split("\n")[0], THIRD.split("\n")[0]]
    assert "-----" in found[0].text


def test_a_file_that_is_too_large_to_be_held_is_taken_apart_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_LARGE", 600)
    many = "\n\n=====\n\n".join((FIRST, SECOND, THIRD) * 5)
    assert [one.text for one in read(many)] == [FIRST, SECOND, THIRD] * 5
    assert [one.text for one in read(PROSE * 20)] == [PROSE * 20]


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, PROSE, "=====", "-----", "", "\f", "-- x"])))
def test_nothing_but_what_parts_articles_is_lost(lines: list[str]) -> None:
    found = read("\n".join(lines) + "\n")
    kept = "".join("".join(one.text.split()) for one in found)
    whole = "".join("".join(lines).split())
    assert kept.replace("=", "").replace("-", "") == whole.replace("=", "").replace("-", "")


@pytest.mark.parametrize("mark", [b"%PDF-1.7\nHarbour", b"%!PS-Adobe-3.0\n"])
def test_what_only_looks_like_text_is_not_taken_for_it(mark: bytes) -> None:
    assert text.sniff(mark, "a.txt") is None


def test_what_labels_above_a_story_state() -> None:
    header = (
        "Title: Ferries cross again\nDate: 2022-01-14 06:30\nAuthor: Mara Lind; Tom Acht\nSource: Harbour Times\n\n"
        "URL: https://harbour.example/f\nSection: Coast\nKeywords: ferries; weather\nWords: 24\nText: "
    )
    (article,) = records("text", f"{header}{PROSE}\n")
    assert (article.headline, article.date, article.time) == ("Ferries cross again", "2022-01-14", "06:30")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by"), ("Tom Acht", "by")]
    assert article.facts.as_json() == {
        "url": "https://harbour.example/f", "source": "Harbour Times", "section": "Coast", "subjects": ["ferries", "weather"],
    }  # fmt: skip
    assert article.body == (PROSE,)
    assert article.text == f"{header}{PROSE}\n"


@pytest.mark.parametrize("story", [f"Title: Ferries\n\n{PROSE}\n", f"Note: read this\nTitle: x\n\n{PROSE}\n", "Title: a"])
def test_one_label_is_no_header(story: str) -> None:
    (one,) = read(story)
    assert one.stated.marks == ()


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_a_front_matter_states_fields_and_is_no_story(fence: str) -> None:
    mark = ":" if fence == "---" else " ="
    head = f'{fence}\ntitle{mark} "Ferries cross again"\ndate{mark} 2022-01-14\nauthor{mark} Mara Lind\ntags{mark} [a1, b2]\n'
    (article,) = records("text", f"{head}layout{mark} post\n{fence}\n\n{PROSE}\n")
    assert (article.headline, article.date, article.body) == ("Ferries cross again", "2022-01-14", (PROSE,))
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert article.facts.subjects == ("a1", "b2")


def test_front_matters_begin_articles() -> None:
    written = [f"---\ntitle: {name}\ndate: 2022-01-14\n---\n\n{PROSE}" for name in ("Ferries", "Snow", "Votes")]
    assert [one.text for one in read("\n\n".join(written))] == written


def test_markdowns_heading_is_the_headline_without_its_sign() -> None:
    (article,) = records("text", f"# Ferries cross again\n\n{PROSE}\n")
    assert (article.headline, article.body) == ("Ferries cross again", (PROSE,))


def test_headings_of_the_first_ones_order_begin_articles_where_they_look_like_it() -> None:
    found = read("\n\n".join(f"## {name}\n\nBy Mara Lind\n\n{PROSE}" for name in ("Ferries", "Snow", "Votes")))
    assert [one.text.split("\n")[0] for one in found] == ["## Ferries", "## Snow", "## Votes"]
    (whole,) = read("\n\n".join(f"## {name}\n\n{PROSE}" for name in ("Ferries", "Snow", "Votes")))
    assert whole.text.count("##") == 3


def test_counted_articles_are_apart_and_the_count_is_none_of_them() -> None:
    found = read("\n\n".join(f"=== Article {at} of 3 ===\n\nFerries cross\n\n{PROSE}" for at in (1, 2, 3)))
    assert [one.text for one in found] == [f"Ferries cross\n\n{PROSE}"] * 3
    found = read("\n\n".join(f"Article {at} of 3\n\nFerries cross\n\n{PROSE}" for at in (1, 2, 3)))
    assert [one.text for one in found] == [f"Ferries cross\n\n{PROSE}"] * 3


@pytest.mark.parametrize("rule", ["==========", "##########", "~~~~~~~~"])
def test_a_headline_below_a_rule_that_no_story_has_begins_an_article(rule: str) -> None:
    written = [f"{name}\n\n{PROSE}" for name in ("Ferries cross", "Snow closes the road", "Harbour votes", "Grain moves")]
    assert [one.text for one in read(f"\n{rule}\n".join(written))] == written


@pytest.mark.parametrize("source", ["Harbour Times. (Jan. 14, 2022): News: p3.", "Harbour Times. 1/14/2022, p3."])
def test_labels_as_libraries_databases_write_them(source: str) -> None:
    head = f"Title: Ferries cross again\nAuthor(s): Lind, Mara; Acht, Tom\nSource: {source}\nISBN: 1\n"
    (article,) = records("text", f"{head}Subject Terms: ICE\nAbstract: No ice.\nISSN: 12345678\nFull Text:\n\n{PROSE}\n")
    assert (article.headline, article.date, article.body) == ("Ferries cross again", "2022-01-14", (PROSE,))
    assert [credit.name for credit in article.credits] == ["Mara Lind", "Tom Acht"]
    assert (article.facts.source, article.facts.subjects) == ("Harbour Times", ("ICE",))
    assert [note.kind for note in article.notes] == ["summary"]


def test_what_stands_below_its_labels() -> None:
    header = (
        "Record: 1\nTitle:\nFerries cross again\nAuthors:\nLind, Mara\nAcht, Tom\nSource:\nHarbour Times. 01/14/2022, p3.\n"
        "Document Type:\nArticle\nSubject Terms:\n*FERRIES\n*FJORDS\nAccession Number:\n4AF123\nDatabase:\nNewspaper Source\n\n"
    )
    (article,) = records("text", f"{header}{PROSE}\n")
    assert (article.headline, article.date, article.facts.source) == ("Ferries cross again", "2022-01-14", "Harbour Times")
    assert [credit.name for credit in article.credits] == ["Mara Lind", "Tom Acht"]
    assert article.facts.subjects == ("FERRIES", "FJORDS")
    assert article.body == (PROSE,)


def test_a_label_without_a_value_takes_nothing_from_the_story() -> None:
    (article,) = records("text", f"Title: Ferries cross again\nAuthor:\n{PROSE}\n")
    assert (article.headline, article.body) == ("Ferries cross again", (PROSE,))


def test_xsums_sections_state_a_headline_and_an_address() -> None:
    data = (
        "[SN]URL[SN]\nhttps://harbour.example/1\n\n[SN]TITLE[SN]\nFerries cross again\n\n"
        "[SN]FIRST-SENTENCE[SN]\nFerries have crossed the fjord.\n\n"
        "[SN]RESTBODY[SN]\nThey did so on Friday.\nNo ship was late.\n"
    )
    (article,) = records("text", data)
    assert (article.headline, article.facts.url) == ("Ferries cross again", "https://harbour.example/1")
    assert article.body == ("Ferries have crossed the fjord.", "They did so on Friday.", "No ship was late.")


@pytest.mark.parametrize("above", ["", "Gale OneFile: News\n\n"])
def test_gales_headline_stands_above_the_labels_and_a_citation_below_the_story(above: str) -> None:
    head = (
        "Ferries cross again\nAuthor: Mara Lind\nDate: Jan. 14, 2022\nFrom: Harbour Times(Bergen)\nContent Level: (Level 4)\n"
    )
    tail = 'Source Citation   (MLA 9th Edition)\nLind, Mara. "Ferries cross again."\nGale Document Number: GALE|A1\n'
    (article,) = records("text", f"{above}{head}\nFull Text: \n{PROSE}\n\nCopyright: COPYRIGHT 2022 Harbour Media\n{tail}")
    assert (article.headline, article.date, article.body) == ("Ferries cross again", "2022-01-14", (PROSE,))
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert article.facts.source == "Harbour Times(Bergen)"


def test_articles_whose_lines_end_as_an_old_macintosh_ends_them_are_apart() -> None:
    assert len(read("\r\r=====\r\r".join((FIRST, SECOND, THIRD)).replace("\n", "\r"))) == 3


def test_a_few_bytes_that_a_disk_has_lost_are_spaces_and_many_are_no_text() -> None:
    (article,) = read(FIRST.encode().replace(b"fjord again on", b"fjord\0again\0on"))
    assert article.text == FIRST
    assert article.warnings == ("some bytes are NUL and were read as spaces",)
    assert not text.sniff(FIRST.encode().replace(b"e", b"\0").replace(b"s", b"\0"), "a.txt")


def test_an_empty_file_that_is_called_something_else_is_no_article() -> None:
    with pytest.raises(NotNews, match="an empty file"):
        list(text.read(Source("a.docx", "a.docx", BytesIO(b""))))
