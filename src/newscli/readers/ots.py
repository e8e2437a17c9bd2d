"""Press releases of APA-OTS, as Austria's agency mails them.

OTS0123 5 CI 0345 HPO0001                             Fr, 14.Jän 2022
Verkehr/Norwegen                                      what it is about
Fähren fahren wieder =                                headline; "=" ends what stands above the story
Utl.: Gute Nachricht für Pendler =                    subtitle
   Bergen (OTS) - Text
~
Rückfragehinweis: ...                                 whom to ask, between two "~"
~
*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG ... WWW.OTS.AT ***
OTS0123    2022-01-14/10:15
"""

import re
from collections.abc import Iterator

from newscli.readers import Item, NotNews, Source
from newscli.readers._lines import peek

SUMMARY = "press releases of APA-OTS"
ENDINGS = (".txt",)
GIVES = ("date", "time", "headline", "dateline", "subjects", "url")
ORDER = 16

_HEADER = re.compile(r"OTS\d{4} +\d [A-Z]{2} \d{4} [A-Z0-9]{3,8}\b.*")
_SENT = re.compile(r"OTS\d{4} +(?P<day>\d{4}-\d\d-\d\d)/(?P<clock>\d\d:\d\d)")
_SLUG = re.compile(r"\S[^=]{0,120}/[^=]{1,120}")
_SUBTITLE = re.compile(r"Utl\.: *")
_ORIGINAL = re.compile(r"\*\*\* *OTS-")
_LINK = re.compile(r"https?://\S*presseaussendung/\S+")
_MORE = re.compile(r"(?:Digitale Pressemappe|Link zur Aussendung|Rückfragen & Kontakt|Bild\(er\) zu dieser Aussendung)\b")
_HEAD_LINES = 16


def sniff(head: bytes, name: str) -> str | None:
    if b"OTS" not in head[:200].replace(b"\0", b""):
        return None
    first = next(iter(peek(head).lstrip("\ufeff \t\r\n").splitlines()), "")
    return "the header line of APA-OTS" if _HEADER.fullmatch(first.strip()) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.article import Stated
    from newscli.readers._compose import composed
    from newscli.readers._facts import facts
    from newscli.readers._lines import paragraphs
    from newscli.text import decode

    decoded = decode(source.read(), source.path)
    _, *lines = [line.rstrip() for line in decoded.text.lstrip("\ufeff \t\r\n").splitlines()] or [""]
    slug, titles, below = _head(lines)
    story, beside, end = _parted(below)
    if not any(map(str.strip, story)):
        raise NotNews("a press release without a text")
    sent, link = _SENT.search(decoded.text), _LINK.search(decoded.text)
    yield composed(
        paragraphs(story),
        Stated(
            sent["day"] if sent else None,
            sent["clock"] if sent else None,
            facts=facts(url=link[0] if link else None, subjects=slug.split("/") if slug else ()),
        ),
        headline=" ".join(line for line in titles if not _SUBTITLE.match(line)),
        summary=[_SUBTITLE.sub("", line) for line in titles if _SUBTITLE.match(line)],
        furniture=paragraphs(end),
        notes=paragraphs(beside),
        warnings=decoded.warnings,
    )


def _head(lines: list[str]) -> tuple[str, list[str], list[str]]:
    """(what it is about, titles, the lines below): titles end with "=", and may run over lines."""
    last = max((at for at, line in enumerate(lines[:_HEAD_LINES]) if line.endswith("=")), default=-1)
    above = [line.strip() for line in lines[: last + 1] if line.strip()]
    slug = above.pop(0) if above and _SLUG.fullmatch(above[0]) else ""
    titles: list[str] = []
    for line in above:
        if titles and not titles[-1].endswith("="):
            titles[-1] += f" {line}"
        else:
            titles.append(line)
    return slug, [title.rstrip("= ") for title in titles], lines[last + 1 :]


def _parted(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """(the story, whom to ask, what the agency puts below)."""
    story: list[str] = []
    beside: list[str] = []
    inside = False
    for at, line in enumerate(lines):
        if line.strip() == "~":
            inside = not inside
            beside.append("")
        elif _ORIGINAL.match(line) or _MORE.match(line) or _SENT.fullmatch(line.strip()):
            return story, beside, lines[at:]
        else:
            (beside if inside else story).append(line)
    return story, beside, []


def example() -> bytes:
    return """OTS0123 5 CI 0345 HPO0001                             Fr, 14.Jän 2022

Verkehr/Norwegen

Fähren fahren wieder =
Utl.: Gute Nachricht für Pendler =

   Bergen (OTS) - Die Fähren fahren seit Freitag wieder, nach einer
Woche mit Eis.

   Kein Schiff war verspätet, sagte der Hafenmeister.

~
Rückfragehinweis:
   Hafen Bergen
   mara.lind@hafen.example
~

*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER
INHALTLICHER VERANTWORTUNG DES AUSSENDERS - WWW.OTS.AT ***

OTS0123    2022-01-14/10:15

Link zur Aussendung:
http://www.ots.example/presseaussendung/OTS_20220114_OTS0123
""".encode()
