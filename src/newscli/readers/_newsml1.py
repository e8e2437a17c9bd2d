"""What NewsML 1 says: components that are stories, parts of one, or stand beside one (newsml1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._compose import composed, warned
from newscli.readers._content import Content, content
from newscli.readers._facts import agency, facts, place_line
from newscli.readers._moments import moment
from newscli.readers._xml import children, every, find, local, text
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's


_WITHDRAWN = frozenset(("canceled", "cancelled", "withheld", "killed", "deleted"))
_TITLES = frozenset(("title", "headline"))
_LEADS = frozenset(("lead", "intro", "introduction"))
_SUMMARIES = frozenset(("abstract", "summary", "teaser"))
_BODIES = frozenset(("body", "main text", "maintext", "text"))
_CAPTIONS = frozenset(("caption",))
_PARTS = _TITLES | _LEADS | _SUMMARIES | _BODIES | _CAPTIONS
# What stands beside a story.
_BESIDE = {
    "video": "a video", "clip": "a video", "picture": "a photo", "photo": "a photo", "image": "a photo",
    "graphic": "a graphic", "quote": "a sound", "sound": "a sound", "logo": "a logo", "thumbnail": "a photo",
    "preview": "a photo", "quicklook": "a photo", "contact": "a contact", "stylesheet": "a style sheet",
    "tweettext": "a tweet", "attachment": "an attachment",
}  # fmt: skip
_NO_TEXT = re.compile(r"photo|picture|image|graphic|video|audio|animation|sound", re.I)
_NO_TEXT_MIME = re.compile(r"(?:image|video|audio|application)/(?!xml|xhtml|text)|text/css", re.I)
_SECTIONS = frozenset(("category", "section", "rubric", "desk"))


def read(source: Source) -> Iterator[Item]:
    sent = ""
    reason = "a message without a news item"
    given = False
    warnings: list[str] = []
    for element in elements(source.stream, source.path, "NewsItem", beside=("NewsEnvelope",), warnings=warnings):
        if isinstance(element, Broken):
            given = True
            yield element
            continue
        if local(element) == "NewsEnvelope":
            sent = text(find(element, "DateAndTime"))
            continue
        for item in _items(element, sent):
            if isinstance(item, str):
                reason = item
            else:
                given = True
                yield warned(item, warnings)
    if not given:
        raise NotNews(reason)


def _items(news_item: "Element", sent: str) -> Iterator[Item | str]:
    """The stories of one NewsItem, or what it is instead."""
    management = find(news_item, "NewsManagement")
    status = _name(find(management, "Status")).casefold()
    instruction = _name(find(management, "Instruction")).casefold()
    if status in _WITHDRAWN or instruction in ("delete", "kill"):
        yield "a story that was withdrawn"
        return
    found = _Found()
    for component in children(news_item, "NewsComponent"):
        _look(component, (news_item,), found)
    for number, story in enumerate(found.stories):
        yield _article(story, found.captions if number == 0 else [], sent)
    for inner in found.inside:
        yield from _items(inner, sent)
    if not found.stories and not found.inside:
        yield found.beside[0] + "'s metadata" if found.beside else "a news item without text"


@dataclass(slots=True)
class _Story:
    """The component that holds it, then those around it; its text; headlines and captions that are parts of it."""

    chain: tuple["Element", ...]
    content: Content
    titles: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    stories: list[_Story] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)  # of what stands beside the stories
    beside: list[str] = field(default_factory=list)  # what stands beside them: "a photo"
    inside: list["Element"] = field(default_factory=list)  # news items of their own


def _look(component: "Element", around: tuple["Element", ...], found: _Found) -> None:
    """Find the stories of a component, and what stands beside them."""
    chain = (component, *around)
    inner = list(children(component, "NewsComponent"))
    found.inside += children(component, "NewsItem")
    parts = [one for one in inner if _role(one) in _PARTS and find(one, "NewsComponent") is None]
    story = _told(component, parts, chain)
    if kind := _BESIDE.get(_role(component)):
        found.beside.append(kind)
        found.captions += story.captions
        return
    if story.content.paragraphs:
        found.stories.append(story)
    else:
        found.captions += story.captions
        if story.captions or any(map(_is_media, children(component, "ContentItem"))):
            found.beside.append("a photo")
    for one in inner:
        if one not in parts:
            _look(one, chain, found)


def _told(component: "Element", parts: list["Element"], chain: tuple["Element", ...]) -> _Story:
    """What a component and its parts tell: lead and body in the order of the document; a summary where there is neither."""
    own = _text_of(component)
    told = replace(own) if parts else own
    story = _Story(chain, told)
    summaries: list[str] = []
    for part in parts:
        role, inside = _role(part), _text_of(part)
        if role in _TITLES:
            story.titles += inside.paragraphs
        elif role in _CAPTIONS:
            story.captions += inside.paragraphs
        elif role in _SUMMARIES:
            summaries += inside.paragraphs
        else:
            told.paragraphs = [*told.paragraphs, *inside.paragraphs]
            told.byline = told.byline or inside.byline
            told.dateline = told.dateline or inside.dateline
    if not told.paragraphs and not story.captions and any(_role(part) in _BODIES for part in parts):
        told.paragraphs = summaries
    return story


def _text_of(component: "Element") -> Content:
    """The first of a component's content items that has text: the others say the same in other forms."""
    for one in children(component, "ContentItem"):
        if not _is_media(one):
            found = content(find(one, "DataContent"), text(find(one, "MimeType")) or _name(find(one, "MimeType")))
            if found.paragraphs:
                return found
    return Content()


def _is_media(item: "Element") -> bool:
    kind, mime = _name(find(item, "MediaType")), _name(find(item, "MimeType"))
    return bool(_NO_TEXT.search(kind) or _NO_TEXT_MIME.match(mime))


def _article(story: _Story, captions: list[str], sent: str) -> Item:
    lines, inside = _Lines(story.chain), story.content
    return composed(
        inside.paragraphs,
        _stated(lines, sent, inside.subjects),
        headline=lines.line("HeadLine", "Headline") or next(iter(story.titles), "") or inside.headline,
        byline=_byline(lines) or inside.byline,
        dateline=place_line(lines.line("DateLine")) or inside.dateline,
        summary=(lines.line("SubHeadLine"), *inside.summary) if inside.paragraphs else (),
        furniture=inside.marks,
        notes=inside.notes,
        corrections=inside.corrections,
        captions=dict.fromkeys((*inside.captions, *story.captions, *captions)),
    )


def _byline(lines: "_Lines") -> str:
    """Who wrote it: not who sent it, which a press release has there."""
    byline = lines.line("ByLine")
    return "" if byline and byline in (lines.party("Source"), lines.party("Provider")) else byline


class _Lines:
    """What a chain of components states, the innermost first."""

    def __init__(self, chain: tuple["Element", ...]) -> None:
        self.chain = chain
        self.said = [_said(one) for one in self.all("NewsLines")]
        self.parties = self.all("AdministrativeMetadata")

    def line(self, *names: str) -> str:
        """The first of these that stands in NewsLines with something in it."""
        return next((said[name] for said in self.said for name in names if name in said), "")

    def all(self, name: str) -> list["Element"]:
        return [one for component in self.chain for one in component.findall(name)]

    def party(self, role: str) -> str:
        """Who is named as provider, source or creator."""
        named = (_name(party) for one in self.parties for party in every(find(one, role), "Party"))
        return next(filter(None, named), "")


def _said(news_lines: "Element") -> dict[str, str]:
    """The lines that say something, by name: of two with one name the first. Some put each into a NewsLine of its own."""
    said: dict[str, str] = {}
    for one in (*news_lines, *(line for wrapper in children(news_lines, "NewsLine") for line in wrapper)):
        if one.tag not in said and (line := text(one)):
            said[one.tag] = line
    return said


def _stated(lines: _Lines, sent: str, inside: list[str]) -> Stated:
    item = lines.chain[-1]
    date, time = _moment(item, lines, sent)
    provider, origin = lines.party("Provider"), lines.party("Source")
    described = lines.all("DescriptiveMetadata")
    identifier = text(find(item, "Identification", "NewsIdentifier", "ProviderId"))
    return Stated(
        date=date,
        time=time,
        agency=agency(provider, lines.line("CreditLine"), origin, identifier.removeprefix("www.")),
        rights=lines.line("CopyrightLine") or None,
        facts=facts(
            source=provider or origin or lines.line("CreditLine") or identifier,
            section=next((value for one in described for value in _properties(one, _SECTIONS)), None),
            language=_language(lines, described),
            subjects=_subjects(lines, described, inside),
        ),
    )


def _moment(item: "Element", lines: _Lines, sent: str) -> tuple[str | None, str | None]:
    management = find(item, "NewsManagement")
    identifier = find(item, "Identification", "NewsIdentifier")
    for candidate in (
        text(find(management, "FirstCreated")),
        text(find(management, "ThisRevisionCreated")),
        text(find(identifier, "DateId")),
        lines.line("DateLine"),
        sent,
    ):
        if candidate and (found := moment(candidate))[0]:
            return found
    return None, None


def _language(lines: _Lines, described: list["Element"]) -> str | None:
    for one in described:
        if stated := _name(find(one, "Language")):
            return stated
    for component in lines.chain:
        for name, value in component.attrib.items():
            if name.endswith("lang") and value:
                return value
    return None


def _subjects(lines: _Lines, described: list["Element"], inside: list[str]) -> Iterator[str]:
    """Names and key words; else what the text's own head says (`inside`), else the numbers of subjects."""
    named = [*_topics(lines)]
    for one in described:
        for value in _properties(one, frozenset(("keyword",))):
            named += value.split(";")
    named += (text(one) for news_lines in lines.all("NewsLines") for one in children(news_lines, "KeywordLine"))
    if any(named) or inside:
        yield from named if any(named) else inside
        return
    for one in described:
        for code in children(one, "SubjectCode"):
            yield from (_name(subject) for subject in code)


def _topics(lines: _Lines) -> Iterator[str]:
    """What the component's own topics are called: in English where several languages name them."""
    for topics in lines.all("TopicSet"):
        for topic in children(topics, "Topic"):
            described = [one for one in children(topic, "Description") if one.get("Variant", "Name") == "Name"]
            english = [one for one in described if any(name.endswith("lang") and v == "en" for name, v in one.attrib.items())]
            yield from (text(one) for one in (english or described)[:1])


def _properties(described: "Element", names: frozenset[str]) -> Iterator[str]:
    for one in children(described, "Property"):
        if _name(one).casefold() in names and one.get("Value"):
            yield one.get("Value", "")


def _role(component: "Element") -> str:
    return _name(find(component, "Role")).casefold()


def _name(element: "Element | None") -> str:
    return (element.get("FormalName") or "").strip() if element is not None else ""
