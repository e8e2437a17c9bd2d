"""What the entries of feeds say (rss)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newscli.article import Stated
from newscli.readers import Broken, Item, NotNews, Source
from newscli.readers._compose import composed, warned
from newscli.readers._facts import agency, facts
from newscli.readers._moments import moment
from newscli.readers._story import credited
from newscli.readers._xml import children, find, local, text
from newscli.readers._xml_mended import elements

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's


_DATES = ("pubDate", "published", "date", "issued", "updated")
# What WordPress puts below every story.
_SOURCE_LINE = re.compile(r"The post .+ appeared first on .+\.$")
# Of WordPress's exports, by post_type or status.
_NO_POSTS = frozenset("attachment nav_menu_item revision custom_css customize_changeset wp_block trash auto-draft".split())
_ON = re.compile(
    r"(?:Continue reading|Read (?:more|on|the (?:full|whole))|Weiterlesen|Lire la suite|Leggi tutto|Seguir leyendo"
    r"|Lees (?:meer|verder)|Les (?:mer|saken)|Läs mer)\b.{0,60}",
    re.I,
)
_TEXTS = ("encoded", "content", "description", "summary")


def read(source: Source) -> Iterator[Item]:
    feed = _Feed()
    given = False
    skipped = ""
    beside = ("title", "link", "language", "copyright", "rights", "author")
    warnings: list[str] = []
    for element in elements(
        source.stream, source.path, "item", "entry", beside=beside, outermost=feed.attributes, warnings=warnings
    ):
        if isinstance(element, Broken):
            given = True
            yield element
        elif local(element) in ("item", "entry"):
            entry = _Entry(element)
            if (kind := entry.text("post_type")) in _NO_POSTS or entry.text("status") in _NO_POSTS:
                skipped = f"WordPress's {kind.replace('_', ' ')}"
                continue
            given = True
            yield warned(_article(entry, feed), warnings)
        else:
            feed.learn(element)
    if not given:
        raise NotNews(skipped or "a feed without an entry")


class _Feed:
    """What a feed says of itself, above its entries."""

    def __init__(self) -> None:
        self.title = self.language = self.rights = ""
        self.attributes: dict[str, str] = {}
        self.names: dict[str, str] = {}  # of WordPress's authors, by what they are called in its entries

    def learn(self, element: "Element") -> None:
        name, said = local(element), text(element)
        if name == "title":
            self.title = self.title or said
        elif name == "language":
            self.language = self.language or said
        elif name in ("copyright", "rights"):
            self.rights = self.rights or said
        elif name == "author" and (login := text(find(element, "author_login"))):
            self.names[login] = text(find(element, "author_display_name"))


class _Entry:
    """The elements of an entry by name, which are asked for one after the other."""

    def __init__(self, element: "Element") -> None:
        self.attributes = element.attrib
        self.elements: dict[str, list[Element]] = {}
        for one in element:
            self.elements.setdefault(one.tag, []).append(one)

    def all(self, name: str) -> Sequence["Element"]:
        return self.elements.get(name, ())

    def first(self, name: str) -> "Element | None":
        return found[0] if (found := self.elements.get(name)) else None

    def text(self, *names: str) -> str:
        """What the first of these says that says something."""
        return next((said for name in names if name in self.elements and (said := text(self.elements[name][0]))), "")


def _article(entry: _Entry, feed: _Feed) -> Item:
    source = text(find(entry.first("source"), "title")) or entry.text("source") or feed.title
    whole = " ".join(_paragraphs(entry.first("title")))
    headline = whole.removesuffix(f" - {source}")
    texts = (one for name in _TEXTS for one in entry.all(name) if one.get("url") is None)  # media:content has one
    told, *others = [*filter(None, map(_paragraphs, texts))] or [[]]
    notes = [one for one in told if one.endswith(".") and _SOURCE_LINE.match(one)]
    if headline != whole and told == [f"{headline} {source}"]:
        told = []  # Google's news say it again
    if not headline and not told:
        return Broken("an entry without title and text")
    date, time = _moment(entry)
    return composed(
        [one for one in told if one not in notes] if notes else told,
        Stated(
            date=date,
            time=time,
            agency=agency(source, entry.text("publisher")),
            rights=entry.text("rights", "copyright") or feed.rights or None,
            facts=facts(
                url=_link(entry),
                source=source,
                language=entry.text("language") or _lang(entry.attributes) or feed.language or _lang(feed.attributes),
                subjects=_subjects(entry),
            ),
        ),
        headline=headline,
        byline=", ".join(feed.names.get(name) or name for name in _authors(entry)),
        summary=[one for one in _summary(told, others) if not _ON.fullmatch(one)],
        captions=_captions(entry),
        notes=notes,
    )


def _summary(told: list[str], others: list[list[str]]) -> list[str]:
    """The shorter text of two."""
    return others[0] if others and sum(map(len, others[0])) < sum(map(len, told)) else []


def _paragraphs(element: "Element | None") -> list[str]:
    """The text of an element, which may be HTML inside it or written out."""
    if element is None:
        return []
    if len(element):
        from newscli.readers._story import story

        return story(element).paragraphs
    from newscli.readers._content import written

    return written(element.text or "", "<" in (element.text or ""))


def _moment(entry: _Entry) -> tuple[str | None, str | None]:
    """When it was published; when it was changed, where nothing else is said."""
    for name in _DATES:
        for one in entry.all(name):
            if (found := moment(text(one)))[0]:
                return found
    return None, None


def _link(entry: _Entry) -> str:
    """The page of the story: RSS writes it into the element, Atom into an attribute."""
    for one in entry.all("link"):
        if said := (one.get("href", "") if one.get("rel", "alternate") == "alternate" else "") or text(one):
            return said
    for name in ("guid", "id"):
        if (said := entry.text(name)).startswith(("http://", "https://")):
            return said
    return ""


def _authors(entry: _Entry) -> Iterator[str]:
    """Names, without the addresses that RSS asks for: "mara@harbour.example (Mara Lind)"."""
    seen = set()
    for name in ("creator", "author"):
        for one in entry.all(name):
            said = text(find(one, "name")) or ("" if len(one) else text(one))
            if "@" in said:
                said = said.partition("(")[2].rstrip(" )")
            if said and said not in seen:
                seen.add(said)
                yield said


def _subjects(entry: _Entry) -> Iterator[str]:
    for name in ("category", "subject"):
        for one in entry.all(name):
            yield one.get("label") or one.get("term") or text(one)


def _captions(entry: _Entry) -> Iterator[str]:
    """What Media RSS says of pictures."""
    for pictures in (entry.all("content"), *(children(group, "content") for group in entry.all("group"))):
        for one in pictures:
            if one.get("medium", "image") == "image" and (said := text(find(one, "description"))):
                yield credited(said, text(find(one, "credit")))


def _lang(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("}lang")), "")
