"""Source file to articles: one file a format, a row in a table that is made of these files.

A reader module has
    SUMMARY              one line for `newscli formats`
    ENDINGS              of the files that a walk takes for it: lower case, with their dot; "" is a name without any
    GIVES                what the format states as data: "date", "headline", ... (see article.Stated)
    EXTRA                the extra of newscli that brings the library that it can't do without; not there if it needs none
    DECLARES             there if each part of a file says for itself what encoding it is in
    ORDER                readers with a lower one are asked first; the plainest formats come last
    sniff(head, name)    why a file that begins with these bytes (HEAD of them) is of this format; None if it is not
    read(source)         its articles, one after the other, and `Broken` for each that can't be read
    example()            the bytes of a small file, made up here, for tests and docs

A reader raises UnreadableError where it can't go on (what it gave before stays, and `Broken` is for one article of a
file that goes on), NotNews for a file that it understands and that holds no article, and errors.MissingExtra where a
library that it needs isn't there. What it gives is taken one by one: where the format allows it, it keeps one article in
memory, not a file. It imports what is heavy where it is used: every table is loaded at each start.

Containers (gzip, zip, tar ...) are opened before: a reader sees what is inside.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import BinaryIO, Protocol, cast

from newscli import registry
from newscli.article import NOTHING_STATED, Stated
from newscli.errors import UnreadableError
from newscli.frozen import frozen

VERSION = 24  # raised when a reader gives something else for the same file, or takes others: indexes are then made anew
HEAD = 8192  # bytes that sniff() is shown
WHOLE_BYTES = 512_000_000  # no more is read at once of a file whose format can't be read piece by piece
ARTICLE_CHARACTERS = 20_000_000  # no article is longer: as much as thirty novels, and some 400 MB while it is read
LINE_BYTES = 64_000_000  # no article is a longer line
_PIECE = 1 << 20


@frozen
class RawArticle:
    """One article's text, and what the format itself states of it.

    `line` is the number of its first line in the source file where its lines are the file's own, else 1.
    """

    text: str
    stated: Stated = NOTHING_STATED
    warnings: tuple[str, ...] = ()
    line: int = 1


@frozen
class Broken:
    """An article that can't be read; it keeps its place among the articles of its file."""

    reason: str


Item = RawArticle | Broken


@frozen
class Source:
    """What a reader is given: a file, or a member of an archive.

    path       as the user sees it: for messages
    name       its own name, without the ending of a compression
    stream     its bytes, from the beginning; not always seekable
    columns    what the user's --map says: a field of the record, and the column (or key) that holds it
    """

    path: str
    name: str
    stream: BinaryIO
    columns: Mapping[str, str] = field(default_factory=dict)

    def read(self, most: int = WHOLE_BYTES) -> bytes:
        """All of it; UnreadableError for what is too large to be read at once."""
        pieces: list[bytes] = []
        size = 0
        while piece := self.stream.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise UnreadableError(self.path, f"is larger than {most:,} bytes, and has to be read at once")
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def lines(self) -> Iterator[bytes]:
        """Its lines, each with its end, one by one; UnreadableError for one that is longer than any article."""
        while line := self.stream.readline(LINE_BYTES):
            if len(line) == LINE_BYTES and not line.endswith(b"\n"):
                raise UnreadableError(self.path, f"has a line of more than {LINE_BYTES:,} bytes")
            yield line


def too_long(path: str) -> UnreadableError:
    """What is said of a text that is longer than any article."""
    reason = f"is one text of more than {ARTICLE_CHARACTERS:,} characters; part it into articles, by lines of ==="
    return UnreadableError(path, reason)


class NotNews(Exception):
    """A file that is understood and holds no article; the text says what it is. Said as "no article in it: ..."."""


class Reader(Protocol):
    """What reads a format: a module of this package, or a layout of the user's (_layout)."""

    SUMMARY: str
    ENDINGS: tuple[str, ...]
    GIVES: tuple[str, ...]
    ORDER: int

    def sniff(self, head: bytes, name: str) -> str | None: ...
    def read(self, source: Source) -> Iterator[Item]: ...


class Format(Reader, Protocol):
    """A module of this package, as the table holds it."""

    def example(self) -> bytes: ...


@cache
def table() -> dict[str, Format]:
    """Every reader by name, in the order in which they are asked."""
    here = sys.modules[__name__]
    loaded: dict[str, Format] = {name: cast(Format, registry.load(here, name)) for name in registry.names(here)}
    return dict(sorted(loaded.items(), key=lambda item: item[1].ORDER))


@cache
def endings() -> frozenset[str]:
    """The endings of files that some reader takes."""
    return frozenset(ending for reader in table().values() for ending in reader.ENDINGS)


def ending(name: str) -> str:
    """A file name's ending: ".txt", or "" where there is none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def recognised(name: str, head: bytes, among: Mapping[str, Reader] | None = None) -> tuple[str, str] | None:
    """The reader that takes a file of this name and beginning, and why; None if it is nothing that newscli reads.

    `among` are the readers to ask instead of those of the table, first to last.
    """
    for format_name, reader in (among or table()).items():
        if reason := reader.sniff(head, name):
            return format_name, reason
    return None
