"""An index may only narrow: no block with a match is left out, whatever the pattern and the text."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.errors import QueryError
from newscli.query.pattern import Pattern, compile_pattern
from newscli.query.required import Every, OneOf, Piece, Required, anywhere
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
    for stretch, lines in enumerate(blocks):
        collected.add(stretch, [], "\n".join(lines))
    collected.write(connection)
    bits = postings.candidates(connection, pattern.required) if pattern.required else None
    connection.close()
    return {at for at in range(len(blocks)) if bits is None or bits >> at & 1}


@given(
    st.lists(st.one_of(PATTERNS, st.text(LETTERS, min_size=1, max_size=4)), min_size=1, max_size=2), BLOCKS, st.booleans(),
    st.booleans(), st.sampled_from(["", "word", "line"]),
)  # fmt: skip
@settings(max_examples=1_500)
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


def needed(*patterns: str) -> Required | None:
    return compile_pattern(patterns).required


def part(text: str) -> Piece:
    return Piece(text, False, False)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("unrest", part("unrest")),
        ("euro zone", Every((Piece("euro", False, True), Piece("zone", True, False)))),
        (r"\bsoy\w+", Piece("soy", True, False)),
        (r"[a-z]+tion of [a-z]+ists", Every((Piece("tion", False, True), Piece("of", True, True), part("ists")))),
        (r"(?i)\bSoya\b", Piece("soya", True, True)),
        (r"ha+rbou?r", Every((part("ha"), part("arbo")))),
        ("café", Piece("caf", False, True)),
        ("^By ", Piece("by", True, True)),
        ("(?:prime|foreign) minister", Every((OneOf((Piece("prime", False, True), Piece("foreign", False, True))),
                                              Piece("minister", True, False)))),
        ("un(re)st(?=s)ed", Every((part("unrest"), part("ed")))),
        ("(?:ab){2}", part("abab")),
        ("[Ss]oy", part("soy")),
        ("fog|snow", OneOf((part("fog"), part("snow")))),
    ],
)  # fmt: skip
def test_what_a_pattern_requires_is_read_off_it(pattern: str, pieces: Required) -> None:
    assert needed(pattern) == pieces


@pytest.mark.parametrize(
    "pattern",
    [r"\b[A-Z]{9,}\b", "soy|", "(?:soy)?", r"\d+", "x*", "[[:alpha:]]+ab", r"ab\p{L}", "a", "ab(?x) c", "(?:foo){e<=1}"],
)
def test_what_is_not_understood_requires_nothing(pattern: str) -> None:
    assert needed(pattern) is None


def test_one_pattern_that_requires_nothing_frees_all() -> None:
    assert needed("harbour", r"\d+") is None
    assert needed("harbour", "fog") == OneOf((part("harbour"), part("fog")))


def test_where_words_may_be_cut_every_piece_may_be_a_part_of_one() -> None:
    assert anywhere(Every((Piece("euro", True, True), Piece("a", True, True)))) == part("euro")
    assert anywhere(OneOf((Piece("euro", True, True), Piece("a", True, True)))) is None


def test_a_piece_narrows_to_the_blocks_that_have_it() -> None:
    blocks = [["The unrest grew."], ["Unrestricted fishing."], ["Rest at last."]]
    assert chosen(compile_pattern(["unrest"]), blocks) == {0, 1}
    assert chosen(compile_pattern(["unrest"], whole_word=True), blocks) == {0}
    assert chosen(compile_pattern(["zebra"]), blocks) == set()
