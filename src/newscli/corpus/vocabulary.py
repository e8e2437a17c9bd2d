"""How many stretches have a word in a body: kept up by stretches and not by articles, which takes half the time to build.

A word is in the vocabulary as long as an article of some stretch has it. When articles go, or go into another, it is
their stretches that are looked through again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from newscli.store.catalog_reader import CatalogReader
from newscli.store.segment import Block, Segment


def lost(catalog: CatalogReader, segments: Mapping[str, Segment], numbers: Iterable[int]) -> Counter[str]:
    """What these articles take off the counts, as negative ones; the catalog still has them."""
    counts: Counter[str] = Counter()
    left = sorted(numbers, reverse=True)
    while left:
        block = segments[catalog.segment_of(left[-1])].block_of(left[-1])
        gone: list[int] = []
        while left and left[-1] < block.first + block.count:
            gone.append(left.pop())
        for alive in _stretches(catalog, block):
            if going := alive.intersection(gone):
                counts.subtract(block.vocabulary(going) - block.vocabulary(alive - going))
    return counts


def of_segments(catalog: CatalogReader, segments: Iterable[Segment]) -> Counter[str]:
    """What all articles of some segments that are still there make up of the counts."""
    counts: Counter[str] = Counter()
    for segment in segments:
        for block in segment.blocks():
            for alive in _stretches(catalog, block):
                counts.update(block.vocabulary(alive))
    return counts


def _stretches(catalog: CatalogReader, block: Block) -> Iterator[set[int]]:
    """The numbers of the articles of each that are still there."""
    alive = set(catalog.numbers_between(block.first, block.first + block.count - 1))
    return (alive.intersection(range(block.first + one.start, block.first + one.stop)) for one in block.stretches())
