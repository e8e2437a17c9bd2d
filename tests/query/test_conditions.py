"""--all, --not and --near: what a whole article must be."""

from typing import Any

import pytest

from newscli.article import Record
from newscli.parse import parse
from newscli.query.conditions import Conditions
from newscli.query.pattern import compile_pattern
from newscli.query.search import Search

TEXT = """\
MUMBAI, Jan 10 (AFP) - Night trains will return to the
coast line in March.

A night berth costs half of what a day seat does.

Trains by day stay as they are.
"""


def found(every: list[str], *, none: tuple[str, ...] = (), near: int | None = None, **options: Any) -> list[list[str]]:
    """The matches in each paragraph that is a hit."""
    together = every if len(every) > 1 else []
    conditions = Conditions(
        tuple(compile_pattern([one], ignore_case=True) for one in together),
        tuple(compile_pattern([one], ignore_case=True) for one in none),
        near,
    )
    asked = Search(compile_pattern(every, ignore_case=True), conditions=conditions, **options)
    hits = asked.hits(Record("a.txt", 1, "text", parse(TEXT)))
    return [[hit.text[start:end] for start, end in hit.matches] for hit in hits]


def test_all_patterns_match_somewhere_in_the_article_and_every_match_is_shown() -> None:
    assert found(["berth", "coast"]) == [["coast"], ["berth"]]
    assert found(["berth", "harbour"]) == []


def test_an_article_with_what_is_not_wanted_has_no_hits() -> None:
    assert found(["night"], none=("harbour",)) == [["Night"], ["night"]]
    assert found(["night"], none=("harbour", "march")) == []


def test_in_says_where_all_of_it_is_looked_for() -> None:
    assert found(["mumbai", "night"], fields=("body",)) == []
    assert found(["night"], none=("mumbai",), fields=("body",)) == [["Night"], ["night"]]


@pytest.mark.parametrize(
    ("every", "near", "matches"),
    [
        (["night", "trains"], 1, [["Night", "trains"]]),
        (["night trains", "return"], 2, [["Night trains", "return"]]),
        (["night trains", "return"], 1, []),
        (["march", "berth"], 3, [["March"], ["berth"]]),  # words are counted through paragraphs
        (["march", "berth"], 2, []),
        (["night", "trains", "coast"], 5, []),
        (["night", "trains", "coast"], 6, [["Night", "trains", "coast"]]),
        (["day", "seat"], 1, [["day", "seat"]]),  # the other "day" stands alone
        (["night trains", "trains"], 1, [["Night trains"]]),  # one within the other
    ],
)
def test_near_counts_words_from_the_end_of_one_match_to_the_beginning_of_the_next(
    every: list[str], near: int, matches: list[list[str]]
) -> None:
    assert found(every, near=near) == matches


def test_the_other_options_apply_to_what_is_left() -> None:
    assert found(["berth", "coast"], limit=1) == [["coast"]]
    assert found(["berth", "coast"], invert=True) == [[]]
    assert found(["day", "seat"], near=1, before=1) == [[], ["day", "seat"]]
