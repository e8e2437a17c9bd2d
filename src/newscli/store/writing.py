"""Writing a segment: articles are collected, and written block by block with an index of their words."""

import os
import sqlite3
from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscli import words
from newscli.article import Article
from newscli.query.paragraphs import ARTICLES_APART, Places
from newscli.store import postings, seal, segment
from newscli.store.packing import encode, encode_ledes, encode_numbers, encode_places, pack_record, pack_text, place_of
from newscli.store.postings import Postings
from newscli.store.segment import Segment

_PAGE = 16_384  # larger than SQLite's own: a block lies in fewer of them
_TABLES = f"""
CREATE TABLE blocks (block INTEGER PRIMARY KEY, first INTEGER, count INTEGER, places BLOB, ledes BLOB, text BLOB, numbers BLOB,
    records BLOB);
CREATE TABLE stretches (bounds BLOB);
CREATE INDEX blocks_first ON blocks (first);
{postings.TABLES}
"""


def segment_name(first: int, checksum: str = "") -> str:
    """What a segment is called; while it is written, by a name that nobody else writes to, and then by its content.

    Whoever still reads an index that was made anew can't take another segment for this one.
    """
    return f"seg-{first:016}-{checksum or os.urandom(4).hex()}.db"


@dataclass(slots=True)
class SegmentWriter:
    """Collects articles and writes them block by block; `folder` None is for as long as it is open, as a Catalog is.

    Its name is another one when it is finished.

    `vocabulary` says of each word of the bodies how many of the stretches have it, once all are finished.
    """

    folder: Path | None
    first: int
    name: str = field(init=False)
    connection: sqlite3.Connection = field(init=False)
    next: int = field(init=False)
    characters: int = 0
    _texts: list[str] = field(default_factory=list)
    _ledes: list[tuple[int, int]] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)
    _records: list[list[Any]] = field(default_factory=list)
    _size: int = 0
    _block: int = 0
    _stretch: int = 0  # counted through all blocks
    _bounds: "array[int]" = field(default_factory=lambda: array("I"))
    _words: list[list[str]] = field(default_factory=list)
    _unlisted: list[str] = field(default_factory=list)  # paragraphs that hold more than these words
    _postings: Postings = field(default_factory=Postings)

    def __post_init__(self) -> None:
        self.next = self.first
        self.name = segment_name(self.first)
        self.connection = sqlite3.connect(str(self.folder / self.name) if self.folder else "", isolation_level=None)
        # Nobody reads it before it is whole and synced: a torn one is thrown away.
        self.connection.execute(f"PRAGMA page_size = {_PAGE}")
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript(_TABLES)
        self.connection.execute("BEGIN")

    def add(self, article: Article) -> int:
        """Take one article; returns its number."""
        if (stretch := self._block * segment.STRETCHES + self._size // segment.STRETCH_CHARACTERS) != self._stretch:
            self._end_stretch()
            self._stretch = stretch
        lines, gaps = pack_text(article.text, article.paragraphs)
        self._texts.append(lines)
        self._ledes.append((0, 0) if article.headline else place_of(article.lede or "", lines))
        self._numbers += (paragraph.line for paragraph in article.paragraphs)
        self._records.append(pack_record(article, gaps))
        body = "\n".join(article.body)
        listed, plain = words.listed(body)
        self._words.append(listed)
        if plain and "_" not in body:  # then an index has no other words in them than the vocabulary
            known = set(article.body)
            self._unlisted += (line for line in lines.split("\n") if line not in known)
        else:
            self._unlisted.append(lines)
        self._size += len(lines) + len(ARTICLES_APART)
        self.characters += len(lines)
        self.next += 1
        if self._size >= segment.BLOCK_CHARACTERS:
            self._flush()
        return self.next - 1

    def _end_stretch(self) -> None:
        if self._words:
            self._postings.add(self._stretch, self._words, "\n".join(self._unlisted))
        self._words, self._unlisted = [], []

    def _flush(self) -> None:
        self._end_stretch()
        if self._texts:
            first, text = self.next - len(self._texts), ARTICLES_APART.join(self._texts)
            places = Places.of(self._texts)
            self._bounds.extend(segment.bounds_of(places))
            where = encode_places(places), encode_ledes(self._ledes)
            columns = *where, text.encode(), encode_numbers(self._numbers), encode(self._records)
            row = (self._block, first, len(self._texts), *columns)
            self.connection.execute("INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            self._block += 1
        self._texts, self._ledes, self._numbers, self._records, self._size = [], [], [], [], 0

    @property
    def vocabulary(self) -> dict[str, int]:
        return {word: len(stretches) for word, stretches in self._postings.words.items()}

    def finish(self) -> Segment:
        """Write what is left; on disk under its own name, so that it survives a power cut from here on."""
        self._flush()
        self.connection.execute("INSERT INTO stretches VALUES (?)", (self._bounds.tobytes(),))
        self._postings.write(self.connection)
        self.connection.execute("COMMIT")
        if self.folder is None:
            self.connection.execute("PRAGMA shrink_memory")  # a long stream makes many segments
            return Segment(self.connection)
        self.connection.close()
        written = self.folder / self.name
        _sync(written)
        self.name = segment_name(self.first, seal.checksum(written))
        path = written.replace(self.folder / self.name)
        _sync(self.folder)
        return Segment.open(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
