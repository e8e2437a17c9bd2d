"""Pages of the open web: the story, without what stands around it. What _html reads, through trafilatura (the extra "html").

Databases' own pages (Nexis, Factiva, ProQuest, Europresse) have readers of their own, which are asked before.
"""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source, ending
from newscli.readers._lines import peek

SUMMARY = "web pages: the story, and what the page's head states"
ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
GIVES = ("date", "time", "headline", "byline", "captions", "url", "source", "section", "language", "subjects", "rights", "text")
EXTRA = "html"
ORDER = 48

# Compiled where a file has a "<" at all: every table is loaded at each start.
_BEGINS = r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html\b|html\b|head>|body\b)"
_ANY_TAG = r"<(?:head|body|title|meta|link|div|p|article|h1|table|a|center|font)\b[^<>]*>"


def sniff(head: bytes, name: str) -> str | None:
    if b"<" not in head:
        return None
    text = peek(head)
    if re.match(_BEGINS, text, re.I | re.S):
        return "HTML: begins as a page"
    return "HTML (its name's ending)" if ending(name) in ENDINGS and re.search(_ANY_TAG, text, re.I) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _html

    yield from _html.articles(source.read(), source.path)


def example() -> bytes:
    return b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferries cross the fjord again | Harbour Times</title>
<link rel="canonical" href="https://harbour.example/2022/ferries"><meta property="og:site_name" content="Harbour Times">
<meta property="article:section" content="Coast"><meta name="copyright" content="Copyright 2022 Harbour Times">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Ferries cross the fjord again", "datePublished": "2022-01-14T17:32:00+01:00", "dateModified": "2022-01-16",
"author": [{"@type": "Person", "name": "Mara Lind"}], "keywords": ["ferries", "weather"]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/coast">Coast</a></li></ul></nav>
<article><h1>Ferries cross the fjord again</h1><p class="byline">By Mara Lind</p>
<figure><img src="/f.jpg"><figcaption>A ferry leaves the old harbour. REUTERS/Tom Acht</figcaption></figure>
<p>BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday after a week of ice had kept them at the quay.</p>
<p>The harbour master said that no ship was late, and that the night boats would sail again from Monday.</p>
<p>Passengers had waited in the cold since the early morning, with blankets and coffee from volunteers.</p></article>
<aside><h2>More from the coast</h2><ul><li><a href="/grain">Grain moves</a></li></ul></aside>
<footer>Harbour Times, Quay 3, Bergen. <a href="/terms">Terms of use</a></footer></body></html>
"""
