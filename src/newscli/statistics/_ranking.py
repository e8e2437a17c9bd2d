"""What several statistics share: counting labels, and ranking them."""

from collections import Counter
from collections.abc import Iterable
from typing import ClassVar, Self

from newscli.article import Summary
from newscli.results import Block


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Labels by count, largest first, equal ones in alphabetical order."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


class Ranking:
    """Articles a label; a label counts once an article. A subclass says which labels an article has."""

    name: ClassVar[str]
    title: ClassVar[str]

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def labels(self, summary: Summary) -> Iterable[str]:
        raise NotImplementedError

    def add(self, summary: Summary) -> None:
        for label in set(self.labels(summary)):
            self.counts[label] += 1

    def merge(self, other: Self) -> None:
        self.counts.update(other.counts)

    def block(self) -> Block:
        return Block(self.name, self.title, "bars", ranked(self.counts))
