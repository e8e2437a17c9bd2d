"""xz: one file, compressed."""

from typing import BinaryIO

from newscli.containers import Budget, Unpacked, decompressed

SUMMARY = "xz"
ENDINGS = {".xz": "", ".txz": ".tar"}


def sniff(head: bytes) -> str | None:
    return "begins as xz does" if head.startswith(b"\xfd7zXZ\0") else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    from lzma import LZMAError, LZMAFile

    return decompressed(stream, LZMAFile, (EOFError, OSError, LZMAError, MemoryError), "the xz data", budget)
