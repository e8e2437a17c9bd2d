"""What stands in an element that holds a story in whatever form: NITF, XHTML, HTML as text, plain text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from newscli.readers import _nitf
from newscli.readers._story import Story, story
from newscli.readers._xml import every, find, local, text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|h[1-6]|table|tr|ul|ol|blockquote)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(slots=True)
class Content:
    """A story, and what its own head states."""

    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    headline: str = ""
    byline: str = ""
    dateline: str | None = None
    summary: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, told: Story, headline: str, byline: str, dateline: str | None = None, subjects: Iterable[str] = ()) -> Self:
        return cls(
            told.paragraphs, told.captions, headline, byline, dateline, told.summary, told.notes, told.corrections, told.marks,
            list(subjects),
        )  # fmt: skip


def content(element: "Element | None", mime: str = "") -> Content:
    """What an element tells; an empty story for one that isn't there."""
    if element is None:
        return Content()
    if len(element) == 0:
        return Content(written(element.text or "", "html" in mime))
    document = element if local(element) == "nitf" else next(every(element, "nitf"), None)
    if document is not None:
        head = find(document, "body", "body.head")
        told = story(find(document, "body", "body.content"), find(document, "body", "body.end"))
        if told.paragraphs:
            told.summary = [*_nitf.summary(head), *told.summary]
        else:
            told.paragraphs = _nitf.abstract(head)
        told.notes = [*_nitf.notes(document), *told.notes]
        headline = text(find(head, "hedline", "hl1"))
        return Content.of(told, headline, _nitf.byline(head), _nitf.dateline(head), _nitf.subjects(document))
    headline, byline = _taken_head(element)
    return Content.of(story(element), headline, byline)


def _taken_head(body: "Element") -> tuple[str, str]:
    """(headline, byline) of a page's header, which says again what the item's metadata say, and more: it is taken out."""
    header = find(body, "header")
    headline = find(header, "h1")
    if header is None or headline is None:
        return "", ""
    body.remove(header)
    return text(headline), next((text(one) for one in header.iter() if "byline" in _classes(one)), "")


def _classes(element: "Element") -> list[str]:
    return (element.get("class") or "").split()


def written(said: str, is_html: bool = False) -> list[str]:
    """Text in paragraphs: HTML where it has tags that make some, else what blank lines divide."""
    if is_html or _BLOCK_TAG.search(said):
        from newscli.readers._markup import paragraphs

        return paragraphs(said)
    if "<" in said:
        said = _TAG.sub("", said)
    if "&" in said:
        from html import unescape

        said = unescape(said)
    return [stripped for piece in _BLANK_LINES.split(said.replace("\r\n", "\n")) if (stripped := piece.strip())]
