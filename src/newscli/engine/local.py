"""Scanning one segment, here and now. What a worker in another process would be given is its name and the query."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newscli.article import Article, Record
from newscli.corpus import Part
from newscli.query.search import Hit, Search
from newscli.store.segment import Block


@dataclass(frozen=True, slots=True)
class Scanned:
    """One article and its hits. `key` is the order of results: path, then ordinal."""

    key: tuple[bytes, int]
    format: str
    article: Article
    hits: tuple[Hit, ...]


def scan(part: Part, name: str, chosen: set[int] | None, asked: Search, all_articles: bool) -> Iterator[Scanned]:
    """The chosen articles of a segment that have hits, block by block, in the order of their paths.

    A segment's articles were added in that order; where renames have changed it, they are sorted.
    """
    found = _found(part, name, chosen, asked, all_articles)
    return iter(sorted(found, key=lambda one: one.key)) if part.catalog.meta("moved") else found


def _found(part: Part, name: str, chosen: set[int] | None, asked: Search, all_articles: bool) -> Iterator[Scanned]:
    # --in hides characters, and joins what it leaves: a match may then be where no block has all of it unbroken.
    narrowed = None if all_articles or asked.invert or asked.fields else asked.pattern.required
    for block in part.segments[name].blocks(narrowed):
        numbers = list(_candidates(block, asked, all_articles))
        if not numbers:
            continue
        located = part.catalog.locations(block.first, block.first + block.count - 1)
        for number in numbers:
            if number not in located or (chosen is not None and number not in chosen):
                continue
            article = block.article(number)
            # What counts as a hit is the query's own word on the article's own text.
            hits = asked.hits(Record("", 1, "", article))
            if hits or all_articles:
                path, ordinal, format_name = located[number]
                yield Scanned((path, ordinal), format_name, article, hits)


def _candidates(block: Block, asked: Search, all_articles: bool) -> Iterable[int]:
    """The articles of a block that may have hits: no article with one is left out."""
    everything = range(block.first, block.first + block.count)
    literal = asked.pattern.literal
    # --in hides characters: what is left is joined by spaces, so that only what has none can't come about anew.
    if all_articles or asked.invert or (asked.fields and (literal is None or " " in literal)):
        return everything
    places = asked.pattern.places(block.text)
    if places is None:
        return (
            number for number, text in zip(everything, block.texts, strict=True) if any(map(asked.selects, text.split("\n")))
        )
    return _articles_at(places, block)


def _articles_at(places: Iterator[int], block: Block) -> Iterator[int]:
    """The numbers of the articles in which these places are, each once."""
    starts: list[int] = []
    last = -1
    for place in places:
        starts = starts or block.starts()
        index = bisect_right(starts, place) - 1
        if index != last:
            last = index
            yield block.first + index
