"""Which words stand in which blocks of a segment: made while it is written, asked before it is scanned.

terms(term, blocks)     a word as query.syntax.key spells it, and a bit for each block that has it, lowest first
vocabulary(terms)       all words in one text, a line each, to find those that hold a piece
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from newscli.query.required import OneOf, Piece, Required
from newscli.query.syntax import key

TABLES = """
CREATE TABLE terms (term BLOB PRIMARY KEY, blocks BLOB) WITHOUT ROWID;
CREATE TABLE vocabulary (terms BLOB);
"""
# Everything that is no ASCII letter, digit or underscore holds words apart.
_APART = bytes(byte if (chr(byte).isalnum() and byte < 128) or byte == 95 else 32 for byte in range(256))
_MOST_TERMS = 400  # words that hold one piece: beyond that, it narrows little, and asking takes long
_FEW_BLOCKS = 4


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
        rows = ((term, _as_bytes(self.blocks[term])) for term in terms)
        connection.executemany("INSERT INTO terms VALUES (?, ?)", rows)
        connection.execute("INSERT INTO vocabulary VALUES (?)", (b"\n".join((b"", *terms, b"")),))


def candidates(connection: sqlite3.Connection, required: Required) -> int | None:
    """The blocks that may hold a match, a bit each; None if all may."""
    return _Asked(connection).blocks(required)


class _Asked:
    """One question to one segment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def vocabulary(self) -> bytes:
        (terms,) = self.connection.execute("SELECT terms FROM vocabulary").fetchone()
        return bytes(terms)

    def blocks(self, required: Required) -> int | None:
        if isinstance(required, Piece):
            return self._with_piece(required)
        if isinstance(required, OneOf):
            found = 0
            for part in required.parts:
                blocks = self.blocks(part)
                if blocks is None:
                    return None
                found |= blocks
            return found
        chosen: int | None = None
        for part in sorted(required.parts, key=_cost):
            if chosen is not None and chosen.bit_count() <= _FEW_BLOCKS and _cost(part) > 0:
                break  # asking costs more by now than searching what is left
            blocks = self.blocks(part)
            if blocks is not None:
                chosen = blocks if chosen is None else chosen & blocks
        return chosen

    def _with_piece(self, piece: Piece) -> int | None:
        """The blocks that have a word with this piece in it; None if so many words have it that it isn't worth asking."""
        if piece.opens and piece.closes:
            return self._with_terms([piece.text.encode()])
        sought = (b"\n" if piece.opens else b"") + piece.text.encode() + (b"\n" if piece.closes else b"")
        terms = list(islice(self._terms(sought), _MOST_TERMS + 1))
        return self._with_terms(terms) if len(terms) <= _MOST_TERMS else None

    def _with_terms(self, terms: Iterable[bytes]) -> int:
        found = 0
        for term in terms:
            for (blocks,) in self.connection.execute("SELECT blocks FROM terms WHERE term = ?", (term,)):
                found |= int.from_bytes(blocks, "little")
        return found

    def _terms(self, sought: bytes) -> Iterator[bytes]:
        """The words of the segment in which something stands; words are lines there, so "\\n" is an end of a word."""
        text = self.vocabulary
        at = text.find(sought)
        while at >= 0:
            start = text.rfind(b"\n", 0, at + 1) + 1
            end = text.index(b"\n", start)
            yield text[start:end]
            at = text.find(sought, end)


def _cost(required: Required) -> int:
    """What asking for this takes, roughly: a whole word is looked up, of parts there may be hundreds."""
    if isinstance(required, Piece):
        return 0 if required.opens and required.closes else 1 + (4 if len(required.text) < 4 else 0)
    return sum(map(_cost, required.parts)) + 1


def _as_bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")
