"""Runs a task over the parts of a corpus and merges what comes back, always in one order."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from newscli.article import Record, Summary, address
from newscli.corpus import Corpus, Part
from newscli.engine.local import Depth, Scan, Scanned
from newscli.engine.planning import tasks
from newscli.engine.processes import spread
from newscli.frozen import frozen
from newscli.query.filters import Filters
from newscli.query.search import Hit, Search

if TYPE_CHECKING:
    from newscli.corpus.unread import Unread

__all__ = ["Depth", "Found", "addresses", "search", "tally"]


@frozen
class Found:
    """One article, how many of its paragraphs are hits, and the hits with what stands around them, in text order."""

    source: Callable[[], Record]
    address: str
    id: str
    count: int
    hits: tuple[Hit, ...]

    @property
    def record(self) -> Record:
        """The whole article, read when it is asked for."""
        return self.source()


class Mergeable(Protocol):
    """What is counted over parts: see statistics.Tally."""

    def add(self, summary: Summary) -> None: ...
    def merge(self, other: Self) -> None: ...


M = TypeVar("M", bound=Mergeable)


def search(
    corpus: Corpus, filters: Filters, asked: Search, all_articles: bool = False, depth: Depth = Depth.HITS
) -> Iterator[Found]:
    """The articles with hits, by part as named, then path and ordinal; with `all_articles` also those without any.

    `depth` says how much of each is wanted: without Depth.HITS they come without hits, and sooner.
    """
    for piece in corpus.pieces:
        if isinstance(piece, Part):
            yield from _in_part(piece, filters, asked, all_articles, depth)
        else:
            yield from _while_reading(piece, filters, asked, all_articles)


def _while_reading(unread: "Unread", filters: Filters, asked: Search, all_articles: bool) -> Iterator[Found]:
    for record in unread.records(filters):
        hits = asked.hits(record)
        if hits or all_articles:
            yield _found(record, hits)


def _found(record: Record, hits: tuple[Hit, ...]) -> Found:
    return Found(lambda: record, record.address, record.article.id, sum(hit.matched for hit in hits), hits)


def addresses(corpus: Corpus, filters: Filters, asked: Search) -> Iterator[str]:
    """Only where the articles with hits stand, in the same order."""
    return (found.address for found in search(corpus, filters, asked, depth=Depth.WHERE))


def _in_part(part: Part, filters: Filters, asked: Search, all_articles: bool, depth: Depth) -> Iterator[Found]:
    chosen = part.numbers(filters)
    planned = tasks(part, chosen, None if all_articles else asked.required())
    scan = Scan(part.segments, chosen, asked, depth, all_articles)
    moved = bool(part.catalog.meta("moved"))
    # What was found, until nothing can come before it any more: segments may lie in each other's midst.
    waiting: list[tuple[tuple[bytes, int], str, Scanned]] = []
    bounds = [*(task.first for task in planned[1:]), None]
    now = 0
    with closing(spread(planned, scan.run)) as results:
        for at, some in results:
            if at != now:
                now = at
                yield from _ready(part, waiting, planned[now].first)
            locations = part.catalog.locations([scanned[0] for scanned in some])
            for scanned in some:
                if (located := locations.get(scanned[0])) is None:  # gone from the corpus since its segment was written
                    continue
                path, ordinal, _, ident = located
                heappush(waiting, ((path, ordinal), ident, scanned))
                if not moved:
                    bound = bounds[at]
                    yield from _ready(
                        part, waiting, bound if bound is not None and bound < (path, ordinal) else (path, ordinal + 1)
                    )
    yield from _ready(part, waiting, None)


def _ready(
    part: Part, waiting: list[tuple[tuple[bytes, int], str, Scanned]], bound: tuple[bytes, int] | None
) -> Iterator[Found]:
    """Those that come before `bound`, taken out; all where it is None."""
    while waiting and (bound is None or waiting[0][0] < bound):
        (path, ordinal), ident, (number, count, hits) = heappop(waiting)
        shown = address(part.display(path), ordinal)
        yield Found(partial(part.record, number), shown, ident, count, tuple(Hit(*hit) for hit in hits))


def tally(corpus: Corpus, filters: Filters, new: Callable[[], M]) -> M:
    """A tally of the chosen articles: one a part, merged."""
    whole = new()
    for part in corpus.parts:
        piece = new()
        for summary in part.summaries(part.where(filters), (), None):
            piece.add(summary)
        whole.merge(piece)
    return whole
