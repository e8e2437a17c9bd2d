"""What several statistics share: ranking labels by the number of their articles."""

from collections import Counter
from typing import ClassVar

from newscli.results import Block
from newscli.statistics._counted import Counted


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Labels by count, largest first, equal ones in alphabetical order."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


class Ranking(Counted):
    """Articles a label; a subclass says which kind of label."""

    name: ClassVar[str]
    title: ClassVar[str]

    def block(self) -> Block:
        return Block(self.name, self.title, "bars", ranked(self.counts))
