"""tar: files one behind the other, read as they come, so that a stream is as good as a file."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from newscli.containers import Budget, Damaged, Member, Refused, Source, Unpacked

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo
    from typing import Self

SUMMARY = "tar"
ENDINGS = {".tar": ".tar"}
_MAGIC_AT = 257
_LONGEST_NOTE = 1_000_000
_NOTES = (b"x", b"X", b"g", b"L", b"K")  # about the file that follows, or all of them: PAX, and GNU's long names
_CHECKSUM = slice(148, 156)


def sniff(head: bytes) -> str | None:
    if head[_MAGIC_AT : _MAGIC_AT + 5] == b"ustar":
        return "has the mark of tar"
    return "has the checksum of tar" if _checks(head[:512]) else None


def _checks(block: bytes) -> bool:
    """Whether a first block is the header of a file, as tar had it before it had a mark."""
    if len(block) < 512 or not block[0] or b"\0" not in block[:100]:
        return False
    try:
        stated = int(block[_CHECKSUM].strip(b" \0") or b"x", 8)
    except ValueError:
        return False
    return stated == sum(block) - sum(block[_CHECKSUM]) + 8 * 32


def members(stream: BinaryIO, budget: Budget) -> Iterator[Member | Refused]:
    import tarfile

    guarded = _guarded()
    lost = 0
    try:
        # "Ignoring zeros", it looks for the next header behind a broken one, and behind an archive's end for another archive.
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=0, tarinfo=guarded, ignore_zeros=True) as archive:
            while (info := archive.next()) is not None:
                cast(Any, archive).members.clear()  # else it remembers each file of the archive
                lost += guarded.took_damage()
                if info.issym() or info.islnk():
                    yield Refused(info.name, f"is a link inside an archive (to {info.linkname}); skipped", lost=False)
                elif info.sparse is not None:
                    yield Refused(info.name, "is a sparse file in a tar archive; skipped")
                elif info.isreg():
                    yield Member(info.name, partial(_opened, archive, info))
    except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, IndexError) as error:
        raise Damaged(f"is a damaged tar archive ({error})") from None
    lost += guarded.took_damage()
    if lost:
        raise Damaged(f"is a damaged tar archive (headers that can't be read, so that what they head is lost: {lost:,})")


def _guarded() -> Any:
    """What reads the headers of files, and refuses names and notes that it would hold in memory whatever their size."""
    import tarfile

    class Guarded(tarfile.TarInfo):
        damaged = ended = False

        @classmethod
        def took_damage(cls) -> bool:
            """Whether a header was broken since this was asked last. What stands behind an archive's end is none."""
            damaged, cls.damaged = cls.damaged, False
            return damaged

        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "Self":
            try:
                info = super().frombuf(buf, encoding, errors)
            except tarfile.HeaderError as error:
                cls.ended = cls.ended or type(error).__name__ == "EOFHeaderError"
                cls.damaged = cls.damaged or (type(error).__name__ == "InvalidHeaderError" and not cls.ended)
                raise
            cls.ended = False
            if info.size > _LONGEST_NOTE and info.type in _NOTES:
                raise tarfile.ReadError(f"a header of {info.size:,} bytes")
            return info

    return Guarded


def _opened(archive: "TarFile", info: "TarInfo") -> Unpacked:
    import tarfile

    source = archive.extractfile(info)
    if source is None:
        raise Damaged("is no file of its archive")
    return Unpacked(cast(Source, source), (tarfile.TarError, EOFError, OSError, ValueError), "the tar archive")
