"""Top editing: who edited, articles each."""

from newscli.statistics._ranking import Ranking

ORDER = 50


class Tally(Ranking):
    name = "editing"
    title = "editing"
    kind = "editing"
