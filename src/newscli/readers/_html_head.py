"""What a web page states of its story: schema.org's NewsArticle in JSON-LD, the meta elements of its head, its times.

Only what a page says of its publication counts as a date: never when it was changed, nor a date somewhere in the page.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newscli.parse.dates import MONTHS
from newscli.readers import _html_authors
from newscli.readers._moments import moment
from newscli.readers._values import paragraphs, plain, several
from newscli.readers._xml import text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: lxml's elements are used in the same way

# The meta elements (by property, name or itemprop) in which content systems write when a story was published.
_DATES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date", "publication-date",
    "published-date", "article.published", "displaydate", "ptime", "cxenseparse:recs:publishtime", "cse_publish_date",
    "originalpublicationdate", "article_date_original", "date", "dc.date", "dcterms.date",
)  # fmt: skip
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_RIGHTS = ("copyright", "dcterms.rights", "dc.rights", "rights")
_SECTIONS = ("article:section", "og:article:section", "sailthru.section", "parsely-section", "section")
_TAGS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords")
_LANGUAGES = ("dc.language", "dcterms.language", "language", "content-language")
_STORY = re.compile(r"\w*(?:Article|BlogPosting)$|Report(?:age)?$")
_LIST = frozenset(("CollectionPage", "SearchResultsPage"))
_COMMENTED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
# Browsers and archivers write into a page where they had it from.
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)")
_URL = re.compile(r"https?://[^/\s]+(?P<path>/[^\s?#]*)?\S*$", re.I)
_DATED = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d\d|[a-z]{3})/(?P<d>\d\d)(?:/|$)", re.I)
_BEHIND_TITLE = re.compile(r"\s+(?:[|·•-]|–|—|::|»)\s+(?P<site>[^|]+)$")
_CHANGED = re.compile(r"updat|modif|edit|chang|aktualisiert", re.I)
_SHOWS_DATE = re.compile(
    r"\b(?:pub(?:lished|lication)?|posted|article|story|entry|post)?[-_ ]*(?:date|time|timestamp|dateline)\b", re.I
)
_LABEL = re.compile(
    r"^(?:first\s+)?(?:published|posted|publicado|publié|veröffentlicht|gepubliceerd)(?:\s+(?:on|at|el|le|am))?\s*:?\s*",
    re.I,
)
_SHOWING = frozenset(("time", "span", "p", "div", "li", "abbr"))
_LONGEST_DATE = 60  # characters
_DEEPEST = 6  # objects in objects of JSON-LD


class Head:
    """A page's own word on its story. `url` is where it was fetched from, if anybody knows."""

    def __init__(self, tree: "Element", markup: str, url: str = "") -> None:
        self.tree = tree
        self.markup = markup
        self.fetched = url
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            content = (element.get("content") or "").strip()
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and (name := element.get(attribute)):
                    self.meta.setdefault(name.strip().casefold(), []).append(content)

    @cached_property
    def objects(self) -> list[Mapping[str, Any]]:
        """Every object of the page's JSON-LD; what is broken there says nothing."""
        found: list[Mapping[str, Any]] = []
        for script in self.tree.iter("script"):
            if (script.get("type") or "").split(";")[0].strip().casefold() != "application/ld+json":
                continue
            try:
                value = json.loads(_COMMENTED.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects(value)
        return found

    @cached_property
    def story(self) -> Mapping[str, Any]:
        """The first object that is a story; an empty one where none is."""
        found = next((one for one in self.objects if any(map(_STORY.match, _types(one)))), {})
        named = {identifier: one for one in self.objects if len(one) > 1 and isinstance(identifier := one.get("@id"), str)}
        return {key: _resolved(value, named) for key, value in found.items()}

    @property
    def is_front(self) -> bool:
        """Whether the page says that it is no story: it is a list, or a site's first page."""
        if self.story or self._first("article:published_time"):
            return False
        if any(not _LIST.isdisjoint(_types(one)) for one in self.objects):
            return True
        address = _URL.match(self.url)
        return address is not None and (address["path"] or "/") in ("/", "/index.html", "/index.htm", "/index.php")

    @property
    def body(self) -> list[str]:
        """The paragraphs of the story as JSON-LD has it."""
        return [line for piece in paragraphs(self.story.get("articleBody"))[0] for line in piece.split("\n") if line.strip()]

    @property
    def picture(self) -> str:
        """The address of the picture that stands for the story."""
        return self._first("og:image", "twitter:image")

    @cached_property
    def url(self) -> str:
        """Where the story is to be found: fetched from, else what the page calls its own address."""
        saved = _SAVED_FROM.search(self.markup, 0, 4096)
        canonical = (
            one.get("href") or "" for one in self.tree.iter("link") if (one.get("rel") or "").casefold() == "canonical"
        )
        own = (self.fetched, *canonical, self._first("og:url"), plain(self.story.get("url")), saved["url"] if saved else "")
        return next((one.strip() for one in own if _URL.match(one.strip())), "")

    def values(self, facts: Mapping[str, Any], top: str, story: list[str], captions: list[str]) -> dict[str, object]:
        """The page as a record with schema.org's names. `facts` are trafilatura's, `top` is the heading of the story."""
        said = self.story
        return {
            "headline": top or said.get("headline") or self.title,
            "articleBody": story,
            # Best first (see _record_names): an author that is the site itself names nobody.
            "author": said.get("author"),
            "creator": said.get("creator") or said.get("contributor"),
            "dccreator": _html_authors.linked(self.tree),
            "creators": _html_authors.cited(self.meta),
            "writer": facts.get("author"),
            "writers": _html_authors.in_meta(self.meta),
            "reporter": _html_authors.shown(self.tree),
            "datePublished": self.date,
            "url": self.url,
            "publisher": self.site,
            "articleSection": said.get("articleSection") or self._first(*_SECTIONS) or facts.get("categories"),
            "keywords": self.tags or facts.get("tags"),
            "inLanguage": said.get("inLanguage") or self.tree.get("lang") or self._first(*_LANGUAGES),
            "copyrightNotice": said.get("copyrightNotice") or self._first(*_RIGHTS),
            "captions": captions,
        }

    @property
    def title(self) -> str:
        """The page's title without the site's name behind it; else its only heading of the first order."""
        said = (text(one) for one in self.tree.iter("h1") if one.get("itemprop") == "headline")
        title = (
            next(said, "") or self._first("og:title", "twitter:title", "title") or next(map(text, self.tree.iter("title")), "")
        )
        found = _BEHIND_TITLE.search(title)
        if not title:
            heading, *others = *map(text, self.tree.iter("h1")), ""
            return "" if any(others) else heading
        return title[: found.start()] if found and found["site"].casefold() == self.site.casefold() else title

    @property
    def site(self) -> str:
        return self._first("og:site_name") or plain(self.story.get("publisher")) or self._first(*_SITES)

    @property
    def tags(self) -> list[str]:
        """What the story is about: what JSON-LD says, else all of the first kind of meta element that says something."""
        if said := several(self.story.get("keywords"), ",;"):
            return said
        found = next((self.meta[name] for name in _TAGS if name in self.meta), [])
        return several(found[0], ",;") if len(found) == 1 else found

    @property
    def date(self) -> str | None:
        """When the story was published, as the page writes it where that can be read; else from its address."""
        for said in self._dates():
            if moment(said)[0]:
                return said
        found = _DATED.search(self.url)
        if not found:
            return None
        month = found["m"].casefold()
        number = int(month) if month.isdigit() else MONTHS.index(month) + 1 if month in MONTHS else 0
        day = f"{found['y']}-{number:02}-{found['d']}"
        return day if moment(day)[0] else None

    def _dates(self) -> Iterator[str]:
        yield plain(self.story.get("datePublished"))
        for name in _DATES:
            yield from self.meta.get(name, ())
        for element in self.tree.iter():
            if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
                yield element.get("datetime") or element.get("content") or element.get("title") or text(element)
        story = next(self.tree.iter("article"), None)
        for element in () if story is None else story.iter("time"):
            if not _changed(element):
                yield element.get("datetime") or _LABEL.sub("", text(element))
        yield from _html_authors.labelled(self.tree, _html_authors.PUBLISHED)
        shown = set(self._shown())
        if len(shown) == 1:  # several belong to several stories
            yield shown.pop()

    def _shown(self) -> Iterator[str]:
        """The dates that stand in the page as such."""
        for element in self.tree.iter():
            if element.tag not in _SHOWING:
                continue
            named = element.get("class") or element.get("id")
            if named and _SHOWS_DATE.search(named) and not _changed(element) and len(said := text(element)) <= _LONGEST_DATE:
                date = _LABEL.sub("", said)
                if moment(date)[0]:
                    yield date

    def _first(self, *names: str) -> str:
        return next((self.meta[name][0] for name in names if name in self.meta), "")


def _objects(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Objects in the order in which a reader meets them, those inside of others behind them."""
    for one in value if isinstance(value, list) else (value,):
        if isinstance(one, dict):
            yield one
            if depth < _DEEPEST:
                for inner in one.values():
                    if isinstance(inner, list | dict):
                        yield from _objects(inner, depth + 1)


def _resolved(value: object, named: Mapping[str, object]) -> object:
    """A value with what it only refers to in its place: {"@id": "#publisher"}."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value]
    if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
        return named.get(value["@id"], value)
    return value


def _types(one: Mapping[str, Any]) -> list[str]:
    return [name.rpartition("/")[2] for name in several(one.get("@type"))]


def _changed(element: "Element") -> bool:
    """Whether an element tells when the page was changed."""
    return any(
        _CHANGED.search(said) for said in (element.get("class") or "", element.get("itemprop") or "", text(element)[:80])
    )
