"""How many articles have which field."""

from newscli.results import Block
from newscli.statistics._counted import Counted

ORDER = 70
FIELDS = ("headline", "date", "dateline", "place", "agency", "byline", "sign-off", "caption")


class Tally(Counted):
    """Counts which sets of fields occur: they are few."""

    kind = "has"

    def block(self) -> Block:
        sets = [(have.split(), number) for have, number in self.counts.items()]
        values = tuple((field, sum(number for have, number in sets if field in have)) for field in FIELDS)
        return Block("coverage", "coverage", "coverage", values, total=self.counts.total())
