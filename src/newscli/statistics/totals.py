"""How much there is: articles, files, words, and different words where somebody has counted them."""

from typing import Self

from newscli.article import Summary
from newscli.query.labels import ALL_FILES, FILES, Counts
from newscli.results import Block
from newscli.statistics._counted import Counted

ORDER = 0


class Tally(Counted):
    """`vocabulary` is set from outside: different words can't be told from summaries."""

    kind = "words"

    def __init__(self) -> None:
        super().__init__()
        self.paths: set[str] = set()
        self.files = 0  # beside those of the paths
        self.vocabulary: int | None = None

    def add(self, summary: Summary) -> None:
        super().add(summary)
        self.paths.add(summary.path)

    def take(self, counts: Counts) -> None:
        super().take(counts)
        self.files += counts[FILES][ALL_FILES]

    def merge(self, other: Self) -> None:
        super().merge(other)
        self.paths |= other.paths
        self.files += other.files

    def block(self) -> Block:
        words = sum(int(length) * number for length, number in self.counts.items())
        values = [("articles", self.counts.total()), ("files", self.files + len(self.paths)), ("words", words)]
        if self.vocabulary is not None:
            values.append(("different words", self.vocabulary))
        return Block("totals", "totals", "totals", tuple(values))
