"""What the user named, down to source files: walked in order, hidden folders left out, loops of links survived.

Paths are bytes, relative to what was named: not every name is UTF-8.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from newscli import readers

VERSION_CONTROL = frozenset((b"CVS", b"_darcs", b"RCS", b"SCCS"))  # the others are hidden anyway
# Files without an ending that stand in every source tree and are no articles.
NOT_ARTICLES = frozenset(
    b"README LICENSE LICENCE COPYING NOTICE AUTHORS CONTRIBUTORS CHANGELOG CHANGES NEWS TODO INSTALL VERSION MANIFEST"
    b" Makefile GNUmakefile Dockerfile Containerfile Vagrantfile Gemfile Rakefile Procfile Jenkinsfile Pipfile".split()
)


@dataclass(frozen=True, slots=True)
class Found:
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
    """A folder's files that newscli reads, by name; `others` is how many it does not."""

    path: bytes
    files: tuple[Found, ...]
    others: int


def found(name: bytes, status: os.stat_result) -> Found:
    return Found(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def wanted(name: bytes, all_files: bool) -> bool:
    """Whether a walk reads a file of this name (its content may still tell that it is no text)."""
    if all_files:
        return True
    text = os.fsdecode(name)
    return readers.ending(text) in readers.endings() and name not in NOT_ARTICLES


def walk(root: bytes, all_files: bool, problems: list[tuple[str, str]]) -> Iterator[Folder]:
    """Every folder below `root`, its own first, in the order of their names. Linked folders are followed once."""
    seen: set[tuple[int, int]] = set()
    waiting = [b""]
    while waiting:
        path = waiting.pop()
        full = os.path.join(root, path) if path else root  # noqa: PTH118  # bytes
        try:
            status = os.stat(full)  # noqa: PTH116  # bytes
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            folder, below = _look(full, path, all_files)
        except OSError as error:
            problems.append((os.fsdecode(full), error.strerror or str(error)))
            continue
        yield folder
        waiting += sorted(below, reverse=True)


def _look(full: bytes, path: bytes, all_files: bool) -> tuple[Folder, list[bytes]]:
    files: list[Found] = []
    below: list[bytes] = []
    others = 0
    with os.scandir(full) as entries:
        for entry in entries:
            if entry.name.startswith(b"."):
                continue
            try:
                if entry.is_dir():
                    if entry.name not in VERSION_CONTROL:
                        below.append(os.path.join(path, entry.name))  # noqa: PTH118  # bytes
                    continue
                status = entry.stat()
            except OSError:  # a link to nothing, or a file that went away meanwhile
                continue
            if stat.S_ISREG(status.st_mode):
                if wanted(entry.name, all_files):
                    files.append(found(entry.name, status))
                else:
                    others += 1
    files.sort(key=lambda one: one.name)
    return Folder(path, tuple(files), others), below
