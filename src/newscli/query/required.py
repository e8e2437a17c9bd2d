r"""What every match of a pattern must contain, as far as that is certain: pieces of ASCII words.

An index may only narrow, so whatever isn't understood here requires nothing. A piece is a run of ASCII letters, digits
and underscores that a match holds unbroken; it `opens` or `closes` where no such character can stand before or behind it.
Texts are looked at through `key`: in lower case, and with the four letters that a case-insensitive pattern takes for
ASCII ones (as `regex` does: long s, the Kelvin sign, and both Turkish i's) made so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ALIKE = (("ſ", "s"), ("\u212a", "k"), ("İ", "i"), ("ı", "i"))
_WORD = re.compile(r"[a-z0-9_]")
# One element of a simple pattern, and how often it may stand there.
_ELEMENT = re.compile(
    r"(?P<class>\[\^?\]?(?:\\.|[^\\\[\]&|~-]|-(?!-))*\])|\\(?P<escape>.)|(?P<any>\.)|(?P<anchor>[\^$])|(?P<char>[^\\\[\](){}|*+?.^$])",
    re.S,
)
_QUANTIFIER = re.compile(r"(?P<q>[*+?]|\{(?P<least>\d+)(?P<more>,\d*)?\})[?+]?")
_OPEN, _CLOSED = "", "\n"  # what may stand between two runs: anything, or surely no word character


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word that stands in every match."""

    text: str
    opens: bool
    closes: bool


Required = tuple[tuple[Piece, ...], ...]  # one of these, with all of its pieces


def key(text: str) -> str:
    """A text as pieces are compared with it."""
    if not text.isascii():
        for letter, alike in _ALIKE:
            text = text.replace(letter, alike)
    return text.lower()


def required(patterns: tuple[str, ...], fixed: bool, whole: bool) -> Required | None:
    """What one of the patterns requires; None if any of them requires nothing certain. `whole`: words or lines."""
    found = []
    for pattern in patterns:
        symbols = list(pattern) if fixed else _symbols(pattern.removeprefix("(?i)"))
        pieces = tuple(_pieces(symbols, whole)) if symbols is not None else ()
        if not pieces:
            return None
        found.append(pieces)
    return tuple(found) or None


def _symbols(pattern: str) -> list[str] | None:
    r"""The characters that must stand there, "" for what may be anything, "\n" for what is no word character.

    None for a pattern with groups, alternatives or anything else that isn't plainly one thing after the other.
    """
    symbols: list[str] = []
    at = 0
    while at < len(pattern):
        element = _ELEMENT.match(pattern, at)
        symbol = _symbol(element) if element else None
        if element is None or symbol is None:
            return None
        at = element.end()
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier is None:
            symbols.append(symbol)
            continue
        at = quantifier.end()
        if quantifier["q"] in ("*", "?") or (quantifier["least"] and int(quantifier["least"]) == 0) or not symbol:
            symbols.append(_OPEN)  # it may not be there at all
        else:
            symbols += [symbol, _OPEN, symbol] if symbol != _CLOSED else [_CLOSED]
    return symbols


def _symbol(element: re.Match[str]) -> str | None:
    if element["char"] is not None:
        return element["char"]
    if element["anchor"]:
        return _CLOSED
    escape = element["escape"]
    if escape is None:
        return _OPEN
    if escape in "wdSDpP":
        return _OPEN if escape not in "pP" else None
    if escape in "sWtnrfv":
        return _CLOSED
    if escape == "b":
        return "\\b"
    return escape if not escape.isalnum() and escape.isascii() else None


def _pieces(symbols: list[str], whole: bool) -> Iterator[Piece]:
    """The runs of word characters, and whether their ends are ends of words."""
    padded = [_CLOSED if whole else _OPEN, *symbols, _CLOSED if whole else _OPEN]
    run, opens = "", False
    before = padded[0]
    for symbol in padded[1:]:
        letter = key(symbol) if len(symbol) == 1 and symbol != _CLOSED else ""
        if len(letter) == 1 and _WORD.match(letter):
            if not run:
                opens = _ends_words(before)
            run += letter
        elif run:
            closes = _ends_words(symbol)
            if len(run) > 1 or (opens and closes):
                yield Piece(run, opens, closes)
            run = ""
        before = symbol


def _ends_words(symbol: str) -> bool:
    r"""Whether no word character can stand where this does; beside a word character, `\b` is such a place."""
    return symbol != _OPEN
