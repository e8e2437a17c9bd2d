"""Whom a web page names as its authors: in its head, in links, and in the box above its story."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newscli.readers._html_story import is_prose
from newscli.readers._xml import text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: lxml's elements are used in the same way

_META = (
    "byl", "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "article.author", "byline", "authors",
)  # fmt: skip
# "Written by" of Twitter's labels, and what stands beside a name in a box of a page.
_WRITTEN_BY = frozenset(
    "by|author|authors|written by|posted by|reporter|reported by|autor|autorin|autoren|autor/in|von|verfasst von"
    "|geschrieben von|auteur|auteurs|par|écrit par|rédigé par|escrito por|por|autores|autore|autori|di|scritto da|door"
    "|geschreven door|av|skrevet av|skriven av".split("|")
)
PUBLISHED = frozenset(
    "published|publication date|date|date published|posted|posted on|datum|veröffentlicht|erschienen|publié le|publié|date de"
    " publication|fecha|publicado|publicado el|data|pubblicato|pubblicato il|gepubliceerd|publicerad|publisert".split("|")
)
_BESIDE = frozenset(("updated", "section", "source", "category", "location", "tags", "ressort", "rubrique", "quelle"))
_LABELS = ("dt", "th", "td", "strong", "b", "span")
_SHOWS_AUTHOR = re.compile(
    r"(?:\b|_)(?:by-?line|authors?|writer|reporter|journalist|autor(?:en|in|es)?|auteurs?|autore)(?:\b|_)", re.I
)
_SHOWING = frozenset("span p div li address a cite font center td h3 h4 h5 i em b strong small".split())
_BY = re.compile(r"(?i:by|von|par|por|di|door|av|af)\s+[A-ZÀ-Þ]")
_URL = re.compile(r"https?://|www\.|@")
_LONGEST = 100  # characters of a byline
_LONGEST_LABEL = 40
_MOST = 6  # more are those of a list of stories


def linked(tree: "Element") -> list[str]:
    """Those whom links in the story's article name, where there are several: trafilatura knows one."""
    story = next(tree.iter("article"), tree)
    found = (text(one) for one in story.iter("a") if "author" in (one.get("rel") or "").split())
    names = [name for name in dict.fromkeys(found) if name]
    return names if 1 < len(names) <= _MOST else []


def cited(meta: Mapping[str, Sequence[str]]) -> list[str]:
    """The authors as libraries want them, "Lind, Mara", as one says them."""
    return [" ".join(reversed(name.split(", ", 1))) for name in meta.get("citation_author", ())]


def in_meta(meta: Mapping[str, Sequence[str]]) -> list[str]:
    """Those whom the first kind of meta element names that names anybody."""
    for name in _META:
        if found := [said for said in meta.get(name, ()) if not _URL.search(said)]:
            return found
    for number in ("1", "2"):
        label = next(iter(meta.get(f"twitter:label{number}", ())), "").casefold()
        if label in _WRITTEN_BY:
            return list(meta.get(f"twitter:data{number}", ()))
    return []


def shown(tree: "Element") -> str:
    """The byline that stands above the story; "" where none does."""
    for name in labelled(tree, _WRITTEN_BY):
        return name
    above = [(element, said) for element in _above(tree) if 0 < len(said := text(element)) <= _LONGEST]
    for element, said in above:
        if _SHOWS_AUTHOR.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return said
    return next((_first_line(element) or said for element, said in above if _BY.match(said)), "")


def _first_line(element: "Element") -> str:
    """The text above an element's first line break; "" where it has none."""
    line = element.find("br")
    return " ".join((element.text or "").split()) if line is not None and element[0] is line else ""


def _above(tree: "Element") -> Iterator["Element"]:
    """The elements that stand above the story and may show something."""
    for element in next(tree.iter("article"), tree).iter():
        if element.tag == "p" and is_prose(text(element)):
            return
        if element.tag in _SHOWING:
            yield element


def labelled(tree: "Element", labels: frozenset[str]) -> Iterator[str]:
    """What stands beside a label in the boxes of a page: in the next cell, or behind a word in bold type."""
    for element in tree.iter(*_LABELS):  # type: ignore[call-arg]  # lxml's takes several
        label = element.text
        if not label or len(label) > _LONGEST_LABEL or len(element) or label.strip().rstrip(" :").casefold() not in labels:
            continue
        said = " ".join((element.tail or "").split()).lstrip(": ") or text(_next(element))
        if 0 < len(said) <= _LONGEST:
            yield said


def _next(element: Any) -> "Element | None":
    """What stands behind an element, or behind the cell that it fills."""
    beside: Element | None = element.getnext()
    cell = element.getparent()
    if beside is None and cell is not None and cell.tag in _LABELS:
        beside = cell.getnext()
    return beside


def is_box(paragraph: str) -> bool:
    """Whether a paragraph is the rows of such a box: "By | Mara Lind"."""
    labels = [line.partition(" | ")[0].rstrip(" :").casefold() for line in paragraph.split("\n") if " | " in line]
    known = _WRITTEN_BY | PUBLISHED | _BESIDE
    return len(labels) == paragraph.count("\n") + 1 and known.issuperset(labels)
