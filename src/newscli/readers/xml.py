"""XML that no other reader knows: elements whose children have the names that news has (_record_names.KEYS), each an article.

That may be the outermost element, its children, or elements in them. XML without such is named by its outermost element.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newscli.readers import Item, NotNews, Source, ending
from newscli.readers._xml import local, root_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

    from newscli.readers._record import Found

SUMMARY = "other XML, whose elements have the names that news has: title, date, author, text ..."
ENDINGS = (".xml",)
GIVES = ("date", "time", "headline", "byline", "url", "source", "section", "language", "subjects", "text")
ORDER = 50

_MARKUP = frozenset("p br div b i em strong a span h1 h2 h3 h4 h5 h6 ul ol li table blockquote q hl2 para sub sup u".split())
_SHORTEST_TEXT = 80  # characters; what is shorter may be a label of anything
_DEEPEST = 8
_ADVICE = ", which no reader knows (--map headline=NAME,text=NAME says what its elements state, --as text takes it for text)"
_FIELDS = frozenset("field str arr date int long property meta dc element item value".split())
_NAMES = ("name", "element", "key", "property", "field")  # attributes that say what such an element is ...
_VALUES = ("value", "content", "when", "norm", "datetime", "target", "href")  # ... and what it says
_PREFIX = re.compile(r"(?:dc|dcterms|og|article)[.:]", re.I)
_BESIDE = ("headline", "date", "byline")


def sniff(head: bytes, name: str) -> str | None:
    if b"<" not in head[:200] or not (b"<?xml" in head[:200].replace(b"\0", b"") or ending(name) == ".xml"):
        return None
    root = root_of(head)
    return f"XML whose outermost element is {root[0]}" if root and root[0].casefold() != "html" else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers._record import articles

    roots: list[str] = []
    found = _found(source, roots)
    first = next(found, None)
    if first is None:
        raise NotNews(f"XML whose outermost element is {roots[0]}{_ADVICE}" if roots else "XML without an element")
    yield from articles(_chained(first, found), source.columns, "XML in which no element")


def _chained(first: "Found", rest: "Iterator[Found]") -> "Iterator[Found]":
    yield first
    yield from rest


def _found(source: Source, roots: list[str]) -> "Iterator[Found]":
    """Every element that looks like an article; `roots` is told of the outermost elements."""
    from newscli.readers._record import Found
    from newscli.readers._xml import branches

    own: dict[str, object] = {}
    inside = False
    warnings: list[str] = []
    for root, element in branches(source.stream, source.path, warnings):
        if element is not root:
            values = list(_news(element, source.columns, local(root)))
            inside = inside or bool(values)
            yield from (Found(1, one, tuple(warnings)) for one in values)
            if not inside:
                _add(own, *_named(element))
            continue
        roots.append(local(root))
        own = {**_attributes(root), **own}
        if not inside and _is_news(own, source.columns, local(root)):
            yield Found(1, own, tuple(warnings))
        own, inside = {}, False


def _news(element: "Element", columns: Mapping[str, str], root: str, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The element as a record, if it is an article; else those in it that are."""
    if len(element) == 0:
        return
    value = _value(element)
    if isinstance(value, dict) and _is_news(record := {**_attributes(element), **value}, columns, root):
        yield record
    elif depth < _DEEPEST:
        for child in element:
            yield from _news(child, columns, root, depth + 1)


def _is_news(values: Mapping[str, object], columns: Mapping[str, str], root: str) -> bool:
    """Whether a record has a text, and what else an article has; a site's map of its news has none."""
    from newscli.readers._record_view import View
    from newscli.readers._values import paragraphs

    view = View(values, columns)
    if not any(view.text(field) for field in _BESIDE):
        return False
    if root == "urlset" and all(view.text(field) for field in ("headline", "date", "url")):
        return True
    return any(sum(map(len, paragraphs(value)[0])) >= _SHORTEST_TEXT or columns for _, value in view.every("text"))


def _attributes(element: "Element") -> dict[str, object]:
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def _value(element: "Element") -> object:
    """An element as JSON would have it: a text, paragraphs, an object, or a list where one name stands for all children."""
    if len(element) == 0:
        return element.text or next(filter(None, map(element.get, _VALUES)), "")
    if local(element) == "codes":  # Reuters Corpus Volume 1
        return [code for child in element if (code := child.get("code"))]
    if any(local(child).casefold() in _MARKUP for child in element):
        from newscli.readers._story import story

        return story(element).paragraphs
    value: dict[str, object] = {}
    for child in element:
        _add(value, *_named(child))
    only = next(iter(value.values())) if len(value) == 1 else None
    return only if isinstance(only, list) else value


def _named(element: "Element") -> tuple[str, object]:
    """(name, value) of an element: <title>A</title>, <field name="title">A</field>, <dc element="title" value="..."/>."""
    said = next(filter(None, map(element.get, _NAMES)), "")
    if local(element) in _FIELDS and said:
        return _PREFIX.sub("", said), _value(element)
    return local(element), _value(element)


def _add(values: dict[str, object], name: str, value: object) -> None:
    """One more of a name makes a list of it, or the list longer."""
    if name not in values:
        values[name] = value
    elif isinstance(before := values[name], list):
        before += value if isinstance(value, list) else [value]
    else:
        values[name] = [before, value]


def example() -> bytes:
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<archive><article id="1"><title>Ferries cross the fjord again</title><date>2022-01-14T06:30:00+01:00</date>
<authors><author>Mara Lind</author><author>Tom Acht</author></authors><url>https://harbour.example/f</url>
<source>Harbour Times</source><section>Coast</section><language>en</language>
<keywords><keyword>ferries</keyword><keyword>weather</keyword></keywords>
<text><p>BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday after a week of ice.</p><p>No ship was late.</p>
</text></article></archive>
"""
