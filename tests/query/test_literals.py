"""Many plain strings mean what the same strings mean as one pattern; what is too large to be read is refused at once."""

import unicodedata
from unittest.mock import patch

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.errors import QueryError
from newscli.query import literals
from newscli.query.literals import folded
from newscli.query.pattern import Pattern, compile_pattern

LETTERS = "abAB_' éÉ1ıİiIſsSKkµμΜß\u0301北"
STRINGS = st.lists(st.text(LETTERS, max_size=4), min_size=1, max_size=8)


def both(strings: list[str], fixed: bool, **options: bool) -> tuple[Pattern, Pattern]:
    """The same strings as many and as one pattern."""
    with patch.object(literals, "_FEW", 0):
        many = compile_pattern(strings, fixed=fixed, **options)
    return many, compile_pattern(strings, fixed=fixed, **options)


@settings(max_examples=200)
@given(STRINGS, st.text(LETTERS, max_size=30), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_many_strings_match_where_one_pattern_of_them_does(
    strings: list[str], line: str, fixed: bool, ignore: bool, word: bool, whole: bool
) -> None:
    many, one = both(strings, fixed, ignore_case=ignore, whole_word=word, whole_line=whole)
    assert many.strings is not None
    assert one.strings is None
    assert many.test(line) == one.test(line)
    assert many.find(line) == tuple(span for span in one.find(line) if span[0] < span[1])


def test_alternatives_of_plain_strings_are_many_strings_too() -> None:
    many, one = both(["ab|a", "b|"], False)
    assert many.find("abab") == ((0, 2), (2, 4)) == tuple(span for span in one.find("abab") if span[0] < span[1])
    assert compile_pattern(["a|b.c"] * 100).strings is None
    assert compile_pattern(["a|b.c"] * 100, fixed=True).find("xa|b.c") == ((1, 6),)


def test_letters_that_are_equal_where_case_is_ignored_fold_to_one() -> None:
    cased = [
        one
        for one in map(chr, range(0x110000))
        if unicodedata.category(one) not in ("Cn", "Cs") and {one.lower(), one.upper(), one.title(), one.casefold()} != {one}
    ]
    together = "".join(cased)
    for one in cased:
        for other in regex.findall(regex.escape(one), together, regex.V0 | regex.IGNORECASE):
            assert folded(one + "é")[0] == folded(other + "é")[0], (one, other)


def test_a_string_with_a_line_break_is_in_no_paragraph() -> None:
    assert not compile_pattern(["a\nb"] * 100, fixed=True).test("a b")


@pytest.mark.parametrize(
    "patterns",
    [["((a{1000}){1000}){1000}"], ["(((ab+){100,}){100,}){100,}"], ["(?:ab){99999999999}"], ["[ab]+c"] * 20_000],
    ids=["nested", "open", "far", "many"],
)
def test_what_would_take_too_long_to_be_read_is_refused(patterns: list[str]) -> None:
    with pytest.raises(QueryError, match="too large"):
        compile_pattern(patterns)


@pytest.mark.parametrize("pattern", ["a{100000}", "[a-z]{5000}b", r"\w{9999}", "(ab){1000}", "a{,99999}", "[(]{7}[)]{9}"])
def test_what_is_quickly_read_is_not(pattern: str) -> None:
    assert compile_pattern([pattern]).source == pattern


def test_brackets_nested_too_deeply_are_named() -> None:
    with pytest.raises(QueryError, match="too deeply"):
        compile_pattern(["(" * 3_000 + "a" + ")" * 3_000])
