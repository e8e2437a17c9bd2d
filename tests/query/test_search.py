"""What grep finds."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.article import Record
from newscli.errors import PatternTimeout, QueryError
from newscli.parse import parse
from newscli.query.concordance import arranged, concordance
from newscli.query.pattern import compile_pattern
from newscli.query.search import Hit, Search

TEXT = """\
 date 2022-01-10

MUMBAI, Jan 10 (AFP) - Night trains will return to the
coast line in March.

A night berth costs half.

Reporting by Ravi Kulkarni
"""


def hits(pattern: str, text: str = TEXT, **options: Any) -> tuple[Hit, ...]:
    search = {key: options.pop(key) for key in ("fields", "invert", "before", "after", "limit") if key in options}
    found = compile_pattern([pattern], **options)
    return Search(found, **search).hits(Record("a.txt", 1, "text", parse(text)))


def test_a_phrase_is_found_across_wrapped_lines_and_numbered_by_its_paragraph() -> None:
    (hit,) = hits("the coast")
    assert (hit.line, hit.field) == (3, "body")
    assert hit.text[hit.matches[0][0] : hit.matches[0][1]] == "the coast"
    assert "\n" not in hit.text


def test_a_hit_says_which_field_its_first_match_is_in() -> None:
    assert [hit.field for hit in hits("MUMBAI|Kulkarni|2022")] == ["date", "dateline", "credits"]


def test_in_hides_what_is_not_of_the_field() -> None:
    assert [hit.text for hit in hits("^Night", fields=("body",))] == ["Night trains will return to the coast line in March."]
    assert hits("MUMBAI", fields=("body",)) == ()


def test_inverted_hits_have_no_matches() -> None:
    found = hits("night", invert=True, ignore_case=True)
    assert [hit.line for hit in found] == [1, 8]
    assert all(hit.matches == () for hit in found)


def test_context_is_shown_and_is_no_hit() -> None:
    found = hits("berth", before=1, after=1)
    assert [(hit.line, hit.matched) for hit in found] == [(3, False), (6, True), (8, False)]


def test_a_limit_counts_matching_paragraphs() -> None:
    assert len(hits("night", ignore_case=True, limit=1)) == 1


@pytest.mark.parametrize(
    ("pattern", "options", "count"),
    [
        ("night", {}, 1),
        ("night", {"ignore_case": True}, 2),
        ("night", {"smart_case": True}, 2),
        ("Night", {"smart_case": True}, 1),
        (r"\Wnight", {"smart_case": True}, 2),
        ("trai", {"whole_word": True}, 0),
        ("trains", {"whole_word": True}, 1),
        ("A night berth costs half.", {"whole_line": True, "fixed": True}, 1),
        ("half.", {"fixed": True}, 1),
        ("hal.\\.", {}, 1),
        ("(?<=berth )costs", {}, 1),
        ("", {}, 4),
    ],
)
def test_options_mean_what_they_mean_to_grep(pattern: str, options: dict[str, Any], count: int) -> None:
    assert len(hits(pattern, **options)) == count


def test_several_patterns_are_alternatives_and_each_must_be_sound() -> None:
    pattern = compile_pattern(["berth", "trains"])
    assert [pattern.test(text) for text in ("a berth", "trains", "boats")] == [True, True, False]
    with pytest.raises(QueryError, match="-F"):
        compile_pattern(["a(", "b)"])


def test_a_pattern_that_never_ends_is_stopped_and_says_so() -> None:
    pattern = compile_pattern([r"(a|aa)+$"], timeout=0.05)
    with pytest.raises(PatternTimeout, match=r"0\.05 s"):
        pattern.test("a" * 5000 + "b")


@given(st.text(alphabet="ab \n\r", max_size=30), st.sampled_from(["a", "b", "ab", "a b", "b a"]))
def test_plain_strings_are_found_in_exactly_the_paragraphs_that_hold_them(text: str, needle: str) -> None:
    article = parse(text)
    folded = [re.sub(r"\s*[\r\n]\s*", " ", text[p.start : p.end]) for p in article.paragraphs]
    found = Search(compile_pattern([needle], fixed=True)).hits(Record("a", 1, "text", article))
    assert [hit.text for hit in found] == [line for line in folded if needle in line]


def test_a_concordance_has_a_line_a_match_and_sorts_by_what_stands_beside_it() -> None:
    record = Record("a.txt", 1, "text", parse(TEXT))
    found = Search(compile_pattern(["night"], ignore_case=True)).hits(record)
    lines = list(concordance(record, found))
    assert [(line.match, line.right[:7]) for line in lines] == [("Night", " trains"), ("night", " berth ")]
    assert [line.right[:7] for line in arranged(lines, "right")] == [" berth ", " trains"]
    with pytest.raises(QueryError):
        arranged(lines, "middle")
