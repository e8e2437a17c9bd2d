"""What can go wrong that the user can mend, and the exit status that says so.

Every message names the thing that is wrong and says what to do. Anything else that escapes is a fault of
newscli itself and ends with `Exit.INTERNAL`.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum


class Exit(IntEnum):
    """The exit statuses of every command."""

    OK = 0
    NO_MATCH = 1  # grep found nothing, show knows no such article
    TROUBLE = 2  # the command line makes no sense, or a file could not be read
    INTERNAL = 70  # a fault of newscli (EX_SOFTWARE)
    INTERRUPTED = 130  # Ctrl-C (128 + SIGINT)


class NewscliError(Exception):
    """Something the user can mend: one or two sentences for standard error, and perhaps a line for each of several things."""

    exit_status: Exit = Exit.TROUBLE

    def __init__(self, message: str, *details: str) -> None:
        super().__init__("\n".join((message, *details)))
        self.lines = (message, *details)


class QueryError(NewscliError):
    """What was asked makes no sense: a date, a field, a pattern, a sort key."""


class BadLayout(QueryError):
    """A layout file of the user's says what can't be; `key` is "" where it is the file as a whole."""

    def __init__(self, path: str, key: str, reason: str) -> None:
        super().__init__(f"{path}: {key}: {reason}" if key else f"{path}: {reason}")


class PatternTimeout(QueryError):
    """A pattern took longer than its limit on one paragraph."""


class CorpusError(NewscliError):
    """What was named can't be opened as a corpus."""


class UnreadableError(NewscliError):
    """One source file, or one article of it, can't be read; the run goes on without it.

    `lost` is false where no article was: a file that is understood and holds none, a link that isn't followed.
    """

    def __init__(self, path: str, reason: str, lost: bool = True) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.lost = lost


class MissingExtra(UnreadableError):
    """A file that only a library can read that isn't installed; `extra` is newscli's name for it: "parquet"."""

    def __init__(self, path: str, what: str, extra: str) -> None:
        super().__init__(path, f"is {what}; `pip install 'newscli[{extra}]'` makes it readable")


class DamagedIndex(NewscliError):
    """What an index holds is not what was written into it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the index is damaged ({reason}); `newscli index clear` throws it away, and the next command makes it anew"
        )
        self.reason = reason


class UnknownArticle(NewscliError):
    """No article answers to this id or path."""

    exit_status = Exit.NO_MATCH


class AmbiguousArticle(NewscliError):
    """Several articles answer to this id; the candidates are listed."""

    def __init__(self, reference: str, candidates: Sequence[str]) -> None:
        listed = (f"  {candidate}" for candidate in candidates)
        super().__init__(f"{reference!r} could be any of these; give more letters, or a path:", *listed)
        self.candidates = tuple(candidates)


def closest(given: str, known: Iterable[str]) -> str | None:
    """The one of some names that was probably meant; None if none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(given, list(known), n=1)), None)
