"""Top reporting: who wrote and reported, articles each."""

from collections.abc import Iterable

from newscli.article import Summary
from newscli.statistics._ranking import Ranking

ORDER = 40


class Tally(Ranking):
    name = "reporting"
    title = "reporting"

    def labels(self, summary: Summary) -> Iterable[str]:
        return [name for role, name in summary.people if role in ("by", "reporting")]
