"""The paragraphs of many articles in one piece of text, and finding those that may match without looking at each.

A line is a paragraph as grep sees it. Lines are never empty, so an empty line holds two articles apart.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscli.query.needle import Find
    from newscli.query.pattern import Pattern

ARTICLES_APART = "\n\n"
_APART = ARTICLES_APART.encode()


class Paragraphs:
    """`raw` is the text in UTF-8. Articles and lines of an article are counted from 0."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.is_ascii = raw.isascii()
        self._last = (0, 0, 0)

    @cached_property
    def text(self) -> str:
        return self.raw.decode()

    @cached_property
    def _narrow(self) -> bytes:
        """The text with a byte a character: those beyond ASCII become question marks."""
        return self.raw if self.is_ascii else self.text.encode("ascii", "replace")

    @property
    def articles(self) -> int:
        """How many there are."""
        return self.raw.count(_APART) + 1

    def text_of(self, article: int) -> str:
        """One article's lines."""
        begin, end, _ = self._place(article)
        return self.raw[begin:end].decode()

    def lines_of(self, article: int) -> list[str]:
        """The paragraphs of an article; none of one without any."""
        text = self.text_of(article)
        return text.split("\n") if text else []

    def before(self, article: int) -> int:
        """How many paragraphs stand before an article's."""
        return self._place(article)[2]

    def many(self, article: int) -> int:
        """How many paragraphs an article has."""
        begin, end, _ = self._place(article)
        return self.raw.count(b"\n", begin, end) + (begin < end)

    def _place(self, article: int) -> tuple[int, int, int]:
        """Where an article begins and ends, and how many paragraphs stand before it.

        Gone to from the one that was asked for last: of a block mostly some are, in their order.
        """
        raw, (at, begin, before) = self.raw, self._last
        if article < at:
            at = begin = before = 0
        while at < article:
            end = raw.index(_APART, begin)
            before += raw.count(b"\n", begin, end) + (begin < end)
            begin = end + len(_APART)
            at += 1
        self._last = at, begin, before
        end = raw.find(_APART, begin)
        return begin, end if end >= 0 else len(raw), before

    def candidates(self, pattern: "Pattern") -> Iterator[tuple[int, Iterator[int]]]:
        """The articles in which the pattern may match, in order, and the lines of each: none in which it does is left out.

        The lines need not be taken to their end: those of the next article are found all the same.
        """
        if any(part not in self.raw for part in pattern.parts):
            return
        if pattern.needles:
            from newscli.query.needle import finder  # a list needs no tables of letters

            if find := finder(pattern.needles, self.is_ascii, self.raw, lambda: self._narrow):
                in_bytes = self.is_ascii or all(needle.exact for needle in pattern.needles)
                text = self.raw if in_bytes else self._narrow
                yield from self._found(find, text, pattern.parts if text is self.raw else ())
        elif (search := pattern.seeker(self.text)) is not None:
            # The same number of characters, so that what is found in the text is a place among these bytes too.
            yield from self._found(search, self._narrow, ())
        else:
            for article in range(self.articles):
                yield article, iter(range(len(self.lines_of(article))))

    def _found(self, find: "Find", text: bytes, parts: Sequence[bytes]) -> Iterator[tuple[int, Iterator[int]]]:
        """The articles and lines at the places that `find` names in `text`, where all `parts` are in the line too."""
        find = _remembering(_holding(find, text, parts) if parts else find)
        article = begin = 0
        at = find(0)
        while at >= 0:
            while (end := text.find(_APART, begin)) >= 0 and end + len(_APART) <= at:
                begin = end + len(_APART)
                article += 1
            if end < 0:
                end = len(text)
            if begin < end and at <= end:
                yield article, _lines(find, text, begin, end, at)
            at = find(end + len(_APART))


def _holding(find: "Find", text: bytes, parts: Sequence[bytes]) -> "Find":
    """`find`, for places in whose line all parts are as well."""

    def found(at: int) -> int:
        at = find(at)
        while at >= 0:
            begin, end = text.rfind(b"\n", 0, at) + 1, text.find(b"\n", at)
            end = len(text) if end < 0 else end
            if all(text.find(part, begin, end) >= 0 for part in parts):
                return at
            at = find(end + 1)
        return -1

    return found


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
