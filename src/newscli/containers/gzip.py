"""gzip: one file, compressed; also several one behind the other, as web archives have them."""

from typing import BinaryIO

from newscli.containers import Budget, Counted, Unpacked

SUMMARY = "gzip"
ENDINGS = {".gz": "", ".tgz": ".tar"}


def sniff(head: bytes) -> str | None:
    return "begins as gzip does" if head.startswith(b"\x1f\x8b\x08") else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    import zlib
    from gzip import GzipFile
    from typing import cast

    packed = Counted(stream)
    source = GzipFile(fileobj=cast(BinaryIO, packed), mode="rb")
    return Unpacked(source, (EOFError, OSError, zlib.error), "the gzip data", budget, lambda: packed.count)
