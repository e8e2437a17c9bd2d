"""What the elements of NITF say (nitf)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._compose import composed, warned
from newscli.readers._facts import agency, facts
from newscli.readers._moments import moment
from newscli.readers._story import story
from newscli.readers._xml import children, every, find, local, text
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's


_WITHDRAWN = frozenset(("canceled", "cancelled", "withheld"))
_BY = re.compile(r"By\s+", re.I)
_PLACE_PARTS = frozenset(("sublocation", "state", "region", "country"))
_MIDNIGHT = re.compile(r"\d{8}T000000")  # a day alone, as forms have it
_SECTION_NAMES = ("section", "category", "anpa-category", "online_sections", "dsk")
_DESCRIBES = frozenset(("descriptor", "general_descriptor", "topic", "subject"))
_NO_SECTION = frozenset(("news", "current"))


def read(source: Source) -> Iterator[Item]:
    skipped, given = "", False
    warnings: list[str] = []
    for document in elements(source.stream, source.path, "nitf", warnings=warnings):
        item = document if isinstance(document, Broken) else _article(document)
        if isinstance(item, str):
            skipped = item
        else:
            given = True
            yield warned(item, warnings)
    if skipped and not given:
        raise NotNews(skipped)


def _article(nitf: "Element") -> Item | str:
    """The article of one nitf element, or what it is instead."""
    docdata = find(nitf, "head", "docdata")
    if docdata is not None and docdata.get("management-status", "").casefold() in _WITHDRAWN:
        return "a story that was withdrawn"
    head, content = find(nitf, "body", "body.head"), find(nitf, "body", "body.content")
    if content is not None:
        _drop_lead(content)
    told = story(content, find(nitf, "body", "body.end"))
    lines = find(head, "hedline") if find(head, "hedline") is not None else find(head, "headline")  # as some spell it
    headline = text(find(lines, "hl1")) or text(lines) or text(find(nitf, "head", "title"))
    if not told.paragraphs and not told.captions and not headline:
        return "a story without a word"
    return composed(
        told.paragraphs or abstract(head),
        _stated(nitf, docdata, head),
        headline=headline,
        byline=byline(head),
        dateline=dateline(head),
        summary=(*summary(head), *told.summary) if told.paragraphs else (),
        furniture=told.marks,
        notes=(*notes(nitf), *told.notes),
        corrections=told.corrections,
        captions=told.captions,
    )


def _drop_lead(content: "Element") -> None:
    """The New York Times' corpus has the first paragraph once more above the whole text."""
    blocks = {one.get("class"): one for one in children(content, "block")}
    lead, whole = blocks.get("lead_paragraph"), blocks.get("full_text")
    if lead is not None and whole is not None and text(whole).startswith(text(lead).removeprefix("LEAD: ")):
        content.remove(lead)


def _stated(nitf: "Element", docdata: "Element | None", head: "Element | None") -> Stated:
    date, time = _moment(nitf, docdata, head)
    senders = [text(find(head, "distributor")), *_senders(nitf, docdata)]
    return Stated(
        date=date,
        time=time,
        agency=agency(*reversed(senders[:2]), *senders[2:]),
        rights=_rights(docdata, head),
        facts=facts(
            url=_attribute(nitf, "pubdata", "ex-ref"),
            source=_attribute(nitf, "pubdata", "name") or next(filter(None, senders), None),
            section=_section(nitf),
            language=_language(nitf),
            subjects=subjects(nitf),
        ),
    )


def _moment(nitf: "Element", docdata: "Element | None", head: "Element | None") -> tuple[str | None, str | None]:
    """When it was issued; else released, published, written."""
    candidates = [
        *(_norm(docdata, name) for name in ("date.issue", "date.release")),
        *(one.get("date.publication") for one in every(nitf, "pubdata")),
        *(one.get("norm") for one in every(head, "story.date")),
    ]
    for candidate in candidates:
        if candidate and (found := moment(candidate))[0]:
            return found[0], None if _MIDNIGHT.fullmatch(candidate) else found[1]
    return None, None


def _norm(docdata: "Element | None", name: str) -> str | None:
    one = find(docdata, name)
    return one.get("norm") if one is not None else None


def _attribute(nitf: "Element", name: str, attribute: str) -> str | None:
    return next((value for one in every(nitf, name) if (value := one.get(attribute))), None)


def _senders(nitf: "Element", docdata: "Element | None") -> Iterator[str | None]:
    """Who moved the story, by the shortest name first."""
    for one in children(docdata, "doc-id"):
        yield one.get("regsrc")
    for one in every(docdata, "from-src"):
        yield one.get("src-name")
    yield from (one.get("content") for one in children(find(nitf, "head"), "meta") if one.get("name") == "aap-source")
    for one in children(docdata, "doc.copyright"):
        yield one.get("holder")


def _rights(docdata: "Element | None", head: "Element | None") -> str | None:
    one = find(docdata, "doc.copyright")
    if one is not None and one.get("holder"):
        return " ".join(filter(None, ("©", one.get("year"), one.get("holder"))))
    return text(find(head, "rights")) or None


def _section(nitf: "Element") -> str | None:
    """The page's section; else the wire's own name for it, as far as it has one."""
    head = find(nitf, "head")
    if stated := _attribute(nitf, "pubdata", "position.section") or _attribute(nitf, "doc-scope", "scope"):
        return stated
    kind = next((one.get("tobject.type") for one in children(head, "tobject")), None)
    if kind and kind.casefold() not in _NO_SECTION:
        return kind
    named = {one.get("name", "").casefold(): one.get("content") for one in children(head, "meta")}
    return next((value for name in _SECTION_NAMES if (value := named.get(name))), None)


def _language(nitf: "Element") -> str | None:
    for one in (nitf, find(nitf, "body"), find(nitf, "body", "body.content")):
        if one is not None:
            for name, value in one.attrib.items():
                if name in ("baselang", "lang") or name.endswith("}lang"):
                    return value
    return None


def subjects(nitf: "Element") -> Iterator[str]:
    """Subjects by their names, else by their numbers; then the story's key words."""
    return filter(None, _subjects(nitf))


def _subjects(nitf: "Element") -> Iterator[str | None]:
    for one in every(nitf, "tobject.subject"):
        named = [one.get(f"tobject.subject.{part}") for part in ("type", "matter", "detail")]
        yield from named if any(named) else [one.get("tobject.subject.refnum")]
    for identified in every(find(nitf, "head"), "identified-content"):
        for one in identified:
            if local(one) != "classifier" or one.get("type") in _DESCRIBES:
                yield text(one) or one.get("value")
    for one in every(find(nitf, "head"), "keyword"):
        yield one.get("key")


def byline(head: "Element | None") -> str:
    """The bylines without the writers' titles; of those behind the first, the ones that name somebody."""
    first, *others = [named for one in children(head, "byline") if (named := _text_without(one, "byttl"))] or [""]
    return " and ".join((first, *(_BY.sub("", other) for other in others if _BY.match(other))))


def dateline(head: "Element | None") -> str | None:
    """The place; a date only as people write it ("July 23")."""
    for one in children(head, "dateline"):
        place = _text_without(one, "story.date")
        day = text(find(one, "story.date"))
        written = day if day and not moment(day)[0] else ""
        if place:
            between = " " if written.startswith("(") else ", "
            return f"{place.rstrip(',')}{between}{written}" if written and written not in place else place
    return None


def _text_without(element: "Element", name: str) -> str:
    """All text of an element but that of one kind of children, as it would be typed: parts of a place apart by commas."""
    pieces = [element.text or ""]
    for child in element:
        inner = "" if local(child) == name else _text_without(child, name)
        apart = (
            inner and local(child) in _PLACE_PARTS and pieces[-1] and not pieces[-1].isspace() and pieces[-1][-1] not in ", "
        )
        pieces += [", " if apart else " ", inner] if inner else []
        pieces += [child.tail] if child.tail and not child.tail.isspace() else []
    return " ".join("".join(pieces).split()).replace(" ,", ",").strip(" ,")


def notes(nitf: "Element") -> Iterator[str]:
    """What editors say to those who receive it."""
    for one in children(find(nitf, "head", "docdata"), "ed-msg"):
        yield one.get("info", "")
    for one in children(find(nitf, "body", "body.head"), "note"):
        yield text(one)


def summary(head: "Element | None") -> Iterator[str]:
    """The lines below the headline, and what the story is about."""
    for one in children(find(head, "hedline"), "hl2"):
        yield text(one)
    yield from abstract(head)


def abstract(head: "Element | None") -> list[str]:
    """What stands for a story that has no text: an alert's only sentence."""
    told = [text(one) for one in children(head, "abstract")]
    return [one for one in told if one]
