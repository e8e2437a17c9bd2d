"""The directory at the end of a zip archive, an entry at a time: the standard library keeps all of them, 0.7 KB for each file.

APPNOTE.TXT 6.3.10, 4.3: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipInfo

from newscli.containers import Damaged

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_END_64_AT = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_EXTRA = struct.Struct("<2H")
_LONGEST_COMMENT = 0xFFFF
_MOST = 0xFFFFFFFF  # what stands in 32 bits for a number that needs 64
_ZIP_64 = 1
_UTF8 = 0x800
_SIZES_BEHIND = 0x8  # what was written as a stream says behind each file how long it is
_PIECE = 1 << 16
_BITS = 16  # for each name: one in seventeen is then looked at twice


class NoDirectory(BadZipFile):
    """There is none at the end."""


class Directory:
    """The entries of an archive. BadZipFile where it is damaged."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._start, self._size, self._count, self._shift = _found(stream)
        self._doubted = self._names_met_again()

    def entries(self) -> Iterator[tuple[ZipInfo, bool]]:
        """Each entry, and whether another had its name before."""
        seen: set[str] = set()
        for name, info in self._read():
            again = False
            if self._bit(name) in self._doubted:
                again = name in seen
                seen.add(name)
            yield info, again

    def _names_met_again(self) -> set[int]:
        """Of the names that may stand here twice the places in a table of bits. Damaged for files that overlap."""
        self._table = bytearray(self._count * _BITS // 8 + 1)
        doubted: set[int] = set()
        packed = 0
        for name, info in self._read():
            packed += info.compress_size
            byte, mask = divmod(bit := self._bit(name), 8)
            if self._table[byte] >> mask & 1:
                doubted.add(bit)
            self._table[byte] |= 1 << mask
        if packed > self._start:  # the directory of a trap names the same bytes many times
            raise Damaged("holds files that overlap, as a trap would")
        return doubted

    def _bit(self, name: str) -> int:
        return hash(name) % (len(self._table) * 8)

    def _read(self) -> Iterator[tuple[str, ZipInfo]]:
        """Name and entry; between two of them others may read the stream."""
        at, end, data, begun = self._start, self._start + self._size, b"", 0
        while at + begun < end:
            if len(data) - begun < 3 * _PIECE:  # an entry's name, extra and comment are no longer
                at += begun
                self._stream.seek(at)
                data, begun = self._stream.read(min(4 * _PIECE, end - at)), 0
            try:
                name, info, length = _entry(data, begun, self._shift)
            except (struct.error, UnicodeDecodeError) as error:
                raise BadZipFile(f"its directory breaks ({error})") from None
            begun += length
            yield name, info


def _entry(data: bytes, at: int, shift: int) -> tuple[str, ZipInfo, int]:
    """An entry that begins there: its name with "/", itself, and how long it is."""
    (sign, _, _, flags, method, _, _, check, packed, size, name_size, extra_size, comment_size, _, _, attributes, offset) = (
        _ENTRY.unpack_from(data, at)
    )
    if sign != b"PK\x01\x02":
        raise BadZipFile("its directory breaks")
    behind = at + _ENTRY.size
    raw = data[behind : behind + name_size]
    info = ZipInfo(raw.decode("utf-8" if flags & _UTF8 else "cp437"))
    if _MOST in (packed, size, offset):
        packed, size, offset = _wide(data[behind + name_size : behind + name_size + extra_size], size, packed, offset)
    info.flag_bits, info.compress_type, info.CRC = flags, method, check
    info.compress_size, info.file_size, info.header_offset = packed, size, offset + shift
    info.external_attr = attributes
    return info.filename.replace("\\", "/"), info, _ENTRY.size + name_size + extra_size + comment_size


def _wide(extra: bytes, *narrow: int) -> tuple[int, int, int]:
    """(packed size, size, offset) where one of them needs 64 bits: `narrow` is size, packed size and offset."""
    at = 0
    numbers: list[int] = []
    while at + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, at)
        if kind == _ZIP_64:
            whole = length // 8
            numbers = list(struct.unpack_from(f"<{whole}Q", extra, at + _EXTRA.size))
            break
        at += _EXTRA.size + length
    size, packed, offset = (numbers.pop(0) if number == _MOST and numbers else number for number in narrow)
    return packed, size, offset


def without(stream: BinaryIO) -> Iterator[ZipInfo]:
    """The files of an archive that is cut off before its directory, as far as each says how long it is."""
    at = 0
    while True:
        stream.seek(at)
        header = stream.read(_LOCAL.size)
        if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
            return
        _, _, flags, method, _, _, check, packed, size, name_size, extra_size = _LOCAL.unpack(header)
        if flags & _SIZES_BEHIND or _MOST in (packed, size) or not name_size:
            return
        info = ZipInfo(stream.read(name_size).decode("utf-8" if flags & _UTF8 else "cp437", "replace"))
        info.flag_bits, info.compress_type, info.CRC = flags, method, check
        info.compress_size, info.file_size, info.header_offset = packed, size, at
        yield info
        at += _LOCAL.size + name_size + extra_size + packed


def _found(stream: BinaryIO) -> tuple[int, int, int, int]:
    """(where the directory begins, its size, how many entries it has, by how much offsets are to be shifted)."""
    whole = stream.seek(0, 2)
    tail_at = max(0, whole - _LONGEST_COMMENT - _END.size - _END_64_AT.size)
    stream.seek(tail_at)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise NoDirectory("breaks off before its directory")
    *_, count, size, offset, _ = _END.unpack_from(tail, at)
    end = tail_at + at
    if at >= _END_64_AT.size and tail[at - _END_64_AT.size : at].startswith(b"PK\x06\x07"):
        end -= _END_64_AT.size + _END_64.size
        stream.seek(max(0, end))
        data = stream.read(_END_64.size)
        if data.startswith(b"PK\x06\x06") and len(data) == _END_64.size:
            *_, count, size, offset = _END_64.unpack(data)
        else:
            end += _END_64_AT.size + _END_64.size
    start = end - size
    if start < 0 or start - offset < 0:
        raise BadZipFile("Bad offset for central directory")
    return start, size, min(count, size // _ENTRY.size), start - offset
