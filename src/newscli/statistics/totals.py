"""How much there is: articles, files, words, and different words where somebody has counted them."""

from typing import Self

from newscli.article import Summary
from newscli.results import Block

ORDER = 0


class Tally:
    """`vocabulary` is set from outside: different words can't be told from summaries."""

    def __init__(self) -> None:
        self.articles = 0
        self.words = 0
        self.paths: set[str] = set()
        self.vocabulary: int | None = None

    def add(self, summary: Summary) -> None:
        self.articles += 1
        self.words += summary.words
        self.paths.add(summary.path)

    def merge(self, other: Self) -> None:
        self.articles += other.articles
        self.words += other.words
        self.paths |= other.paths

    def block(self) -> Block:
        values = [("articles", self.articles), ("files", len(self.paths)), ("words", self.words)]
        if self.vocabulary is not None:
            values.append(("different words", self.vocabulary))
        return Block("totals", "totals", "totals", tuple(values))
