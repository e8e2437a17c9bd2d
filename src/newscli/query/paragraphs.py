"""The paragraphs of many articles in one piece of text, and finding those that may match without looking at each.

A line is a paragraph as grep sees it. Lines are never empty, so an empty line holds two articles apart.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newscli.query.needle import Find
    from newscli.query.pattern import Pattern

ARTICLES_APART = "\n\n"
_APART = ARTICLES_APART.encode()


class Places(NamedTuple):
    """Where each article begins, in bytes and in characters, and how many paragraphs stand before it.

    Each list has one more, for the article that would come next.
    """

    bytes: Sequence[int]
    characters: Sequence[int]
    paragraphs: Sequence[int]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Places":
        """Of articles whose lines are these texts, one behind the other."""
        apart = len(_APART)
        return cls(
            list(accumulate((len(text.encode()) + apart for text in texts), initial=0)),
            list(accumulate((len(text) + apart for text in texts), initial=0)),
            list(accumulate((text.count("\n") + 1 if text else 0 for text in texts), initial=0)),
        )

    def extent(self, articles: range) -> tuple[int, int]:
        """Where some articles, at least one, begin and end, in bytes."""
        return self.bytes[articles.start], self.bytes[articles.stop] - len(_APART)


class Paragraphs:
    """`raw` is the text of some `articles` in UTF-8, `places` may know of more. Lines of an article are counted from 0."""

    def __init__(self, raw: bytes, places: Places, articles: range) -> None:
        self.raw = raw
        self.places = places
        self.articles = articles

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Paragraphs":
        """Articles, each its lines."""
        return cls(ARTICLES_APART.join(texts).encode(), Places.of(texts), range(len(texts)))

    @cached_property
    def is_ascii(self) -> bool:
        return self.raw.isascii()

    @cached_property
    def text(self) -> str:
        return self.raw.decode()

    @cached_property
    def _narrow(self) -> bytes:
        """The text with a byte a character: those beyond ASCII become question marks."""
        return self.raw if self.is_ascii else self.text.encode("ascii", "replace")

    def text_of(self, article: int) -> str:
        """One article's lines."""
        origin, _ = self.places.extent(self.articles)
        begin, end = self.places.extent(range(article, article + 1))
        return self.raw[begin - origin : end - origin].decode()

    def lines_of(self, article: int) -> list[str]:
        """The paragraphs of an article; none of one without any."""
        text = self.text_of(article)
        return text.split("\n") if text else []

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
            for article in self.articles:
                yield article, iter(range(self.places.paragraphs[article + 1] - self.places.paragraphs[article]))

    def _found(self, find: "Find", text: bytes, parts: Sequence[bytes]) -> Iterator[tuple[int, Iterator[int]]]:
        """The articles and lines at the places that `find` names in `text`, where all `parts` are in the line too."""
        find = _remembering(_holding(find, text, parts) if parts else find)
        begins = self.places.bytes if text is self.raw else self.places.characters
        article = self.articles.start
        origin = begins[article]
        at = find(0)
        while at >= 0:
            article = bisect_right(begins, at + origin, article) - 1
            begin, end = begins[article] - origin, begins[article + 1] - len(_APART) - origin
            if begin < end and at <= end:
                yield article, _lines(find, text, begin, end, at)
            article += 1
            at = find(begins[article] - origin)


def lacking(pattern: "Pattern") -> Callable[[bytes], bool]:
    """What tells of some articles, in UTF-8, whether they surely hold no match.

    Where words are common, most stretches that have all of a phrase's words don't have the phrase.
    """
    from newscli.query.needle import finder

    parts, needles = pattern.parts, pattern.needles
    if len(needles) == 1 and needles[0].exact and needles[0].sought and not parts:
        sought = needles[0].sought
        return lambda raw: sought not in raw

    def lacks(raw: bytes) -> bool:
        if any(part not in raw for part in parts):
            return True
        if not needles:
            return False
        find = finder(needles, raw.isascii(), raw, lambda: raw.decode().encode("ascii", "replace"))
        return find is None or find(0) < 0

    return lacks


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
