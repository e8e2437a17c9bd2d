"""What a text is in that says what it is in (XML, pages, mail): it is believed, unless its bytes show that it lies.

A lie shows in what nobody writes: controls, signs inside words, capitals behind small letters, words of two alphabets, Latin
letters with accents and hardly any without, kana of half a width. What programs write into every file (UTF-8, Latin-1)
states nothing where the bytes are not UTF-8.
"""

import codecs
import re
from typing import NamedTuple

from newscli import charsets
from newscli.text import PIECES, not_utf8

_MARKUP = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9][\w.:-]{1,30})""", re.I)
_LOOK = 4096  # bytes of a page in which it says it
_SAMPLE = 200_000
# What each of these is read as, since it holds whatever is written under that name: https://encoding.spec.whatwg.org/#names.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_jp": "euc_jis_2004", "euc_kr": "cp949",
    "big5": "big5hkscs",
}  # fmt: skip
_CALLED = {"windows-31j": "cp932", "windows-874": "cp874", "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8"}
# What programs that write Windows' encodings call them.
_WINDOWS = {
    "iso8859-2": "cp1250", "iso8859-5": "cp1251", "iso8859-6": "cp1256", "iso8859-7": "cp1253", "iso8859-8": "cp1255",
    "iso8859-13": "cp1257", "iso8859-15": "cp1252",
}  # fmt: skip
_SEVEN_BITS = ("iso2022", "hz", "utf-7")  # of ASCII's bytes alone
_JAPANESE = (b"\x1b$B", b"\x1b$@")  # ISO-2022-JP's escapes, which nothing else has
_TORN = 20  # bytes that are not ASCII for each that can't be read, where a text is damaged and doesn't lie
_MOST_STRANGE = 50  # letters for each sign inside a word
_NO_TEXT = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"))
_TAG = re.compile(rb"<[^<>]{1,2000}>")
_HALF = re.compile("[\uff61-\uff9f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_HALF = 4  # letters for each
_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTROL = re.compile(r"[\x80-\x84\x86-\x9f]")  # U+0085 is EBCDIC's line end
_OF_TWO = re.compile(r"[A-Za-z][Ͱ-ۿ]|[Ͱ-ۿ][A-Za-z]")  # Latin, and Greek, Cyrillic, Hebrew or Arabic
_SIGN = re.compile(r"(?<=[^\W\d_])[¢-©«¬®-±´¶¸№»-¿×÷‚„†‡ˆ‰‹›˜™╔-╬░-▓](?=[^\W\d_])")


class Encoding(NamedTuple):
    """Python's name of an encoding, and the warning that belongs to it: "" where a text says what it is."""

    codec: str
    warning: str = ""


def by_markup(head: bytes) -> str:
    """What a page says that it is in, or the declaration of XML; "" where it says nothing."""
    found = _MARKUP.search(head[:_LOOK])
    return found[1].decode("ascii") if found else ""


def decoded(data: bytes, said: str = "", *, overruled: bool = True) -> tuple[str, tuple[str, ...]]:
    """The text, and the warning that belongs to it: see `encoding`. A mark at its beginning is no part of it."""
    codec, warning = encoding(data, said, overruled=overruled)
    try:
        text = charsets.western(data) if codec == charsets.WESTERN else data.decode(codec)
    except UnicodeDecodeError:  # behind what was looked at, or where it is torn
        text = data.decode(codec, errors(codec))
        warning = warning or (PIECES if codec == "utf-8" else "")
    return text.removeprefix("\ufeff"), (warning,) if warning else ()


def errors(codec: str) -> str:
    """How what doesn't fit an encoding is read: pieces of UTF-8 that are not UTF-8 are Western."""
    return charsets.MIXED if codec == "utf-8" else "replace"


def encoding(data: bytes, said: str, *, what: str = "some of it", overruled: bool = True) -> Encoding:
    """What a text is in that says it is in `said` ("": nothing), UTF-8's mark apart. It may be cut off at its end.

    A guess's warning says `what` is not UTF-8; `overruled` is whether --encoding says better.
    """
    if data.startswith(codecs.BOM_UTF8):
        return Encoding("utf-8")
    strange = _HIGH.search(data)
    start = max(0, strange.start() - _SAMPLE // 2) if strange else 0
    data = _TAG.sub(b" ", data[start : start + _SAMPLE])  # what is said of the text is no part of it
    codec = _known(said)
    if data.isascii():
        if not codec.startswith(_SEVEN_BITS) and any(escape in data for escape in _JAPANESE):
            codec = "iso2022_jp_ext"
        return Encoding(codec if codec.startswith(_SEVEN_BITS) and _reads(data, codec) else "utf-8")
    if _reads(data, "utf-8"):
        lies = codec and not codec.startswith("utf")
        return Encoding("utf-8", f"read as UTF-8: it says {said}, and is not" if lies else "")
    if not codec or codec == charsets.WESTERN or codec.startswith(("utf", *_SEVEN_BITS)):
        if charsets.is_torn_utf8(data):
            return Encoding("utf-8", PIECES)
        found = charsets.guessed(data)
        if found == codec:
            return Encoding(found)
        if codec:
            return Encoding(found, _instead(said, found))
        return Encoding(found, not_utf8(charsets.NAMES[found], what, overruled=overruled))
    if not _lies(data, codec):
        return Encoding(codec)
    windows = _WINDOWS.get(codec)
    if windows and not _lies(data, windows):
        return Encoding(windows, _instead(said, windows))
    other = charsets.guessed(data)
    return Encoding(codec) if other == codec or _lies(data, other) else Encoding(other, _instead(said, other))


def _known(said: str) -> str:
    """Python's name of what holds all that is written under this one; "" for what is no encoding of text."""
    try:
        name = said.lower().removeprefix("x-")
        codec = codecs.lookup(_CALLED.get(name, name)).name
        "".encode(codec)
    except (LookupError, ValueError):  # UnicodeError is one
        return ""
    return "" if codec in _NO_TEXT else _WIDER.get(codec, codec)


def _instead(said: str, codec: str) -> str:
    return f"read as {charsets.NAMES[codec]}: it says {said}, and is not"


def _reads(data: bytes, codec: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(data)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _lies(data: bytes, codec: str) -> bool:
    """Whether the bytes make no sense in this encoding."""
    text = codecs.getincrementaldecoder(codec)("replace").decode(data)
    if text.count("\ufffd") * _TORN > len(_HIGH.findall(data)) or _CONTROL.search(text):
        return True
    letters = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    latin = sum(letter < "Ͱ" for letter in letters)
    if latin * 2 > len(letters) and latin > sum(letter.isascii() and letter.isalpha() for letter in text):
        return True
    if len(_HALF.findall(text)) * _MOST_HALF > len(letters):
        return True
    return len(_SIGN.findall(text)) * _MOST_STRANGE > len(letters) or _has_odd_words(text)


def _has_odd_words(text: str) -> bool:
    """Whether of the words that are not ASCII more are of two alphabets than of one, or more have a capital behind their
    first letter than in its place (as KOI8 read as Windows-1251 has)."""
    mixed = inverted = 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        mixed += 1 if _OF_TWO.search(word) else -1
        if word[0] > "\x7f" < word[1]:
            inverted += word[0].islower() and word[1].isupper()
            inverted -= word[0].isupper() and word[1].islower()
    return mixed > 0 or inverted > 0
