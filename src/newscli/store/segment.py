"""Segments: the texts and records of some thousand articles, written once and never changed.

blocks(block, first, count, places, ledes, text, numbers, records)      the articles first, first + 1, ... in about 64 KB of
                                                                        lines

`text` is UTF-8, so that a search may run over its bytes; `places` says where in it the articles begin; `ledes` where the
first paragraph of each body stands; `numbers` in which line of its source file each of the paragraphs starts: a list and a
hit can be shown without an article's record.

An index of words points to stretches: an article belongs to that of the sixteen stretches of its block in which it begins.

stretches(bounds)       one row: where in the text of its block each stretch begins, in bytes, and behind each sixteen where
                        the last one ends
"""

import sqlite3
import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newscli import words
from newscli.article import Article
from newscli.errors import DamagedIndex
from newscli.query.paragraphs import Paragraphs, Places
from newscli.query.required import Required
from newscli.store import postings
from newscli.store.packing import NOWHERE, decode, decode_lede, decode_numbers, decode_places, unpack_record
from newscli.text import identify

# Longer stretches make a smaller index of words; but more of them have all words of a phrase, and not the phrase: of made news
# 22 in 100 stretches of 8,000 characters have "european", "central" and "bank", 8 of 4,000, 4 of 2,000.
STRETCHES = 16  # of a block: a bit each of a number that struct calls H
STRETCH_CHARACTERS = 4_000
BLOCK_CHARACTERS = STRETCHES * STRETCH_CHARACTERS
WHOLE = (1 << STRETCHES) - 1  # all stretches of a block, a bit each
_BOUNDS = STRETCHES + 1
_MAPPED = 1 << 40  # read from mapped memory, a block comes at 9 GB/s, not at 2
_BLOCK = "SELECT block, first, count, places FROM blocks"


def bounds_of(places: Places) -> list[int]:
    """Where each stretch of a block begins, in bytes, and where the last one ends."""
    return [*(places.bytes[_first_of(places, stretch)] for stretch in range(STRETCHES)), places.bytes[-1]]


def _first_of(places: Places, stretch: int) -> int:
    """The first article of a block, counted from 0, that begins in this stretch or behind it."""
    return bisect_left(places.characters, stretch * STRETCH_CHARACTERS, 0, len(places.characters) - 1)


def _read(text: sqlite3.Blob, begin: int, end: int) -> bytes:
    """A part of the text of a block; DamagedIndex where that ends before it."""
    try:
        text.seek(begin)
        return text.read(end - begin)
    except ValueError as error:
        raise DamagedIndex(f"a part of the text of a block: {error}") from None


@dataclass(slots=True)
class Block:
    """`count` articles first, first + 1, ...; `places` says where each begins. The rest is read when it is asked for."""

    connection: sqlite3.Connection
    block: int
    first: int
    count: int
    places: Places
    _lines: Paragraphs | None = None
    _numbers: list[int] | None = None
    _records: list[bytes] | None = None

    @property
    def lines(self) -> Paragraphs:
        """The paragraphs of all its articles."""
        if self._lines is None:
            self._lines = Paragraphs(self._column("text"), self.places, range(self.count))
        return self._lines

    def part(self, articles: range) -> Paragraphs:
        """The paragraphs of some articles (counted from 0), without reading those of the others."""
        return Paragraphs(self._read(*self.places.extent(articles)), self.places, articles)

    def _read(self, begin: int, end: int) -> bytes:
        with self.connection.blobopen("blocks", "text", self.block, readonly=True) as text:
            return _read(text, begin, end)

    def numbers(self, article: int) -> Sequence[int]:
        """The lines of the source file where the paragraphs of an article (counted from 0) start."""
        if self._numbers is None:
            self._numbers = decode_numbers(self._column("numbers"))
        begins = self.places.paragraphs
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

    def lede(self, number: int) -> str | None:
        """The first paragraph of an article's body; None where there is none."""
        article = number - self.first
        try:
            begin, length = decode_lede(self._column("ledes"), article)
            if length != NOWHERE:
                begin += self.places.bytes[article]
                return self._read(begin, begin + length).decode() or None
        except (ValueError, LookupError, TypeError) as error:
            raise DamagedIndex(f"first paragraph of article {number}: {error}") from None
        return self.article(number).lede

    def stretches(self, mask: int = WHOLE) -> Iterator[range]:
        """The articles (counted from 0) of each of these stretches that has any."""
        for stretch in range(STRETCHES):
            if mask >> stretch & 1:
                articles = range(_first_of(self.places, stretch), _first_of(self.places, stretch + 1))
                if articles:
                    yield articles

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
        masks = struct.unpack(f"<{count}H", chosen.to_bytes(STRETCHES // 8 * count, "little"))
        return [(block, mask) for block, mask in enumerate(masks) if mask]

    def narrowed(self, block: int, mask: int, lacking: Sequence[Callable[[bytes], bool]]) -> int:
        """Those of a block's stretches, a bit each, of whose text none of these holds. No other text is read."""
        first, bounds, left = block * _BOUNDS, self._bounds, mask
        with self.connection.blobopen("blocks", "text", block, readonly=True) as text:
            while left:
                lowest = left & -left
                left ^= lowest
                at = first + lowest.bit_length() - 1
                raw = _read(text, bounds[at], bounds[at + 1])
                if any(lacks(raw) for lacks in lacking):
                    mask ^= lowest
        return mask

    @cached_property
    def _bounds(self) -> Sequence[int]:
        """What bounds_of says of every block."""
        (bounds,) = self.connection.execute("SELECT bounds FROM stretches").fetchone()
        if len(bounds) != self._count() * _BOUNDS * array("I").itemsize:
            raise DamagedIndex("where the stretches of its blocks begin")
        return memoryview(bounds).cast("I")

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

    def _block(self, row: tuple[int, int, int, bytes]) -> Block:
        block, first, count, places = row
        return Block(self.connection, block, first, count, decode_places(places, count))

    def article(self, number: int) -> Article:
        """One article by its number."""
        return self.block_of(number).article(number)
