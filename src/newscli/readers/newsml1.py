"""NewsML 1: a NewsItem is a tree of components, some of which are stories, and others parts of one or beside one.

A component is a story if text stands in it, or in components below it whose roles say that they are its parts (Title, Lead,
Body, Caption). What a story doesn't state itself (its language, its date line), the components around it state for it. The
text is NITF, XHTML, HTML in CDATA, or plain.
"""

from collections.abc import Iterator

from newscli.readers import Item, Source
from newscli.readers._xml import root_of

SUMMARY = "NewsML 1, with NITF, XHTML or plain text in it"
ENDINGS = (".newsml", ".xml")
GIVES = (
    "date", "time", "headline", "byline", "dateline", "captions", "agency", "source", "section", "language", "subjects",
    "rights",
)  # fmt: skip
ORDER = 20


def sniff(head: bytes, name: str) -> str | None:
    root = root_of(head)
    return "the element NewsML" if root and root[0] == "NewsML" else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _newsml1

    return _newsml1.read(source)


def example() -> bytes:
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2.dtd:1" "NewsML_1.2.dtd" [
<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf; ]>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20220114T173500Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20220114T173200+0100</FirstCreated>
<ThisRevisionCreated>20220114T173400+0100</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferries cross the fjord again</HeadLine><ByLine>Mara Lind</ByLine>
<DateLine>Bergen, Jan 14, 2022 (AFP) -</DateLine><CopyrightLine>(c) AFP 2022</CopyrightLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><Property FormalName="Category" Value="ECO"/>
<Property FormalName="Keyword" Value="ferries"/></DescriptiveMetadata>
<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF"/>
<DataContent><nitf><body><body.content><p>Ferries crossed the fjord again on Friday after a week of ice.</p>
<p>No ship was late, the harbour master said.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Picture"/><NewsComponent><Role FormalName="Caption"/><ContentItem>
<MediaType FormalName="Text"/><DataContent>A ferry leaves the old harbour.</DataContent></ContentItem></NewsComponent>
</NewsComponent></NewsComponent></NewsItem></NewsML>
"""
