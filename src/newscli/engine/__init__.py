"""Runs a task over the parts of a corpus and merges what comes back, always in one order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Protocol, Self, TypeVar

from newscli.article import Record, Summary
from newscli.corpus import Corpus, Part
from newscli.engine.local import scan
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


def search(corpus: Corpus, filters: Filters, asked: Search, all_articles: bool = False) -> Iterator[Found]:
    """The articles with hits, by part as named, then path and ordinal; with `all_articles` also those without any."""
    for part in corpus.parts:
        yield from _in_part(part, filters, asked, all_articles)


def _in_part(part: Part, filters: Filters, asked: Search, all_articles: bool) -> Iterator[Found]:
    chosen = part.numbers(filters)
    if chosen is None:
        return
    rank = {number: at for at, number in enumerate(chosen)}
    streams = [scan(part, name, rank, asked, all_articles) for name, _, _ in part.catalog.segments()]
    for _, number, article, hits in merge(*streams, key=lambda found: found[0]):
        yield Found(part.record(number, article), hits)


def tally(corpus: Corpus, filters: Filters, new: Callable[[], M]) -> M:
    """A tally of the chosen articles: one a part, merged."""
    whole = new()
    for part in corpus.parts:
        piece = new()
        for summary in part.summaries(part.where(filters), (), None):
            piece.add(summary)
        whole.merge(piece)
    return whole
