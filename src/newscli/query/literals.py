"""Many plain strings sought at once: a gazetteer of 100,000 names takes no longer than a hundred do.

As one regular expression they would take a minute to be read, and each place of a text would be tried with each of them.
Here strings are known by how they begin: a place of a text costs a look for each of a few lengths of beginnings. What
they mean is what `regex` would have them mean: the leftmost match, and of several there the string that was named first.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

Span = tuple[int, int]

_FEW = 64  # strings, and characters of all: as one pattern they are quick, and an index narrows them
_SHORT = 4_000
_HEADS = (1, 2, 3, 4, 6, 8, 12, 16, 32)  # characters by which a string is known, as many as it has
_LOOK_EVERY = 4_096  # characters of a text, at the clock
_SPECIAL = frozenset(".^$*+?{}[]\\|()")


def many(patterns: Sequence[str], fixed: bool) -> list[str] | None:
    """The strings that patterns stand for; None if they are few, or one of them is more than strings with `|` between them.

    What has a line break in it is in no paragraph, and left out.
    """
    strings = list(patterns) if fixed else [one for pattern in patterns for one in pattern.split("|")]
    if (len(strings) <= _FEW and sum(map(len, strings)) <= _SHORT) or not (fixed or _SPECIAL.isdisjoint("".join(strings))):
        return None
    return [one for one in strings if "\n" not in one]


class Literals:
    """Strings to look for. `edges` is "word" or "line" where a match must be whole words or a whole line, else ""."""

    def __init__(self, strings: Sequence[str], ignore_case: bool, edges: str) -> None:
        self.strings = list(dict.fromkeys(strings))
        self.fold = folded if ignore_case else str
        self.edges = edges
        self.places: dict[str, list[int]] = {}  # of the strings that fold to this one
        for at, string in enumerate(self.strings):
            self.places.setdefault(self.fold(string), []).append(at)
        self.matches_nothing = "" in self.places
        self.heads = _heads(self.places)

    def test(self, line: str, seconds: float) -> bool:
        """Whether one of them is there. TimeoutError where it takes longer."""
        if self.edges == "line":
            return self._first(self.fold(line), line, 0, len(line)) is not None
        if self.matches_nothing and not (self.edges and all(_in_word(line, at, at) for at in range(len(line) + 1))):
            return True
        return next(self._spans(line, seconds), None) is not None

    def find(self, line: str, seconds: float) -> tuple[Span, ...]:
        """Where they are, one behind the other; the places where nothing matches are left out."""
        if self.edges == "line":
            return ((0, len(line)),) if line and self.test(line, seconds) else ()
        return tuple(self._spans(line, seconds))

    def _spans(self, line: str, seconds: float) -> Iterator[Span]:
        text, until = self.fold(line), time.monotonic() + seconds
        words, beyond = self.edges == "word", 0
        for at in range(len(text)):
            if at % _LOOK_EVERY == 0 and time.monotonic() > until:
                raise TimeoutError
            if at < beyond or (words and at and _of_a_word(line[at - 1])):
                continue
            lengths: list[int] = []
            for head, known in self.heads:
                some = known.get(text[at : at + head])
                if some is None:
                    break
                lengths += some
            if lengths and (end := self._end(text, line, at, lengths)):
                yield at, end
                beyond = end
                if time.monotonic() > until:
                    raise TimeoutError

    def _end(self, text: str, line: str, at: int, lengths: list[int]) -> int:
        """Where the first of the strings that match at a place ends; 0 if none of these lengths does."""
        best, end = len(self.strings), 0
        for length in lengths:
            found = self._first(text, line, at, at + length)
            if found is not None and found < best and not (self.edges and _in_word(line, at, at + length)):
                best, end = found, at + length
        return end

    def _first(self, text: str, line: str, start: int, end: int) -> int | None:
        """Which string was named first of those that a piece of a line is."""
        piece = line[start:end]
        return next((at for at in self.places.get(text[start:end], ()) if self._is(self.strings[at], piece)), None)

    def _is(self, string: str, piece: str) -> bool:
        """Whether what folds alike is alike: `regex` takes i for İ and I for ı, but not i for ı."""
        return self.fold is str or (piece.isascii() and string.isascii()) or all(map(_equal, string, piece))


def _heads(strings: Iterable[str]) -> list[tuple[int, dict[str, list[int]]]]:
    """By how many characters strings begin, and which those are; with the lengths of the strings that have no longer head."""
    known = [string for string in strings if string]
    shortest = min(map(len, known), default=1)
    first = max(length for length in _HEADS if length <= shortest)
    heads: dict[int, dict[str, list[int]]] = {length: {} for length in _HEADS if length >= first}
    for string in known:
        for length in heads:
            if length > len(string):
                break
            lengths = heads[length].setdefault(string[:length], [])
        if len(string) not in lengths:
            lengths.append(len(string))
    return [(length, some) for length, some in heads.items() if some]


def _in_word(line: str, start: int, end: int) -> bool:
    """Whether a character of a word stands before or behind a match."""
    return (start > 0 and _of_a_word(line[start - 1])) or (end < len(line) and _of_a_word(line[end]))


@lru_cache(maxsize=4_096)
def _of_a_word(character: str) -> bool:
    import regex

    return regex.match(r"\w", character, regex.V0) is not None


# Letters that `regex` takes for each other though they have no capital in common.
_COUSINS = {"\u0130": "i", "\u1fd3": "\u0390", "\u1fe3": "\u03b0", "\ufb06": "\ufb05"}


def folded(text: str) -> str:
    """A text as long as it was, in which all letters that may be equal where case is ignored are one letter."""
    return text.lower() if text.isascii() else "".join(map(_representative, text))


@lru_cache(maxsize=65_536)
def _representative(letter: str) -> str:
    letter = _COUSINS.get(letter, letter)
    capital = letter.upper() if len(letter.upper()) == 1 else letter
    return capital.lower() if len(capital.lower()) == 1 else capital


@lru_cache(maxsize=4_096)
def _equal(letter: str, other: str) -> bool:
    import regex

    return letter == other or regex.fullmatch(regex.escape(letter), other, regex.V0 | regex.IGNORECASE) is not None
