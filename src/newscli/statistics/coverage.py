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
        self.have: Counter[str] = Counter()

    def add(self, summary: Summary) -> None:
        self.articles += 1
        self.have.update(summary.has)

    def merge(self, other: Self) -> None:
        self.articles += other.articles
        self.have.update(other.have)

    def block(self) -> Block:
        values = tuple((field, self.have[field]) for field in FIELDS)
        return Block("coverage", "coverage", "coverage", values, total=self.articles)
