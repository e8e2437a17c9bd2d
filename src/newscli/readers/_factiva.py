"""Factiva: its HTML, XML and text, with field codes (HD, BY, PD ...) or as it shows an article, in its interface languages.

With codes, each line or cell begins with what it is. Without, its place says so: headline and byline, the count of
words, then date, time, source, its code, page, language and copyright, a line each; "Document" and a number end it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newscli.article import Facts, Stated
from newscli.readers import Broken, Item, RawArticle, Source
from newscli.readers._calendar import clock, written
from newscli.readers._compose import composed, warned
from newscli.readers._factiva_lines import HEADLINE, by_code, by_place, code_of, ended, is_chrome, words_counted
from newscli.readers._lines import begun, is_markup, lines, paragraphs, peek
from newscli.readers._markup import blocks
from newscli.readers._moments import moment
from newscli.readers._names import byline
from newscli.readers._xml import children, every, find, root_of, text
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's


_BEGINNING = 400  # lines
_ROOT = "PPSResponse"  # what the service itself sends
_SAVED = ("ARTICLE", b"<SOURCE_CO>", b"<DOC_ID>")  # what readers of its pages have made of them


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    root = root_of(head)
    of_service = root is not None and (root[0] == _ROOT or b"ppsarticleResultSet" in head or b"<leadParagraph" in head)
    if of_service or (root and all(mark in head for mark in _SAVED[1:])):
        return "the elements of Factiva's XML"
    beginning = peek(head)
    if is_markup(beginning):
        found = re.search(
            r"<title>\s*Factiva|class=[\"'](?:article \w\wArticle|\w\wHeadline)|global\.factiva\.com", beginning, re.I
        )
        return f'"{found[0].strip()}" in its HTML' if found else None
    return is_export(beginning.splitlines())


def is_export(found: Iterable[str]) -> str | None:
    """Why these lines are the beginning of an export; None if they are not."""
    beginning = list(islice(found, _BEGINNING))
    codes = [code for line in beginning if (code := code_of(line, strict=False)[0])]
    if {"HD", "WC", "PD"} <= set(codes) and codes.index("HD") < codes.index("PD"):
        return "the field codes HD, WC and PD"
    for at, line in enumerate(beginning):
        if words_counted(line):
            below = [one for one in beginning[at + 1 : at + 8] if one.strip()]
            dated = (
                bool(below) and (when := written(below[0])) is not None and len(below[0].strip()) - when.end + when.start < 12
            )
            if dated and any(re.fullmatch(r"\s*[A-Z0-9]{3,8}\s*", one) for one in below[1:]):
                return "a count of words above a date and a source's code"
    return None


def read(source: Source) -> Iterator[Item]:
    head, stream = begun(source.stream)
    root = root_of(head)
    warnings: list[str] = []
    if root and root[0].lower() not in ("html", "head", "body"):
        for element in elements(stream, source.path, "article", _SAVED[0], warnings=warnings):
            if isinstance(element, Broken):
                yield element
            else:
                yield warned(_element(element) if element.tag != _SAVED[0] else _saved(element), warnings)
        return
    found = lines(stream, source.path, warnings)
    if is_markup(peek(head)):
        yield from articles(_pieces("\n".join(found)), warnings)
    else:
        yield from articles(paragraphs(found), warnings)


def _pieces(markup: str) -> Iterator[str]:
    """The blocks of a page; a headline that only its style tells is given its code."""
    for block in blocks(markup):
        if any(name.endswith("Headline") for element in block.inside for name in element.classes):
            yield f"{HEADLINE}{block.text}"
        else:
            yield block.text


def articles(pieces: Iterable[str], warnings: Iterable[str] = ()) -> Iterator[Item]:
    """The articles of an export that is given in paragraphs."""
    sheet: list[str] = []
    for piece in pieces:
        kept: list[str] = []
        for line in piece.replace("\xa0", " ").split("\n"):
            if is_chrome(line):
                continue
            kept.append(line)
            if ended(line):
                yield from _article([*sheet, "\n".join(kept)], tuple(warnings))
                sheet, kept = [], []
        sheet += ["\n".join(kept)] if any(map(str.strip, kept)) else []
    yield from _article(sheet, tuple(warnings))


def _article(sheet: list[str], warnings: tuple[str, ...]) -> Iterator[RawArticle]:
    codes = {code for piece in sheet for line in piece.split("\n") if (code := code_of(line, strict=False)[0])}
    fields = by_code(sheet) if {"PD", "WC"} <= codes else by_place(sheet)
    if fields is None or not (fields.body or fields.first("headline")):
        return  # what stands before the first article and behind the last
    when = written(fields.first("date") or "")
    yield composed(
        fields.body,
        Stated(
            when.date if when else None,
            clock(fields.first("time") or "") or (when.time if when else None),
            rights=fields.first("rights"),
            facts=Facts(
                source=fields.first("source"),
                section=fields.first("section"),
                language=fields.first("language"),
                subjects=tuple(dict.fromkeys(one for value in fields.values.get("subjects", ()) for one in _subjects(value))),
            ),
        ),
        headline=fields.first("headline"),
        byline=byline(fields.first("byline")),
        captions=fields.values.get("captions", ()),
        notes=fields.values.get("notes", ()),
        furniture=fields.values.get("publisher", ()),
        warnings=warnings,
    )


def _subjects(value: str) -> list[str]:
    """ "gvote : Elections | gpol : Domestic Politics" without the codes."""
    return [clean for part in " ".join(value.split()).split("|") if (clean := part.rpartition(" : ")[2].strip())]


def _element(article: "Element") -> RawArticle:
    """An article of the service's own XML."""
    when = moment(text(find(article, "publicationDate", "dateTime") or find(article, "publicationDate")))
    time = when[1] or moment(f"2000-01-01T{text(find(article, 'publicationTime'))}")[1]
    named = (child for name in ("newsSubject", "region", "company") for child in children(article, name))
    body = [p for part in ("leadParagraph", "tailParagraphs") for p in _paragraphs(find(article, part))]
    return composed(
        body,
        Stated(
            when[0],
            time,
            rights=text(find(article, "copyright")) or None,
            facts=Facts(
                url=text(find(article, "webArticleUrl")) or None,
                source=text(find(article, "sourceName")) or None,
                section=text(find(article, "sectionName")) or None,
                language=text(find(article, "baseLanguage")) or None,
                subjects=tuple(dict.fromkeys(s for one in named if (s := text(find(one, "name"))))),
            ),
        ),
        headline=" ".join(map(text, every(find(article, "headline"), "paragraph"))) or text(find(article, "headline")),
        byline=byline(text(find(article, "byline"))),
        captions=_paragraphs(find(article, "artWork")),
        notes=_paragraphs(find(article, "notes")),
        corrections=_paragraphs(find(article, "corrections")),
    )


def _paragraphs(part: "Element | None") -> list[str]:
    if part is None:
        return []
    if marked := [text(one) for one in every(part, "paragraph")]:
        return marked
    # Text as a typewriter has it: an indented line begins a paragraph.
    return [" ".join(piece.split()) for piece in re.split(r"\n\s*\n|\n {2,}(?=\S)", "".join(part.itertext()).strip("\n"))]


def _saved(article: "Element") -> RawArticle:
    """An article of the XML that programs make of the service's pages."""
    when = written(text(find(article, "DATE")))
    story = find(article, "TEXT")
    body = ("".join(story.itertext()) if story is not None else "").rstrip().split("\n")
    rights = body.pop() if re.match(r"\(c\) .{3,100}\d{4}", body[-1]) else ""
    return composed(
        body,
        Stated(
            when.date if when else None,
            when.time if when else None,
            rights=text(find(article, "SOURCE_CO")) or None,
            facts=Facts(url=text(find(article, "URL")) or None, source=text(find(article, "SOURCE")) or None),
        ),
        headline=text(find(article, "TITLE")),
        byline=byline(text(find(article, "AUTHOR"))),
        furniture=[rights],
    )
