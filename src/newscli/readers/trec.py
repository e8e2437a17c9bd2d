"""Documents between <DOC> and </DOC>: the news collections of TREC and DUC, AQUAINT and Gigaword. What _trec reads.

They are no XML: "&" stands alone, some elements are never closed, and nothing encloses the documents. Each collection calls
things its own way; what is known here are the names of AP, Wall Street Journal, Los Angeles and Financial Times, and of the
Linguistic Data Consortium.
"""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "documents between <DOC> tags: TREC, DUC, AQUAINT, Gigaword"
ENDINGS = (".sgm", ".sgml", ".trec")
GIVES = ("date", "time", "headline", "byline", "dateline", "agency", "source", "section", "captions", "text")
ORDER = 11

_HEAD = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*)?<DOC(?:\s[^>]*)?>", re.I)
_TITLED = re.compile(rb"\stitle\s*=", re.I)  # as extractors of Wikipedia and Wikinews write it, above plain text
_MARKUP = re.compile(rb"\s*<")
_INSIDE = re.compile(rb"<(?:DOCNO|DOCID|HEADLINE|TEXT|DATE_TIME|BODY)\b", re.I)


def sniff(head: bytes, name: str) -> str | None:
    begins = _HEAD.match(head.removeprefix(b"\xef\xbb\xbf"))
    if not begins or not (_INSIDE.search(head) or (_TITLED.search(begins[0]) and not _MARKUP.match(head, begins.end()))):
        return None
    return "documents between <DOC> tags"


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _trec

    return _trec.read(source)


def example() -> bytes:
    return (
        b'<DOC id="AFP_ENG_20220114.0001" type="story" >\n<HEADLINE>\nFerries cross the fjord again\n</HEADLINE>\n'
        b"<DATELINE>\nBERGEN, Norway, Jan 14 (AFP)\n</DATELINE>\n<TEXT>\n<P>\nFerries crossed the fjord again on Friday\n"
        b"after a week of ice.\n</P>\n<P>\nNo ship was late.\n</P>\n</TEXT>\n</DOC>\n"
        b"<DOC>\n<DOCNO> AP220115-0001 </DOCNO>\n<FILEID>AP-NR-01-15-22 2358EST</FILEID>\n<HEAD>Grain Trains Move</HEAD>\n"
        b"<BYLINE>By MARA LIND</BYLINE>\n<BYLINE>Associated Press Writer</BYLINE>\n<DATELINE>OSLO, Norway (AP) </DATELINE>\n"
        b"<SECTION>Business</SECTION>\n<SO>Harbour Wire</SO>\n<GRAPHIC>A train leaves the quay.</GRAPHIC>\n"
        b"<TEXT>\n   Trains with grain moved again on Saturday.\n   The railway said so.\n</TEXT>\n</DOC>\n"
    )
