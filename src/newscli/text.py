"""Bytes to text: encodings, byte order marks, binary files; and the id of a text.

Newlines stay as they are in the file, so that offsets into the text are offsets into the original.
"""

import codecs
import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from newscli.errors import UnreadableError

ID_LETTERS = "klmnopqrstuvwxyz"
ID_LENGTH = 20
_DIGITS = "0123456789abcdef"
_SPELLED = str.maketrans(_DIGITS, ID_LETTERS)
_READ = str.maketrans(ID_LETTERS, _DIGITS)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))  # what text doesn't hold; ESC is let pass
_JAPANESE = re.compile(rb"\x1b\$[@B]")
PIECES = "some bytes are not UTF-8 and were read as Windows-1252"
_GUESS = "; a guess, which --encoding overrules"
HOLES = "some bytes are NUL and were read as spaces"
NUL = b"\0"
_HEAD = 8192
_MOST_HOLES = 20  # bytes for each that is NUL, in a text that a disk or a line has damaged


class Decoded(NamedTuple):
    """`warnings` say what a reader should know: that the encoding was a fallback."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file: UTF-8, UTF-16 (told by its mark, or by where its NUL bytes stand), else what `charsets` takes it for.

    UnreadableError for what is no text: `path` is named in it.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8", path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data[2:], "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be", path)
    if b"\0" in data:
        wide = _unmarked_utf16(data)
        if wide is not None:
            return _strict(data, wide, path)
        if not has_holes(data):
            raise UnreadableError(path, f"is not text (a NUL byte at {data.index(NUL):,}); skipped")
        whole = decode(data.replace(NUL, b" "), path)
        return whole._replace(warnings=(*whole.warnings, HOLES))
    if _JAPANESE.search(data) and (japanese := _iso_2022_jp(data)):
        return japanese
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if not sniff(data[:_HEAD]):
            raise UnreadableError(path, "is not text (control bytes); skipped") from None
        from newscli import charsets  # what is answered from an index needs none of it

        if charsets.is_torn_utf8(data):
            return Decoded(data.decode("utf-8", charsets.MIXED), "utf-8", (PIECES,))
        text, encoding = charsets.decoded(data)
        return Decoded(text, encoding.casefold(), (not_utf8(encoding, f"byte 0x{data[error.start]:02x} at {error.start:,}"),))


def not_utf8(encoding: str, what: str, *, overruled: bool = True) -> str:
    """The warning of a text that is not UTF-8, and was taken for something else; `overruled` is whether --encoding helps."""
    guess = _GUESS if overruled else "; a guess"
    return f"read as {encoding}: {what} is not UTF-8" + ("" if encoding == "Windows-1252" else guess)


def _iso_2022_jp(data: bytes) -> Decoded | None:
    """ISO-2022-JP, which is ASCII to whom its escapes say nothing; None where they are something else."""
    try:
        return Decoded(data.decode("iso2022_jp_ext"), "iso-2022-jp", (f"read as ISO-2022-JP, whose escapes it has{_GUESS}",))
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(path, f"is marked as {encoding} and isn't: {error.reason} at {error.start:,}") from None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, as Western text shows it: nearly every second byte is NUL, none of the others is."""
    head = data[:_HEAD]
    even, odd = head[0::2], head[1::2]
    if len(head) >= 4 and len(data) % 2 == 0:
        if odd.count(0) * 10 >= len(odd) * 7 and not even.count(0):
            return "utf-16-le"
        if even.count(0) * 10 >= len(even) * 7 and not odd.count(0):
            return "utf-16-be"
    return None


@lru_cache(maxsize=4)  # every reader that takes text asks the same of one head
def sniff(head: bytes) -> bool:
    """Whether the first bytes of a file look like text at all."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if b"\0" in head:
        return _unmarked_utf16(head[: len(head) // 2 * 2]) is not None or has_holes(head)
    # Text may be full of escape codes and still be text; what is not even UTF-8 may hold hardly any (compressed data
    # has one control byte in nine, old wire copy in Windows-1252 a few at its head).
    try:
        codecs.utf_8_decode(head, "strict", False)  # the last character may be cut
        allowed = 3
    except UnicodeDecodeError:
        allowed = 50
    return (len(head) - len(head.translate(None, _CONTROLS))) * allowed <= len(head)


def has_holes(data: bytes) -> bool:
    """Whether there are a few NUL bytes in what is else text; in UTF-16 there are many."""
    return 0 < data.count(0) * _MOST_HOLES <= len(data) and sniff(data[: 2 * _HEAD].replace(NUL, b" ")[:_HEAD])


def unaccented(text: str) -> str:
    """A text without the accents that Unicode can take off its letters, and in its plain forms ("ﬁ" is "fi")."""
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


def identify(text: str) -> str:
    """The id of a text: 80 bits of BLAKE2b over its UTF-8 with newlines made "\\n", as 20 letters from k to z.

    Each letter is four bits, k is 0: never a number in a spreadsheet, nor a word.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest().translate(_SPELLED)


def packed_id(ident: str) -> bytes:
    """An id in half its length, in the same order. ValueError where it can't be one."""
    return bytes.fromhex(ident.translate(_READ))


def unpacked_id(packed: bytes) -> str:
    return packed.hex().translate(_SPELLED)
