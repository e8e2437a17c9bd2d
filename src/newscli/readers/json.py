"""JSON: an article, a list of them, or a wrapper around such a list ("articles", "docs", "results" ... under any name).

Which names state what: _record_names.KEYS. A list of any length is read one object after the other.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.readers import Item, Source, ending
from newscli.readers._lines import peek

if TYPE_CHECKING:
    from newscli.readers._json import Stream

SUMMARY = "JSON: NewsAPI, schema.org, trafilatura, Fundus, Guardian and New York Times APIs, and others"
ENDINGS = (".json", ".jsonld")
GIVES = ("date", "time", "headline", "byline", "captions", "url", "source", "section", "language", "subjects", "rights", "text")
ORDER = 41
_BEGINS = re.compile(r'\s*(?:\[\s*)*\{\s*(?:"|\})')
_ANY = re.compile(r"\s*(?:[\[{]|(?:null|true|false|-?\d[\d.eE+-]*|\"[^\n]*\")\s*\Z)")  # a value of any kind


def sniff(head: bytes, name: str) -> str | None:
    text = peek(head)
    if _BEGINS.match(text):
        return "JSON: begins with an object" if text.lstrip().startswith("{") else "JSON: begins with a list of objects"
    return "JSON (its name's ending)" if ending(name) in ENDINGS and _ANY.match(text) else None


def read(source: Source) -> Iterator[Item]:
    yield from read_pieces(source.stream, source)


def read_pieces(stream: "Stream", source: Source) -> Iterator[Item]:
    """The articles of a stream of JSON values."""
    from newscli.readers._json import Pieces
    from newscli.readers._record import articles
    from newscli.readers._record_view import is_news

    columns = source.columns
    pieces = Pieces(stream, source.path, lambda values: is_news(values, columns))
    yield from articles(pieces.records(), columns, "JSON in which no object")


def example() -> bytes:
    return b"""{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Harbour Times", "url": "https://harbour.example/"},
  {"@type": "NewsArticle", "headline": "Ferries cross the fjord again", "datePublished": "2022-01-14T06:30:00+01:00",
   "author": [{"@type": "Person", "name": "Mara Lind"}, {"@type": "Person", "name": "Tom Acht"}],
   "articleBody": "BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday.\\n\\nThe wind had dropped.",
   "articleSection": "Coast", "inLanguage": "en", "keywords": "ferries, weather",
   "publisher": {"@type": "Organization", "name": "Harbour Times"}, "url": "https://harbour.example/ferries",
   "copyrightNotice": "Copyright 2022 Harbour Times",
   "image": {"@type": "ImageObject", "caption": "Cranes stand idle in fog"}}
]}
"""
