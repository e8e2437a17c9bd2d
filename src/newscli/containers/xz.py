"""xz: one file, compressed."""

from typing import BinaryIO

from newscli.containers import Budget, Counted, Unpacked

SUMMARY = "xz"
ENDINGS = {".xz": "", ".txz": ".tar"}


def sniff(head: bytes) -> str | None:
    return "begins as xz does" if head.startswith(b"\xfd7zXZ\0") else None


def opened(stream: BinaryIO, budget: Budget) -> Unpacked:
    from lzma import LZMAError, LZMAFile
    from typing import cast

    packed = Counted(stream)
    source = LZMAFile(cast(BinaryIO, packed))  # noqa: SIM115  # it lives as long as what it is given to
    return Unpacked(source, (EOFError, OSError, LZMAError, MemoryError), "the xz data", budget, lambda: packed.count)
