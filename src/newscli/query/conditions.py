"""What a whole article must be, beside the paragraphs that match in it: --all, --not and --near."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newscli import words
from newscli.frozen import frozen
from newscli.query.pattern import Pattern

Matches = tuple[tuple[int, int], ...]


@frozen
class Conditions:
    """`every` pattern matches somewhere in the article, `none` of the others does anywhere.

    `near`: all of `every` match within so many words of each other. Words are counted through the paragraphs, the word
    behind a match is one away.
    """

    every: tuple[Pattern, ...] = ()
    none: tuple[Pattern, ...] = ()
    near: int | None = None

    def hold(self, lines: Sequence[str]) -> bool:
        """Whether an article of these paragraphs is one to look at."""
        return all(any(map(pattern.test, lines)) for pattern in self.every) and not any(
            any(map(pattern.test, lines)) for pattern in self.none
        )

    def stretches(self, lines: Sequence[str]) -> dict[int, Matches]:
        """The paragraphs with matches that have one of every pattern near them, and those matches."""
        found = self._matches(lines)
        kept: set[int] = set()
        for begin, match in enumerate(found):
            end = begin
            while end < len(found) and found[end].first - match.last <= (self.near or 0):
                end += 1
            if len({one.pattern for one in found[begin:end]}) == len(self.every):
                kept.update(range(begin, end))
        near: dict[int, Matches] = {}
        for match in (found[i] for i in sorted(kept)):
            before = near.get(match.line, ())
            if before and match.start < before[-1][1]:  # two that overlap are shown as one
                start, end = before[-1]
                near[match.line] = (*before[:-1], (start, max(end, match.end)))
            else:
                near[match.line] = (*before, (match.start, match.end))
        return near

    def _matches(self, lines: Sequence[str]) -> "list[_Match]":
        """Every match of every pattern, in text order."""
        word_in = words.pattern()
        found: list[_Match] = []
        counted = 0
        for i, line in enumerate(lines):
            matches = [(place, which) for which, pattern in enumerate(self.every) for place in pattern.find(line)]
            starts = [word.start() for word in word_in.finditer(line)]
            for (start, end), which in sorted(matches):
                first = counted + bisect_right(starts, start)
                last = counted + bisect_right(starts, max(start, end - 1))
                found.append(_Match(i, start, end, which, first, last))
            counted += len(starts)
        return found


class _Match(NamedTuple):
    """`first` and `last` are its words, counted from the beginning of the article."""

    line: int
    start: int
    end: int
    pattern: int
    first: int
    last: int


NO_CONDITIONS = Conditions()
