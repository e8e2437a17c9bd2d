"""What the user named, down to source files: walked in order, hidden folders left out, loops of links survived.

Paths are bytes, relative to what was named: not every name is UTF-8.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newscli import readers

VERSION_CONTROL = frozenset((b"CVS", b"_darcs", b"RCS", b"SCCS"))  # the others are hidden anyway
# Files without an ending that stand in every source tree and are no articles.
NOT_ARTICLES = frozenset(
    b"README LICENSE LICENCE COPYING NOTICE AUTHORS CONTRIBUTORS CHANGELOG CHANGES NEWS TODO INSTALL VERSION MANIFEST"
    b" Makefile GNUmakefile Dockerfile Containerfile Vagrantfile Gemfile Rakefile Procfile Jenkinsfile Pipfile".split()
)
# What marks a folder as a cache (https://bford.info/cachedir/). An index carries it and may lie inside its own corpus.
CACHE_TAG = b"CACHEDIR.TAG"
CACHE_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"


class Found(NamedTuple):
    """One file of a folder, and what the file system says of it (times in nanoseconds)."""

    name: bytes
    size: int
    mtime: int
    ctime: int
    inode: int

    @property
    def signature(self) -> tuple[int, int, int, int]:
        return self.size, self.mtime, self.ctime, self.inode


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder's files that newscli reads, by name; `others` is how many it does not.

    Files are plain tuples, made into Found where one has changed: at 200,000 files that is half of a walk's time.
    """

    path: bytes
    files: list[tuple[bytes, int, int, int, int]]
    others: int


def found(name: bytes, status: os.stat_result) -> Found:
    return Found(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


@cache
def _endings() -> frozenset[bytes]:
    return frozenset(os.fsencode(ending) for ending in readers.endings())


def _ending(name: bytes) -> bytes:
    stem, dot, last = name.rpartition(b".")
    return b"." + last.lower() if dot and stem else b""


def wanted(name: bytes, all_files: bool) -> bool:
    """Whether a walk reads a file of this name (its content may still tell that it is no text)."""
    return all_files or (_ending(name) in _endings() and name not in NOT_ARTICLES)


def promises_text(name: bytes) -> bool:
    """Whether a name's ending says that newscli can read it: then it is a problem if it can't."""
    return _ending(name) in _endings() - {b""}


def left_out(name: bytes) -> bool:
    """Whether a walk passes by a folder of this name."""
    return name.startswith(b".") or name in VERSION_CONTROL


def visible(path: bytes) -> bool:
    """Whether a walk from above comes to a folder at this relative path."""
    return not any(map(left_out, filter(None, path.split(b"/"))))


def is_cache(full: bytes) -> bool:
    """Whether a folder says of itself that it is a cache."""
    try:
        with open(os.path.join(full, CACHE_TAG), "rb") as tag:  # noqa: PTH118, PTH123  # bytes
            return tag.read(len(CACHE_SIGNATURE)) == CACHE_SIGNATURE
    except OSError:
        return False


class Walk:
    """A walk below `root`. `problems` collects (path relative to root, reason) of what could not be looked at."""

    def __init__(self, root: bytes, all_files: bool) -> None:
        self.root = root
        self.all_files = all_files
        self.problems: list[tuple[bytes, str]] = []
        self._seen: set[tuple[int, int]] = set()

    def folders(self, scope: bytes = b"") -> Iterator[Folder]:
        """Every folder at and below `scope`, its own first, in the order of their names."""
        waiting = [scope]
        while waiting:
            path = waiting.pop()
            full = self._full(path)
            try:
                status = os.stat(full)  # noqa: PTH116  # bytes
                if (status.st_dev, status.st_ino) in self._seen or (path != scope and is_cache(full)):
                    continue
                self._seen.add((status.st_dev, status.st_ino))
                folder, below = self._look(full, path)
            except OSError as error:
                self.problems.append((path, error.strerror or str(error)))
                continue
            yield folder
            waiting += sorted(below, reverse=True)

    def _full(self, path: bytes) -> bytes:
        return os.path.join(self.root, path) if path else self.root  # noqa: PTH118  # bytes

    def _look(self, full: bytes, path: bytes) -> tuple[Folder, list[bytes]]:
        files: list[tuple[bytes, int, int, int, int]] = []
        below: list[bytes] = []
        others = 0
        with os.scandir(full) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith(b"."):
                    continue
                try:
                    if entry.is_dir():
                        if not left_out(name) and not (entry.is_symlink() and self._comes_anyway(entry.path)):
                            below.append(os.path.join(path, name))  # noqa: PTH118  # bytes
                        continue
                    if not wanted(name, self.all_files):
                        others += 1
                        continue
                    status = entry.stat()
                except OSError as error:
                    if entry.is_symlink() and wanted(name, self.all_files):  # else it went away meanwhile
                        self.problems.append((os.path.join(path, name), f"link to nothing ({error.strerror})"))  # noqa: PTH118
                    continue
                if stat.S_ISREG(status.st_mode):
                    files.append((name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
        files.sort()
        return Folder(path, files, others), below

    def _comes_anyway(self, link: bytes) -> bool:
        """Whether a linked folder is one that the walk sees under its own name, or one that holds the whole corpus."""
        target = os.path.realpath(link)
        if self.root == target or self.root.startswith(target.rstrip(b"/") + b"/"):
            return True
        inside = self.root.rstrip(b"/") + b"/"
        return target.startswith(inside) and visible(target[len(inside) :])
