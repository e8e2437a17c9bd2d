"""RSS and Atom: a feed's entries, each an article; of many feeds only the summary of one.

RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 1.0, with the elements that publishers add: Dublin Core's creator, date and subject,
content:encoded, Media RSS's descriptions. Text is HTML, escaped or not.
"""

from collections.abc import Iterator

from newscli.readers import Item, Source
from newscli.readers._xml import root_of

SUMMARY = "RSS and Atom feeds"
ENDINGS = (".rss", ".atom", ".xml")
GIVES = ("date", "time", "headline", "byline", "captions", "url", "source", "language", "subjects", "rights", "text")
ORDER = 20

_ROOTS = {"rss": "RSS", "rdf": "RSS 1", "feed": "Atom"}


def sniff(head: bytes, name: str) -> str | None:
    root = root_of(head)
    kind = _ROOTS.get(root[0].casefold()) if root else None
    if kind == "RSS 1" and b"purl.org/rss/" not in head:
        return None  # other RDF
    if kind == "Atom" and root and b"2005/Atom" not in root[1] and b"<entry" not in head:
        return None
    return f"the outermost element of {kind}" if kind else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _rss

    return _rss.read(source)


def example() -> bytes:
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Times</title><link>https://harbour.example/</link>
<language>en</language><copyright>Copyright 2022 Harbour Times</copyright>
<item><title>Ferries cross the fjord again</title><link>https://harbour.example/ferries</link>
<pubDate>Fri, 14 Jan 2022 17:32:00 +0100</pubDate><dc:creator>Mara Lind</dc:creator><category>ferries</category>
<description>The boats are back.</description>
<media:content url="https://harbour.example/f.jpg" medium="image">
<media:description>A ferry leaves the old harbour.</media:description></media:content>
<content:encoded>
<![CDATA[<p>BERGEN, Norway (Reuters) - Ferries crossed the fjord again.</p><p>No ship was late.</p>]]></content:encoded>
</item></channel></rss>
"""
