"""Which words stand in which blocks of a segment: made while it is written, asked before it is scanned.

A row of `terms` has some hundred words as query.syntax.key spells them, in their order:

first      the first of them
terms      all of them, each after a line break, and one more at the end
sizes      how many bytes of `blocks` are each one's
blocks     the blocks that have it: `_pack` says how
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice

from newscli.query.required import OneOf, Piece, Required
from newscli.query.syntax import key

TABLES = """
CREATE TABLE terms (first BLOB, terms BLOB, sizes BLOB, blocks BLOB);
CREATE INDEX terms_first ON terms (first);
"""
# Everything that is no ASCII letter, digit or underscore holds words apart.
_APART = bytes(byte if (chr(byte).isalnum() and byte < 128) or byte == 95 else 32 for byte in range(256))
_TERMS_A_ROW = 256  # to look one up reads a row, to look for a part of words reads the terms of all rows
_MOST_TERMS = 400  # words that hold one piece: beyond that, it narrows little, and asking takes long
_FEW_BLOCKS = 4


class Postings:
    """Collects the words of blocks, in the order of the blocks.

    A text is looked through for its words once: those of the vocabulary (see `words`) are taken as they come, and what
    they are in an index is found out at the end, when each is there once.
    """

    def __init__(self) -> None:
        self.words: dict[str, int] = {}  # a bit for each block
        self.terms: dict[bytes, int] = {}  # of text of which not all words were given
        self.count = 0

    def add(self, words: Iterable[Sequence[str]], text: str) -> None:
        """The next block: its words in some lists, and the text whose words are not, or not all, among them."""
        bit = 1 << self.count
        known = self.words
        for word in set(chain.from_iterable(words)):
            known[word] = known.get(word, 0) | bit
        _mark(self.terms, text, bit)
        self.count += 1

    def write(self, connection: sqlite3.Connection) -> None:
        found = self.terms
        for word, blocks in self.words.items():
            if word.isascii() and word.isalnum():
                term = word.encode("ascii")
                found[term] = found.get(term, 0) | blocks
            else:
                _mark(found, word, blocks)
        terms = sorted(found)
        for at in range(0, len(terms), _TERMS_A_ROW):
            some = terms[at : at + _TERMS_A_ROW]
            packed = [_pack(found[term]) for term in some]
            row = (some[0], b"\n".join((b"", *some, b"")), array("H", map(len, packed)).tobytes(), b"".join(packed))
            connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?)", row)


def _mark(found: dict[bytes, int], text: str, blocks: int) -> None:
    """Say of each word of a text that it is in these blocks too."""
    for term in set(key(text).encode("ascii", "replace").translate(_APART).split()):
        found[term] = found.get(term, 0) | blocks


def _pack(bits: int) -> bytes:
    """Blocks as distances, seven bits a byte, lowest first; or, behind a zero byte, a bit each, where that is shorter."""
    plain = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    if bits.bit_count() > len(plain):
        return b"\0" + plain
    out = bytearray()
    before = -1
    for block in places(bits):
        gap, before = block - before, block
        while gap > 127:
            out.append(gap & 127 | 128)
            gap >>= 7
        out.append(gap)
    return bytes(out)


def _unpack(packed: bytes) -> int:
    if packed[:1] == b"\0":
        return int.from_bytes(packed[1:], "little")
    bits, block, gap, shift = 0, -1, 0, 0
    for byte in packed:
        gap |= (byte & 127) << shift
        if byte > 127:
            shift += 7
            continue
        block += gap
        bits |= 1 << block
        gap = shift = 0
    return bits


def places(bits: int) -> Iterator[int]:
    """Which bits are set, lowest first."""
    while bits:
        lowest = bits & -bits
        bits ^= lowest
        yield lowest.bit_length() - 1


def candidates(connection: sqlite3.Connection, required: Required) -> int | None:
    """The blocks that may hold a match, a bit each; None if all may."""
    return _Asked(connection).blocks(required)


class _Asked:
    """One question to one segment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def terms(self) -> list[tuple[int, bytes]]:
        """The terms of every row, by its number."""
        return list(self.connection.execute("SELECT rowid, terms FROM terms"))

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
        sought = (b"\n" if piece.opens else b"") + piece.text.encode() + (b"\n" if piece.closes else b"")
        if piece.opens and piece.closes:
            sql = "SELECT rowid, terms FROM terms WHERE first <= ? ORDER BY first DESC LIMIT 1"
            rows = list(self.connection.execute(sql, (piece.text.encode(),)))
        else:
            rows = self.terms
        places = list(islice(((row, at) for row, terms in rows for at in _lines(terms, sought)), _MOST_TERMS + 1))
        return self._blocks_of(places) if len(places) <= _MOST_TERMS else None

    def _blocks_of(self, places: Iterable[tuple[int, int]]) -> int:
        """The blocks of terms, each by its row and which term of that it is."""
        found, held = 0, -1
        starts: list[int] = []
        for row, at in places:
            if row != held:
                held = row
                sizes, blocks = self.connection.execute("SELECT sizes, blocks FROM terms WHERE rowid = ?", (row,)).fetchone()
                starts = list(accumulate(array("H", sizes), initial=0))
            found |= _unpack(blocks[starts[at] : starts[at + 1]])
        return found


def _lines(terms: bytes, sought: bytes) -> Iterator[int]:
    """In which terms of a row something stands; each begins with a line break, so that one is an end of a word."""
    at, line, counted = terms.find(sought), -1, 0
    while at >= 0:
        line += terms.count(b"\n", counted, at + 1)
        counted = at + 1
        yield line
        end = terms.index(b"\n", at + 1)
        at = terms.find(sought, end)


def _cost(required: Required) -> int:
    """What asking for this takes, roughly: a whole word is looked up, of parts there may be hundreds."""
    if isinstance(required, Piece):
        return 0 if required.opens and required.closes else 1 + (4 if len(required.text) < 4 else 0)
    return sum(map(_cost, required.parts)) + 1
