"""Top agencies: the agencies of the datelines, articles each."""

from collections.abc import Iterable

from newscli.article import Summary
from newscli.statistics._ranking import Ranking

ORDER = 30


class Tally(Ranking):
    name = "agencies"
    title = "agencies"

    def labels(self, summary: Summary) -> Iterable[str]:
        return [summary.agency] if summary.agency else []
