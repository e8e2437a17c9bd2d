"""How many articles have which field."""

from collections import Counter
from typing import Self

from newscli.article import Summary
from newscli.results import Block

ORDER = 70
FIELDS = ("headline", "date", "dateline", "place", "agency", "byline", "sign-off", "caption")


class Tally:
    def __init__(self) -> None:
        self.articles = 0
        self.sets: Counter[frozenset[str]] = Counter()  # how many articles have just these fields: few sets occur

    def add(self, summary: Summary) -> None:
        self.articles += 1
        self.sets[summary.has] += 1

    def merge(self, other: Self) -> None:
        self.articles += other.articles
        self.sets.update(other.sets)

    def block(self) -> Block:
        values = tuple((field, sum(number for have, number in self.sets.items() if field in have)) for field in FIELDS)
        return Block("coverage", "coverage", "coverage", values, total=self.articles)
