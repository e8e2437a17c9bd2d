"""Scanning some blocks of a segment, here and now: in this process or a forked one, by the same function.

What is found is plain tuples, so that it can be sent from one process to another.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import Any, NamedTuple

from newscli.article import Record
from newscli.frozen import frozen
from newscli.query.paragraphs import Paragraphs, lacking
from newscli.query.pattern import Pattern
from newscli.query.required import Piece
from newscli.query.search import Hit, Search
from newscli.store.segment import WHOLE, Block, Segment


class Depth(Enum):
    """What is wanted of an article with hits: that it has any, how many, or the hits themselves."""

    WHERE = "where"
    COUNT = "count"
    HITS = "hits"


class Task(NamedTuple):
    """Some blocks of one segment, and of each which stretches, a bit each.

    `first` is the path and ordinal that no article in them comes before.
    """

    segment: str
    blocks: tuple[tuple[int, int], ...]
    first: tuple[bytes, int]


Scanned = tuple[int, int, list[tuple[Any, ...]]]  # an article's number, how many hits it has, and the hits


@frozen
class Scan:
    """A search through segments. `chosen` are the articles to look at, None for all.

    With `everything`, articles without hits are found as well.
    """

    segments: dict[str, Segment]
    chosen: set[int] | None
    asked: Search
    depth: Depth
    everything: bool = False

    def run(self, task: Task) -> Iterator[Scanned]:
        """What is found in some blocks, in the order of numbers."""
        segment = self.segments[task.segment]
        phrases = [lacking(pattern) for pattern in self._needed() if not _is_one_word(pattern)]
        for number, stretches in task.blocks:
            left = segment.narrowed(number, stretches, phrases) if phrases and stretches != WHOLE else stretches
            if not left:
                continue
            block = segment.block(number)
            if left == WHOLE:
                yield from self._in_lines(block, block.lines)
                continue
            for articles in block.stretches(left):
                yield from self._in_lines(block, block.part(articles))

    def _needed(self) -> tuple[Pattern, ...]:
        """Patterns without a match of each of which an article is not found."""
        asked = self.asked
        # --in hides characters and joins what it leaves by spaces: what has none can't come about anew.
        certain = not self.everything and (not asked.fields or all(map(is_unspaced, asked.sought)))
        return asked.sought if certain else ()

    def _in_lines(self, block: Block, lines: Paragraphs) -> Iterator[Scanned]:
        """What is found in the lines of a block, or in some of them."""
        for index, tested in self._articles(lines):
            number = block.first + index
            if self.chosen is None or number in self.chosen:
                many, hits = self._in_article(block, lines, index, tested)
                if many or self.everything:
                    yield number, many, hits

    def _articles(self, lines: Paragraphs) -> Iterable[tuple[int, Iterable[int] | None]]:
        """The articles that may have hits, and the paragraphs that may be some; None where that is not known."""
        asked = self.asked
        every: Iterable[tuple[int, None]] = ((index, None) for index in lines.articles)
        if not asked.fields and not asked.conditions.every and (self.everything or asked.invert):
            tested = {index: list(places) for index, places in lines.candidates(asked.pattern)}
            return ((index, tested.get(index, ())) for index in lines.articles)
        needed = self._needed()
        if not needed:
            return every
        if not asked.fields and not asked.conditions.every:
            return lines.candidates(asked.pattern)
        found = [{index for index, _ in lines.candidates(pattern)} for pattern in needed]
        return ((index, None) for index in sorted(set.intersection(*found)))

    def _in_article(
        self, block: Block, paragraphs: Paragraphs, index: int, tested: Iterable[int] | None
    ) -> tuple[int, list[tuple[Any, ...]]]:
        asked = self.asked
        if asked.fields:
            found = asked.hits(Record("", 1, "", block.article(block.first + index)))
            return sum(hit.matched for hit in found), list(map(_plain, found))
        lines = paragraphs.lines_of(index)
        if self.depth is Depth.WHERE:
            return int(next(asked.matching(lines, tested), None) is not None and asked.limit != 0), []
        if self.depth is Depth.COUNT:
            return sum(1 for _ in islice(asked.matching(lines, tested), asked.limit)), []
        picks = asked.picks(lines, tested)
        many = sum(pick.matched for pick in picks)
        if not picks:
            return many, []
        if asked.placed:
            return many, list(map(_plain, asked.located(picks, block.article(block.first + index))))
        numbers = block.numbers(index)
        return many, [(numbers[at], "", lines[at], matches, matched, at) for at, matched, matches in picks]


def _is_one_word(pattern: Pattern) -> bool:
    """Whether an index tells of a pattern all that a look for it does: of several words it only says that they are there."""
    word = pattern.required
    if not isinstance(word, Piece) or pattern.parts:
        return False
    return all(needle.sought is not None and len(needle.sought) <= len(word.text) for needle in pattern.needles)


def is_unspaced(pattern: Pattern) -> bool:
    """Whether a pattern has needles, and no string that it must contain may hold a space."""
    spaced = any(needle.spaced for needle in pattern.needles) or any(b" " in part for part in pattern.parts)
    return bool(pattern.needles) and not spaced


def _plain(hit: Hit) -> tuple[Any, ...]:
    return hit.line, hit.field, hit.text, hit.matches, hit.matched, hit.index
