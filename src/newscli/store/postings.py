"""Which words stand in which blocks of a segment: made while it is written, asked before it is scanned.

terms(term, blocks)     a word as query.required sees it, and a bit for each block that has it, lowest first
vocabulary(terms)       all words in one text, a line each, to find those that hold a piece
"""

import re
import sqlite3
from collections.abc import Iterator

from newscli.query.required import Piece, Required, key

TABLES = """
CREATE TABLE terms (term TEXT PRIMARY KEY, blocks BLOB) WITHOUT ROWID;
CREATE TABLE vocabulary (terms TEXT);
"""
# Everything that is no ASCII letter, digit or underscore holds words apart.
_APART = bytes(byte if (chr(byte).isalnum() and byte < 128) or byte == 95 else 32 for byte in range(256))
_MOST_TERMS = 2_000  # words that hold one piece: beyond that, it narrows nothing


class Postings:
    """Collects the words of blocks, in the order of the blocks."""

    def __init__(self) -> None:
        self.blocks: dict[bytes, int] = {}
        self.count = 0

    def add(self, text: str) -> None:
        """Take the lines of the next block."""
        bit = 1 << self.count
        blocks = self.blocks
        for term in set(key(text).encode("ascii", "replace").translate(_APART).split()):
            blocks[term] = blocks.get(term, 0) | bit
        self.count += 1

    def write(self, connection: sqlite3.Connection) -> None:
        terms = sorted(self.blocks)
        rows = ((term.decode("ascii"), _as_bytes(self.blocks[term])) for term in terms)
        connection.executemany("INSERT INTO terms VALUES (?, ?)", rows)
        connection.execute("INSERT INTO vocabulary VALUES (?)", (b"\n".join((b"", *terms, b"")).decode("ascii"),))


def candidates(connection: sqlite3.Connection, required: Required) -> int | None:
    """The blocks that may hold a match, a bit each; None if all may."""
    found = 0
    for pieces in required:
        blocks: int | None = None
        for piece in pieces:
            has = _blocks_with(connection, piece)
            if has is not None:
                blocks = has if blocks is None else blocks & has
        if blocks is None:
            return None
        found |= blocks
    return found


def _blocks_with(connection: sqlite3.Connection, piece: Piece) -> int | None:
    """The blocks that have a word with this piece in it; None if so many words have it that it isn't worth asking."""
    found = 0
    for number, term in enumerate(_terms_with(connection, piece)):
        if number == _MOST_TERMS:
            return None
        for (blocks,) in connection.execute("SELECT blocks FROM terms WHERE term = ?", (term,)):
            found |= int.from_bytes(blocks, "little")
    return found


def _terms_with(connection: sqlite3.Connection, piece: Piece) -> Iterator[str]:
    if piece.opens and piece.closes:
        yield piece.text
        return
    (vocabulary,) = connection.execute("SELECT terms FROM vocabulary").fetchone()
    sought = f"\n{piece.text}" if piece.opens else f"{piece.text}\n" if piece.closes else piece.text
    last = -1
    for found in re.finditer(re.escape(sought), vocabulary):
        start = vocabulary.rfind("\n", 0, found.start() + 1) + 1
        if start != last:
            last = start
            yield vocabulary[start : vocabulary.index("\n", start)]


def _as_bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")
