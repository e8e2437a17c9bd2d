"""gzip: one file, compressed; also several one behind the other, as web archives have them."""

from typing import BinaryIO

from newscli.containers import Budget, Unpacked, decompressed

SUMMARY = "gzip"
ENDINGS = {".gz": "", ".tgz": ".tar"}


def sniff(head: bytes) -> str | None:
    return "begins as gzip does" if head.startswith(b"\x1f\x8b\x08") else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    import zlib
    from gzip import GzipFile

    return decompressed(
        stream, lambda packed: GzipFile(fileobj=packed, mode="rb"), (EOFError, OSError, zlib.error), "the gzip data", budget
    )
