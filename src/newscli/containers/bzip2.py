"""bzip2: one file, compressed."""

from typing import BinaryIO

from newscli.containers import Budget, Unpacked, decompressed

SUMMARY = "bzip2"
ENDINGS = {".bz2": "", ".tbz2": ".tar", ".tbz": ".tar"}


def sniff(head: bytes) -> str | None:
    begins = head[:3] == b"BZh" and head[3:4].isdigit() and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90")
    return "begins as bzip2 does" if begins else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    from bz2 import BZ2File

    return decompressed(stream, BZ2File, (EOFError, OSError, ValueError), "the bzip2 data", budget)
