"""The paragraphs of many articles in one piece of text, and finding those that may match without looking at each.

A line is a paragraph as grep sees it. Lines are never empty, so an empty line holds two articles apart.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscli.query.needle import Find
    from newscli.query.pattern import Pattern

ARTICLES_APART = "\n\n"


class Paragraphs:
    """`raw` is the text in UTF-8. Articles and lines of an article are counted from 0."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.is_ascii = raw.isascii()

    @cached_property
    def text(self) -> str:
        return self.raw.decode()

    @cached_property
    def _narrow(self) -> bytes:
        """The text with a byte a character: those beyond ASCII become question marks."""
        return self.raw if self.is_ascii else self.text.encode("ascii", "replace")

    @cached_property
    def texts(self) -> list[str]:
        """Each article's lines."""
        return self.text.split(ARTICLES_APART)

    def text_of(self, article: int) -> str:
        return self.texts[article]

    def lines_of(self, article: int) -> list[str]:
        """The paragraphs of an article; none of one without any."""
        text = self.texts[article]
        return text.split("\n") if text else []

    @cached_property
    def _before(self) -> list[int]:
        return list(accumulate((text.count("\n") + bool(text) for text in self.texts), initial=0))

    def before(self, article: int) -> int:
        """How many paragraphs stand before an article's."""
        return self._before[article]

    def many(self, article: int) -> int:
        """How many paragraphs an article has."""
        return self._before[article + 1] - self._before[article]

    def candidates(self, pattern: "Pattern") -> Iterator[tuple[int, Iterator[int]]]:
        """The articles in which the pattern may match, in order, and the lines of each: none in which it does is left out.

        The lines need not be taken to their end: those of the next article are found all the same.
        """
        if pattern.needles:
            from newscli.query.needle import finder  # a list needs no tables of letters

            if find := finder(pattern.needles, self.is_ascii, self.raw, lambda: self._narrow):
                in_bytes = self.is_ascii or all(needle.exact for needle in pattern.needles)
                yield from self._found(find, self.raw if in_bytes else self._narrow)
        elif (search := pattern.seeker(self.text)) is not None:
            # The same number of characters, so that what is found in the text is a place among these bytes too.
            yield from self._found(search, self._narrow)
        else:
            for article in range(len(self.texts)):
                yield article, iter(range(len(self.lines_of(article))))

    def _found(self, find: "Find", text: bytes) -> Iterator[tuple[int, Iterator[int]]]:
        """The articles and lines at the places that `find` names in `text`."""
        find = _remembering(find)
        starts: list[int] = []
        at = find(0)
        while at >= 0:
            starts = starts or _starts(text)
            article = bisect_right(starts, at) - 1
            begin, beyond = starts[article], starts[article + 1]
            end = beyond - len(ARTICLES_APART)
            if begin < end and at <= end:
                yield article, _lines(find, text, begin, end, at)
            at = find(beyond)


def _starts(text: bytes) -> list[int]:
    """Where each article begins, and where another one would."""
    lengths = (len(part) + len(ARTICLES_APART) for part in text.split(ARTICLES_APART.encode()))
    return list(accumulate(lengths, initial=0))


def _lines(find: "Find", text: bytes, begin: int, end: int, at: int) -> Iterator[int]:
    """Which lines of the article at `begin` to `end` have a place in them, from `at` on."""
    line, counted = 0, begin
    while 0 <= at <= end:
        line += text.count(b"\n", counted, at)
        counted = at
        yield line
        stop = text.find(b"\n", at, end)
        if stop < 0:
            return
        at = find(stop + 1)


def _remembering(find: "Find") -> "Find":
    """`find`, for questions that never go back: what it found is found again without looking."""
    last = -2

    def found(at: int) -> int:
        nonlocal last
        if last != -1 and last < at:
            last = find(at)
        return last

    return found
