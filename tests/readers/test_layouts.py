"""Layouts of the user's own: what a TOML file may say, how articles are read by it, and how its mistakes are said."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.article import Article
from newscli.errors import BadLayout, UnreadableError
from newscli.parse import parse
from newscli.readers import NotNews, RawArticle, Source
from newscli.readers import _layout as layouts
from newscli.readers._layout import LayoutReader, layout

PROSE = "Ferries crossed the fjord again on Friday, and the harbour master said that no ship had been lost."
LABELLED = '[header]\nheadline = "Title"\nbyline = "By"\ndate = "Date"\n'


def raw(toml: str, text: str | bytes) -> list[RawArticle]:
    data = text.encode() if isinstance(text, str) else text
    reader = LayoutReader(layout(toml, "mine.toml"))
    return [one for one in reader.read(Source("a.txt", "a.txt", BytesIO(data))) if isinstance(one, RawArticle)]


def records(toml: str, text: str | bytes) -> list[Article]:
    return [parse(one.text, one.stated, one.warnings, one.line) for one in raw(toml, text)]


def one(toml: str, text: str) -> Article:
    (record,) = records(toml, text)
    return record


# -- what parts articles -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("articles", "between"),
    [
        ('between = "form feed"', "\n\f"),
        ('between = "form feed"', "\f"),
        ("between = '^={5,}$'", "\n=====\n"),
        ("between = '^End of Document'", "\n\nEnd of Document 7\n\n"),
    ],
)
def test_what_stands_between_articles_belongs_to_none(articles: str, between: str) -> None:
    toml = f"[articles]\n{articles}\n{LABELLED}"
    found = records(toml, between.join(f"Title: Story {n}\n\n{PROSE}" for n in range(3)))
    assert [record.headline for record in found] == ["Story 0", "Story 1", "Story 2"]
    assert [record.body for record in found] == [(PROSE,)] * 3


def test_a_line_that_begins_an_article_is_its_first() -> None:
    found = records(f"[articles]\nbegin = '^Title:'\n{LABELLED}", f"My archive\n\nTitle: A\n\n{PROSE}\nTitle: B\n\n{PROSE}")
    assert [record.headline for record in found] == ["A", "B"]


def test_a_file_is_one_article_where_nothing_is_said_to_part_them() -> None:
    assert one(LABELLED, f"Title: A\n\n{PROSE}\n\n=====\n\n{PROSE}").headline == "A"


def test_what_stands_above_the_first_article_is_none_unless_it_is_all() -> None:
    toml = f"[articles]\nbetween = '^=+$'\n{LABELLED}"
    assert [record.headline for record in records(toml, f"An archive\n==\nTitle: A\n\n{PROSE}\n==\n{PROSE}")] == ["A", None]
    assert [record.body for record in records(toml, PROSE)] == [(PROSE,)]


def test_a_file_in_which_no_article_begins_is_no_news() -> None:
    with pytest.raises(NotNews, match=r"articles\.begin of mine\.toml"):
        raw(f"[articles]\nbegin = '^Title:'\n{LABELLED}", PROSE)


def test_each_article_knows_the_line_where_it_begins() -> None:
    found = raw(f"[articles]\nbetween = '^=+$'\n{LABELLED}", f"Title: A\n\n{PROSE}\n===\nTitle: B\n\n{PROSE}\n")
    assert [item.line for item in found] == [1, 5]


# -- what states what --------------------------------------------------------------------------------------------------


def test_labels_numbers_and_patterns_state_fields() -> None:
    toml = """
[header]
headline = 1
date = { pattern = '^Published (.+) in print$' }
byline = "#A"
section = "Desk"
[fixed]
source = "Harbour Times"
"""
    found = one(toml, f"Ferries cross again\nDESK : Coast\n#A Mara Lind\nPublished 14 January 2022 in print\n\n{PROSE}")
    assert (found.headline, found.date, found.date_from) == ("Ferries cross again", "2022-01-14", "metadata")
    assert (found.facts.section, found.facts.source) == ("Coast", "Harbour Times")
    assert [credit.name for credit in found.credits] == ["Mara Lind"]
    assert found.body == (PROSE,)


def test_the_best_of_several_labels_counts_and_the_next_one_where_its_date_is_none() -> None:
    toml = '[header]\ndate = ["Printed", "Filed"]\nheadline = ["Title", 1]\n'
    text = "Filed: 2022-01-13\nPrinted: {}\nTitle: Ferries\n\n" + PROSE
    assert one(toml, text.format("2022-01-14")).date == "2022-01-14"
    assert one(toml, text.format("soon")).date == "2022-01-13"


def test_a_label_goes_on_with_indented_lines() -> None:
    assert one(LABELLED, f"Title: Ferries cross\n   the fjord again\n\n{PROSE}").headline == "Ferries cross the fjord again"


def test_a_header_has_lines_that_nobody_asked_for_and_ends_with_the_first_that_is_like_none() -> None:
    found = one(LABELLED, f"Title: Ferries\nLength: 17 words\n\nDate: 2022-01-14\n{PROSE}\nLength: long, they said.")
    assert (found.headline, found.date) == ("Ferries", "2022-01-14")
    assert found.body[0].startswith(PROSE)
    assert "long, they said" in found.body[-1]
    assert "17 words" not in found.text


def test_a_header_may_be_ended_by_a_line_or_by_the_label_of_the_story() -> None:
    ended = LABELLED + "end = '^--$'\n"
    assert one(ended, f"Some words\nTitle: Ferries\nothers\n--\n{PROSE}").body == (PROSE,)
    assert one(ended, f"Title: Ferries\n\n{PROSE}").body == (PROSE,), "where no line ends it, it ends where it seems to"
    found = one(LABELLED + 'text = "Full text"\n', f"Title: Ferries\n\nDocument 7\nFull text: {PROSE}")
    assert (found.headline, found.body) == ("Ferries", (PROSE,))


def test_a_footer_is_read_from_below_and_only_as_far_as_its_lines_go() -> None:
    toml = LABELLED + '[footer]\nurl = "URL"\nsubjects = "Topics"\n'
    found = one(
        toml, f"Title: Ferries\n\nURL: that is what he said.\n{PROSE}\n\nTopics: ferries; weather\n\nURL: http://a.b/c\n"
    )
    assert (found.facts.url, found.facts.subjects) == ("http://a.b/c", ("ferries", "weather"))
    assert "that is what he said" in found.body[0]


@pytest.mark.parametrize(
    ("order", "said", "date"),
    [
        ("day-month-year", "03/02/2021", "2021-02-03"),
        ("month-day-year", "03/02/2021", "2021-03-02"),
        ("year-month-day", "21/3/2", "2021-03-02"),
        ("year-month-day", "2021.03.02", "2021-03-02"),
        ("day-month-year", "3 februari 2021", "2021-02-03"),
    ],
)
def test_the_order_of_dates_is_what_the_layout_says(order: str, said: str, date: str) -> None:
    assert one(f'{LABELLED}[dates]\norder = "{order}"\n', f"Title: A\nDate: {said}\n\n{PROSE}").date == date


def test_a_date_that_could_be_two_is_none_without_an_order() -> None:
    found = one(LABELLED, f"Title: A\nDate: 03/02/2021\n\n{PROSE}")
    assert found.date is None
    assert any("[dates] order" in warning for warning in found.warnings)


# -- what is recognised ------------------------------------------------------------------------------------------------


def test_a_layout_takes_the_files_that_it_says() -> None:
    by_line = LayoutReader(layout("endings = ['.txt']\nrecognise = '^MY ARCHIVE'\n" + LABELLED, "mine.toml"))
    assert by_line.sniff(b"\nMY ARCHIVE\n", "a.txt")
    assert not by_line.sniff(b"\nMY ARCHIVE\n", "a.asc")
    assert not by_line.sniff(b"This is MY ARCHIVE\n", "a.txt")
    assert LayoutReader(layout("endings = ['.wire']\n" + LABELLED, "mine.toml")).sniff(b"anything", "a.wire")
    assert not LayoutReader(layout(LABELLED, "mine.toml")).sniff(b"Title: A\n", "a.txt")


# -- mistakes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[header", "mine.toml: is not TOML"),
        ('[header]\nheadlin = "Title"\n', r"mine.toml: header.headlin: there is no such key \(did you mean headline\?\)"),
        ("recognize = 'x'\n" + LABELLED, "mine.toml: recognize: there is no such key .did you mean recognise"),
        ("[header]\nheadline = true\n", "mine.toml: header.headline: must be a label"),
        ("[header]\nheadline = 0\n", "mine.toml: header.headline: must be a label"),
        ("[header]\ntext = 1\n", "mine.toml: header.text: must be a label"),
        ("[header]\ndate = { pattern = '(' }\n", "mine.toml: header.date: bad pattern"),
        ("[header]\ndate = { pattern = 'x' }\n", "mine.toml: header.date: its pattern needs brackets"),
        ("[header]\ndate = { patern = '(x)' }\n", "mine.toml: header.date: must be a label"),
        ("[articles]\nbetween = '['\n" + LABELLED, "mine.toml: articles.between: bad pattern"),
        ("[articles]\nbetween = 1\n" + LABELLED, "mine.toml: articles.between: must be a text in quotes"),
        ("[articles]\nbetween = 'x'\nbegin = 'y'\n" + LABELLED, "mine.toml: articles: give between or begin"),
        ("articles = 'form feed'\n" + LABELLED, r"mine.toml: articles: must be a table: write \[articles\]"),
        ("endings = ['txt']\n" + LABELLED, "mine.toml: endings: must be a list of endings with their dot"),
        (LABELLED + "[dates]\norder = 'dmy'\n", "mine.toml: dates.order: must be one of day-month-year"),
        (LABELLED + "[fixed]\nheadline = 'x'\n", "mine.toml: fixed.headline: there is no such key"),
        (LABELLED + "[footer]\nurl = 1\n", "mine.toml: footer: its lines have labels or patterns"),
        ("name = 'x'\n", "mine.toml: header: names no line"),
    ],
)
def test_a_mistake_is_said_with_file_and_key_and_what_to_do(toml: str, said: str) -> None:
    with pytest.raises(BadLayout, match=said):
        layout(toml, "mine.toml")


def test_a_pattern_that_would_hang_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "PATTERN_SECONDS", 0.05)
    toml = f"[articles]\nbetween = '(a|a)+(a|a)+(a|aa)+$'\n{LABELLED}"
    with pytest.raises(UnreadableError, match=r"articles\.between in mine\.toml took more than"):
        raw(toml, "a" * 60 + "b\n")


@given(st.lists(st.sampled_from(["Title: A", "Date: x", "\f", "==", "", "  go on", PROSE, "Full text: x", "URL: y"])))
def test_any_lines_are_read_or_are_no_news(lines: list[str]) -> None:
    toml = f"[articles]\nbetween = '^=+$'\n{LABELLED}text = 'Full text'\n[footer]\nurl = 'URL'\n"
    try:
        found = records(toml, "\n".join(lines))
    except NotNews:
        assert not any(line.strip("= \f") for line in lines)
    else:
        assert sum(PROSE in record.text for record in found) <= lines.count(PROSE)
