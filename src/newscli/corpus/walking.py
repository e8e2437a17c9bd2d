"""What the user named, down to source files: walked in order, hidden folders left out, loops of links survived.

Paths are bytes, relative to what was named: not every name is UTF-8.
"""

import marshal
import os
import stat
from collections.abc import Container, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

from newscli.corpus.manner import Manner
from newscli.readers import ending

VERSION_CONTROL = frozenset((b"CVS", b"_darcs", b"RCS", b"SCCS"))  # the others are hidden anyway
# What marks a folder as a cache (https://bford.info/cachedir/). An index carries it and may lie inside its own corpus.
CACHE_TAG = b"CACHEDIR.TAG"
CACHE_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"

USUAL_RATIO = 5  # of text, compressed
_MOST = (1 << 63) - 1


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


File = tuple[str, int, int, int, int]  # what Found says, plain: 200,000 of them take half the time


class Folder(NamedTuple):
    """A folder's `files` that newscli reads; `articles` is how many it has, `others` how many it does not read.

    The signature is equal as long as no file has changed: names, sizes, times and inodes. Files are signed in two halves,
    by the parity of their inodes, so that two processes can look at one each (see sharing). Within a half they are in the
    file system's own order: should that ever change by itself, a folder is compared file by file for nothing, which is
    cheaper than to sort it every time.
    """

    path: bytes
    signature: bytes
    files: list[File]
    articles: int
    others: int

    def found(self) -> Iterator[Found]:
        for name, *facts in self.files:
            yield _kept(Found(os.fsencode(name), *facts))


class Look(NamedTuple):
    """What one look at a folder says: where it is (device and inode), whether a walk passes it by, its files, the folders in
    it, and what could not be looked at."""

    place: tuple[int, int]
    passed: bool
    folder: Folder
    below: list[bytes]
    problems: list[tuple[bytes, str]]


NO_LOOKS: Mapping[bytes, Look] = {}


def _signature(files: list[File]) -> bytes:
    # Version 2 of marshal writes equal values alike; later ones look at who else refers to them.
    return blake2b(marshal.dumps(files, 2), digest_size=12).digest()


def found(name: bytes, status: os.stat_result) -> Found:
    return _kept(Found(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))


def _kept(file: Found) -> Found:
    """In numbers that SQLite can hold: a time beyond the year 2262, or a large inode, loses its highest bit."""
    if file.mtime <= _MOST and file.ctime <= _MOST and file.inode <= _MOST:
        return file
    return Found(file.name, file.size, file.mtime & _MOST, file.ctime & _MOST, file.inode & _MOST)


def alone(name: bytes, status: os.stat_result) -> Folder:
    """A folder in which one looks at one file only."""
    facts = (os.fsdecode(name), status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return Folder(b"", _signature([facts]), [facts], 1, 0)


def weight(file: Found) -> int:
    """A file's size; of what is compressed, what it may unpack to."""
    from newscli import containers  # every one of them is loaded to be asked for its endings

    packed = ending(os.fsdecode(file.name)) in containers.endings()
    return file.size * USUAL_RATIO if packed else file.size


def left_out(name: bytes) -> bool:
    """Whether a walk passes by a folder of this name."""
    return name.startswith(b".") or name in VERSION_CONTROL


def visible(path: bytes) -> bool:
    """Whether a walk from above comes to a folder at this relative path."""
    return not any(map(left_out, filter(None, path.split(b"/"))))


def _joined(path: bytes, name: str) -> bytes:
    return os.path.join(path, os.fsencode(name))  # noqa: PTH118  # bytes


def is_cache(full: bytes) -> bool:
    """Whether a folder says of itself that it is a cache."""
    try:
        with open(os.path.join(full, CACHE_TAG), "rb") as tag:  # noqa: PTH118, PTH123  # bytes
            return tag.read(len(CACHE_SIGNATURE)) == CACHE_SIGNATURE
    except OSError:
        return False


class Walk:
    """A walk below `root`. `problems` collects (path relative to root, reason) of what could not be looked at.

    With a `half` (0 or 1) it looks at that half of the files only, and signs and counts it; its folders have no files.
    `endings` are the manner's, where an index knows them: then no reader is loaded.
    """

    def __init__(self, root: bytes, manner: Manner, half: int | None = None, endings: frozenset[str] | None = None) -> None:
        self.root = root
        self.manner = manner
        self.half = half
        self.endings = manner.endings() if endings is None else endings
        self.problems: list[tuple[bytes, str]] = []
        self._seen: set[tuple[int, int]] = set()

    def folders(self, scope: bytes = b"", looked: Mapping[bytes, Look] = NO_LOOKS) -> Iterator[Folder]:
        """Every folder at and below `scope`, its own first, in the order of their names.

        `looked` are looks at some of them that have been taken already.
        """
        waiting = [scope]
        while waiting:
            path = waiting.pop()
            try:
                look = looked.get(path) or self.look(path, path == scope, self._seen)
            except OSError as error:
                self.problems.append((path, error.strerror or str(error)))
                continue
            if look.passed or look.place in self._seen:
                continue
            self._seen.add(look.place)
            self.problems += look.problems
            yield look.folder
            waiting += sorted(look.below, reverse=True)

    def look(self, path: bytes, asked: bool = False, seen: Container[tuple[int, int]] = ()) -> Look:
        """One folder with all its files, as it is now. OSError where it has gone.

        One that was `seen`, by another way, is passed by, and so is a cache that is not the one that was `asked` for.
        """
        full = self._full(path)
        # By its descriptor: then each file's facts are asked for by its name alone, and the path is not gone through anew.
        descriptor = os.open(full, os.O_RDONLY | os.O_DIRECTORY)
        try:
            status = os.fstat(descriptor)
            place = status.st_dev, status.st_ino
            if place in seen or (not asked and is_cache(full)):
                return Look(place, True, Folder(path, b"", [], 0, 0), [], [])
            return self._entries(path, place, descriptor)
        finally:
            os.close(descriptor)

    def _full(self, path: bytes) -> bytes:
        return os.path.join(self.root, path) if path else self.root  # noqa: PTH118  # bytes

    def _entries(self, path: bytes, place: tuple[int, int], descriptor: int) -> Look:
        halves: tuple[list[File], list[File]] = ([], [])
        whole = self.half is None
        usual = ""  # how the last file ended, and nearly every other does
        below: list[bytes] = []
        problems: list[tuple[bytes, str]] = []
        others = 0
        with os.scandir(descriptor) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                try:
                    alike = usual and name.endswith(usual)
                    if not (alike and whole):  # of what is called as files are, its facts will say if it is a folder
                        if entry.is_dir():
                            below += self._gone_into(path, entry)
                            continue
                        if not whole and entry.inode() & 1 != self.half:
                            continue
                    if not alike:
                        if not self.manner.wanted(name, self.endings):
                            others += 1
                            continue
                        usual = ending(name)
                    status = entry.stat()
                except OSError as error:
                    problems += self._broken(path, entry, error)
                    continue
                if stat.S_ISREG(status.st_mode):
                    facts = (name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
                    halves[entry.inode() & 1].append(facts)
                elif stat.S_ISDIR(status.st_mode):
                    below += self._gone_into(path, entry)
                else:
                    problems.append((_joined(path, name), "is a pipe or device; name it to read it"))
        if self.half is not None:
            half = halves[self.half]
            return Look(place, False, Folder(path, _signature(half), [], len(half), others), below, problems)
        files = halves[0] + halves[1]
        folder = Folder(path, _signature(halves[0]) + _signature(halves[1]), files, len(files), others)
        return Look(place, False, folder, below, problems)

    def _gone_into(self, path: bytes, entry: os.DirEntry[str]) -> tuple[bytes, ...]:
        """The path of a folder in a folder; nothing where a walk passes it by."""
        name = os.fsencode(entry.name)
        if left_out(name) or (entry.is_symlink() and self._comes_anyway(os.path.join(self._full(path), name))):  # noqa: PTH118
            return ()
        return (_joined(path, entry.name),)

    def _broken(self, path: bytes, entry: os.DirEntry[str], error: OSError) -> Iterator[tuple[bytes, str]]:
        """A link to nothing is a problem; any other file without facts went away meanwhile."""
        if entry.is_symlink() and self.manner.wanted(entry.name, self.endings):
            yield _joined(path, entry.name), f"link to nothing ({error.strerror})"

    def _comes_anyway(self, link: bytes) -> bool:
        """Whether a linked folder is one that the walk sees under its own name, or one that holds the whole corpus."""
        target = os.path.realpath(link)
        if self.root == target or self.root.startswith(target.rstrip(b"/") + b"/"):
            return True
        inside = self.root.rstrip(b"/") + b"/"
        return target.startswith(inside) and visible(target[len(inside) :])
