"""Runs a task over the parts of a corpus and merges what comes back, always in one order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import chain, pairwise
from typing import Protocol, Self, TypeVar

from newscli.article import Record, Summary, address
from newscli.corpus import Corpus, Part
from newscli.engine.local import Key, keys, scan
from newscli.query.filters import Filters
from newscli.query.search import Hit, Search


@dataclass(frozen=True, slots=True)
class Found:
    """One article and its hits, in text order."""

    record: Record
    hits: tuple[Hit, ...]


class Mergeable(Protocol):
    """What is counted over parts: see statistics.Tally."""

    def add(self, summary: Summary) -> None: ...
    def merge(self, other: Self) -> None: ...


M = TypeVar("M", bound=Mergeable)
S = TypeVar("S")


def search(corpus: Corpus, filters: Filters, asked: Search, all_articles: bool = False) -> Iterator[Found]:
    """The articles with hits, by part as named, then path and ordinal; with `all_articles` also those without any."""
    for part in corpus.parts:
        yield from _in_part(part, filters, asked, all_articles)


def _in_part(part: Part, filters: Filters, asked: Search, all_articles: bool) -> Iterator[Found]:
    chosen = part.numbers(filters)
    for one in _in_order(part, lambda name: scan(part, name, chosen, asked, all_articles), lambda one: one.key):
        path, ordinal = one.key
        yield Found(Record(part.display(path), ordinal, one.format, one.article), one.hits)


def addresses(corpus: Corpus, filters: Filters, asked: Search) -> Iterator[str]:
    """Only where the articles with hits stand, in the same order."""
    for part in corpus.parts:
        yield from _addresses_in(part, filters, asked)


def _addresses_in(part: Part, filters: Filters, asked: Search) -> Iterator[str]:
    chosen = part.numbers(filters)
    for path, ordinal in _in_order(part, lambda name: keys(part, name, chosen, asked), lambda key: key):
        yield address(part.display(path), ordinal)


def _in_order(part: Part, scanned: Callable[[str], Iterator[S]], key: Callable[[S], Key]) -> Iterator[S]:
    """What the segments of a part give, in the order of paths."""
    ranges = [(span, name) for name, first, last in part.catalog.segments() if (span := part.catalog.path_range(first, last))]
    ranges.sort()
    streams = [scanned(name) for _, name in ranges]
    apart = not part.catalog.meta("moved") and all(a[1] < b[0] for (a, _), (b, _) in pairwise(ranges))
    # Segments that follow each other are read one after the other: the first hits are there at once.
    return chain.from_iterable(streams) if apart else merge(*streams, key=key)


def tally(corpus: Corpus, filters: Filters, new: Callable[[], M]) -> M:
    """A tally of the chosen articles: one a part, merged."""
    whole = new()
    for part in corpus.parts:
        piece = new()
        for summary in part.summaries(part.where(filters), (), None):
            piece.add(summary)
        whole.merge(piece)
    return whole
