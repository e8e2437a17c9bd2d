"""How files are read: which, as what, and with which limits. Two manners never share an index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

from newscli import containers, readers
from newscli.containers import Limits
from newscli.errors import QueryError

# Files without an ending that stand in every source tree and are no articles.
NOT_ARTICLES = frozenset(
    "README LICENSE LICENCE COPYING NOTICE AUTHORS CONTRIBUTORS CHANGELOG CHANGES NEWS TODO INSTALL VERSION MANIFEST"
    " Makefile GNUmakefile Dockerfile Containerfile Vagrantfile Gemfile Rakefile Procfile Jenkinsfile Pipfile".split()
)
NO_LIMITS_SET = Limits()


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are read.

    all_files    every one that is text, whatever its ending
    format       the reader that takes every file, whatever it looks like; None: each is recognised
    columns      pairs of a field and the column (or key) that holds it
    limits       what may come out of a container
    """

    all_files: bool = False
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    limits: Limits = NO_LIMITS_SET

    def key(self) -> bytes:
        """What tells the index of a corpus read in this manner from that of another; b"" is the plain one."""
        if self.format is None and not self.columns and self.limits == NO_LIMITS_SET:
            return b"\0all" if self.all_files else b""
        said = (self.all_files, self.format, self.columns, self.limits)
        return b"\0" + blake2b(repr(said).encode(), digest_size=16).digest()

    def wanted(self, name: str) -> bool:
        """Whether a walk reads a file of this name (its content may still tell that it is nothing to read)."""
        return self.all_files or (readers.ending(name) in self.endings() and name not in NOT_ARTICLES)

    def endings(self) -> frozenset[str]:
        """The endings of files that a walk reads."""
        return _endings()

    def promises(self, name: str) -> bool:
        """Whether a name's ending says that newscli can read it: then it is a problem if it can't."""
        ending = readers.ending(name)
        return ending != "" and ending in self.endings()

    def recognised(self, name: str, head: bytes) -> tuple[str, str] | None:
        """The format that takes a file of this name and beginning, and why; None if it is nothing that newscli reads."""
        if self.format is not None:
            return self.format, "--as says so"
        return readers.recognised(name, head)

    def as_plain(self) -> tuple[Any, ...]:
        """Tuples and strings only."""
        return self.all_files, self.format, self.columns, (self.limits.bytes, self.limits.ratio)

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> "Manner":
        all_files, format_name, columns, limits = plain
        return cls(all_files, format_name, columns, Limits(*limits))


PLAIN = Manner()
Insist = Callable[[str], bool]  # whether a file of this name must be something to read


@cache
def _endings() -> frozenset[str]:
    return readers.endings() | containers.endings()


def meant(all_files: bool, format_name: str | None, mapped: Sequence[str], environment: Mapping[str, str]) -> Manner:
    """The manner that --all-files, --as, --map and the environment ask for; QueryError for what makes no sense."""
    if format_name is not None and format_name not in readers.table():
        raise QueryError(f"--as: no format {format_name!r}{_close(format_name, readers.table())}; `newscli formats` lists them")
    return Manner(all_files, format_name, tuple(_columns(mapped)), _limits(environment))


def _columns(mapped: Sequence[str]) -> Iterator[tuple[str, str]]:
    """ "headline=title,date=published" as pairs."""
    if not mapped:
        return
    from newscli.readers._record import KEYS

    for piece in ",".join(mapped).split(","):
        field, mark, column = (part.strip() for part in piece.partition("="))
        if not mark or not column:
            raise QueryError(f"--map: {piece!r} is not FIELD=COLUMN, as in headline=title,date=published")
        if field not in KEYS:
            raise QueryError(f"--map: no field {field!r}{_close(field, KEYS)}; there are {', '.join(KEYS)}")
        yield field, column


def _limits(environment: Mapping[str, str]) -> Limits:
    set_ = {}
    for name in ("bytes", "ratio"):
        variable = f"NEWSCLI_UNPACK_{name.upper()}"
        if given := environment.get(variable):
            if not given.isdigit() or not int(given):
                raise QueryError(f"{variable}={given}: give a number, as in {variable}={getattr(NO_LIMITS_SET, name)}")
            set_[name] = int(given)
    return Limits(**set_)


def _close(given: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(given.casefold(), list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""
