"""Patterns sought in many paragraphs at once leave out none that they match alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.errors import QueryError
from newscli.query.paragraphs import Paragraphs, lacking
from newscli.query.pattern import Pattern, compile_pattern

LETTERS = "abAB é'1 -\tıİſ北"
ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "B",
        "é",
        "1",
        " ",
        ".",
        r"\w",
        r"\W",
        r"\s",
        r"\S",
        r"\b",
        r"\B",
        "^",
        "$",
        "[ab]",
        "[^a]",
        "[A-Z]",
        r"\d",
        "北",
    ]
)
QUANTIFIED = st.builds(str.__add__, ATOMS, st.sampled_from(["", "", "", "*", "+", "?", "{2}", "*?", "+?", "{1,2}"]))
GROUPED = st.builds("".join, st.lists(QUANTIFIED, min_size=1, max_size=3)).map(lambda inner: f"(?:{inner})")
LOOKS = st.sampled_from(["(?=a)", "(?!a)", "(?<=b)", "(?<!b)", "(?>a+)", "a++", r"\Aa", r"a\Z", r"(a)\1", "(?i:b)"])
PATTERNS = st.lists(st.one_of(QUANTIFIED, QUANTIFIED, GROUPED, LOOKS), min_size=1, max_size=4).map("".join)
LINES = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=6)


def among_others(lines: list[str]) -> Paragraphs:
    return Paragraphs.of(("before", "\n".join(lines), "behind"))


def lines_found(pattern: Pattern, lines: list[str]) -> set[int]:
    """The lines of one article among others that are offered to be tried."""
    return {place for article, places in among_others(lines).candidates(pattern) for place in places if article == 1}


def without_needles(pattern: Pattern) -> Pattern:
    return replace(pattern, needles=())


@given(
    st.lists(PATTERNS, min_size=1, max_size=2),
    LINES,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "word", "line"]),
)
@settings(max_examples=1_500)
def test_no_line_that_matches_alone_is_left_out(
    patterns: list[str], lines: list[str], fixed: bool, ignore_case: bool, whole: str
) -> None:
    try:
        pattern = compile_pattern(
            patterns, fixed=fixed, ignore_case=ignore_case, whole_word=whole == "word", whole_line=whole == "line"
        )
    except QueryError:
        return  # a quantifier on an anchor
    matching = {i for i, line in enumerate(lines) if pattern.test(line)}
    assert matching <= lines_found(pattern, lines)
    assert matching <= lines_found(without_needles(pattern), lines)
    assert not (matching and lacking(pattern)("\n".join(lines).encode()))


@pytest.mark.parametrize(
    ("source", "line", "lacked"),
    [
        ("night ferry", "A ferry at night.", True),
        ("night ferry", "The night ferry.", False),
        ("(?i)night ferry", "The Night Train.", True),
        ("(?i)night ferry", "The NIGHT ferry.", False),
        ("(?i)night ferry", "Le café de nuit.", True),
        ("(?i)kite", "The \N{KELVIN SIGN}ite of a café.", False),
        (r"\$\d+ billion", "Some 5 billion.", True),
        (r"\w+ \w+", "One", False),
    ],
)
def test_what_surely_has_no_match_is_told_before_it_is_taken_out(source: str, line: str, lacked: bool) -> None:
    assert lacking(compile_pattern([source]))(line.encode()) is lacked


@pytest.mark.parametrize("source", ["a(?!b)", "(?<!b)a", "(?>a+)b", "a++", r"\Aa", r"a\Z", r"a\n", "(?x) a", "(?:a){e<=1}"])
def test_what_may_match_in_one_paragraph_only_is_tried_line_by_line(source: str) -> None:
    assert compile_pattern([source]).seeker("ab\nba") is None


@pytest.mark.parametrize("source", ["harbour", r"\b[A-Z]{9,}\b", r"(?i)\bsoy\w+", "^a.*b$", r"(\d)\1", "(?<=number )3"])
def test_other_patterns_are_tried_on_many_lines_at_once(source: str) -> None:
    assert compile_pattern([source]).seeker("ab\nba") is not None


@pytest.mark.parametrize(
    ("pattern", "sought"),
    [
        ("unrest", {b"unrest"}),
        (r"\$\d+(\.\d+)? billion", {b" billion"}),
        (r"\b[A-Z]{9,}\b", {b"A" * 9}),
        (r"(?i)\bsoy\w+", {b"SOY"}),
        ("(?:prime|foreign) minister", {b" minister"}),
        ("kerosene|paraffin", {b"kerosene", b"paraffin"}),
        (r"\d{4}-\d{2}-\d{2}", {b"0000-00-00"}),
        ("北京大学", {"北京大学".encode()}),
        (r"\w+ \w+", set()),
        ("a?b?", set()),
        ("kerosene|", set()),
    ],
)
def test_a_rare_string_is_looked_for_first(pattern: str, sought: set[bytes]) -> None:
    assert {needle.sought for needle in compile_pattern([pattern]).needles} == sought


def test_a_search_that_takes_too_long_goes_on_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscli.query.pattern._TOGETHER_SECONDS", 1e-9)
    assert lines_found(compile_pattern([r"(?:\w|\w\w)+x"]), ["a" * 30] * 500) == set(range(500))
