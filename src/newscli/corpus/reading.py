"""Reading one source file: its bytes as they were at one moment, and the articles that stand in it."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO

from newscli import readers
from newscli.article import Article
from newscli.corpus.walking import Found, found
from newscli.errors import UnreadableError

DIGEST_BYTES = 16
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes, and what the file system said of it while they were read."""

    data: bytes
    file: Found

    @property
    def digest(self) -> bytes:
        return blake2b(self.data, digest_size=DIGEST_BYTES).digest()


def slurp(path: bytes, name: bytes) -> Content:
    """A file's content; read again if it changed meanwhile. OSError if it can't be read."""
    for _ in range(_TRIES):
        with open(path, "rb") as file:  # noqa: PTH123  # bytes
            status = os.fstat(file.fileno())
            data = file.read()
            after = found(name, os.fstat(file.fileno()))
        # What came through a pipe can't be read a second time.
        if not stat.S_ISREG(status.st_mode) or found(name, status) == after:
            break
    return Content(data, after)


def articles(content: Content, shown: str, insist: Callable[[bytes], bool]) -> tuple[str, tuple[Article, ...]]:
    """The format of a file and its articles; ("", ()) for what nobody took for text.

    UnreadableError for what was taken for text and isn't. `insist(name)` says whether a file of this name was: a folder
    may hold programs and pictures without an ending, and nobody wants to hear of each.
    """
    from newscli.parse import parse

    name = os.fsdecode(content.file.name)
    taken = readers.recognised(name, content.data[: readers.HEAD])
    if taken is None:
        if insist(content.file.name):
            raise UnreadableError(shown, "is not text; skipped")
        return "", ()
    source = readers.Source(shown, name, BytesIO(content.data))
    items = readers.table()[taken[0]].read(source)
    return taken[0], tuple(
        parse(one.text, one.stated, one.warnings, one.line) for one in items if isinstance(one, readers.RawArticle)
    )
