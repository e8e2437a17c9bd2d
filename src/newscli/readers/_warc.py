"""The pages of a web archive, one after the other (WARC 1.0 and 1.1, ISO 28500), as a server sent them: in chunks, compressed;
or what somebody made of them: their text (Common Crawl's WET files).

A record is a version line, headers, a blank line, as many bytes as they say, and two line ends. Where a record is not as long
as it says, the next version line is looked for, so that it loses only itself.
"""

import zlib
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from io import BufferedReader, BytesIO, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from newscli.article import Stated
from newscli.errors import MissingExtra, UnreadableError
from newscli.frozen import frozen
from newscli.readers import Broken, Item, NotNews, RawArticle, Source, _html
from newscli.readers._facts import facts

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_VERSION = b"WARC/"
_LONGEST_LINE = 1 << 16
_LONGEST_HEADERS = 1 << 20
_PIECE = 1 << 18
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_TEXTS = frozenset(("text/plain",))
_PLAIN = frozenset(("", "identity", "none"))
_GZIP_OR_ZLIB, _BARE_DEFLATE = 47, -15  # zlib's names for them


class Readable(Protocol):
    """What is read from."""

    def read(self, size: int = -1, /) -> bytes | None: ...


class _NoPage(Exception):
    """A page that can't be made of what was sent; the text says why."""


@frozen
class Record:
    """One record of an archive: its headers, named as in WARC, and what they describe."""

    headers: Message
    block: "Block"

    @property
    def kind(self) -> str:
        return str(self.headers.get("WARC-Type", "")).casefold()

    @property
    def url(self) -> str:
        return str(self.headers.get("WARC-Target-URI", "")).strip().strip("<>")


class Block(RawIOBase):
    """So many bytes of a stream; `left` of them are unread, and `cut` says that they will never come."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self.stream = stream
        self.left = size
        self.cut = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        data = self.stream.read(min(len(view), self.left))
        self.left -= len(data)
        self.cut = self.cut or (self.left > 0 and not data)
        view[: len(data)] = data
        return len(data)


def articles(source: Source, records: Iterable[Record | Broken]) -> Iterator[Item]:
    """Each page that tells a story; `Broken` for those that can't be read. NotNews where there is none.

    MissingExtra without what reads pages.
    """
    pages = given = 0
    for record in records:
        if isinstance(record, Broken):
            yield record
            continue
        try:
            page = _page(record)
            if page is None or record.block.cut:
                continue
            pages += 1
            for one in _text(record, page[0]) if record.kind == "conversion" else _html.articles(*page, record.url):
                given += 1
                yield one
        except NotNews:
            continue
        except MissingExtra:
            raise MissingExtra(source.path, "a web archive", "warc") from None
        except UnreadableError as error:
            yield Broken(f"{record.url} {error.reason}")
        except _NoPage as error:
            yield Broken(f"{record.url}: {error}")
    if not given:
        raise NotNews(
            f"a web archive, and none of its {pages:,} pages tells a story" if pages else "a web archive without pages"
        )


def _text(record: Record, data: bytes) -> Iterator[Item]:
    """The text of a page, a line a block of it, without its markup; nothing where no line tells a story."""
    from newscli.readers._html_story import is_prose

    lines = [line for line in data.decode("utf-8", "replace").splitlines() if line.strip()]
    if not any(map(is_prose, lines)):
        raise NotNews("no story")
    language = str(record.headers.get("WARC-Identified-Content-Language", "")).partition(",")[0]
    stated = Stated(facts=facts(url=record.url, language=language))
    yield RawArticle("\n\n".join(lines), stated)


def records(stream: BinaryIO, path: str) -> Iterator[Record | Broken]:
    """Every record. What is unread of one when the next is asked for is passed over; UnreadableError at a break."""
    astray = False
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        if not line.startswith(_VERSION):
            if not astray:
                yield Broken("a record is not as long as it says")
            astray = True
            continue
        astray = False
        try:
            headers = _headers(stream)
            size = int(str(headers["Content-Length"]))
        except ValueError:
            yield Broken("a record whose headers can't be read")
            astray = True
            continue
        yield from whole(Record(headers, Block(stream, max(size, 0))), path)


def whole(record: Record, path: str) -> Iterator[Record]:
    """A record; behind it, what of it nobody wanted is passed over. UnreadableError where it is cut off."""
    yield record
    while record.block.left:
        if not record.block.read(_PIECE):
            raise UnreadableError(path, "breaks off in the middle of a record")


def _headers(stream: BinaryIO) -> Message:
    """The headers up to a blank line, as mail has them; ValueError for what has no end."""
    lines: list[bytes] = []
    size = 0
    while (line := stream.readline(_LONGEST_LINE)).strip():
        lines.append(line)
        size += len(line)
        if size > _LONGEST_HEADERS:
            raise ValueError("headers without an end")
    return BytesHeaderParser().parsebytes(b"".join(lines))


def _page(record: Record) -> tuple[bytes, str, str] | None:
    """(bytes, where from, charset) of a page that was there; None for anything else: pictures, requests, errors."""
    if record.kind in ("resource", "conversion"):  # without a server's answer around it
        if record.headers.get_content_type() not in (_PAGES if record.kind == "resource" else _TEXTS):
            return None
        return _whole(record.block), record.url, record.headers.get_content_charset() or ""
    if record.kind != "response":
        return None
    answer = BufferedReader(record.block)
    status = answer.readline(_LONGEST_LINE).split(None, 2)
    if len(status) < 2 or not status[0].startswith(b"HTTP/") or status[1] != b"200":
        return None
    try:
        headers = _headers(cast(BinaryIO, answer))
    except ValueError as error:
        raise _NoPage(str(error)) from None
    if headers.get_content_type() not in _PAGES:
        return None
    data = _whole(answer)
    if "chunked" in str(headers.get("Transfer-Encoding", "")).casefold():
        data = _joined(data)
    for coding in reversed(str(headers.get("Content-Encoding", "")).casefold().split(",")):
        data = _inflated(data, coding.strip())
    return data, record.url, headers.get_content_charset() or ""


def _whole(block: Readable) -> bytes:
    """The rest of a block, as far as a page may go; one byte more of what is larger."""
    pieces: list[bytes] = []
    left = _html.MOST_BYTES + 1
    while left and (piece := block.read(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _joined(data: bytes) -> bytes:
    """Chunks without their lengths; what is in no chunks, which many archives say and few mean, as it is."""
    stream = BytesIO(data)
    pieces: list[bytes] = []
    while line := stream.readline(_LONGEST_LINE):
        length = line.partition(b";")[0].strip()
        if not length and pieces:
            continue
        try:
            size = int(length, 16)
        except ValueError:
            return b"".join(pieces) if pieces else data
        if size <= 0:
            break
        pieces.append(stream.read(size))
    return b"".join(pieces)


def _inflated(data: bytes, coding: str) -> bytes:
    """What a server compressed; an archive may have kept it as it was before, and may have cut it."""
    if coding in _PLAIN:
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise _NoPage(f"compressed as newscli can't read it ({coding})")
    for form in (_GZIP_OR_ZLIB, _BARE_DEFLATE):
        try:
            return zlib.decompressobj(form).decompress(data, _html.MOST_BYTES + 1)
        except zlib.error:
            if data.lstrip()[:1] == b"<":
                return data
    raise _NoPage(f"says that it is compressed ({coding}), and is not")
