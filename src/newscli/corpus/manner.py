"""How files are read: which, as what, and with which limits. Two manners never share an index."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newscli import containers, readers
from newscli.containers import Limits

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
    own          the files that describe formats of the user's own
    limits       what may come out of a container
    """

    all_files: bool = False
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    own: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS_SET

    def key(self) -> bytes:
        """What tells the index of a corpus read in this manner from that of another; b"" is the plain one."""
        described = [Path(path).read_bytes() for path in self.own]
        if self.format is None and not self.columns and not described and self.limits == NO_LIMITS_SET:
            return b"\0all" if self.all_files else b""
        said = (self.all_files, self.format, self.columns, described, self.limits)
        return b"\0" + blake2b(repr(said).encode(), digest_size=16).digest()

    def wanted(self, name: str) -> bool:
        """Whether a walk reads a file of this name (its content may still tell that it is nothing to read)."""
        return self.all_files or (readers.ending(name) in self.endings() and name not in NOT_ARTICLES)

    def endings(self) -> frozenset[str]:
        """The endings of files that a walk reads."""
        return _endings(self.own)

    def promises(self, name: str) -> bool:
        """Whether a name's ending says that newscli can read it: then it is a problem if it can't."""
        ending = readers.ending(name)
        return ending != "" and ending in self.endings()

    def recognised(self, name: str, head: bytes) -> tuple[str, str] | None:
        """The format that takes a file of this name and beginning, and why; None if it is nothing that newscli reads."""
        if self.format is not None:
            return self.format, "--as says so"
        return readers.recognised(name, head, self.own)

    def as_plain(self) -> tuple[Any, ...]:
        """Tuples and strings only."""
        return self.all_files, self.format, self.columns, self.own, (self.limits.bytes, self.limits.ratio)

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> "Manner":
        all_files, format_name, columns, own, limits = plain
        return cls(all_files, format_name, columns, own, Limits(*limits))


PLAIN = Manner()
Insist = Callable[[str], bool]  # whether a file of this name must be something to read


@cache
def _endings(own: tuple[str, ...]) -> frozenset[str]:
    return readers.endings(own) | containers.endings()
