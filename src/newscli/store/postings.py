"""Which words stand in which stretches of a segment: made while it is written, asked before it is scanned.

A row of `terms` has a thousand words as query.syntax.key spells them, in their order:

first       the first of them
terms       all of them, each after a line break, and one more at the end; compressed
sizes       how many bytes each one has of `stretches`: a letter that names an array's type, and the array; compressed
stretches   those that have it, as `_pack` says; compressed by itself where that is shorter

The one row of `trigrams` says of each of these in turn which three letters follow each other in any of its words: whoever
looks for a part of a word need not ask most of them.
"""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, groupby, islice, repeat
from operator import itemgetter, sub

from newscli.query.required import OneOf, Piece, Required
from newscli.query.syntax import key
from newscli.store.packing import deflated, inflated

TABLES = """
CREATE TABLE terms (first BLOB, terms BLOB, sizes BLOB, stretches BLOB);
CREATE INDEX terms_first ON terms (first);
CREATE TABLE trigrams (bits BLOB);
"""
# Everything that is no ASCII letter, digit or underscore holds words apart.
_APART = bytes(byte if (chr(byte).isalnum() and byte < 128) or byte == 95 else 32 for byte in range(256))
_TERMS_A_ROW = 1_024  # to look one up reads a row, to look for a part of words those that may have it
_TRIGRAMS = 4_096  # bits a row, of which a third are set: several trigrams share one
_MOST_TERMS = 400  # words that hold one piece: beyond that, it narrows little, and asking takes long
_FEW = 32  # stretches
_BITS, _COMPRESSED = b"\0b", b"\0z"  # no distance is 0
_LEAST_COMPRESSED = 40  # bytes
_ONE = ord("1")


class Postings:
    """Collects the words of stretches, in their order.

    A text is looked through for its words once: those of the vocabulary (see `words`) are taken as they come, and what
    they are in an index is found out at the end, when each is there once.
    """

    def __init__(self) -> None:
        self.words: defaultdict[str, list[int]] = defaultdict(list)  # the stretches that have a word
        self.terms: defaultdict[bytes, list[int]] = defaultdict(list)  # of text of which not all words were given

    def add(self, stretch: int, words: Iterable[Sequence[str]], text: str) -> None:
        """The next stretch: its words in some lists, and the text whose words are not, or not all, among them."""
        known = self.words
        for word in set(chain.from_iterable(words)):
            known[word].append(stretch)
        for term in _terms(text):
            self.terms[term].append(stretch)

    def write(self, connection: sqlite3.Connection) -> None:
        # "city's" and "port's" have both an "s": what one term has from several words is put together once.
        found: dict[bytes, list[list[int]]] = defaultdict(list, {term: [stretches] for term, stretches in self.terms.items()})
        for word, stretches in self.words.items():
            for term in (word.encode("ascii"),) if word.isascii() and word.isalnum() else _terms(word):
                found[term].append(stretches)
        terms = sorted(found)
        trigrams = bytearray()
        for at in range(0, len(terms), _TERMS_A_ROW):
            some = terms[at : at + _TERMS_A_ROW]
            packed = [_pack(_together(found[term])) for term in some]
            lines = b"\n".join((b"", *some, b""))
            trigrams += _number(list(_trigrams(lines))).to_bytes(_TRIGRAMS // 8, "little")
            row = some[0], deflated(lines), deflated(_sizes(packed)), b"".join(packed)
            connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO trigrams VALUES (?)", (bytes(trigrams),))


def _together(lists: list[list[int]]) -> list[int]:
    return lists[0] if len(lists) == 1 else sorted(set().union(*lists))


def _terms(text: str) -> set[bytes]:
    """The words of a text, as an index has them."""
    return set(key(text).encode("ascii", "replace").translate(_APART).split())


def _trigrams(lines: bytes) -> set[int]:
    """The number of each trigram; an end of a word is a letter too."""
    return {(a * 961 + b * 31 + c) % _TRIGRAMS for a, b, c in set(zip(lines, lines[1:], lines[2:], strict=False))}


def _sizes(packed: Sequence[bytes]) -> bytes:
    sizes = list(map(len, packed))
    kind = "B" if max(sizes) < 1 << 8 else "H" if max(sizes) < 1 << 16 else "I"
    return kind.encode() + array(kind, sizes).tobytes()


def _read_sizes(sizes: bytes) -> "array[int]":
    numbers = array(sizes[:1].decode())
    numbers.frombytes(sizes[1:])
    return numbers


def _pack(stretches: Sequence[int]) -> bytes:
    """The distance of each from the one before; or, where that is shorter, a bit for each stretch that there is."""
    if len(stretches) * 8 >= stretches[-1]:
        packed = _BITS + _bits(stretches)
    else:
        packed = b"".join(map(_step, (stretches[0] + 1, *map(sub, stretches[1:], stretches))))
    compressed = _COMPRESSED + deflated(packed) if len(packed) >= _LEAST_COMPRESSED else packed
    return min(packed, compressed, key=len)


@lru_cache(maxsize=1 << 16)
def _step(distance: int) -> bytes:
    """Seven bits a byte, lowest first; an eighth says that another follows."""
    out = bytearray()
    while distance > 127:
        out.append(distance & 127 | 128)
        distance >>= 7
    out.append(distance)
    return bytes(out)


def _union(lists: Iterable[bytes]) -> int:
    """A bit for each stretch that any of these lists has."""
    found = 0
    apart: list[int] = []
    for packed in lists:
        plain = inflated(packed.removeprefix(_COMPRESSED)) if packed.startswith(_COMPRESSED) else packed
        if plain.startswith(_BITS):
            found |= int.from_bytes(plain.removeprefix(_BITS), "little")
        else:
            apart += _far_apart(plain)
    return found | _number(apart) if apart else found


def _far_apart(distances: bytes) -> list[int]:
    """The stretches that these distances say."""
    if distances.isascii():  # none takes two bytes
        return list(accumulate(distances, initial=-1))[1:]
    found, stretch, distance, shift = [], -1, 0, 0
    for byte in distances:
        distance |= (byte & 127) << shift
        if byte > 127:
            shift += 7
            continue
        stretch += distance
        found.append(stretch)
        distance = shift = 0
    return found


def _bits(stretches: Sequence[int]) -> bytes:
    return _number(stretches).to_bytes(stretches[-1] // 8 + 1, "little")


def _number(stretches: Sequence[int]) -> int:
    marks = bytearray(b"0") * (max(stretches) + 1)
    any(map(marks.__setitem__, stretches, repeat(_ONE)))  # a loop of Python's takes thrice as long
    return int(marks[::-1], 2)


def candidates(connection: sqlite3.Connection, required: Required) -> int | None:
    """The stretches that may hold a match, a bit each; None if all may."""
    return _Asked(connection).stretches(required)


class _Asked:
    """One question to one segment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.held: dict[int, bytes] = {}  # terms of rows, by their number

    @cached_property
    def trigrams(self) -> list[tuple[int, int]]:
        """The number of each row and its trigrams, a bit each."""
        (every,) = self.connection.execute("SELECT bits FROM trigrams").fetchone()
        size = _TRIGRAMS // 8
        return [(row, int.from_bytes(every[at : at + size], "little")) for row, at in enumerate(range(0, len(every), size), 1)]

    def terms(self, row: int) -> bytes:
        if row not in self.held:
            self.held[row] = inflated(self.connection.execute("SELECT terms FROM terms WHERE rowid = ?", (row,)).fetchone()[0])
        return self.held[row]

    def stretches(self, required: Required) -> int | None:
        if isinstance(required, Piece):
            return self._with_piece(required)
        if isinstance(required, OneOf):
            found = 0
            for part in required.parts:
                stretches = self.stretches(part)
                if stretches is None:
                    return None
                found |= stretches
            return found
        chosen: int | None = None
        for part in sorted(required.parts, key=_cost):
            if chosen is not None and chosen.bit_count() <= _FEW and _cost(part) > 0:
                break  # asking costs more by now than searching what is left
            stretches = self.stretches(part)
            if stretches is not None:
                chosen = stretches if chosen is None else chosen & stretches
        return chosen

    def _with_piece(self, piece: Piece) -> int | None:
        """The stretches that have a word with this piece in it; None if so many words have it that it isn't worth asking."""
        sought = (b"\n" if piece.opens else b"") + piece.text.encode() + (b"\n" if piece.closes else b"")
        if piece.opens and piece.closes:
            sql = "SELECT rowid FROM terms WHERE first <= ? ORDER BY first DESC LIMIT 1"
            rows = [row for (row,) in self.connection.execute(sql, (piece.text.encode(),))]
        else:
            needed = sum(1 << number for number in _trigrams(sought))
            rows = [row for row, trigrams in self.trigrams if needed & ~trigrams == 0]
        places = list(islice(((row, at) for row in rows for at in _lines(self.terms(row), sought)), _MOST_TERMS + 1))
        return _union(self._lists(places)) if len(places) <= _MOST_TERMS else None

    def _lists(self, places: Iterable[tuple[int, int]]) -> Iterator[bytes]:
        """What has the stretches of terms, each by its row and which term of that it is."""
        for row, several in groupby(places, itemgetter(0)):
            sql = "SELECT sizes, stretches FROM terms WHERE rowid = ?"
            packed_sizes, packed = self.connection.execute(sql, (row,)).fetchone()
            sizes = _read_sizes(inflated(packed_sizes))
            begin = done = 0
            for _, at in several:
                begin += sum(sizes[done:at])
                done = at
                yield packed[begin : begin + sizes[at]]


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
