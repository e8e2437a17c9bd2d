"""What most statistics are: the number of articles a label, of one kind of label (see query.labels)."""

from collections import Counter
from typing import ClassVar, Self

from newscli.article import Summary
from newscli.query.labels import Counts, labels


class Counted:
    """Counts one article after the other, or takes what somebody has counted: both come to the same."""

    kind: ClassVar[str]

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, summary: Summary) -> None:
        for label in labels(self.kind, summary):
            self.counts[label] += 1

    def take(self, counts: Counts) -> None:
        """Add articles that an index has counted."""
        self.counts.update(counts[self.kind])

    def merge(self, other: Self) -> None:
        self.counts.update(other.counts)
