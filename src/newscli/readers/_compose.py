"""An article whose parts stand apart in its format, as one text that reads like an article, and where each part stands."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from newscli.article import NOTHING_STATED, Mark, Stated
from newscli.readers import Item, RawArticle

_DASH = " - "
_LONG_SUMMARY = 40  # characters
_TOP = 4  # paragraphs of a story in which its summary may stand again
_CORRECTS = re.compile(  # a note that is a correction by its first word
    r"(?:eds?(?:itors?)?\.?:\s*)?\W?(?:correct(?:s|ed|ion|ing)|berichtig(?:ung|t)|korr(?:ektur|igiert)|rectificati(?:f|on)|corrección"
    r"|rettifica|correctie|rättelse|rettelse|oikaisu)\b",
    re.I,
)
_TO_EDITORS = re.compile(r"Eds?(?:itors)?[:.]\s", re.I)
_LONGEST_INITIALS = 3  # words
_BY = re.compile(
    r"(?:(?P<by>by|von|par|por|di|door|av|af)|da|de|(?i:te(?:ks|x)t[eo]?|testo|words|written by)\s?:?)\s+(?=[^\W\d_a-zß-öø-ÿ])"
)
_WITHOUT_NAMES = ("by ", "von ", "par ", "por ")  # "By our correspondent": a byline all the same


def composed(
    paragraphs: Iterable[str],
    stated: Stated = NOTHING_STATED,
    *,
    headline: str | None = None,
    byline: str | None = None,
    dateline: str | None = None,
    summary: Iterable[str] = (),
    captions: Iterable[str] = (),
    furniture: Iterable[str] = (),
    corrections: Iterable[str] = (),
    notes: Iterable[str] = (),
    warnings: tuple[str, ...] = (),
    line: int = 1,
) -> RawArticle:
    """Headline, summary, byline, dateline and paragraphs; furniture (an end mark), captions, corrections and notes last.

    What the story repeats in its first lines stands once, and a summary that only says what stands there not at all; a
    dateline that the story has itself is its own. A byline that names nobody is a standfirst, or the initials of a desk.
    """
    writer = _Writer()
    stripped = [clean for paragraph in paragraphs if (clean := paragraph.strip())]
    # What can be printed holds no line break, and most of it can: no look at the lines of each.
    body = [clean if clean.isprintable() else _lines(clean) for clean in stripped]
    headline, byline = _line(headline), _said_by(_line(byline))
    notes = list(notes)
    if notes and len(body) > 1 and body[-1] in notes:  # an agency's last line, which says it again
        del body[-1]
    if headline and body and _same(body[0], headline):
        del body[0]
    if byline and body and _same(body[0].removeprefix("By "), byline.removeprefix("By ")):
        del body[0]
    writer.add(headline, "headline")
    for piece in dict.fromkeys(map(_line, summary)):
        if _TO_EDITORS.match(piece):
            notes.append(piece)
        elif piece and not _repeated(piece, (headline, *body[:_TOP])):
            writer.add(piece, "summary")
    names = _names(byline)
    writer.add(byline, "credits" if names else "" if len(byline.split()) > _LONGEST_INITIALS else "furniture")
    dateline = _line(dateline).rstrip(" -–—")
    if body and _begins(body[0], (city := dateline.partition(",")[0]) + " "):
        dateline = city
    if dateline and body and _begins(body[0], dateline):
        writer.add(body[0][: len(dateline)], "dateline", body.pop(0)[len(dateline) :])
    elif dateline and body and not _has_dateline(body[0]):
        writer.add(dateline, "dateline", _DASH + body.pop(0))
    writer.add_all(body)
    for mark in furniture:
        writer.add(_line(mark), "furniture")
    for caption in captions:
        writer.add(_line(caption), "caption")
    writer.add_notes(corrections, notes)
    return RawArticle("\n\n".join(writer.pieces), _marked(stated, tuple(writer.marks)), warnings, line)


def warned(item: Item, odd: Collection[str]) -> Item:
    """An item that is an article with these warnings, too."""
    return replace(item, warnings=(*item.warnings, *odd)) if odd and isinstance(item, RawArticle) else item


class _Writer:
    """Collects paragraphs and remembers where the marked ones stand."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.at = 0

    def add(self, text: str, field: str = "", behind: str = "") -> None:
        """A paragraph; `field` is what `text` is, `behind` follows it in the same paragraph."""
        if not text:
            return
        if field:
            self.marks.append(Mark(self.at, self.at + len(text), field))
        self.pieces.append(text + behind)
        self.at += len(text) + len(behind) + 2

    def add_notes(self, corrections: Iterable[str], notes: Iterable[str]) -> None:
        """What was wrong, and what else editors say; a note that says a correction again stands once."""
        corrected = dict.fromkeys(map(_line, corrections))
        for note in corrected:
            self.add(note, "correction")
        for note in map(_line, notes):
            if note not in corrected:
                self.add(note, "correction" if _CORRECTS.match(note) else "note")

    def add_all(self, paragraphs: list[str]) -> None:
        """Paragraphs that are nothing but that, none of them empty."""
        self.pieces += paragraphs
        self.at += sum(map(len, paragraphs)) + 2 * len(paragraphs)


def _marked(stated: Stated, marks: tuple[Mark, ...]) -> Stated:
    """What is stated, with these marks: in a fifth of the time that dataclasses.replace takes."""
    return Stated(stated.date, stated.time, stated.agency, stated.credits, stated.rights, marks, stated.facts)


def _said_by(byline: str) -> str:
    """A byline with its word for "by" as the parser knows it: a format states it, however it is written."""
    if found := _BY.match(byline):
        return byline[0].upper() + byline[1:] if found["by"] else byline[found.end() :]
    return byline


def _line(text: str | None) -> str:
    """A text in one line."""
    return " ".join(text.split()) if text else ""


def _lines(text: str) -> str:
    """A paragraph without blank lines in it, which would make it two."""
    return "\n".join(stripped for line in text.splitlines() if (stripped := line.strip()))


def _same(one: str, other: str) -> bool:
    """Whether two texts, neither of them empty, say the same."""
    if one[:1].casefold()[:1] != other[:1].casefold()[:1]:
        return False
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _repeated(piece: str, others: Iterable[str]) -> bool:
    """Whether a summary stands in one of these, cut off or not: at its beginning or, a longer one, behind its dateline."""
    start = piece.rstrip(" .…").casefold()
    cut = piece.endswith(("…", "..."))
    for other in others:
        text = _line(other).casefold()
        at = text.find(start) if start else 0
        whole = at >= 0 and not (text[at - 1 : at].isalnum() or text[at + len(start) : at + len(start) + 1].isalnum())
        if (whole or (cut and at == 0)) and (at == 0 or len(start) > _LONG_SUMMARY):
            return True
    return False


def _begins(paragraph: str, dateline: str) -> bool:
    return paragraph[: len(dateline)].casefold() == dateline.casefold()


def _has_dateline(paragraph: str) -> bool:
    from newscli.parse.dateline import REACH, begins

    return begins(paragraph[:REACH])


@lru_cache(maxsize=4096)  # who writes one story writes the next
def _names(byline: str) -> bool:
    """Whether a byline names somebody: a person, a desk, an agency."""
    if not byline:
        return False
    from newscli.parse.agencies import known
    from newscli.parse.people import people

    return byline.casefold().startswith(_WITHOUT_NAMES) or known(byline) or any(people(byline, "by"))
