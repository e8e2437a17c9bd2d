"""zstd: one file, compressed. Python reads it by itself from 3.14 on, before with an extra."""

from typing import BinaryIO

from newscli.containers import Budget, Unpacked
from newscli.errors import MissingExtra

SUMMARY = "zstd"
ENDINGS = {".zst": "", ".tzst": ".tar"}
EXTRA = "zstd"
_PIECE = 2048  # a byte may become ten thousand


def sniff(head: bytes) -> str | None:
    return "begins as zstd does" if head.startswith(b"\x28\xb5\x2f\xfd") else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    try:
        from zstandard import ZstdError
    except ImportError:
        raise MissingExtra("", "zstd", "zstd") from None
    source = _Frames(stream)
    return Unpacked(source, (EOFError, OSError, ZstdError), "the zstd data", budget, lambda: source.packed)


class _Frames:
    """Frames one behind the other. The library's own stream doesn't tell a cut file from a whole one: this raises EOFError."""

    def __init__(self, stream: BinaryIO) -> None:
        from zstandard import ZstdDecompressor

        self.stream = stream
        self.library = ZstdDecompressor()
        self.frame = self.library.decompressobj()
        self.packed = 0
        self.begun = False  # whether a frame is open
        self.rest = b""
        self.ready = memoryview(b"")

    def read1(self, size: int = -1, /) -> bytes:
        from zstandard import ZstdError

        while not self.ready:
            data = self.rest or self.stream.read(_PIECE)
            self.packed += 0 if self.rest else len(data)
            self.rest = b""
            if not data:
                if self.begun:
                    raise EOFError
                return b""
            self.begun = True
            try:
                self.ready = memoryview(self.frame.decompress(data))
            except ZstdError as error:
                if "too much memory" in str(error):
                    raise OSError("it was made with --long; unpack it first, with zstd -d --long=31") from None
                raise
            if self.frame.eof:
                self.rest, self.begun = self.frame.unused_data, False
                self.frame = self.library.decompressobj()
        given = bytes(self.ready[:size] if size >= 0 else self.ready)
        self.ready = self.ready[len(given) :]
        return given
