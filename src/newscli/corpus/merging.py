"""Small segments put together, so that a thousand refreshes of one file each don't leave a thousand segments to ask.

Segments of about one size are merged when there are eight of them: an article is written again once for each power of
eight, and a refresh never has more to do than to write one ordinary segment. What was deleted is left out on the way.
"""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from newscli.article import Article
from newscli.corpus.vocabulary import of_segments
from newscli.frozen import frozen
from newscli.store.catalog import Catalog
from newscli.store.catalog_reader import SegmentRow
from newscli.store.segment import Block, Segment
from newscli.store.writing import SegmentWriter

FANOUT = 8
MOST_ARTICLES = 10_000  # in a merged segment


def due(segments: list[SegmentRow]) -> list[SegmentRow]:
    """The segments that are to be made one; none if there is nothing worth doing."""
    hollow = [one for one in segments if one.gone and one.gone >= one.live]
    if hollow:
        return _at_most(hollow)
    small = sorted((one for one in segments if one.live * FANOUT <= MOST_ARTICLES), key=_tier)
    for _, alike in groupby(small, key=_tier):
        together = list(alike)
        if len(together) >= FANOUT:
            return _at_most(together)
    return []


def _tier(segment: SegmentRow) -> int:
    tier, size = 0, FANOUT
    while segment.live >= size:
        tier, size = tier + 1, size * FANOUT
    return tier


def _at_most(segments: list[SegmentRow]) -> list[SegmentRow]:
    """As many as one segment may hold, but at least one."""
    chosen: list[SegmentRow] = []
    articles = 0
    for one in segments:
        if chosen and articles + one.live > MOST_ARTICLES:
            break
        chosen.append(one)
        articles += one.live
    return chosen


@frozen
class Merger:
    """Merges what is due. Readers of the old segments go on; whoever begins later finds the new one."""

    catalog: Catalog
    folder: Path

    def run(self) -> None:
        """One merge at most. FileNotFoundError where a segment is missing."""
        if chosen := due(self.catalog.segment_rows()):
            self._merge(chosen)

    def _merge(self, chosen: list[SegmentRow]) -> None:
        first = self.catalog.next_number()
        places = [(path, ordinal, number, one) for one in chosen for number, path, ordinal in self.catalog.places(one)]
        segments = {one.name: Segment.open(self.folder / one.name) for one in chosen}
        numbers: list[tuple[int, int]] = []
        if places:
            writer = SegmentWriter(self.folder, first)
            for number, article in _articles(segments, sorted(places, key=lambda place: place[:3])):
                numbers.append((number, writer.add(article)))
            writer.finish().connection.close()
        counts = Counter(writer.vocabulary if places else {})
        counts.subtract(of_segments(self.catalog, segments.values()))
        for segment in segments.values():
            segment.connection.close()
        with self.catalog.transaction():
            self.catalog.add_words(counts)
            if places:
                self.catalog.insert_segment(writer.name, first, writer.next - 1, writer.characters)
                self.catalog.renumber(numbers)
            self.catalog.retire([one.name for one in chosen], int(time.time()))


def _articles(segments: dict[str, Segment], places: list[tuple[bytes, int, int, SegmentRow]]) -> Iterator[tuple[int, Article]]:
    """Numbers and articles in the order of their paths, in which a segment holds them."""
    held: dict[str, Block] = {}
    for _, _, number, one in places:
        block = held.get(one.name)
        if block is None or not block.first <= number < block.first + block.count:
            block = held[one.name] = segments[one.name].block_of(number)
        yield number, block.article(number)
