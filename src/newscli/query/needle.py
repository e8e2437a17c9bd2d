r"""Needles: strings of bytes that are found at memory speed, and without which no paragraph holds a match.

    \$\d+(\.\d+)? billion    " billion", as it is
    \b[A-Z]{9,}\b            "AAAAAAAAA", where every capital is made an A
    (?i)\bsoy\w+             "soy", where every capital is made small

`regex` looks at one character after the other; `bytes.find`, behind one `bytes.translate` where it takes one, is several
times as fast. What it finds are paragraphs to try the pattern itself on, no hits yet.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from newscli.frozen import frozen
from newscli.query.syntax import ALIKE, ASCII, BEYOND, Chars, Either, Track, bits

# A needle is worth looking for where it is expected less than once in so many bits of characters ...
_LEAST_BITS = 10.0
_PLENTY = 16.0  # ... and one that needs no translation where it is as rare as that.
_MOST_NEEDLES = 8
_MOST_BYTES = 64
_STAND_IN = "?"  # what a character beyond ASCII becomes, where each character is to be one byte
_OTHER = BEYOND | ALIKE

# How often characters stand in news, roughly, in parts of 10,000: enough to tell a rare string from a common one.
_SHARES = {
    " ": 1650, "e": 980, "t": 700, "a": 680, "i": 580, "o": 580, "n": 580, "s": 540, "r": 520, "h": 360, "l": 330, "d": 320,
    "c": 250, "u": 210, "m": 190, "p": 170, "f": 160, "g": 150, "y": 130, "w": 120, "b": 110, "v": 80, "k": 55, "x": 15,
    "j": 10, "q": 8, "z": 6, ".": 100, ",": 100, "\n": 60, "-": 30, "'": 30, '"': 30,
}  # fmt: skip
_CAPITAL, _DIGIT, _REST, _FOREIGN = 16.0, 20.0, 4.0, 60.0


@frozen
class Needle:
    """`sought` in a text of bytes behind `table` (None: as it is).

    `wide` is the same for texts that are not ASCII, whose other characters were made one stand-in each; `exact` needles
    are sought in UTF-8 whatever the text is. `sought` None: no ASCII text can hold a match.
    """

    sought: bytes | None
    table: bytes | None = None
    wide: tuple[bytes, bytes] | None = None
    exact: bool = False
    spaced: bool = False  # whether it may hold a space


class _Rated(NamedTuple):
    bits: float
    needles: tuple[Needle, ...]


def needles(track: Track) -> tuple[Needle, ...]:
    """Needles one of which is in every paragraph with a match; none where there is no rare string to look for."""
    best = _best(track)
    return best.needles if best and best.bits >= _LEAST_BITS else ()


def companions(track: Track) -> tuple[bytes, ...]:
    """Other strings, in UTF-8, all of which are in every paragraph with a match: two that are rare leave little to try.

    By its letters " billion" is rarer than "$"; in some archives it is ten times as common.
    """
    exact = [one for run in _runs(track) if (one := _exact(run)) and one.bits >= _LEAST_BITS]
    found = dict.fromkeys(needle.sought for one in exact for needle in one.needles if needle.sought)
    return tuple(one for one in found if all(needle.sought != one or not needle.exact for needle in needles(track)))


def _best(track: Track) -> _Rated | None:
    """The rarest of what a track is certain of."""
    rated = [one for run in _runs(track) for one in (_exact(run), _translated(run)) if one]
    rated += [one for item in track if isinstance(item, Either) and (one := _any_of(item))]
    plain = [one for one in rated if one.bits >= _PLENTY and all(needle.exact for needle in one.needles)]
    return max(plain or rated, key=lambda one: (one.bits, -len(one.needles)), default=None)


def _any_of(item: Either) -> _Rated | None:
    """A needle for each alternative, all of them to be looked for."""
    branches = [_best(track) for track in item.tracks]
    found = [branch for branch in branches if branch]
    unique = tuple(dict.fromkeys(needle for branch in found for needle in branch.needles))
    if len(found) < len(branches) or not 0 < len(unique) <= _MOST_NEEDLES:
        return None
    return _Rated(min(branch.bits for branch in found) - log2(len(unique)), unique)


def _runs(track: Track) -> Iterator[Sequence[Chars]]:
    """What stands unbroken, cut where a character may be nearly anything. Edges have no width and cut nothing."""
    run: list[Chars] = []
    for item in track:
        if isinstance(item, Chars) and _share(item.mask) < 0.3:
            run.append(item)
        elif isinstance(item, Chars | Either) or item.value == "gap":
            yield run
            run = []
    yield run


def _exact(run: Sequence[Chars]) -> _Rated | None:
    """The rarest part of a run that can only be itself."""
    parts: list[list[Chars]] = [[]]
    for chars in run:
        if chars.exact:
            parts[-1].append(chars)
        else:
            parts.append([])
    rated = [(sum(-log2(_share(chars.mask)) for chars in part[:_MOST_BYTES]), part[:_MOST_BYTES]) for part in parts if part]
    if not rated:
        return None
    rarity, part = max(rated, key=lambda one: one[0])
    text = "".join(chars.exact for chars in part)
    return _Rated(rarity, (Needle(text.encode("utf-8", "replace"), exact=True, spaced=" " in text),))


def _translated(run: Sequence[Chars]) -> _Rated | None:
    """A whole run, with one byte for all characters that may stand in the same place."""
    run = run[:_MOST_BYTES]
    if not run or all(chars.exact for chars in run):
        return None
    spaced = any(chars.mask & bits(" ") for chars in run)
    narrow, rarity = _merged([chars.mask & ASCII for chars in run])
    wide, rarity_beyond = _merged([_with_stand_in(chars.mask) for chars in run])
    sought, table = narrow or (None, None)
    return _Rated(min(rarity, rarity_beyond), (Needle(sought, table, wide, spaced=spaced),))


def _with_stand_in(mask: int) -> int:
    return (mask & ASCII) | (bits(_STAND_IN) if mask & _OTHER else 0)


def _merged(masks: list[int]) -> tuple[tuple[bytes, bytes] | None, float]:
    """What to look for and a table of bytes in which overlapping sets are one byte; and how rare that is, in bits.

    None where one of the sets is empty: nothing can be found.
    """
    if not all(masks):
        return None, 100.0
    classes: list[int] = []
    for mask in masks:
        apart = [one for one in classes if not one & mask]
        joined = mask
        for one in classes:
            if one & mask:
                joined |= one
        classes = [*apart, joined]
    table = bytearray(range(256))
    for one in classes:
        members = [code for code in range(128) if one >> code & 1]
        for code in members:
            table[code] = members[0]
    sought, rarity = bytearray(), 0.0
    for mask in masks:
        (whole,) = (one for one in classes if one & mask)
        sought.append(table[(mask & -mask).bit_length() - 1])
        rarity += -log2(_share(whole))
    return (bytes(sought), bytes(table)), rarity


@lru_cache(maxsize=1_024)
def _share(mask: int) -> float:
    """How much of a text these characters make up, roughly."""
    parts = sum(_of(chr(code)) for code in range(128) if mask >> code & 1)
    return min(1.0, (parts + (_FOREIGN if mask & _OTHER else 0.0)) / 10_000)


def _of(character: str) -> float:
    if character in _SHARES:
        return float(_SHARES[character])
    if character.isalnum():
        return _DIGIT if character.isdigit() else _CAPITAL
    return _REST if character.isprintable() else 0.01


Find = Callable[[int], int]


def finder(sought: Sequence[Needle], ascii_only: bool, raw: bytes, narrow: Callable[[], bytes]) -> Find | None:
    """What says where the next needle is from some place on, -1 for nowhere; None where no needle can be.

    Places are in `raw`, the text in UTF-8, where it is ASCII or all needles are exact; else in `narrow()`, the text with
    a byte a character.
    """
    if ascii_only or all(needle.exact for needle in sought):
        finds = [
            _find(raw if needle.table is None else raw.translate(needle.table), needle.sought)
            for needle in sought
            if needle.sought is not None
        ]
    else:
        text = narrow()
        finds = [_find_wide(text, needle) for needle in sought if needle.wide or needle.exact]
    if not finds:
        return None
    return finds[0] if len(finds) == 1 else _first_of(finds)


def _find(text: bytes, sought: bytes) -> Find:
    return lambda at: text.find(sought, at)


def _find_wide(text: bytes, needle: Needle) -> Find:
    if needle.wide:
        return _find(text.translate(needle.wide[1]), needle.wide[0])
    return _find(text, (needle.sought or b"").decode().encode("ascii", "replace"))


def _first_of(finds: list[Find]) -> Find:
    """The first of several needles; each is looked for again only when it has been passed."""
    known = [-2] * len(finds)

    def find(at: int) -> int:
        for i, one in enumerate(finds):
            if -1 != known[i] < at:
                known[i] = one(at)
        return min((place for place in known if place >= 0), default=-1)

    return find
