"""Everything that isn't data: messages on standard error."""

import sys
from typing import TYPE_CHECKING

from newscli.errors import Exit

if TYPE_CHECKING:
    from newscli.corpus import Corpus
    from newscli.query.filters import Filters


_MOST_PROBLEMS = 1000
_MOST_ON_A_TERMINAL = 6  # so that what was asked for stays in view


def say(*lines: str) -> None:
    """One message on standard error; what comes from a corpus can't touch the terminal, nor pass for a line of ours."""
    from newscli.render.safe import visible

    shown = "\n".join(map(visible, lines))
    sys.stdout.flush()
    sys.stderr.write(f"newscli: {shown}\n")
    sys.stderr.flush()


def report(corpus: "Corpus") -> Exit:
    """Say what could not be read, and what the exit status of an otherwise good run is."""
    if sys.stderr.isatty():
        shown = sorted(corpus.problems, key=lambda problem: not problem.lost)[:_MOST_ON_A_TERMINAL]
        where = "`2> FILE` names them too"
    else:
        shown = corpus.problems[:_MOST_PROBLEMS]
        where = "`newscli index info` lists them all for a folder that has an index"
    for problem in shown:
        say(str(problem))
    if more := len(corpus.problems) - len(shown):
        say(f"{more:,} more of these; {where}")
    return Exit.TROUBLE if any(problem.lost for problem in corpus.problems) else Exit.OK


def report_undated(corpus: "Corpus", filters: "Filters") -> None:
    """Undated articles never vanish silently from what a date filter chose."""
    if filters.by_date and (left_out := corpus.undated(filters)):
        articles = "undated article" if left_out == 1 else "undated articles"
        say(f"{left_out:,} {articles} left out by the date filter; --missing date shows them")
