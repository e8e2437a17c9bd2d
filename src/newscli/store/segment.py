"""Segments: the texts and records of some thousand articles, written once and never changed.

blocks(block, first, count, text, records)     the articles first, first + 1, ... in about 64 KB of lines
"""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from secrets import token_hex
from typing import Any

from newscli.article import Article
from newscli.query.required import Required
from newscli.store import postings
from newscli.store.packing import ARTICLES_APART, decode, encode, pack_record, pack_text, unpack_record
from newscli.store.postings import Postings

BLOCK_CHARACTERS = 64_000
_TABLES = f"""
CREATE TABLE blocks (block INTEGER PRIMARY KEY, first INTEGER, count INTEGER, text TEXT, records BLOB);
CREATE INDEX blocks_first ON blocks (first);
{postings.TABLES}
"""
_BLOCK = "SELECT first, count, text, records FROM blocks"


def segment_name(first: int) -> str:
    """Never used again: whoever still reads an index that was made anew can't take another segment for this one."""
    return f"seg-{first:016}-{token_hex(4)}.db"


@dataclass(slots=True)
class Block:
    """`count` articles first, first + 1, ...; `text` has the lines of all. Records are decoded when one is asked for."""

    first: int
    count: int
    text: str
    raw: bytes
    decoded: list[bytes] | None = None
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

    def blocks(self, required: Required | None = None) -> Iterator[Block]:
        """Every block that may hold what is required, in the order of article numbers."""
        chosen = postings.candidates(self.connection, required) if required else None
        if chosen is None:
            for row in self.connection.execute(f"{_BLOCK} ORDER BY block"):
                yield Block(*row)
            return
        while chosen:
            lowest = chosen & -chosen
            chosen ^= lowest
            yield Block(*self.connection.execute(f"{_BLOCK} WHERE block = ?", (lowest.bit_length() - 1,)).fetchone())

    def block_of(self, number: int) -> Block:
        """The block that holds an article."""
        return Block(*self.connection.execute(f"{_BLOCK} WHERE first <= ? ORDER BY first DESC LIMIT 1", (number,)).fetchone())

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
    _postings: Postings = field(default_factory=Postings)

    def __post_init__(self) -> None:
        self.next = self.first
        if self.path:
            self.path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(str(self.path) if self.path else ":memory:", isolation_level=None)
        # Nobody reads it before it is whole and synced: a torn one is thrown away.
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript(_TABLES)
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
            first, text = self.next - len(self._texts), ARTICLES_APART.join(self._texts)
            row = (self._postings.count, first, len(self._texts), text, encode(self._records))
            self.connection.execute("INSERT INTO blocks VALUES (?, ?, ?, ?, ?)", row)
            self._postings.add(text)
        self._texts, self._records, self._size = [], [], 0

    def finish(self) -> Segment:
        """Write what is left; on disk, so that it survives a power cut from here on."""
        self._flush()
        self._postings.write(self.connection)
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
