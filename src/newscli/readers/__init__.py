"""Source file to articles: one file a format, a row in a table that is made of these files.

A reader module has
    SUMMARY              one line for `newscli formats`
    ENDINGS              of the files that a walk takes for it: lower case, with their dot; "" is a name without any
    GIVES                what the format states as data: "date", "headline", ... (see article.Stated)
    ORDER                readers with a lower one are asked first; the plainest formats come last
    sniff(head, name)    why a file that begins with these bytes (HEAD of them) is of this format; None if it is not
    read(source)         its articles, one after the other, and `Broken` for each that can't be read
    example()            the bytes of a small file, made up here, for tests and docs

A reader raises UnreadableError where it can't go on (what it gave before stays), and NotNews for a file that it
understands and that holds no article. It imports what is heavy where it is used: every table is loaded at each start.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import BinaryIO

from newscli import registry
from newscli.article import NOTHING_STATED, Stated

HEAD = 8192  # bytes that sniff() is shown


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article's text, and what the format itself states of it.

    `line` is the number of its first line in the source file where its lines are the file's own, else 1.
    """

    text: str
    stated: Stated = NOTHING_STATED
    warnings: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Broken:
    """An article that can't be read; it keeps its place among the articles of its file."""

    reason: str


Item = RawArticle | Broken


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is given: a file, or a member of an archive.

    path       as the user sees it: for messages
    name       its own name
    stream     its bytes, from the beginning; not always seekable
    columns    what the user's --map says: a field of the record, and the column (or key) that holds it
    """

    path: str
    name: str
    stream: BinaryIO
    columns: Mapping[str, str] = field(default_factory=dict)

    def read(self) -> bytes:
        return self.stream.read()


class NotNews(Exception):
    """A file that is understood and holds no article; the text says what it is: "a photo's metadata"."""


@cache
def table() -> dict[str, ModuleType]:
    """Every reader by name, in the order in which they are asked."""
    here = sys.modules[__name__]
    loaded = {name: registry.load(here, name) for name in registry.names(here)}
    return dict(sorted(loaded.items(), key=lambda item: item[1].ORDER))


@cache
def endings() -> frozenset[str]:
    """The endings of files that some reader takes."""
    return frozenset(ending for reader in table().values() for ending in reader.ENDINGS)


def ending(name: str) -> str:
    """A file name's ending: ".txt", or "" where there is none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def recognised(name: str, head: bytes) -> tuple[str, str] | None:
    """The reader that takes a file of this name and beginning, and why; None if it is nothing that newscli reads."""
    for format_name, reader in table().items():
        if reason := reader.sniff(head, name):
            return format_name, reason
    return None
