"""Nexis Uni and LexisNexis: what _nexis reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Nexis Uni and LexisNexis: text and HTML, and what their Word and RTF files hold"
ENDINGS = (".txt", ".html", ".htm")
GIVES = (
    "date", "time", "headline", "byline", "dateline", "captions", "source", "section", "language", "subjects", "url", "rights",
)  # fmt: skip
ORDER = 40

_LABELS = (
    b"LENGTH:", b"Length:", b"NGE:", b"nge:", b"ONGUEUR", b"ongueur", b"LONGIT", b"ongitud", b"EXTENS", b"xtens\xc3", b"LUNGH",
    b"unghezza", b"engte:", b"LENGTE", b"BYLINE", b"SECTION:", b"LOAD-DATE", b"Load-Date", b"Time Of Request",
)  # fmt: skip


def sniff(head: bytes, name: str) -> str | None:
    if not _may_be(head.replace(b"\0", b"") if b"\0" in head else head):
        return None
    from newscli.readers import _nexis

    return _nexis.recognised(head)


def _may_be(head: bytes) -> bool:
    """A quick look, which lets hardly anything else pass: nine files in ten are of another kind."""
    if b"<" in head and (b"LXNComment" in head or b"DOCFULL" in head):
        return True
    return head.count(b": ") > 1 and any(label in head for label in _LABELS)


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _nexis

    return _nexis.read(source)


def example() -> bytes:
    return b"""Download Request: Selected Items: 1-2
Time Of Request: Friday, January 14, 2022  16:51:31
Terms: ferries


                               1 of 2 DOCUMENTS


                              Harbour Times (Bergen)

                     January 14, 2022 Friday 11:21 AM GMT

Ferries cross the fjord again

BYLINE: By Mara Lind and Tom Acht; Staff

SECTION: NEWS; Pg. 4

LENGTH: 61 words

DATELINE: BERGEN, Norway

Ferries crossed the fjord again on Friday after three days of storm, and the
harbour master said that no ship had been lost.

Buses to the quay run every hour.

LOAD-DATE: January 15, 2022

LANGUAGE: ENGLISH

SUBJECT: FERRIES (92%); WEATHER (80%)

URL: http://news.example/ferries

GRAPHIC: A pilot boards a ferry in the old harbour.

PUBLICATION-TYPE: Newspaper


                       Copyright 2022 Harbour Times
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                              Harbour Times (Bergen)

                            January 13, 2022 Thursday

Snow closes the high road

LENGTH: 8 words

The high road is closed until Sunday.

LOAD-DATE: January 13, 2022


                       Copyright 2022 Harbour Times
"""
