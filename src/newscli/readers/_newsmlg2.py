"""What the items of NewsML-G2 say (newsmlg2)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._bylines import byline
from newscli.readers._compose import composed, warned
from newscli.readers._content import Content, content
from newscli.readers._facts import agency, facts, place_line
from newscli.readers._moments import moment
from newscli.readers._story import story
from newscli.readers._xml import children, every, find, local, text
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's


_OTHERS = {
    "packageItem": "a package, a list of other items",
    "conceptItem": "a concept of a vocabulary",
    "knowledgeItem": "a vocabulary",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalog of vocabularies",
}
_WITHDRAWN = frozenset(("canceled", "cancelled", "withheld"))
_MEDIA = {
    "picture": "a photo", "photo": "a photo", "graphic": "a graphic", "video": "a video", "audio": "a sound",
    "animation": "an animation", "composite": "a package, a list of other items",
}  # fmt: skip
_CORRECTIONS = frozenset(("correction", "correctionshort"))  # as dpa calls them, and what is new in an update
_SUBHEADS = frozenset(("sub", "subhead", "subheadline"))
_SUMMARIES = frozenset(("summary", "abstract", "lead", "teaser", "short"))
_SECTIONS = ("category", "department", "dpacat", "section")


def read(source: Source) -> Iterator[Item]:
    reason = "a message without a news item"
    given = False
    warnings: list[str] = []
    for element in elements(source.stream, source.path, "newsItem", beside=tuple(_OTHERS), warnings=warnings):
        if isinstance(element, Broken):
            given = True
            yield element
            continue
        other = _OTHERS.get(local(element)) or _instead(element)
        found = None if other else _article(element)
        if found is not None:
            given = True
            yield warned(found, warnings)
        elif not given:
            reason = other or "a news item without text"
    if not given:
        raise NotNews(reason)


def _instead(item: "Element") -> str | None:
    """What an item is, where it is no story to read."""
    status = _code(find(item, "itemMeta", "pubStatus"))
    if status in _WITHDRAWN:
        return "a story that was withdrawn"
    kind = _MEDIA.get(_code(find(item, "itemMeta", "itemClass")))
    return f"{kind}'s metadata" if kind and "package" not in kind else kind


def _article(item: "Element") -> Item | None:
    """A text item as an article; None where it has neither text nor headline."""
    meta = find(item, "contentMeta")
    told = _told(item)
    headline = _headline(meta) or told.headline
    if not told.paragraphs and not headline:
        return None
    editors = _editors(item)
    return composed(
        told.paragraphs,
        _stated(item, meta),
        headline=headline,
        byline=_first(meta, "by") or told.byline or _creators(meta),
        dateline=place_line(_first(meta, "dateline")) or told.dateline,
        summary=(*_summary(meta), *told.summary) if told.paragraphs else (),
        captions=dict.fromkeys(told.captions),
        furniture=dict.fromkeys((*told.marks, *editors.marks)),
        notes=dict.fromkeys((*told.notes, *editors.notes)),
        corrections=(*told.corrections, *editors.corrections),
    )


def _creators(meta: "Element | None") -> str:
    """Who made it, as far as these are persons: others have the house here."""
    named = [text(find(one, "name")) or one.get("literal", "") for one in children(meta, "creator")]
    return byline([name for name in named if " " in name]).text


def _headline(meta: "Element | None") -> str:
    """The first headline with a word in it, a line below it last."""
    found = sorted(children(meta, "headline"), key=lambda one: _ends(one.get("role", "")).casefold() in _SUBHEADS)
    return next(filter(None, map(text, found)), "")


def _summary(meta: "Element | None") -> Iterator[str]:
    """The line below the headline, and what the story is about."""
    for one in children(meta, "headline"):
        if _ends(one.get("role", "")).casefold() in _SUBHEADS:
            yield text(one)
    for one in children(meta, "description"):
        if _ends(one.get("role", "")).casefold() in _SUMMARIES:
            yield text(one)


def _editors(item: "Element") -> Content:
    """What the sender's editors tell those who receive it, and their initials."""
    found = Content()
    meta = find(item, "itemMeta")
    updates = any(_ends(one.get("qcode", "")) == "update" for one in children(meta, "signal"))
    for one in children(meta, "edNote"):
        told, role = story(one), _ends(one.get("role", "")).casefold()
        corrects = role in _CORRECTIONS and not updates
        by_role = found.marks if role == "closingline" else found.corrections if corrects else found.notes
        by_role += told.paragraphs
        found.notes += told.notes
        found.corrections += told.corrections
        found.marks += told.marks
    return found


def _told(item: "Element") -> Content:
    """The first content with text: the others say the same in other forms."""
    for one in find(item, "contentSet") or ():
        if local(one) in ("inlineXML", "inlineData"):
            mime = one.get("contenttype", "")
            body = next(every(one, "body"), None) if local(one) == "inlineXML" and "nitf" not in mime else None
            found = content(one if body is None else body, mime)
            if found.paragraphs:
                return found
    return Content()


def _stated(item: "Element", meta: "Element | None") -> Stated:
    about = find(item, "itemMeta")
    provider, credit = _name(find(about, "provider")), _first(meta, "creditline")
    sources = [_name(one) for one in children(meta, "infoSource")]
    date, time = _moment(item, about, meta)
    language = find(meta, "language")
    return Stated(
        date=date,
        time=time,
        agency=agency(provider, credit.rstrip("–- "), *sources),
        rights=text(find(item, "rightsInfo", "copyrightNotice")) or None,
        facts=facts(
            source=provider or next(filter(None, sources), "") or credit,
            section=next((_name(one) for one in children(meta, "subject") if _is_section(one)), None),
            language=(language.get("tag") if language is not None else None) or _language(item),
            subjects=(_name(one, codes=False) for one in children(meta, "subject") if not _is_section(one)),
        ),
    )


def _moment(item: "Element", about: "Element | None", meta: "Element | None") -> tuple[str | None, str | None]:
    """When it was first sent; a message that knows only its own time has no other."""
    for candidate in (
        text(find(about, "firstCreated")),
        text(find(meta, "contentCreated")),
        text(find(about, "versionCreated")),
        text(find(meta, "contentModified")),
    ):
        if candidate and (found := moment(candidate))[0]:
            return found
    return None, None


def _is_section(subject: "Element") -> bool:
    named = f"{subject.get('qcode', '').partition(':')[0]} {_ends(subject.get('type', ''))}".casefold()
    return any(section in named for section in _SECTIONS)


def _language(item: "Element") -> str | None:
    return next((value for name, value in item.attrib.items() if name.endswith("lang") and value), None)


def _first(meta: "Element | None", name: str) -> str:
    """The text of the first element of this name that has any."""
    return next((said for one in children(meta, name) if (said := text(one))), "")


def _name(element: "Element | None", codes: bool = True) -> str:
    """What somebody or something is called: its name, else a literal, else (`codes`) the end of its code."""
    if element is None:
        return ""
    code = element.get("qcode", "") if codes else ""
    return text(find(element, "name")) or element.get("literal", "") or _ends(code)


def _code(element: "Element | None") -> str:
    return _ends(element.get("qcode", "")).casefold() if element is not None else ""


def _ends(code: str) -> str:
    """ "ninat:text" without its vocabulary."""
    return code.rpartition(":")[2]
