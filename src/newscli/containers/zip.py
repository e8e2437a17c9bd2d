"""zip: files that a directory at its end lists. A document of an office is one too, and is for readers."""

import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

from newscli.containers import Budget, Damaged, Member, Refused, Source, Unpacked

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SUMMARY = "zip"
ENDINGS = {".zip": ".zip"}
_ENCRYPTED = 0x1
_EMPTY = b"PK\x05\x06" + bytes(18)  # an archive of nothing
_IN_MEMORY = 16_000_000
# What the first members of DOCX, ODT and EPUB files are called.
_DOCUMENTS = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/", b"word/")
_MIMETYPE = slice(30, 38)


def sniff(head: bytes) -> str | None:
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if head[_MIMETYPE] == b"mimetype" or any(name in head for name in _DOCUMENTS):
        return None
    return "begins as zip does"


def members(stream: BinaryIO, budget: Budget) -> Iterator[Member | Refused]:
    import zipfile

    from newscli.containers._zip_directory import Directory, NoDirectory, without

    with _seekable(stream) as whole:
        archive = zipfile.ZipFile(io.BytesIO(_EMPTY))
        archive.fp = whole  # whose entries it is then given one by one
        try:
            for info, again in Directory(whole).entries():
                if not info.filename.endswith("/"):  # a folder
                    yield _member(archive, info, again, budget)
        except NoDirectory as error:
            yield from (_member(archive, info, False, budget) for info in without(whole) if not info.filename.endswith("/"))
            raise Damaged(f"is a damaged zip archive ({error})") from None
        except (zipfile.BadZipFile, ValueError, OSError, OverflowError) as error:
            raise Damaged(f"is a damaged zip archive ({error})") from None


def _member(archive: "ZipFile", info: "ZipInfo", again: bool, budget: Budget) -> Member | Refused:
    name = info.filename.replace("\\", "/")
    if again:
        return Refused(name, "stands twice in its archive; only the first is read")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Refused(name, "is a link inside an archive; skipped", lost=False)
    if info.flag_bits & _ENCRYPTED:
        return Refused(name, "is encrypted; skipped")
    return Member(name, partial(_opened, archive, info, budget))


def _opened(archive: "ZipFile", info: "ZipInfo", budget: Budget) -> Unpacked:
    import zipfile
    import zlib
    from lzma import LZMAError

    broken = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError)
    try:
        source = archive.open(info)
    except NotImplementedError:
        raise Damaged("is packed in a way that Python can't unpack; skipped") from None
    except (*broken, RuntimeError) as error:
        raise Damaged(f"is damaged in its zip archive ({error})") from None
    return Unpacked(cast(Source, source), broken, "the zip archive", budget, lambda: info.compress_size)


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A zip archive is read from its end: what comes as a stream is kept in a temporary file meanwhile."""
    if stream.seekable():
        yield stream
        return
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        copyfileobj(stream, kept)
        kept.seek(0)
        yield cast(BinaryIO, kept)
