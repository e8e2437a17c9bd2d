"""Everything that isn't data: messages on standard error, and the exit status.

A closed pipe ends the process silently, as SIGPIPE does; what the user can mend is said in a sentence; anything else
is a fault of newscli, says so, and never looks like "nothing found".
"""

import os
import signal
import sys
from typing import TYPE_CHECKING

from newscli.errors import Exit, NewscliError

if TYPE_CHECKING:
    from newscli.corpus import Corpus
    from newscli.query.filters import Filters


def guarded(arguments: list[str]) -> int:
    """Run a command line and say how it went, as an exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # Names that are not UTF-8 leave as they came; the locale has no say in what an article looks like.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    try:
        from newscli.cli.app import run

        status = run(arguments)
        sys.stdout.flush()
    except NewscliError as error:
        say(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:
        say(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return Exit.TROUBLE
    except Exception as error:  # the last resort: a fault must not look like "nothing found" (1)
        if os.environ.get("NEWSCLI_DEBUG"):
            raise
        say(f"internal error, please report it: {type(error).__name__}: {error} (NEWSCLI_DEBUG=1 shows where)")
        return Exit.INTERNAL
    return status


def say(message: str) -> None:
    """One message on standard error; what comes from a corpus can't touch the terminal."""
    shown = "".join(c if c == "\n" or c.isprintable() else f"\\x{ord(c):02x}" for c in message)
    sys.stdout.flush()
    sys.stderr.write(f"newscli: {shown}\n")
    sys.stderr.flush()


def report(corpus: "Corpus") -> Exit:
    """Say what could not be read, and what the exit status of an otherwise good run is."""
    for problem in corpus.problems:
        say(str(problem))
    return Exit.TROUBLE if corpus.problems else Exit.OK


def report_undated(corpus: "Corpus", filters: "Filters") -> None:
    """Undated articles never vanish silently from what a date filter chose."""
    if filters.by_date and (left_out := corpus.undated(filters)):
        articles = "undated article" if left_out == 1 else "undated articles"
        say(f"{left_out:,} {articles} left out by the date filter; --missing date shows them")
