"""WARC: what a crawler was given, page after page (Heritrix, wget, Browsertrix, CC-NEWS). Each page that tells a story is an
article; what _warc takes out of the archive, _html reads (the extra "warc"). So is each text of a WET file, without the extra.

Its address is what was fetched. When it was fetched is not when it was published, so only the page itself says that.
"""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "WARC web archives: every page in them that tells a story, or its text (WET)"
ENDINGS = (".warc", ".wet")
GIVES = ("date", "time", "headline", "byline", "captions", "url", "source", "section", "language", "subjects", "rights", "text")
ORDER = 5
DECLARES = True
EXTRA = "warc"

_VERSION = b"WARC/"


def sniff(head: bytes, name: str) -> str | None:
    return "the version line of WARC" if head.lstrip(b"\r\n").startswith(_VERSION) and b"\nWARC-" in head[:2000] else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _warc

    yield from _warc.articles(source, _warc.records(source.stream, source.path))


def example() -> bytes:
    from newscli.readers import html

    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.example()
    style = b"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\nbody { color: black }"
    records = (
        (b"WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", b"software: made by hand\r\n"),
        (b"WARC-Type: response\r\nWARC-Target-URI: https://harbour.example/style.css\r\n", style),
        (b"WARC-Type: response\r\nWARC-Target-URI: https://harbour.example/2022/ferries\r\n", page),
    )
    date = b"WARC-Date: 2022-02-01T00:00:00Z\r\n"
    return b"".join(
        b"WARC/1.0\r\n%s%sContent-Length: %d\r\n\r\n%s\r\n\r\n" % (named, date, len(block), block) for named, block in records
    )
