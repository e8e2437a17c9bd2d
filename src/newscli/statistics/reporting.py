"""Top reporting: who wrote and reported, articles each."""

from newscli.statistics._ranking import Ranking

ORDER = 40


class Tally(Ranking):
    name = "reporting"
    title = "reporting"
    kind = "reporting"
