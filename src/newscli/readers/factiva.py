"""Factiva: what _factiva reads."""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "Factiva: HTML, XML and text, and what its RTF files hold"
ENDINGS = (".html", ".htm", ".xml", ".txt")
GIVES = ("date", "time", "headline", "byline", "source", "section", "language", "subjects", "captions", "rights")
ORDER = 42

_SIGNS = (b"activa", b"PPSResponse", b"SOURCE_CO", b"<leadParagraph", b'Article"', b"Article'", b'Headline"', b"Headline'")
_NUMBERED = re.compile(rb"\n[^\S\n]*\d[^\n]*")


def sniff(head: bytes, name: str) -> str | None:
    if not _may_be(head.replace(b"\0", b"") if b"\0" in head else head):
        return None
    from newscli.readers import _factiva

    return _factiva.recognised(head)


def _may_be(head: bytes) -> bool:
    """A quick look, which lets hardly anything else pass: nine files in ten are of another kind."""
    if b"<" in head and any(sign in head for sign in _SIGNS):
        return True
    if b"WC" in head and b"PD" in head:
        return True
    # "295 mots" on a line of its own.
    return any(len(line[0]) < 40 for line in _NUMBERED.finditer(b"\n" + head))


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _factiva

    return _factiva.read(source)


def example() -> bytes:
    return b"""<html><head><title>Factiva</title></head><body><h1>Factiva</h1>
<div class="article enArticle"><table>
<tr><td class="index"><b>SE</b>&nbsp;</td><td>News</td></tr>
<tr><td class="index"><b>HD</b>&nbsp;</td><td><b class="enHeadline">Ferries cross the fjord again</b></td></tr>
<tr><td class="index"><b>BY</b>&nbsp;</td><td>By Mara Lind</td></tr>
<tr><td class="index"><b>WC</b>&nbsp;</td><td>14 words</td></tr>
<tr><td class="index"><b>PD</b>&nbsp;</td><td>14 January 2022</td></tr>
<tr><td class="index"><b>ET</b>&nbsp;</td><td>15:32</td></tr>
<tr><td class="index"><b>SN</b>&nbsp;</td><td>Harbour Times</td></tr>
<tr><td class="index"><b>SC</b>&nbsp;</td><td>HARBT</td></tr>
<tr><td class="index"><b>LA</b>&nbsp;</td><td>English</td></tr>
<tr><td class="index"><b>CY</b>&nbsp;</td><td>(c) 2022 Harbour Media.</td></tr>
<tr><td class="index"><p><b>LP</b>&nbsp;</p></td>
<td><p class="articleParagraph">Ferries crossed the fjord again on Friday.</p></td></tr>
<tr><td class="index"><p><b>TD</b>&nbsp;</p></td>
<td><p class="articleParagraph">No ship was lost.</p>
<p class="articleParagraph">Buses to the quay run every hour.</p></td></tr>
<tr><td class="index"><b>ART</b>&nbsp;</td><td>A pilot boards a ferry.</td></tr>
<tr><td class="index"><b>NS</b>&nbsp;</td><td>gweath : Weather | gcat : Political/General News</td></tr>
<tr><td class="index"><b>AN</b>&nbsp;</td><td>Document HARBT00020220114ei1e0001r</td></tr>
</table></div>
<div id="pageFooter">&copy; 2022 Factiva, Inc. All rights reserved.</div></body></html>
"""
