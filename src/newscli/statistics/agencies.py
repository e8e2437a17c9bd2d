"""Top agencies: the agencies of the datelines, articles each."""

from newscli.statistics._ranking import Ranking

ORDER = 30


class Tally(Ranking):
    name = "agencies"
    title = "agencies"
    kind = "agency"
