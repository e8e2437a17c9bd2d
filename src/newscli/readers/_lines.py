"""The lines of a text file as they are read, so that a file larger than memory is no trouble."""

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from newscli import charsets
from newscli.errors import UnreadableError
from newscli.parse.conventions import Lazy
from newscli.readers import HEAD, LINE_BYTES, WHOLE_BYTES
from newscli.readers._declared import by_markup, encoding
from newscli.text import HOLES, decode, has_holes, sniff

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 18  # bytes
_TAG = Lazy(r"<(?:!doctype html|html|head|body|div|p|table|meta|a)\b[^<>]*>", re.I)
_END = re.compile(r"\r\n|\r|\n")


@lru_cache(maxsize=4)  # one recogniser after the other asks for the same
def peek(head: bytes) -> str:
    """The beginning of a text file as a recogniser can read it; "" for what looks like no text."""
    if not sniff(head):
        return ""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    if b"\0" in head:
        if not has_holes(head):
            return head.replace(b"\0", b"").decode("latin-1")
        head = head.replace(b"\0", b" ")
    text = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return text if text.count("\ufffd") < 3 else head.decode("cp1252", "replace")


def begun(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The beginning of a stream, and the whole stream again."""
    head = stream.read(HEAD)
    return head, rejoined(head, stream)


def rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream of what has been read of another, and then of the rest."""
    return BufferedReader(_Rejoined(head, rest))


class _Rejoined(RawIOBase):
    """A stream with what was read of it put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._at, self._rest = head, 0, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        piece = self._head[self._at : self._at + len(view)]
        self._at += len(piece)
        if not piece:
            self._head, self._at = b"", 0  # which may be megabytes
            piece = self._rest.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


def is_markup(text: str) -> bool:
    """Whether a text begins as HTML does."""
    return _TAG.looks.search(text[:2000]) is not None


def lines(stream: BinaryIO, path: str, warnings: list[str]) -> Iterator[str]:
    """Every line without its end. A file is decoded as text.decode does it, piece by piece.

    `warnings` is told once where a file is not in UTF-8, and what it was read as from there.
    """
    head = stream.read(_CHUNK)
    if (b"\0" in head[:8192] and not has_holes(head)) or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        behind = stream.read(WHOLE_BYTES)
        if len(behind) == WHOLE_BYTES:
            raise UnreadableError(path, f"is larger than {WHOLE_BYTES:,} bytes, and no UTF-8; convert it to be read")
        yield from _END.split(decode(head + behind, path).text)
        return
    if not sniff(head[:8192]):
        raise UnreadableError(path, "is not text; skipped")
    said = by_markup(head) if head.lstrip()[:1] == b"<" else ""
    if said and not head.isascii() and (warning := encoding(head, said).warning):
        warnings.append(warning)
    decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder("utf-8-sig")()
    begun: list[str] = []  # pieces of a line of which the end is to come
    held = ""  # a "\r" at the end of a piece, which may be half of "\r\n"
    while head := _without_holes(head, warnings):
        try:
            text = decoder.decode(head)
        except UnicodeDecodeError as error:
            begun_character = decoder.getstate()[0] + head
            name, warning = encoding(begun_character, said, what=f"byte 0x{error.object[error.start]:02x}")
            if warning and not warnings:
                warnings.append(warning)
            if name in (charsets.WESTERN, "utf-8"):  # for this piece: the next may be UTF-8
                text = begun_character.decode(name, charsets.MIXED)
                decoder.reset()
            else:
                decoder = codecs.getincrementaldecoder(name)("replace")
                text = decoder.decode(begun_character)
        text = held + text
        held = "\r" if text.endswith("\r") else ""
        first, *found = _END.split(text.removesuffix("\r"))
        begun.append(first)
        if found:
            yield "".join(begun)
            yield from found[:-1]
            begun = found[-1:]
        if sum(map(len, begun)) > LINE_BYTES:
            raise UnreadableError(path, f"has a line of more than {LINE_BYTES:,} bytes")
        head = stream.read(_CHUNK)
    rest = "".join(begun) + held + charsets.western(decoder.getstate()[0])
    if rest:
        yield rest.rstrip("\r")


def _without_holes(data: bytes, warnings: list[str]) -> bytes:
    """What was read with spaces in the place of NUL, of which `warnings` is told once."""
    if b"\0" not in data:
        return data
    warnings += [HOLES] if HOLES not in warnings else []
    return data.replace(b"\0", b" ")


def paragraphs(found: Iterable[str]) -> Iterator[str]:
    """Runs of lines with blank lines (or a form feed) between them, each one string with "\\n" in it."""
    block: list[str] = []
    for line in found:
        if line.strip() and "\f" not in line:
            block.append(line.rstrip())
            continue
        if block:
            yield "\n".join(block)
        block = [line.strip()] if line.strip() else []
    if block:
        yield "\n".join(block)
