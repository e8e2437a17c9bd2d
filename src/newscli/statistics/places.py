"""Top places: where articles were filed from, articles each."""

from newscli.statistics._ranking import Ranking

ORDER = 20


class Tally(Ranking):
    name = "places"
    title = "places"
    kind = "place"
