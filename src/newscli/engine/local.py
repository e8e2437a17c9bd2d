"""Scanning one segment, here and now. What a worker in another process would be given is its name and the query."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newscli.article import Article, Record
from newscli.corpus import Part
from newscli.query.search import Hit, Search
from newscli.store.catalog import Location
from newscli.store.segment import Block

Key = tuple[bytes, int]  # the order of results: path, then ordinal


@dataclass(frozen=True, slots=True)
class Scanned:
    """One article and its hits."""

    key: Key
    format: str
    article: Article
    hits: tuple[Hit, ...]


def scan(part: Part, name: str, chosen: set[int] | None, asked: Search, all_articles: bool) -> Iterator[Scanned]:
    """The chosen articles of a segment that have hits, in the order of their paths; all of them with `all_articles`."""
    for block, number, (path, ordinal, format_name) in _chosen(part, name, chosen, asked, all_articles):
        article = block.article(number)
        # What counts as a hit is the query's own word on the article's own text.
        hits = asked.hits(Record("", 1, "", article))
        if hits or all_articles:
            yield Scanned((path, ordinal), format_name, article, hits)


def keys(part: Part, name: str, chosen: set[int] | None, asked: Search) -> Iterator[Key]:
    """Only where the articles with hits stand: their records stay packed, as long as whole paragraphs are asked for."""
    if asked.fields or asked.limit == 0:
        yield from (one.key for one in scan(part, name, chosen, asked, False))
        return
    for block, number, (path, ordinal, _) in _chosen(part, name, chosen, asked, False):
        # A line of a block is a paragraph; an article without any has an empty one.
        if any(line and asked.selects(line) for line in block.texts[number - block.first].split("\n")):
            yield path, ordinal


def _chosen(
    part: Part, name: str, chosen: set[int] | None, asked: Search, all_articles: bool
) -> Iterable[tuple[Block, int, Location]]:
    """The articles of a segment that may have hits, in the order of their paths.

    They were added in that order; where renames have changed it, they are sorted.
    """
    found = _by_number(part, name, chosen, asked, all_articles)
    return sorted(found, key=lambda one: one[2][:2]) if part.catalog.meta("moved") else found


def _by_number(
    part: Part, name: str, chosen: set[int] | None, asked: Search, all_articles: bool
) -> Iterator[tuple[Block, int, Location]]:
    # --in hides characters, and joins what it leaves: a match may then be where no block has all of it unbroken.
    narrowed = None if all_articles or asked.invert or asked.fields else asked.pattern.required
    for block in part.segments[name].blocks(narrowed):
        numbers = list(_candidates(block, asked, all_articles))
        if not numbers:
            continue
        located = part.catalog.locations(block.first, block.first + block.count - 1)
        for number in numbers:
            if number in located and (chosen is None or number in chosen):
                yield block, number, located[number]


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
