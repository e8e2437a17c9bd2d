"""What a word is: a run of letters, marks and digits, with single apostrophes and hyphens inside it.

"It's a state-of-the-art 3.5" has five words: It's, a, state-of-the-art, 3, 5. A run of Han or kana is one word, since
nothing here cuts Chinese or Japanese into words.
"""

import re
from collections.abc import Iterator

# `\w` of `re` leaves out combining marks; U+0300-U+036F and the Indic, Thai and Arabic ones stand in for \p{M}.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a51\u0a81-\u0acd\u0b01-\u0b57\u0b82-\u0bcd"
    "\u0c00-\u0c56\u0c81-\u0cd6\u0d00-\u0d57\u0d81-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_RUN = rf"[^\W_{_MARKS}][^\W_]*(?:[{_MARKS}]+[^\W_]*)*"
WORD = re.compile(rf"{_RUN}(?:['’\-]{_RUN})*")

# ASCII needs no regular expression: everything that can't be in a word becomes a space, and split() does the rest.
_KEPT = "".join(chr(c) if chr(c).isalnum() or chr(c) in "'-" else " " for c in range(128))
_SPLIT = str.maketrans({chr(c): _KEPT[c] for c in range(128)})
_DOUBLED = re.compile(r"['\-]{2,}")


def count(text: str) -> int:
    """How many words a text has."""
    if text.isascii():
        return len(_ascii_words(text))
    return sum(1 for _ in WORD.finditer(text))


def tokens(text: str) -> Iterator[str]:
    """The words of a text, case-folded, in order."""
    if text.isascii():
        yield from (word.strip("'-").lower() for word in _ascii_words(text))
    else:
        yield from (found[0].casefold() for found in WORD.finditer(text))


def distinct(text: str) -> set[str]:
    """The different words of a text, case-folded."""
    if text.isascii():
        return {word.strip("'-") for word in set(_ascii_words(text.lower()))}
    return {word.casefold() for word in set(WORD.findall(text))}


def _ascii_words(text: str) -> list[str]:
    """Words, some with apostrophes or hyphens still at their ends."""
    kept = text.translate(_SPLIT)
    if "--" in kept or "''" in kept or "'-" in kept or "-'" in kept:
        kept = _DOUBLED.sub(" ", kept)
    words = kept.split()
    if " - " in kept or " ' " in kept or kept[:1] in "'-" or kept[-1:] in "'-":
        words = [word for word in words if word not in ("-", "'")]
    return words
