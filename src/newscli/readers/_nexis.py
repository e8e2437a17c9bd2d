"""LexisNexis and Nexis Uni: articles one after the other, each with a head, labelled lines, a body and more of those.

Two layouts, each in whatever language the service was used in. The old one counts its articles ("1 of 50 DOCUMENTS"), and
publication and date stand above the headline; its labels are in capitals. The new one (Nexis Uni) ends each with "End of
Document", and the headline comes first. Either may begin with a cover page and a list, which are no articles.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from newscli.article import Credit, Facts, Stated
from newscli.readers import Broken, Item, Source
from newscli.readers import _nexis_words as words
from newscli.readers._calendar import written
from newscli.readers._compose import composed
from newscli.readers._lines import is_markup, lines, paragraphs, peek
from newscli.readers._markup import blocks
from newscli.readers._names import byline
from newscli.readers._nexis_sheet import Sheet, taken_apart

_COUNTED_IN_HTML = re.compile(rf">\s*{words.COUNTED.pattern}\s*<", re.I)
_CONTRIBUTED = re.compile(r"\b(?:contribut(?:ed|ing)|report(?:ed|ing) (?:from|by))\b", re.I)
_SHARE = re.compile(r"\s*\(\d{1,3}\s?%\)")
_COVER_LINES, _FEWEST_COVER_LINES = 30, 4  # of a cover page that are looked at, and that say what they are
_BEGINNING = 2000  # lines: a cover page may list hundreds of articles


def recognised(head: bytes) -> str | None:
    """Why a file with this beginning is one of these; None if it is not."""
    text = peek(head)
    if is_markup(text):
        is_nexis = "LXNComment" in text or ("DOCFULL" in text and "DOC NUMBER" in text) or _COUNTED_IN_HTML.search(text)
        return "the marks of LexisNexis in HTML" if is_nexis else None
    return is_export(text.splitlines())


def is_export(found: Iterable[str]) -> str | None:
    """Why these lines are the beginning of an export; None if they are not."""
    beginning = [line.strip().replace("\xa0", " ") for line in islice(found, _BEGINNING)]
    known = {words.field(label["label"]) for label in map(words.LABELLED.match, beginning) if label} - {None}
    if len(known & {"byline", "section", "length", "loaded", "language"}) < 2 and not any(
        "Time Of Request" in one for one in beginning
    ):
        return None
    if any(words.COUNTED.fullmatch(line) for line in beginning):
        return 'a line such as "1 of 50 DOCUMENTS"'
    if any(words.mark(line) == "body" or words.ENDED.fullmatch(line) for line in beginning):
        return 'lines such as "Length: 355 words" and "Body"'
    return None


def is_list(found: Iterable[str]) -> bool:
    """Whether these lines are a cover page and its list, which stand in a file of their own where each article does."""
    beginning = (line.strip() for line in islice(found, _COVER_LINES))
    return sum(words.COVER.match(line) is not None for line in beginning) >= _FEWEST_COVER_LINES


def read(source: Source) -> Iterator[Item]:
    warnings: list[str] = []
    found = lines(source.stream, source.path, warnings)
    beginning = list(islice(found, 40))
    if is_markup("\n".join(beginning)):
        markup = "\n".join((*beginning, *found))
        yield from articles((block.text for block in blocks(markup)), warnings)
        return
    yield from articles(paragraphs(chain(beginning, found)), warnings)


def articles(pieces: Iterable[str], warnings: Iterable[str] = ()) -> Iterator[Item]:
    """The articles of an export that is given in paragraphs."""
    sheet: list[str] = []
    counted = False  # whether the old layout has begun
    for piece in pieces:
        kept: list[str] = []
        for line in piece.replace("\xa0", " ").split("\n"):
            clean = line.strip()
            begins, broken = words.COUNTED.fullmatch(clean) is not None, words.NOT_SHOWN.match(clean) is not None
            if not (begins or broken or words.ENDED.fullmatch(clean)):
                kept.append(clean)
                continue
            sheet += ["\n".join(kept)] if any(kept) else []
            if counted or not begins:  # what stands above the first counted article is a cover page
                yield from _article(sheet, counted, tuple(warnings))
            sheet, kept, counted = [], [], counted or begins
            if broken:
                yield Broken("Nexis could not show this document")
        sheet += ["\n".join(kept)] if any(kept) else []
    yield from _article(sheet, counted, tuple(warnings))


def _article(pieces: list[str], counted: bool, warnings: tuple[str, ...]) -> Iterator[Item]:
    sheet = taken_apart(pieces, counted)
    if not (sheet.date or sheet.fields) or not (sheet.body or sheet.fields.get("graphic") or sheet.fields.get("length")):
        return  # what is left behind the last article
    publication, headline = _titles(sheet, counted)
    body = sheet.body
    date = sheet.date or written(sheet.first("loaded") or "")
    captions = [caption for value in sheet.fields.get("graphic", ()) if (caption := " ".join(value.split()))]
    credit = sheet.first("credit")
    if captions and credit:
        captions[-1] += f" Photographer: {credit}"
    section = [part for part in re.split(r"\s*;\s*", sheet.first("section") or "") if part and not words.PAGE.fullmatch(part)]
    rights = sheet.first("rights")
    if not sheet.date and date:
        warnings = (*warnings, "date: none is stated but that on which Nexis took the article in")
    stated = Stated(
        date.date if date else None,
        date.time if date else None,
        credits=(Credit(credit, "photo"),) if credit and not captions else (),
        rights=rights,
        facts=Facts(
            url=sheet.first("url"),
            source=publication,
            section="; ".join(section) or None,
            language=(sheet.first("language") or "").partition(";")[0].strip() or None,
            subjects=tuple(dict.fromkeys(s for v in sheet.fields.get("subjects", ()) for s in _subjects(v))),
        ),
    )
    author, *others = re.split(r"\s*;\s*", sheet.first("byline") or "")
    signed = [one for one in others if _CONTRIBUTED.search(one)]  # "Tom Acht contributed reporting."
    yield composed(
        [*body, *signed],
        stated,
        headline=headline,
        byline=byline("; ".join((author, *(one for one in others if one not in signed)))),
        dateline=sheet.first("dateline"),
        captions=captions,
        summary=sheet.fields.get("highlight", ()),
        notes=sheet.fields.get("note", ()),
        corrections=sheet.fields.get("correction", ()),
        warnings=warnings,
    )


def _subjects(value: str) -> list[str]:
    return [clean for part in re.split(r"[;\n]", _SHARE.sub("", " ".join(value.split()))) if (clean := part.strip(" ,."))]


def _titles(sheet: Sheet, counted: bool) -> tuple[str | None, str | None]:
    """Publication and headline: the old layout has both apart, with the date between; the new one has both above it."""
    above = [line for line in sheet.above if not (words.RIGHTS.match(line) or words.RESERVED.match(line))]
    between = [piece for piece in sheet.between if not words.LEFT_OUT.fullmatch(piece)]
    if counted or between:
        publication = above[0] if above else None
        headline = sheet.first("headline") or (between[0] if between else None)
        # A second line is one more headline, or a note above the story; both are read.
        sheet.body[:0] = between[1:]
    else:
        publication = above[-1] if len(above) > 1 else None
        headline = sheet.first("headline") or (above[-2] if len(above) > 1 else above[0] if above else None)
    headline = " ".join(headline.split()) if headline else None
    return publication, None if headline and words.NO_HEADLINE.fullmatch(headline) else headline
