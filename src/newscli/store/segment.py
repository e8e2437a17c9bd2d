"""Segments: the texts and records of some thousand articles, written once and never changed.

blocks(block, first, count, text, places, numbers, records)     the articles first, first + 1, ... in about 64 KB of lines

`text` is UTF-8, so that a search may run over its bytes; `places` says where in it the articles begin; `numbers` says in
which line of its source file each of the paragraphs starts, so that a hit can be shown without its article's record.

An index of words points to stretches: an article belongs to that of the eight stretches of its block in which it begins.
"""

import os
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscli import words
from newscli.article import Article
from newscli.errors import DamagedIndex
from newscli.query.paragraphs import ARTICLES_APART, Paragraphs
from newscli.query.required import Required
from newscli.store import postings, seal
from newscli.store.packing import (
    decode,
    decode_numbers,
    decode_places,
    encode,
    encode_numbers,
    encode_places,
    pack_record,
    pack_text,
    unpack_record,
)
from newscli.store.postings import Postings
from newscli.text import identify

STRETCHES = 8  # of a block
STRETCH_CHARACTERS = 8_000
BLOCK_CHARACTERS = STRETCHES * STRETCH_CHARACTERS
WHOLE = (1 << STRETCHES) - 1  # all stretches of a block, a bit each
# Larger pages than SQLite's own, mapped into memory: a block is then read at 9 GB/s, not 2.
_PAGE = 16_384
_MAPPED = 1 << 40
_TABLES = f"""
CREATE TABLE blocks (block INTEGER PRIMARY KEY, first INTEGER, count INTEGER, text BLOB, places BLOB, numbers BLOB,
    records BLOB);
CREATE INDEX blocks_first ON blocks (first);
{postings.TABLES}
"""
_BLOCK = "SELECT block, first, count, text, places FROM blocks"


def segment_name(first: int, checksum: str = "") -> str:
    """What a segment is called; while it is written, by a name that nobody else writes to, and then by its content.

    Whoever still reads an index that was made anew can't take another segment for this one.
    """
    return f"seg-{first:016}-{checksum or os.urandom(4).hex()}.db"


@dataclass(slots=True)
class Block:
    """`count` articles first, first + 1, ...; `lines` has the paragraphs of all. The rest is read when it is asked for."""

    connection: sqlite3.Connection
    block: int
    first: int
    count: int
    lines: Paragraphs
    _numbers: list[int] | None = None
    _records: list[bytes] | None = None

    def numbers(self, article: int) -> Sequence[int]:
        """The lines of the source file where the paragraphs of an article (counted from 0) start."""
        if self._numbers is None:
            self._numbers = decode_numbers(self._column("numbers"))
        begins = self.lines.places.paragraphs
        return self._numbers[begins[article] : begins[article + 1]]

    def article(self, number: int) -> Article:
        """One article by its number; DamagedIndex where it isn't what was written."""
        article = number - self.first
        try:
            if self._records is None:
                self._records = decode(self._column("records"))
            found = unpack_record(self.lines.text_of(article), self._records[article], self.numbers(article))
        except (ValueError, LookupError, TypeError) as error:
            raise DamagedIndex(f"article {number}: {error}") from None
        if identify(found.text) != found.id:  # SQLite has no checksums; a few microseconds here are one
            raise DamagedIndex(f"article {number} is not the text that {found.id} names")
        return found

    def stretches(self, mask: int = WHOLE) -> Iterator[range]:
        """The articles (counted from 0) of each of these stretches that has any."""
        begins = self.lines.places.characters
        behind = 0
        for stretch in range(STRETCHES):
            first, behind = behind, bisect_left(begins, (stretch + 1) * STRETCH_CHARACTERS, behind, self.count)
            if mask >> stretch & 1 and first < behind:
                yield range(first, behind)

    def vocabulary(self, numbers: Iterable[int]) -> set[str]:
        """The words of the bodies of some of its articles."""
        return set().union(*(words.distinct("\n".join(self.article(number).body)) for number in numbers))

    def _column(self, name: str) -> bytes:
        data: bytes = self.connection.execute(f"SELECT {name} FROM blocks WHERE block = ?", (self.block,)).fetchone()[0]
        return data


class Segment:
    """Reads one segment. A file is opened as immutable: nobody ever writes to it, and no lock is ever taken."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> "Segment":
        """FileNotFoundError where the segment is gone: the catalog has moved on, and is to be read again."""
        if not path.exists():
            raise FileNotFoundError(path)
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        connection.execute("PRAGMA schema_version")
        return cls(connection)

    def begins(self) -> list[int]:
        """The number of each block's first article."""
        return [row[0] for row in self.connection.execute("SELECT first FROM blocks ORDER BY first")]

    def candidates(self, required: Required | None) -> list[tuple[int, int]]:
        """The blocks that may hold what is required, in the order of article numbers; of each which stretches, a bit each."""
        try:
            chosen = postings.candidates(self.connection, required) if required else None
        except (ValueError, LookupError, TypeError) as error:
            raise DamagedIndex(f"which words stand where: {error}") from None
        count = self._count()
        if chosen is None:
            return [(block, WHOLE) for block in range(count)]
        if chosen.bit_length() > count * STRETCHES:
            raise DamagedIndex("a word stands where no text is")
        return [(block, mask) for block, mask in enumerate(chosen.to_bytes(count, "little")) if mask]

    def _count(self) -> int:
        return int(self.connection.execute("SELECT coalesce(max(block) + 1, 0) FROM blocks").fetchone()[0])

    def block(self, block: int) -> Block:
        return self._block(self.connection.execute(f"{_BLOCK} WHERE block = ?", (block,)).fetchone())

    def blocks(self) -> Iterator[Block]:
        """Every block, in the order of article numbers."""
        return map(self.block, range(self._count()))

    def block_of(self, number: int) -> Block:
        """The block that holds an article."""
        return self._block(
            self.connection.execute(f"{_BLOCK} WHERE first <= ? ORDER BY first DESC LIMIT 1", (number,)).fetchone()
        )

    def _block(self, row: tuple[int, int, int, bytes, bytes]) -> Block:
        block, first, count, text, places = row
        return Block(self.connection, block, first, count, Paragraphs(text, decode_places(places, count), range(count)))

    def article(self, number: int) -> Article:
        """One article by its number."""
        return self.block_of(number).article(number)


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
    _numbers: list[int] = field(default_factory=list)
    _records: list[list[Any]] = field(default_factory=list)
    _size: int = 0
    _block: int = 0
    _stretch: int = 0  # counted through all blocks
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
        if (stretch := self._block * STRETCHES + self._size // STRETCH_CHARACTERS) != self._stretch:
            self._end_stretch()
            self._stretch = stretch
        lines, gaps = pack_text(article.text, article.paragraphs)
        self._texts.append(lines)
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
        if self._size >= BLOCK_CHARACTERS:
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
            columns = text.encode(), encode_places(self._texts), encode_numbers(self._numbers), encode(self._records)
            row = (self._block, first, len(self._texts), *columns)
            self.connection.execute("INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._block += 1
        self._texts, self._numbers, self._records, self._size = [], [], [], 0

    @property
    def vocabulary(self) -> dict[str, int]:
        return {word: len(stretches) for word, stretches in self._postings.words.items()}

    def finish(self) -> Segment:
        """Write what is left; on disk under its own name, so that it survives a power cut from here on."""
        self._flush()
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
