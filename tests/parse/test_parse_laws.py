"""What holds for every text: each character has one owner, and nothing is lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newscli.article import SPAN_FIELDS, Article
from newscli.parse import parse
from newscli.parse.layout import fold
from newscli.parse.tables import TABLES

FRAGMENTS = (
    " date 2022-01-11 Cranes stand in fog. Harbour Press/Handout via REUTERS", "-- Grain moves again", "-- ", "--",
    "-- By Mara Lind and Tom Acht", "-- Thu Feb 24, 2011 5:32pm EST", "-- http://news.example/a", "By Mara Lind",
    "SHANGHAI, Jan 11 (Reuters) - Ships sailed on Monday.", "OSLO (Reuters) -", "(Reuters) - Ships sailed.", "(AP)",
    "January 14, 2022", "2022-01-12", "Mara Lind", "The Associated Press", "Ships sailed. read more", "read more",
    "Ships sailed, he said. ($1 = 8.2 crowns)", "(Reporting by Mara Lind in Oslo; Editing by Tom Acht)", "Editing by",
    "Reporting by Mara Lind in Oslo, Tom Acht; Editing by A. Petrie", "(Adds details)", "Our Standards: The Principles.",
    "FILE PHOTO: Cranes in fog. REUTERS/Wei Lan/File Photo", "(AP Photo/Wei Lan)", "___", "Copyright 2022 Press", "REUTER",
    "Cranes in fog. | REUTERS Ferries cross the fjord", "AP writers Mara Lind and Tom Acht contributed to this report.",
    "To contact the reporter on this story: Mara Lind in Oslo at ml@harbour.example", "By . Mara Lind . ", "dpa ml ta",
    "--With assistance from Mara Lind and Tom Acht.", "More on this story",
    "Facebook Twitter Pinterest Cranes. Photograph: Wei Lan/EPA",
    "Mara Lind reported from Bergen, and Tom Acht from Oslo.", "Staff Writer", "Updated at 8:44 a.m. ET on July 20, 2020.",
    "Mara Lind is a senior reporter in Oslo.", "新华社北京9月2日电（记者王一鸣）列车恢复运行。",
    "SALVADOR, Feb 26 - Showers continued.",
    "WASHINGTON — Showers continued.", "(Editing by Tom Acht) (tom.acht@harbour.example)",
    "Mara Lind OSLO (Reuters) - Ships sailed.",
    "   Ferries crossed the fjord on Monday for the first time", "[TEXT]", "((", "))", "(", "\t", "\x0b", "\u2028", "\ufeff",
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(("\n", "\n\n", " ", "\r\n", "\r", "\n \n", "")))).map(
    lambda pieces: "".join(fragment + gap for fragment, gap in pieces)
)


RULES = {row.name for rows in TABLES.values() for row in rows} | {""}


def check(article: Article) -> None:
    text, at = article.text, 0
    for span in article.spans:
        assert at <= span.start < span.end <= len(text)
        assert text[at : span.start].strip() == ""
        assert span.field in SPAN_FIELDS
        assert bool(span.rule) == (span.field != "body")
        assert span.rule in RULES
        at = span.end
    assert text[at:].strip() == ""
    at = 0
    for paragraph in article.paragraphs:
        assert at <= paragraph.start < paragraph.end
        assert text[at : paragraph.start].strip() == ""
        piece = text[paragraph.start : paragraph.end]
        assert piece == piece.strip() != ""
        ends = text[: paragraph.start].replace("\r\n", "\n").replace("\r", "\n")
        assert paragraph.line == ends.count("\n") + 1
        at = paragraph.end
    assert text[at:].strip() == ""
    body = "".join(text[span.start : span.end] for span in article.spans if span.field == "body")
    assert "".join("".join(article.body).split()) == "".join(body.split())
    assert not any("\n" in one or "\r" in one or one != one.strip() or not one for one in article.body)


@settings(max_examples=400)
@given(st.text(max_size=300))
def test_any_text_is_divided_without_rest_or_overlap(text: str) -> None:
    check(parse(text))


@settings(max_examples=400)
@given(TEXTS)
@example("(Reporting by Mara Lind in Oslo, Tom Acht)\n(Repo\rrting by Mara Lind in Oslo; Editing\x04by Tom Acht)")
def test_any_assembly_of_news_forms_is_divided_without_rest_or_overlap(text: str) -> None:
    check(parse(text))


@settings(max_examples=50)
@given(TEXTS)
def test_a_text_parses_the_same_whatever_its_line_ends(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = parse(plain), parse(plain.replace("\n", "\r\n"))
    assert (one.id, one.body, one.credits, one.dateline) == (other.id, other.body, other.credits, other.dateline)


@given(st.text(alphabet="ab \n\r\t\xa0", max_size=60))
def test_folding_leaves_no_line_break_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert "\n" not in folded
    assert "\r" not in folded
    assert fold(folded) == folded


def test_an_empty_text_has_an_empty_record_that_says_so() -> None:
    article = parse(" \n ")
    assert (article.spans, article.paragraphs, article.body) == ((), (), ())
    assert article.warnings == ("no text",)


def test_time_grows_no_faster_than_the_text() -> None:
    """Hostile texts: repeated openings that a careless pattern tries again at every place."""
    from time import perf_counter

    for opening in ("(", "(Reporting by ", "A B ", "by by ", "A, ", "-- ", "A/B/", "\n", "\n\nread more", "Mara Lind; "):
        took = []
        for length in (20_000, 160_000):
            text = opening * (length // len(opening))
            start = perf_counter()
            parse(text)
            took.append(perf_counter() - start)
        assert took[1] < 40 * took[0] + 0.5, opening


@pytest.mark.parametrize("line", ["’", '"', "(", "$", "©", ")", "|", "PHOTO:", "—"])
def test_a_line_of_one_mark_above_a_story_is_read_like_any_other(line: str) -> None:
    assert parse(f"{line}\n\nab").text.startswith(line)
