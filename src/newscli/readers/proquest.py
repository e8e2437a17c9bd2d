"""ProQuest: what _proquest reads."""

from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "ProQuest: text, HTML and XML"
ENDINGS = (".txt", ".html", ".htm", ".xml")
GIVES = ("date", "headline", "byline", "captions", "source", "section", "language", "subjects", "url", "rights")
ORDER = 38  # before Nexis, which counts its documents in the same words

_SIGNS = (b"ProQuest", b"DocID_", b"<GOID", b"<RecordTitle", b"<NumericPubDate")
_LABELS = tuple(
    label.encode()
    for label in ("ull text", "olltext", "exte intégral", "exto completo", "esto completo", "ublication info", "全文")
)


def sniff(head: bytes, name: str) -> str | None:
    if not _may_be(head.replace(b"\0", b"") if b"\0" in head else head):
        return None
    from newscli.readers import _proquest

    return _proquest.recognised(head)


def _may_be(head: bytes) -> bool:
    """A quick look, which lets hardly anything else pass: nine files in ten are of another kind."""
    if b"<" in head and any(sign in head for sign in _SIGNS):
        return True
    return head.count(b": ") > 3 and any(label in head for label in _LABELS)


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _proquest

    return _proquest.read(source)


def example() -> bytes:
    rule = b"_" * 60
    return b"""%b

Document 1 of 2

Ferries cross the fjord again: [Final Edition]

Author: Lind, Mara; Acht, Tom

Publication info: Harbour Times ; Bergen, Norway [Bergen, Norway]14 Jan 2022: A.4.

http://search.example/docview/251439970

Abstract: Ferries crossed the fjord again on Friday.

Links: Find it at the library

Full text: Ferries crossed the fjord again on Friday.

No ship was lost, the harbour master said.

Caption: A pilot boards a ferry.

Subject: Ferries; Storms

Location: Bergen Norway

Company / organization: Name: Harbour Authority; NAICS: 488310

Publication title: Harbour Times; Bergen, Norway

Pages: A.4

Publication year: 2022

Publication date: Jan 14, 2022

Section: News

Language of publication: English

ProQuest document ID: 251439970

Document URL: http://search.example/docview/251439970

Copyright: (Copyright (c) 2022 Harbour Times)

Database: Harbour Dailies

%b

Document 2 of 2

Snow closes the high road

Publication info: Harbour Times ; Bergen, Norway [Bergen, Norway]13 Jan 2022: A.1.

Full text: The high road is closed until Sunday.

Publication date: Jan 13, 2022

Database: Harbour Dailies

%b

Contact us at: http://www.proquest.example
""" % (rule, rule, rule)
