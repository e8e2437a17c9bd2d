"""Around every command: whatever happens in it becomes a sentence and an exit status.

A closed pipe ends the process silently, as SIGPIPE does; what the user can mend is said in a sentence; anything else
is a fault of newscli, says so, and never looks like "nothing found".
"""

import os
import signal
import sys

from newscli.cli.diagnostics import say
from newscli.errors import DamagedIndex, Exit, NewscliError

_LIMITS = ("too many", "too large", "too big", "stack overflow")  # of SQLite, for what it is asked


def guarded(arguments: list[str]) -> int:
    """Run a command line and say how it went, as an exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if not _opened():
        return Exit.TROUBLE
    for stream in (sys.stdout, sys.stderr):
        # Names that are not UTF-8 leave as they came; the locale has no say in what an article looks like.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    try:
        from newscli.cli.app import run

        status = run(arguments)
        sys.stdout.flush()
    except NewscliError as error:
        say(*error.lines)
        return error.exit_status
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:
        say(f"{os.fsdecode(error.filename)}: {error.strerror}" if error.filename else str(error))
        return Exit.TROUBLE
    except MemoryError:
        say("there is not enough memory for this; name fewer or smaller files")
        return Exit.TROUBLE
    except RecursionError:
        say("something is nested too deeply to be read: the brackets of a pattern, or a file's own parts")
        return Exit.TROUBLE
    except Exception as error:  # the last resort: a fault must not look like "nothing found" (1)
        if os.environ.get("NEWSCLI_DEBUG") and type(error).__module__ != "sqlite3":
            raise
        return _unforeseen(error)
    return status


def _opened() -> bool:
    """Whether there is somewhere to write to; streams that whoever started us has closed are opened on nothing."""
    given = sys.stdout is not None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115  # it stays open
    if not given:
        say("standard output is closed: there is nowhere to write to")
    return given


def _unforeseen(error: Exception) -> Exit:
    """Say what SQLite can't do, or what is a fault of ours."""
    if type(error).__module__ != "sqlite3":  # which isn't imported for this
        say(f"internal error, please report it: {type(error).__name__}: {error} (NEWSCLI_DEBUG=1 shows where)")
        return Exit.INTERNAL
    if any(words in str(error) for words in _LIMITS):
        say(f"more is asked at once than an index can answer ({error}); give fewer filters")
    else:
        say(*DamagedIndex(str(error)).lines)
    return Exit.TROUBLE
