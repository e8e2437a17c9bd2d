"""ARC: web archives as they were before WARC (Internet Archive, 1996 to 2009). Each page that tells a story is an article.

A record is a line of URL, address, date, type and length (newer files have more fields between them), then as many bytes of
what a server sent. The first describes the file itself.
"""

from collections.abc import Iterator
from email.message import Message
from typing import TYPE_CHECKING

from newscli.readers import Broken, Item, Source

if TYPE_CHECKING:
    from newscli.readers._warc import Record

SUMMARY = "ARC web archives, WARC's forerunner: every page in them that tells a story"
ENDINGS = (".arc",)
GIVES = ("date", "time", "headline", "byline", "captions", "url", "source", "section", "language", "subjects", "rights", "text")
ORDER = 5
DECLARES = True
EXTRA = "warc"

_LONGEST_LINE = 1 << 16
_FEWEST_FIELDS = 5


def sniff(head: bytes, name: str) -> str | None:
    return "the description of an ARC file" if head.startswith(b"filedesc://") else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _warc

    yield from _warc.articles(source, _records(source))


def _records(source: Source) -> "Iterator[Record | Broken]":
    """Every record, named as in WARC; `Broken` once for lines that begin none."""
    from newscli.readers._warc import Block, Record, whole

    astray = False
    while line := source.stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        url, *fields = line.decode("latin-1").split(" ")
        if len(fields) < _FEWEST_FIELDS - 1 or not (length := fields[-1].strip()).isdecimal():
            if not astray:
                yield Broken("a record is not as long as it says")
            astray = True
            continue
        astray = False
        headers = Message()
        headers["WARC-Type"] = "response"
        headers["WARC-Target-URI"] = url
        yield from whole(Record(headers, Block(source.stream, int(length))), source.path)


def example() -> bytes:
    from newscli.readers import html

    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.example()
    about = b"1 0 Harbour Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    return (
        b"filedesc://harbour.arc 0.0.0.0 20220201000000 text/plain %d\n%s\n"
        b"https://harbour.example/2022/ferries 192.0.2.1 20220201000000 text/html %d\n%s\n"
    ) % (len(about), about, len(page), page)
