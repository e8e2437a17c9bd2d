"""Reuters-21578: the newswire of 1987 as the SGML files that everybody classifies.

The files are no XML: `&lt;` stands beside bare ">", `&#5;` for control characters, and no element encloses the articles. So
they are read article by article with plain searches. DATELINE is cut where its line had its last " -", which at times is in
the middle of the story's first sentence; behind one another, DATELINE and BODY are the text as it was sent.
"""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Reuters-21578, the newswire of 1987 in SGML"
ENDINGS = (".sgm", ".sgml")
GIVES = ("date", "time", "headline", "byline", "dateline", "agency", "source", "subjects")
ORDER = 10

_HEAD = re.compile(rb"\s*(?:<!DOCTYPE\s+lewis\b|<REUTERS\b[^>]*>)", re.I)


def sniff(head: bytes, name: str) -> str | None:
    return "Reuters-21578's elements" if _HEAD.match(head.removeprefix(b"\xef\xbb\xbf")) and b"<REUTERS" in head else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _reuters21578

    return _reuters21578.read(source)


def example() -> bytes:
    return (
        b'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n'
        b'<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="1" NEWID="1">\n'
        b"<DATE>14-JAN-1987 17:32:08.41</DATE>\n<TOPICS><D>ship</D></TOPICS>\n<PLACES><D>norway</D></PLACES>\n"
        b"<PEOPLE></PEOPLE>\n<ORGS></ORGS>\n<EXCHANGES></EXCHANGES>\n<COMPANIES></COMPANIES>\n"
        b"<UNKNOWN> \n&#5;&#5;&#5;F Y\n&#22;&#22;&#1;f0001&#31;reute\nu f BC-FERRIES   01-14 0031</UNKNOWN>\n"
        b"<TEXT>&#2;\n<TITLE>FJORD LINE &lt;FJL> FERRIES CROSS AGAIN</TITLE>\n"
        b"<AUTHOR>    By Mara Lind, Reuters</AUTHOR>\n"
        b"<DATELINE>    BERGEN, Norway, Jan 14 - </DATELINE><BODY>Ferries crossed the fjord again\n"
        b"on Wednesday.\n    The harbour master said no ship was late.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    )
