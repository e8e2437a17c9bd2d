"""Segments: the texts and records of some thousand articles, written once and never changed.

blocks(first, count, text, records)     the articles first, first + 1, ... in about 64 KB of lines
"""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from newscli.article import Article
from newscli.store.packing import ARTICLES_APART, decode, encode, pack_record, pack_text, unpack_record

BLOCK_CHARACTERS = 64_000
_TABLE = "CREATE TABLE blocks (first INTEGER PRIMARY KEY, count INTEGER, text TEXT, records BLOB)"


@dataclass(slots=True)
class Block:
    """`count` articles first, first + 1, ...; `text` has the lines of all. Records are decoded when one is asked for."""

    first: int
    count: int
    text: str
    raw: bytes
    decoded: list[list[Any]] | None = None
    divided: list[str] | None = None

    @property
    def texts(self) -> list[str]:
        """Each article's lines."""
        if self.divided is None:
            self.divided = self.text.split(ARTICLES_APART)
        return self.divided

    def starts(self) -> list[int]:
        """Where in `text` each article begins."""
        lengths = (len(text) + len(ARTICLES_APART) for text in self.texts[:-1])
        return list(accumulate(lengths, initial=0))

    def article(self, number: int) -> Article:
        if self.decoded is None:
            self.decoded = decode(self.raw)
        return unpack_record(self.texts[number - self.first], self.decoded[number - self.first])


class Segment:
    """Reads one segment. A file is opened as immutable: nobody ever writes to it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> "Segment":
        """FileNotFoundError where the segment is gone: the catalog has moved on, and is to be read again."""
        if not path.exists():
            raise FileNotFoundError(path)
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        connection.execute("PRAGMA schema_version")
        return cls(connection)

    def blocks(self) -> Iterator[Block]:
        """Every block, in the order of article numbers."""
        for row in self.connection.execute("SELECT first, count, text, records FROM blocks ORDER BY first"):
            yield Block(*row)

    def block_of(self, number: int) -> Block:
        """The block that holds an article."""
        row = self.connection.execute(
            "SELECT first, count, text, records FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1", (number,)
        ).fetchone()
        return Block(*row)

    def article(self, number: int) -> Article:
        """One article by its number."""
        return self.block_of(number).article(number)


@dataclass(slots=True)
class SegmentWriter:
    """Collects articles and writes them block by block; `path` None is in memory."""

    path: Path | None
    first: int
    connection: sqlite3.Connection = field(init=False)
    next: int = field(init=False)
    characters: int = 0
    _texts: list[str] = field(default_factory=list)
    _records: list[list[Any]] = field(default_factory=list)
    _size: int = 0

    def __post_init__(self) -> None:
        self.next = self.first
        if self.path:
            self.path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(str(self.path) if self.path else ":memory:", isolation_level=None)
        # Nobody reads it before it is whole and synced: a torn one is thrown away.
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute(_TABLE)
        self.connection.execute("BEGIN")

    def add(self, article: Article) -> int:
        """Take one article; returns its number."""
        lines, pieces = pack_text(article.text, article.paragraphs)
        self._texts.append(lines)
        self._records.append(pack_record(article, pieces))
        self._size += len(lines)
        self.characters += len(lines)
        self.next += 1
        if self._size >= BLOCK_CHARACTERS:
            self._flush()
        return self.next - 1

    def _flush(self) -> None:
        if self._texts:
            row = (
                self.next - len(self._texts),
                len(self._texts),
                ARTICLES_APART.join(self._texts),
                encode(self._records),
            )
            self.connection.execute("INSERT INTO blocks VALUES (?, ?, ?, ?)", row)
        self._texts, self._records, self._size = [], [], 0

    def finish(self) -> Segment:
        """Write what is left; on disk, so that it survives a power cut from here on."""
        self._flush()
        self.connection.execute("COMMIT")
        if self.path is None:
            return Segment(self.connection)
        self.connection.close()
        for path in (self.path, self.path.parent):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        return Segment.open(self.path)
