"""Scanning one segment, here and now. What a worker in another process would be given is its name and the query."""

from collections.abc import Iterator, Mapping

from newscli.article import Article, Record
from newscli.corpus import Part
from newscli.query.search import Hit, Search
from newscli.store.segment import Block

Scanned = tuple[int, int, Article, tuple[Hit, ...]]


def scan(part: Part, name: str, rank: Mapping[int, int], asked: Search, all_articles: bool) -> Iterator[Scanned]:
    """(rank, number, article, hits) of the articles in `rank` that have hits, block by block, in the order of rank.

    A segment's articles were added in the order of their paths; where renames have changed that, they are sorted.
    """
    first, last = next((first, last) for found, first, last in part.catalog.segments() if found == name)
    ranks = [rank[number] for number in range(first, last + 1) if number in rank]
    found = _hits(part, name, rank, asked, all_articles)
    return found if ranks == sorted(ranks) else iter(sorted(found, key=lambda one: one[0]))


def _hits(part: Part, name: str, rank: Mapping[int, int], asked: Search, all_articles: bool) -> Iterator[Scanned]:
    for block in part.segments[name].blocks():
        for number in _candidates(block, rank, asked, all_articles):
            article = block.article(number)
            # What counts as a hit is the query's own word on the article's own text.
            hits = asked.hits(Record("", 1, "", article))
            if hits or all_articles:
                yield rank[number], number, article, hits


def _candidates(block: Block, rank: Mapping[int, int], asked: Search, all_articles: bool) -> Iterator[int]:
    """The chosen articles of a block that may have hits: no article with one is left out."""
    literal = None if asked.invert else asked.pattern.literal
    for number, text in enumerate(block.texts, block.first):
        if number not in rank:
            continue
        if all_articles:
            yield number
        elif literal is not None:
            # --in can only hide text, never join a word out of two pieces unless by a space.
            if literal in text or (asked.fields and " " in literal):
                yield number
        elif asked.fields or any(map(asked.selects, text.split("\n"))):
            yield number
