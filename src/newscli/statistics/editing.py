"""Top editing: who edited, articles each."""

from collections.abc import Iterable

from newscli.article import Summary
from newscli.statistics._ranking import Ranking

ORDER = 50


class Tally(Ranking):
    name = "editing"
    title = "editing"

    def labels(self, summary: Summary) -> Iterable[str]:
        return [name for role, name in summary.people if role == "editing"]
