r"""Reading a pattern as a track: the characters that every match must hold one after the other, as far as that is certain.

    (prime|foreign) minist\w+   [Either(prime, foreign), " ", m, i, n, i, s, t, any word character, GAP, the same]

Only what is read here for certain is used to narrow a search; a pattern with anything else in it (`(?x)`, `\p{Lu}`,
`[[:alpha:]]`, fuzzy matching, inline flags behind the beginning) is not read at all, and then every paragraph is tried.
Characters beyond ASCII are told apart only where they stand for themselves.
"""

import re
from collections.abc import Iterable
from enum import Enum

from newscli.frozen import frozen

# Sets of characters are numbers with a bit for each ASCII character, and two more.
ASCII = (1 << 128) - 1
ALIKE = 1 << 128  # the four that `regex` takes for ASCII letters where case is ignored: ſ, the Kelvin sign, İ, ı
BEYOND = 1 << 129  # every other character beyond ASCII
ANYTHING = ASCII | ALIKE | BEYOND
_LONGEST = 400  # items: what repeats is not written out beyond that

_ALIKE = {"ſ": "s", "\u212a": "k", "İ": "i", "ı": "i"}
_REPEAT = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d+)(?P<more>,(?P<most>\d*))?\}|\{,(?P<upto>\d+)\})[?+]?")
_GROUP = re.compile(r"\((?:(?P<look>\?<?[=!])|(?P<ignoring>\?i:)|\?:|\?P?<[A-Za-z_]\w*>|(?![?*]))")
_SETS = re.compile(r"\[|&&|--|\|\||~~")  # sets in sets, and what combines them
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}


class Mark(Enum):
    """What is no character: GAP may be anything or nothing, EDGE has no word character of a match's paragraph behind it."""

    GAP = "gap"
    EDGE = "edge"


@frozen
class Chars:
    """One character out of a set. `exact` is the only one it may be; `key` what a word's letter is called (see `key`)."""

    mask: int
    exact: str = ""
    key: str = ""


@frozen
class Either:
    """One of these tracks."""

    tracks: tuple["Track", ...]


Item = Chars | Mark | Either
Track = tuple[Item, ...]


def bits(characters: Iterable[str]) -> int:
    """The set of these characters."""
    mask = 0
    for character in characters:
        code = ord(character)
        mask |= 1 << code if code < 128 else ALIKE if character in _ALIKE else BEYOND
    return mask


WORDS = bits("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_DIGITS = bits("0123456789")
_SPACES = bits(" \t\n\r\f\v")
_ODD_SPACES = bits("\x1c\x1d\x1e\x1f\x85")  # white space to some tables and not to others
_CLASSES = {
    "w": WORDS | ALIKE | BEYOND,
    "W": (ASCII & ~WORDS) | BEYOND,
    "d": _DIGITS | BEYOND,
    "D": (ASCII & ~_DIGITS) | ALIKE | BEYOND,
    "s": _SPACES | _ODD_SPACES | BEYOND,
    "S": (ASCII & ~_SPACES) | ALIKE | BEYOND,
}


def key(text: str) -> str:
    """A text as words are compared: in lower case, and with what `regex` takes for ASCII letters made such."""
    if not text.isascii():
        for letter, alike in _ALIKE.items():
            text = text.replace(letter, alike)
    return text.lower()


def read(pattern: str, fixed: bool, ignore_case: bool) -> Track | None:
    """The track of a pattern; None if it isn't plainly understood."""
    if fixed:
        return tuple(literal(character, ignore_case) for character in pattern)
    try:
        return _Reader(pattern.removeprefix("(?i)"), ignore_case or ignores_case(pattern)).whole()
    except _UnreadError:
        return None


def ignores_case(pattern: str) -> bool:
    """Whether a pattern begins with `(?i)`: then it and all that are sought with it ignore case."""
    return pattern.startswith("(?i)")


def literal(character: str, ignore_case: bool) -> Chars:
    """A character that stands for itself."""
    letter = key(character)
    word = letter if len(letter) == 1 and letter.isascii() and (letter.isalnum() or letter == "_") else ""
    if not ignore_case:
        return Chars(bits(character), character, word)
    if letter.isascii():
        mask = bits((letter, letter.upper())) | (ALIKE if letter in _ALIKE.values() else 0)
        return Chars(mask, "" if letter.isalpha() else character, word)
    # Letters beyond ASCII have only each other as capitals; what has no case is itself.
    return Chars(bits(character), "" if character.lower() != character.upper() else character, "")


class _UnreadError(Exception):
    """Something in a pattern that isn't read here."""


class _Reader:
    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self.pattern = pattern
        self.at = 0
        self.ignore_case = ignore_case

    def whole(self) -> Track:
        track = self._alternatives()
        if self.at < len(self.pattern):
            raise _UnreadError
        return track

    def _alternatives(self) -> Track:
        tracks = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            tracks.append(self._sequence())
        return tracks[0] if len(tracks) == 1 else (Either(tuple(tracks)),)

    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _sequence(self) -> Track:
        items: list[Item] = []
        while self._next() not in ("", "|", ")"):
            one = self._one()
            items += self._repeated(one) or one
            if len(items) > _LONGEST:
                raise _UnreadError
        return tuple(items)

    def _one(self) -> Track:
        character = self._next()
        if character == "(":
            return self._group()
        if character == "[":
            return (self._set(),)
        if character == "\\":
            return (self._escape(),)
        if character in "*+?{}]":
            raise _UnreadError
        self.at += 1
        if character == ".":
            return (Chars(ANYTHING & ~bits("\n")),)
        return (Mark.EDGE if character in "^$" else literal(character, self.ignore_case),)

    def _group(self) -> Track:
        found = _GROUP.match(self.pattern, self.at)
        if found is None:
            raise _UnreadError
        self.at = found.end()
        outside, self.ignore_case = self.ignore_case, self.ignore_case or bool(found["ignoring"])
        track = self._alternatives()
        self.ignore_case = outside
        if self._next() != ")":
            raise _UnreadError
        self.at += 1
        return (Mark.GAP,) if found["look"] else track

    def _repeated(self, track: Track) -> Track | None:
        """What stands there for certain of something that may be repeated; None if nothing follows that repeats it."""
        found = _REPEAT.match(self.pattern, self.at)
        if found is None:
            return None
        self.at = found.end()
        if found["sign"]:
            least, more = int(found["sign"] == "+"), True
        elif found["upto"]:
            least, more = 0, True
        else:
            least, more = int(found["least"]), bool(found["more"]) and found["least"] != found["most"]
        if least == 0 or not all(isinstance(item, Chars) for item in track):
            return (Mark.GAP,) if least == 0 else (Mark.GAP, *track, Mark.GAP)
        written = track * min(least, _LONGEST // max(1, len(track)))
        return (*written, Mark.GAP, *written) if more or len(written) < least * len(track) else written

    def _escape(self) -> Item:
        name = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if name in _CLASSES:
            return Chars(_CLASSES[name])
        if name == "b":
            return Mark.EDGE
        if name and name in "B123456789":
            while name != "B" and self._next().isdigit():
                self.at += 1
            return Mark.GAP
        if name in _CONTROLS:
            return literal(_CONTROLS[name], False)
        if name.isascii() and name and not name.isalnum():
            return literal(name, False)
        raise _UnreadError

    def _set(self) -> Chars:
        self.at += 1
        negated = self._next() == "^"
        self.at += negated
        mask, beyond, first = 0, False, True
        while first or self._next() != "]":
            first = False
            low, inside = self._member()
            if self._next() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("", "]"):
                self.at += 1
                high, _ = self._member()
                if not low or not high or low > high:
                    raise _UnreadError
                inside = _range(low, high)
            mask |= inside
        self.at += 1
        beyond = bool(mask & (ALIKE | BEYOND))
        if negated:  # what is beyond ASCII is not told apart: some of it may always be in
            mask = (ASCII & ~mask) | ALIKE | BEYOND
        if self.ignore_case:
            mask = _both_cases(mask, beyond or negated)
        return Chars(mask, key=_one_key(mask))

    def _member(self) -> tuple[str, int]:
        """A character, "" for a class, and the set that it is."""
        if _SETS.match(self.pattern, self.at):
            raise _UnreadError
        character = self._next()
        if character != "\\":
            if not character:
                raise _UnreadError
            self.at += 1
            return character, bits(character)
        name = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if name in _CLASSES:
            return "", _CLASSES[name]
        if name in _CONTROLS:
            return _CONTROLS[name], bits(_CONTROLS[name])
        if name.isascii() and name and not name.isalnum():
            return name, bits(name)
        raise _UnreadError


def _range(low: str, high: str) -> int:
    first, last = ord(low), ord(high)
    mask = 0
    if first < 128:
        mask = ((1 << (min(last, 127) + 1)) - 1) & ~((1 << first) - 1)
    return mask | (ALIKE | BEYOND if last >= 128 else 0)


def _both_cases(mask: int, beyond: bool) -> int:
    """A set where case is ignored: with the other case of its letters."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        pair = bits((letter, letter.upper()))
        if mask & pair or (beyond and letter in "isk"):
            mask |= pair | (ALIKE if letter in "isk" else 0)
    return mask


def _one_key(mask: int) -> str:
    """The letter that all characters of a set are in a word; "" if there is no such one."""
    if mask & ~WORDS:
        return ""
    letters = {chr(code).lower() for code in range(128) if mask >> code & 1}
    return letters.pop() if len(letters) == 1 else ""


def certain(patterns: Iterable[str], fixed: bool, ignore_case: bool, whole: bool) -> Track | None:
    """The track of any of several patterns. `whole`: no word character stands on either side of a match."""
    listed = list(patterns)
    ignoring = ignore_case or (not fixed and any(map(ignores_case, listed)))
    edge: Track = (Mark.EDGE,) if whole else ()
    tracks = []
    for pattern in listed:
        track = read(pattern, fixed, ignoring)
        if track is None:
            return None
        tracks.append((*edge, *track, *edge))
    return tracks[0] if len(tracks) == 1 else (Either(tuple(tracks)),)
