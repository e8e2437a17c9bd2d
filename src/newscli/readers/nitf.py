"""NITF, the News Industry Text Format: versions 2 and 3, with or without its namespace, one document or many in a file."""

from collections.abc import Iterator

from newscli.readers import Item, Source
from newscli.readers._xml import root_of

SUMMARY = "NITF, the News Industry Text Format"
ENDINGS = (".nitf", ".xml")
GIVES = (
    "date", "time", "headline", "byline", "dateline", "captions", "agency", "source", "section", "language", "subjects",
    "rights",
)  # fmt: skip
ORDER = 20


def sniff(head: bytes, name: str) -> str | None:
    root = root_of(head)
    return "the element nitf" if root and root[0] == "nitf" else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _nitf

    return _nitf.read(source)


def example() -> bytes:
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
<nitf baselang="en-GB"><head><title>Ferries cross the fjord again</title>
<tobject tobject.type="News"><tobject.subject tobject.subject.refnum="04015000" tobject.subject.type="Economy"
 tobject.subject.matter="Transport"/></tobject>
<docdata management-status="usable"><doc-id regsrc="AP" id-string="x1"/><date.issue norm="20220114T173200+0100"/>
<ed-msg info="Photos to follow"/><doc.copyright year="2022" holder="The Harbour Press"/></docdata>
<pubdata position.section="Business"/></head>
<body><body.head><hedline><hl1>Ferries cross the fjord again</hl1></hedline>
<byline>By <person>Mara Lind</person><byttl>Transport Writer</byttl></byline><distributor>The Associated Press</distributor>
<dateline><location><city>BERGEN</city>, <country>Norway</country></location></dateline></body.head>
<body.content><media media-type="image"><media-caption>A ferry leaves the old harbour.</media-caption>
<media-producer>Wei Lan</media-producer></media>
<p>Ferries crossed the <location>fjord</location> again on Friday after a week of ice.</p>
<hl2>No ship late</hl2><p>The harbour master said no ship was late&nbsp;yet.</p></body.content></body></nitf>
"""
