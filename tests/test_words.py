"""What a word is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's a state-of-the-art 3.5", ["it's", "a", "state-of-the-art", "3", "5"]),
        ("'quoted' -- dashed - words-", ["quoted", "dashed", "words"]),
        ("rock''n--roll", ["rock", "n", "roll"]),
        ("snake_case", ["snake", "case"]),
        ("don’t Kökshetau", ["don’t", "kökshetau"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("北方三省 入冬", ["北方三省", "入冬"]),
        ("$1.2 bln", ["1", "2", "bln"]),
        ("- ' --", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_marks_and_digits_with_inner_apostrophes_and_hyphens(text: str, found: list[str]) -> None:
    assert list(words.tokens(text)) == found
    assert words.count(text) == len(found)


@given(st.text(alphabet="ab1'-. _\n\t\"’“—\0", max_size=40))
def test_the_short_way_for_plain_text_finds_what_the_definition_finds(text: str) -> None:
    wanted = [match[0].casefold() for match in words.pattern().finditer(text)]
    assert list(words.tokens(text)) == wanted
    assert words.count(text) == len(wanted)
    assert words.distinct(text) == set(wanted)


@given(st.text(max_size=60))
def test_the_same_words_are_counted_and_listed(text: str) -> None:
    assert words.count(text) == len(list(words.tokens(text)))
    assert words.distinct(text) == set(words.tokens(text))
