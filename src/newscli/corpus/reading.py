"""Reading one source file: its bytes, what it holds, and the articles that stand in it, one after the other."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from hashlib import blake2b, file_digest
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple, cast

from newscli import charsets, containers, readers
from newscli.article import Article
from newscli.containers import Leaf, below
from newscli.corpus.manner import Manner
from newscli.corpus.walking import Found, found, left_out
from newscli.errors import MissingExtra, UnreadableError
from newscli.frozen import frozen

DIGEST_BYTES = 16
LARGE_BYTES = 8_000_000  # a larger file isn't held in memory
_TRIES = 3
_BUFFER = 1 << 16
STANDARD_INPUT = b"-"  # other paths are absolute


class Read(NamedTuple):
    """One article; `inner` is where it stands below its source file: "" or "folder/name.txt" in an archive."""

    inner: str
    ordinal: int
    format: str
    article: Article


class Problem(NamedTuple):
    """What can't be read, or holds no article: one article, or (`ordinal` 0) a whole file or the rest of it.

    lost     whether articles may have been lost; else it is only said
    passes   whether it may be otherwise next time although the file is the same
    """

    inner: str
    ordinal: int
    reason: str
    lost: bool = True
    passes: bool = False


@frozen
class Content:
    """A file at its beginning, and what the file system said of it.

    `data` is all of it where it is small; what comes through a pipe is `passing`, and can't be read a second time.
    """

    stream: BinaryIO
    file: Found
    data: bytes | None = None
    passing: bool = False

    def digest(self) -> bytes:
        """What tells its content from any other; the stream stands at its beginning afterwards."""
        if self.data is not None:
            return blake2b(self.data, digest_size=DIGEST_BYTES).digest()
        # The parser takes fifty times as long: a pass of its own costs nothing, and may save the parser's.
        digest = file_digest(cast(Any, self.stream), lambda: blake2b(digest_size=DIGEST_BYTES)).digest()
        self.stream.seek(0)
        return digest

    def changed(self) -> bool:
        """Whether the file is another than it was when it was opened."""
        return self.data is None and not self.passing and found(self.file.name, os.fstat(self.stream.fileno())) != self.file


def unreadable(shown: str, problem: Problem) -> UnreadableError:
    """A problem of a file as it is said."""
    path = below(shown, problem.inner)
    return UnreadableError(f"{path}#{problem.ordinal}" if problem.ordinal else path, problem.reason, problem.lost)


def opened(path: bytes, name: bytes) -> Content:
    """A file's content: a small file is read at once, again if it changed meanwhile. OSError if it can't be read."""
    if path == STANDARD_INPUT:
        return Content(streamed(sys.stdin.buffer, ours=False), Found(name, 0, 0, 0, 0), passing=True)
    for _ in range(_TRIES):
        # Unbuffered: half of what it takes to read a small file. A large one stays open for who asked.
        file = open(path, "rb", buffering=0)  # noqa: PTH123, SIM115  # bytes
        status = os.fstat(file.fileno())
        before = found(name, status)
        if not stat.S_ISREG(status.st_mode):
            return Content(streamed(io.BufferedReader(file)), before, passing=True)
        if status.st_size > LARGE_BYTES:
            return Content(io.BufferedReader(_AsOpened(file, status.st_size), _BUFFER), before)
        with file:
            data = file.read()
            after = found(name, os.fstat(file.fileno()))
        if before == after:
            break
    return Content(BytesIO(data), after, data)


def streamed(stream: BinaryIO, ours: bool = True) -> BinaryIO:
    """What comes through a pipe, so that one can look at its beginning; `ours` is closed when that is."""
    return io.BufferedReader(_Pipe(stream, ours), _BUFFER)


class _AsOpened(io.RawIOBase):
    """A file as long as it was when it was opened: one that grows faster than it is read has an end all the same."""

    def __init__(self, file: io.FileIO, size: int) -> None:
        self.file = file
        self.size = size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.file.fileno()

    def close(self) -> None:
        self.file.close()
        super().close()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self.file.seek(self.size + offset) if whence == io.SEEK_END else self.file.seek(offset, whence)

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any buffer, says typeshed
        left = max(0, self.size - self.file.tell())
        return self.file.readinto(memoryview(buffer)[:left])


class _Pipe(io.RawIOBase):
    """A pipe gives what it has just got; the first look waits for enough to tell what it is."""

    def __init__(self, stream: BinaryIO, ours: bool) -> None:
        self.stream = stream
        self.ours = ours
        self.begun = False

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        if self.ours:
            self.stream.close()
        super().close()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any buffer, says typeshed
        view = memoryview(buffer).cast("B")
        if not self.begun:
            self.begun = True
            data = self.stream.read(containers.HEAD)
        else:
            data = cast(io.BufferedReader, self.stream).read1(len(view))
        view[: len(data)] = data
        return len(data)


def articles(stream: BinaryIO, name: str, shown: str, manner: Manner, named: bool = False) -> Iterator[Read | Problem]:
    """The articles of a file of this name, in its order, and what of it can't be read; nothing of what nobody takes for text.

    `shown` is its path as the user sees it. A folder may hold programs and pictures without an ending, and nobody wants
    to hear of each: a file that isn't text is only a problem if its name promises text, or if it was `named` itself.
    """
    for leaf in containers.leaves(stream, name, manner.limits, lambda path: _wanted(path, manner)):
        if isinstance(leaf, Leaf):
            yield from _leaf(leaf, below(shown, leaf.inner), manner, named and not leaf.inner)
        else:
            yield Problem(leaf.inner, 0, leaf.reason, leaf.lost, leaf.passes)


def _wanted(path: str, manner: Manner) -> bool:
    """Whether a walk of the unpacked archive would read this member."""
    *folders, name = path.split("/")
    return not name.startswith(".") and not any(map(_left_out, folders)) and manner.wanted(name)


def _left_out(folder: str) -> bool:
    return folder == "__MACOSX" or left_out(os.fsencode(folder))


def _taken(leaf: Leaf, manner: Manner) -> tuple[BinaryIO, tuple[str, str] | None]:
    """A file's bytes as its reader should see them, and which reader that is, with the reason."""
    head = containers.head_of(leaf.stream)
    taken = manner.recognised(leaf.name, head)
    if manner.encoding is None or charsets.is_utf8(head) or (taken and hasattr(manner.readers()[taken[0]], "DECLARES")):
        return leaf.stream, taken
    stream = io.BufferedReader(charsets.Transcoded(leaf.stream, manner.encoding), _BUFFER)
    return stream, manner.recognised(leaf.name, containers.head_of(stream))


def _unknown(leaf: Leaf) -> str:
    """What is said of a file that no reader takes."""
    from newscli.readers._foreign import known

    what = known(containers.head_of(leaf.stream))
    return f"is {what}" if what else "is not text; skipped"


def _leaf(leaf: Leaf, shown: str, manner: Manner, named: bool) -> Iterator[Read | Problem]:
    from newscli.parse import parse

    ordinal = given = 0
    try:
        stream, taken = _taken(leaf, manner)
        if taken is None:
            if named or manner.promises(leaf.name):
                yield Problem(leaf.inner, 0, _unknown(leaf))
            return
        source = readers.Source(shown, leaf.name, stream, dict(manner.columns))
        for ordinal, item in enumerate(manner.readers()[taken[0]].read(source), 1):
            if isinstance(item, readers.Broken):
                yield Problem(leaf.inner, ordinal, item.reason)
            elif len(item.text) > readers.ARTICLE_CHARACTERS:
                yield Problem(leaf.inner, ordinal, readers.too_long(shown).reason)
            else:
                given += 1
                yield Read(leaf.inner, ordinal, taken[0], parse(item.text, item.stated, item.warnings, item.line))
    except readers.NotNews as error:
        yield Problem(leaf.inner, 0, f"no article in it: {error}", lost=False)
    except UnreadableError as error:
        kept = f" (the {given:,} article{'s' * (given != 1)} before that are kept)" if given else ""
        yield Problem(leaf.inner, 0, error.reason + kept, passes=isinstance(error, MissingExtra) and not leaf.inner)
    except RecursionError:
        yield Problem(leaf.inner, 0, "holds parts in parts, deeper than can be read")
    except OSError as error:
        yield Problem(leaf.inner, 0, error.strerror or str(error), passes=True)
