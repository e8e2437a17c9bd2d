"""Top places: where articles were filed from, articles each."""

from collections.abc import Iterable

from newscli.article import Summary
from newscli.statistics._ranking import Ranking

ORDER = 20


class Tally(Ranking):
    name = "places"
    title = "places"

    def labels(self, summary: Summary) -> Iterable[str]:
        return [place.name for place in summary.places]
