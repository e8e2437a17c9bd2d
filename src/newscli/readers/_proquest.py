"""ProQuest: articles of labelled paragraphs, as text (a line of "_" between them), HTML or mail; and its XML.

The headline stands alone above the labels, "Full text:" begins the story, and more labels end it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newscli.article import Facts, Stated
from newscli.readers import Broken, Item, RawArticle, Source
from newscli.readers._calendar import clock, written
from newscli.readers._compose import composed, warned
from newscli.readers._lines import begun, is_markup, lines, paragraphs, peek
from newscli.readers._markup import blocks
from newscli.readers._names import byline
from newscli.readers._proquest_words import labelled
from newscli.readers._proquest_xml import ROOTS, SIGNS, record
from newscli.readers._xml import root_of
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from newscli.readers._calendar import Written


_BEGINNING = 2000  # lines
_RULE = re.compile(r"\s*(?:_{20,}|\*{40,}|={40,})\s*")
_CHROME = re.compile(
    r"(?:Document|Dokument|Documento) \d+ \w+ \d+|Enlarge this image\.?|html>"
    r"|Illustrations?|ProQuest document link.*|Email \d+ of \d+|https?://\S+"
    r"|.{0,80} sent you the following:|Report Information from ProQuest.*|All documents are reproduced with.*|Contact us at:.*"
    r"|(?:Database c|C)opyright (?:©|\(c\)) \d{4} ProQuest.*|Bibliography|Citation style:.*|\[ProQuest:.*\]"
    r"|Lien vers le document ProQuest.*|Enlace (?:al|de) documentos? (?:de )?ProQuest.*|ProQuest-Dokumentlink.*",
    re.S,
)
_NOTHING = re.compile(
    r"(?:None|Not) ?available\.?|Keine? .{0,30}verfügbar\.?|Non disponible\.?|No disponible\.?|Full text not available.*", re.I
)
# ": [Final Edition]", ": [Op-Ed]": what ProQuest adds to a headline.
_EDITION = re.compile(r":\s*\[[^\[\]]{2,60}\]\s*$|\s*\[Derived headline\]\s*$")
_PHOTOGRAPHER = re.compile(r"[;,.]?\s*PHOTOGRAPHER:\s*")
_CONTACT = re.compile(r"-{2,}|_{3,}|[\w.+-]+@[\w.-]+")
_COMPANY = re.compile(r"Name:\s*([^;]+)")
_KEPT = 6  # paragraphs above the first label: the headline is one of the last


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    root = root_of(head)
    if root and root[0].lower() not in ("html", "head", "body", "div"):
        return "the elements of ProQuest's XML" if any(all(sign in head for sign in signs) for signs in SIGNS) else None
    beginning = peek(head)
    if is_markup(beginning):
        return is_markup_export(beginning)
    return is_export(beginning.splitlines())


def is_markup_export(markup: str) -> str | None:
    """Why a page is an export; None if it is not."""
    found = re.search(
        r"<title>ProQuest|ProQuest document link|name=[\"']?DocID_|ProQuest-Dokument-ID|ID de document ProQuest", markup
    )
    return f'"{found[0]}" in its HTML' if found else None


def is_export(found: Iterable[str]) -> str | None:
    """Why these lines are the beginning of an export; None if they are not."""
    beginning = list(islice(found, _BEGINNING))
    known = {name for line in beginning if (name := labelled(line)[0])}
    ruled = any(_RULE.fullmatch(line) for line in beginning)
    enough = {"text", "issue"} <= known or {"text", "source", "date"} <= known or {"abstract", "issue", "byline"} <= known
    if enough and (ruled or "last" in known or "issue" in known or any("ProQuest" in line for line in beginning)):
        return 'labels such as "Publication info:" and "Full text:"'
    return None


def read(source: Source) -> Iterator[Item]:
    head, stream = begun(source.stream)
    root = root_of(head)
    warnings: list[str] = []
    if root and root[0].lower() not in ("html", "head", "body", "div"):
        for element in elements(stream, source.path, *ROOTS, warnings=warnings):
            yield element if isinstance(element, Broken) else warned(record(element), warnings)
        return
    found = lines(stream, source.path, warnings)
    if is_markup(peek(head)):
        yield from articles((block.text for block in blocks("\n".join(found))), warnings)
    else:
        yield from articles(paragraphs(found), warnings)


@dataclass(slots=True)
class _Sheet:
    """One article as it is taken apart. `where` is the field that unlabelled paragraphs go on with."""

    above: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    where: str = ""
    over: bool = False  # whether a label has come that stands at the end only

    def add(self, name: str, value: str) -> None:
        if value and not _NOTHING.fullmatch(value):
            self.fields.setdefault(name, []).append(value)

    def first(self, name: str) -> str | None:
        value = next(iter(self.fields.get(name, ())), "")
        return " ".join(value.split()) or None


def articles(pieces: Iterable[str], warnings: Iterable[str] = ()) -> Iterator[Item]:
    """The articles of an export that is given in paragraphs."""
    sheet = _Sheet()
    for piece in pieces:
        for name, text in _units(piece):
            if name == "rule" or (name is None and sheet.over and not _CHROME.fullmatch(text)):
                yield from _article(sheet, tuple(warnings))
                sheet = _Sheet()
            if name != "rule":
                _place(sheet, name, text)
    yield from _article(sheet, tuple(warnings))


def _units(piece: str) -> Iterator[tuple[str | None, str]]:
    """Field and text of each part of a paragraph; "rule" for a line between articles."""
    name: str | None = None
    held: list[str] = []
    for line in piece.split("\n"):
        found, rest = labelled(line)
        if found is None and not _RULE.fullmatch(line):
            held.append(rest)
            continue
        if held or name:
            yield name, "\n".join(held).strip()
        name, held = found, [rest] if found else []
        if found is None:
            yield "rule", ""
    if held or name:
        yield name, "\n".join(held).strip()


def _place(sheet: _Sheet, name: str | None, text: str) -> None:
    """Give a paragraph to the field that it belongs to."""
    if name == "text" and sheet.fields.get("text"):
        name, text = None, f"Full text: {text}"  # a story that says so itself
    if name is None:
        if _CHROME.fullmatch(text):
            return
        if not sheet.where:
            sheet.above = [*sheet.above[1 - _KEPT :], text]
        elif sheet.where in ("abstract", "text", "caption"):
            sheet.add(sheet.where, text)
        elif sheet.fields.get("text"):
            sheet.add("text", text)
        return
    sheet.over = sheet.over or name == "last"
    sheet.add(name, text)
    if name != "credit":
        sheet.where = name


def _article(sheet: _Sheet, warnings: tuple[str, ...]) -> Iterator[RawArticle]:
    body, abstract = sheet.fields.get("text", []), sheet.fields.get("abstract", [])
    if not (body or abstract) or not sheet.where:
        return  # what stands before the first article and behind the last
    if not body:
        body, warnings = abstract, (*warnings, "text: ProQuest gives an abstract only")
    when, time, dateline = _moment(sheet)
    furniture = [f"Credit: {credit}" for credit in sheet.fields.get("credit", ())]
    while len(body) > 1 and _CONTACT.fullmatch(body[-1].strip()):
        furniture.insert(0, body.pop())
    yield composed(
        body,
        Stated(
            when.date if when else None,
            time,
            rights=sheet.first("rights"),
            facts=Facts(
                url=sheet.first("url") or sheet.first("address"),
                source=(sheet.first("source") or sheet.first("issue") or "").partition(";")[0].strip() or None,
                section=sheet.first("section"),
                language=sheet.first("language"),
                subjects=tuple(dict.fromkeys(_subjects(sheet))),
            ),
        ),
        headline=_headline(sheet),
        byline=byline(sheet.first("byline"), inverted=True) or byline(sheet.first("credit")),
        dateline=dateline,
        captions=[_PHOTOGRAPHER.sub(" Photographer: ", caption) for caption in sheet.fields.get("caption", ())],
        furniture=furniture,
        warnings=warnings,
    )


def _headline(sheet: _Sheet) -> str | None:
    """The last line above the labels that is no reference ("Lind, Mara. Harbour Times; Bergen. 14 Jan 2022.")."""
    named = [line for line in sheet.above if not ((when := written(line)) and ";" in line[: when.start])]
    headline = sheet.first("headline") or " ".join((named or [""])[-1].split())
    return _EDITION.sub("", headline) or None


def _moment(sheet: _Sheet) -> "tuple[Written | None, str | None, str | None]":
    """Date, time and dateline. Some papers state the moment of publication where others have a dateline."""
    stated = re.sub(r"(?<=\d) (?=\d{1,3}\b)", "", sheet.first("date") or "")
    when = written(sheet.first("date") or "") or written(stated) or written(sheet.first("issue") or "")
    dateline = sheet.first("dateline")
    if dateline and (moment := written(dateline)) and moment.start == 0:
        return when or moment, clock(dateline[moment.end :].strip(" @")) or moment.time, None
    return when, when.time if when else None, dateline


def _subjects(sheet: _Sheet) -> Iterator[str]:
    for value in sheet.fields.get("subjects", ()):
        yield from (clean for part in value.replace("\n", " ").split(";") if (clean := part.strip()))
    for value in sheet.fields.get("companies", ()):
        yield from (name.strip() for name in _COMPANY.findall(value.replace("\n", " ")) or value.split(";"))
