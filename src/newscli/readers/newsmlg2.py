"""NewsML-G2: a news item, alone or with others in a message. Its text is XHTML, NITF or plain, beside what is said of it.

Only items whose class is text are articles; photos, packages (lists of items), concepts and plans are named for what they are.
"""

from collections.abc import Iterator

from newscli.readers import Item, Source
from newscli.readers._xml import root_of

SUMMARY = "NewsML-G2: news items and messages of them"
ENDINGS = (".xml", ".newsml")
GIVES = (
    "date", "time", "headline", "byline", "dateline", "captions", "agency", "source", "section", "language", "subjects",
    "rights",
)  # fmt: skip
ORDER = 20

_ROOTS = frozenset(("newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"))


def sniff(head: bytes, name: str) -> str | None:
    root = root_of(head)
    return f"the element {root[0]} of NewsML-G2" if root and root[0] in _ROOTS else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _newsmlg2

    return _newsmlg2.read(source)


def example() -> bytes:
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2022-01-14T17:35:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:harbour.example:1" version="1" standard="NewsML-G2" standardversion="2.28" xml:lang="en">
<rightsInfo><copyrightNotice>Copyright 2022 Harbour Times</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"><name>AFP</name></provider>
<versionCreated>2022-01-14T17:34:00+01:00</versionCreated><firstCreated>2022-01-14T17:32:00+01:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><subject type="ex:department" qcode="exdep:1"><name>Coast</name></subject>
<subject type="cpnat:abstract" qcode="medtop:20000271"><name>ferries</name></subject>
<language tag="en"/><by>Mara Lind</by><dateline>BERGEN, Norway</dateline>
<headline>Ferries cross the fjord again</headline>
</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>Ferries crossed the fjord again on Friday after a week of ice.</p>
<figure><figcaption>A ferry leaves the old harbour.</figcaption></figure><p>No ship was late.</p></body></html></inlineXML>
</contentSet></newsItem></itemSet></newsMessage>
"""
