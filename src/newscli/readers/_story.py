"""A story's elements as paragraphs and captions: the vocabulary that NITF and XHTML share.

A subhead, a list item and a table are a paragraph each; a table's rows are its lines. What stands in a figure is a caption.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newscli.readers._xml import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

_BLOCKS = frozenset(
    "address article aside blockquote block body body.content body.end bq center dd div dl dt fn footer footnote h1 h2 h3 h4 h5"
    " h6 header hl1 hl2 hr html li main nitf ol p pre q-block section tagline ul content inlinedata datacontent"
    " rubrik dat ingress brodtext citat mellis".split()  # TT's
)
# Where two line breaks in the text end a paragraph; elsewhere they are how somebody laid out the file.
_PLAIN = frozenset(("pre", "body.content", "datacontent", "inlinedata", "content", "block"))
_FIGURES = frozenset(("media", "figure"))
_CAPTIONS = frozenset(("media-caption", "figcaption", "caption"))
_CREDITS = frozenset(("media-producer", "credit"))
_SILENT = frozenset(
    "script style head body.head media-metadata media-reference media-object iframe object embed noscript bibliography"
    " svg".split()
)
# By class, as dpa and others name them.
_TEASER, _CLOSING = "teaser", "closingline"
_BOXES = frozenset("infobox linkbox notepad np-public np-nonpublic".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CORRECTED = frozenset(
    "berichtigung berichtigungen korrektur correction corrections rectificatif corrección rettifica correctie rättelse rettelse"
    " korrektion oikaisu".split()
)
_CELL = " | "
_BREAK, _PARAGRAPH = "\x00", "\x01"  # no text holds them: see _xml_text
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r" ?\n ?")
_CREDITED = re.compile(r"[(/©]|\bPhoto\b|\bvia\b")


@dataclass(slots=True)
class Story:
    """`paragraphs` and `captions` as text; a paragraph's line breaks are those that its markup asks for.

    `summary` is what stands there to make one read it, `notes` what stands beside it in boxes; `corrections` those of
    them that say what was wrong; `marks` are initials below it.
    """

    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


def story(*roots: "Element | None") -> Story:
    """What these elements tell, one after the other."""
    teller = _Teller()
    for root in roots:
        if root is not None:
            teller.tell(root)
            teller.flush()
    return teller.story


@lru_cache(maxsize=1024)
def _kind(tag: object) -> str:
    """What an element of this tag, which of a comment is no text, does to the text around it."""
    name = tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""  # TT writes P
    if name in _SILENT or not name:
        return "silent"
    if name in _FIGURES:
        return "figure"
    if name in _BLOCKS:
        return "plain" if name in _PLAIN else "paragraph"
    return name if name in ("table", "br") else "inline"


@lru_cache(maxsize=1024)
def _beside(classes: str) -> str:
    """What an element of these classes is beside a story: "summary", "notes", "marks" or nothing of these."""
    named = frozenset(classes.casefold().split())
    return "summary" if _TEASER in named else "notes" if not named.isdisjoint(_BOXES) else "marks" if _CLOSING in named else ""


class _Teller:
    def __init__(self) -> None:
        self.story = Story()
        self.pieces: list[str] = []

    def flush(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces = []
        if _PARAGRAPH in text or _BREAK in text:
            self.story.paragraphs += _divided(text)
        elif squeezed := " ".join(text.split()):
            self.story.paragraphs.append(squeezed)

    def tell(self, element: "Element") -> None:
        """Collect an element's text in the order of the document, without what follows it."""
        kind = _kind(element.tag)
        if (classes := element.get("class")) and (beside := _beside(classes)) and kind != "silent":
            self._beside(element, beside)
        elif kind in ("paragraph", "plain"):
            if kind == "paragraph" and len(element) == 0:
                self._leaf(element)
                return
            self.flush()
            self._inside(element, kind == "plain")
            self.flush()
        elif kind == "inline":
            self._inside(element, False)
        elif kind == "br":
            self.pieces.append(_BREAK)
        elif kind == "figure":
            self._caption(element)
        elif kind == "table":
            self.flush()
            self.story.paragraphs += _table(element)

    def _beside(self, element: "Element", beside: str) -> None:
        """What is no paragraph of the story."""
        self.flush()
        if beside != "notes":
            (self.story.summary if beside == "summary" else self.story.marks).append(_squeezed(element))
            return
        inner = _Teller()
        inner._inside(element, False)
        inner.flush()
        notes, corrections = by_heading(
            inner.story.paragraphs, [_squeezed(one) for one in element.iter() if local(one) in _HEADINGS]
        )
        self.story.notes += notes + inner.story.notes
        self.story.corrections += corrections + inner.story.corrections
        self.story.captions += inner.story.captions

    def _inside(self, element: "Element", plain: bool) -> None:
        self._text(element.text, plain)
        for child in element:
            if not len(child) and _kind(child.tag) == "paragraph" and child.get("class") is None:  # as most are
                self._leaf(child)
            else:
                self.tell(child)
            if child.tail:
                self._text(child.tail, plain)

    def _leaf(self, element: "Element") -> None:
        """A paragraph without elements in it."""
        if self.pieces:
            self.flush()
        if squeezed := " ".join((element.text or "").split()):
            self.story.paragraphs.append(squeezed)

    def _text(self, text: str | None, plain: bool) -> None:
        if not text or (not self.pieces and text.isspace()):
            return
        if plain and "\n" in text:
            text = _BLANK_LINES.sub(_PARAGRAPH, text.replace("\r", ""))
            if not text.isspace():
                text = text.replace("\n", _BREAK)
        self.pieces.append(text)

    def _caption(self, element: "Element") -> None:
        self.flush()
        caption = " ".join(squeezed for one in _outermost(element, _CAPTIONS) if (squeezed := _squeezed(one)))
        credit = next((squeezed for one in _outermost(element, _CREDITS) if (squeezed := _squeezed(one))), "")
        if caption:
            self.story.captions.append(credited(caption, credit))


def by_heading(paragraphs: Iterable[str], headings: Container[str]) -> tuple[list[str], list[str]]:
    """(others, corrections) of a box: below a heading that says so, up to the next one, stand corrections."""
    others: list[str] = []
    corrections: list[str] = []
    corrects = False
    for paragraph in paragraphs:
        if paragraph in headings:
            corrects = paragraph.casefold().rstrip(":") in _CORRECTED
        (corrections if corrects else others).append(paragraph)
    return others, corrections


def credited(caption: str, credit: str | None) -> str:
    """A caption and its credit, where the caption doesn't name it, in the form that a parser of captions knows."""
    credit = " ".join((credit or "").split())
    if not caption or not credit or credit.casefold() in caption.casefold():
        return caption
    return f"{caption} {credit if _CREDITED.search(credit) and credit[0] in '(©' else f'(Photo: {credit})'}"


def _divided(text: str) -> Iterator[str]:
    for piece in text.split(_PARAGRAPH):
        squeezed = _LINE_END.sub("\n", " ".join(piece.split()).replace(_BREAK, "\n"))
        for paragraph in squeezed.split("\n\n"):
            if stripped := paragraph.strip():
                yield stripped


def _table(element: "Element") -> Iterator[str]:
    """The table's caption, and its rows as the lines of one paragraph."""
    for caption in _outermost(element, frozenset(("caption", "table-caption"))):
        if squeezed := _squeezed(caption):
            yield squeezed
    rows = []
    for row in element.iter():
        if local(row) == "tr":
            cells = [_squeezed(cell) for cell in row if local(cell) in ("td", "th")]
            if any(cells):
                rows.append(_CELL.join(cell for cell in cells if cell))
    yield "\n".join(rows)


def _outermost(element: "Element", names: frozenset[str]) -> Iterator["Element"]:
    for child in element:
        if local(child) in names:
            yield child
        else:
            yield from _outermost(child, names)


def _squeezed(element: "Element") -> str:
    return " ".join(" ".join(element.itertext()).split())
