"""How many blocks have a word in a body: kept up by blocks and not by articles, which takes half the time to build.

A word is in the vocabulary as long as an article of some block has it. When articles go, or go into another block, it is
their blocks that are looked through again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from newscli.store.catalog import Catalog
from newscli.store.segment import Segment


def lost(catalog: Catalog, segments: Mapping[str, Segment], numbers: Iterable[int]) -> Counter[str]:
    """What these articles take off the counts, as negative ones; the catalog still has them."""
    counts: Counter[str] = Counter()
    left = sorted(numbers, reverse=True)
    while left:
        block = segments[catalog.segment_of(left[-1])].block_of(left[-1])
        gone: list[int] = []
        while left and left[-1] < block.first + block.count:
            gone.append(left.pop())
        staying = set(catalog.numbers_between(block.first, block.first + block.count - 1)) - set(gone)
        counts.subtract(block.vocabulary(gone) - block.vocabulary(staying))
    return counts


def of_segments(catalog: Catalog, segments: Iterable[Segment]) -> Counter[str]:
    """What all articles of some segments that are still there make up of the counts."""
    counts: Counter[str] = Counter()
    for segment in segments:
        for block in segment.blocks():
            counts.update(block.vocabulary(catalog.numbers_between(block.first, block.first + block.count - 1)))
    return counts
