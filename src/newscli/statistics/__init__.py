"""Statistics: tallies that add up. One module a statistic, found by its file.

A module has `ORDER` (where it stands on the screen) and a class `Tally` with `add`, `merge` and `block`. Merging the
tallies of two parts gives the tally of the whole, in whatever order, so a corpus can be counted piece by piece. One that
counts labels of a kind (_counted.Counted) need not look at articles at all: the index keeps these numbers.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, Self

from newscli import registry
from newscli.article import Summary
from newscli.query.labels import Counts
from newscli.results import Block
from newscli.statistics._counted import Counted


class Tally(Protocol):
    """What a statistic can do. `block` leaves the tally as it is."""

    def add(self, summary: Summary) -> None: ...
    def merge(self, other: Self) -> None: ...
    def block(self) -> Block: ...


class Overview:
    """Every statistic at once, itself a tally."""

    def __init__(self) -> None:
        here = sys.modules[__name__]
        modules = sorted((registry.load(here, name) for name in registry.names(here)), key=lambda module: module.ORDER)
        self.tallies: tuple[Tally, ...] = tuple(module.Tally() for module in modules)

    def add(self, summary: Summary) -> None:
        for tally in self.tallies:
            tally.add(summary)

    def take(self, counts: Counts, summaries: Callable[[], Iterable[Summary]]) -> None:
        """Add articles that an index has counted. A tally of something else looks at each."""
        others = []
        for tally in self.tallies:
            if isinstance(tally, Counted):
                tally.take(counts)
            else:
                others.append(tally)
        for summary in summaries() if others else ():
            for tally in others:
                tally.add(summary)

    def merge(self, other: "Overview") -> None:
        for own, theirs in zip(self.tallies, other.tallies, strict=True):
            own.merge(theirs)

    def blocks(self) -> Iterator[Block]:
        for tally in self.tallies:
            yield tally.block()


def document(blocks: Iterable[Block]) -> dict[str, object]:
    """The overview as one JSON object: a key a statistic, and in it a number a label."""
    return {block.name: dict(block.values) for block in blocks}
