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
_NAMED = 3  # what is lost of a file; of more only the number


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


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds: its articles with their ordinals, and in a sentence what of it could not be read."""

    format: str = ""
    articles: tuple[tuple[int, Article], ...] = ()
    problem: str | None = None


NOTHING = Read()


def articles(content: Content, shown: str, insist: Callable[[bytes], bool]) -> Read:
    """The format of a file and its articles; nothing for what nobody took for text.

    What can't be read loses only itself: an article keeps its ordinal, a file that breaks off its articles before the
    break. UnreadableError for what was taken for text and isn't. `insist(name)` says whether a file of this name was: a folder
    may hold programs and pictures without an ending, and nobody wants to hear of each.
    """
    from newscli.parse import parse

    name = os.fsdecode(content.file.name)
    taken = readers.recognised(name, content.data[: readers.HEAD])
    if taken is None:
        if insist(content.file.name):
            raise UnreadableError(shown, "is not text; skipped")
        return NOTHING
    source = readers.Source(shown, name, BytesIO(content.data))
    found: list[tuple[int, Article]] = []
    lost: list[str] = []
    try:
        for ordinal, one in enumerate(readers.table()[taken[0]].read(source), 1):
            if isinstance(one, readers.RawArticle):
                found.append((ordinal, parse(one.text, one.stated, one.warnings, one.line)))
            else:
                lost.append(f"article {ordinal:,}: {one.reason}")
    except UnreadableError as error:
        lost.append(error.reason)
    except readers.NotNews as error:
        lost.append(f"no article in it: {error}")
    return Read(taken[0], tuple(found), _sentence(lost))


def _sentence(lost: list[str]) -> str | None:
    more = f"; and {len(lost) - _NAMED:,} more" if len(lost) > _NAMED else ""
    return "; ".join(lost[:_NAMED]) + more if lost else None
