"""An index may only narrow: no block with a match is left out, whatever the pattern and the text."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.errors import QueryError
from newscli.query.pattern import Pattern, compile_pattern
from newscli.query.required import Piece, required
from newscli.store import postings

LETTERS = "abkis_1 -.'éſıİ\u212a北"
PLAIN = ["a", "b", "k", "i", "s", "1", "_", "é", "ſ", " ", "-", "ab", "is"]
SPECIAL = [r"\.", ".", r"\w", r"\W", r"\s", r"\d", r"\S", r"\b", "^", "$", "[ab]", "[^a]", "[a-k]", "(?:ab)", "a|b", "(?=a)"]
TIMES = st.sampled_from(["", "", "", "*", "+", "?", "{0}", "{2}", "{0,1}", "{,2}", "+?"])
ELEMENTS = st.builds(str.__add__, st.sampled_from(PLAIN + SPECIAL), TIMES)
PATTERNS = st.lists(ELEMENTS, min_size=1, max_size=5).map("".join)
BLOCKS = st.lists(st.lists(st.text(LETTERS, min_size=1, max_size=10), min_size=1, max_size=3), min_size=1, max_size=5)


def chosen(pattern: Pattern, blocks: list[list[str]]) -> set[int]:
    """The blocks that an index offers for a pattern."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(postings.TABLES)
    collected = postings.Postings()
    for lines in blocks:
        collected.add("\n".join(lines))
    collected.write(connection)
    bits = postings.candidates(connection, pattern.required) if pattern.required else None
    connection.close()
    return {at for at in range(len(blocks)) if bits is None or bits >> at & 1}


@given(
    st.lists(st.one_of(PATTERNS, st.text(LETTERS, min_size=1, max_size=4)), min_size=1, max_size=2), BLOCKS, st.booleans(),
    st.booleans(), st.sampled_from(["", "word", "line"]),
)  # fmt: skip
@settings(max_examples=1_500, deadline=None)
def test_no_block_with_a_match_is_left_out(
    patterns: list[str], blocks: list[list[str]], fixed: bool, ignore_case: bool, whole: str
) -> None:
    try:
        pattern = compile_pattern(
            patterns, fixed=fixed, ignore_case=ignore_case, whole_word=whole == "word", whole_line=whole == "line"
        )
    except QueryError:
        return  # a quantifier on an anchor
    matching = {at for at, lines in enumerate(blocks) if any(map(pattern.test, lines))}
    assert matching <= chosen(pattern, blocks)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("unrest", [Piece("unrest", False, False)]),
        ("euro zone", [Piece("euro", False, True), Piece("zone", True, False)]),
        (r"\bsoy\w+", [Piece("soy", True, False)]),
        (r"[a-z]+tion of [a-z]+ists", [Piece("tion", False, True), Piece("of", True, True), Piece("ists", False, False)]),
        (r"(?i)\bSoya\b", [Piece("soya", True, True)]),
        (r"ha+rbou?r", [Piece("ha", False, False), Piece("arbo", False, False)]),
        ("café", [Piece("caf", False, True)]),
        ("^By ", [Piece("by", True, True)]),
    ],
)
def test_what_a_pattern_requires_is_read_off_it(pattern: str, pieces: list[Piece]) -> None:
    assert required((pattern,), False, False) == (tuple(pieces),)


@pytest.mark.parametrize("pattern", [r"\b[A-Z]{9,}\b", "a|b", "(?:soy)", r"\d+", "x*", "[[:alpha:]]+ab", r"ab\p{L}", "a"])
def test_what_is_not_understood_requires_nothing(pattern: str) -> None:
    assert required((pattern,), False, False) is None


def test_one_pattern_that_requires_nothing_frees_all() -> None:
    assert required(("harbour", r"\d+"), False, False) is None
    assert required(("harbour", "fog"), False, False) == ((Piece("harbour", False, False),), (Piece("fog", False, False),))


def test_a_piece_narrows_to_the_blocks_that_have_it() -> None:
    blocks = [["The unrest grew."], ["Unrestricted fishing."], ["Rest at last."]]
    assert chosen(compile_pattern(["unrest"]), blocks) == {0, 1}
    assert chosen(compile_pattern(["unrest"], whole_word=True), blocks) == {0}
    assert chosen(compile_pattern(["zebra"]), blocks) == set()
