"""XML that may come from anywhere: no entity is expanded but XML's own five, and nothing outside the file is fetched."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO

from newscli.errors import UnreadableError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.S)
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^>]*)")


def root_of(head: bytes) -> tuple[str, bytes] | None:
    """The name of the outermost element, without its prefix, and its attributes as written; None if this is no XML."""
    head = _as_ascii(head)
    prolog = _PROLOG.match(head)
    found = _ROOT.match(head, prolog.end() if prolog else 0)
    return (found[2].decode("ascii", "replace"), found[3]) if found else None


def _as_ascii(head: bytes) -> bytes:
    """The beginning of a document as a recogniser can read it, whatever its encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:4]:
        return head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return head.removeprefix(b"\xef\xbb\xbf")


def elements(
    stream: BinaryIO, path: str, *names: str, outermost: dict[str, str] | None = None, warnings: list[str] | None = None
) -> Iterator["Element"]:
    """Every outermost element of one of these local names, as soon as it is whole; nothing else of the document is kept.

    Tags are local names. `outermost` is given the attributes of the outermost element of all, `warnings` what is odd about
    the document's encoding. UnreadableError where the document breaks, or asks for entities.
    """
    from defusedxml.ElementTree import XMLParser

    from newscli.readers._xml_text import DOCUMENTS, XmlText

    collector = Collector(frozenset(names), DOCUMENTS, outermost)
    parser = XMLParser(target=collector)
    collector.listen(parser.parser)
    document = XmlText(stream, warnings)
    with said(path):
        while data := document.read():
            try:
                parser.feed(data)
            finally:  # what was whole before the document breaks is given before that is said
                yield from collector.taken()
        parser.close()
    collector.forget()


def branches(stream: BinaryIO, path: str, warnings: list[str]) -> Iterator[tuple["Element", "Element"]]:
    """(outermost element, child) for each child of an outermost one, then (it, itself) at its end; each is emptied when the
    next is asked for. Tags have their namespace: see `local`. `warnings` and UnreadableError as in `elements`."""
    from defusedxml.ElementTree import iterparse

    from newscli.readers._xml_text import XmlText

    open_elements: list[Element] = []
    with said(path):
        for event, element in iterparse(XmlText(stream, warnings), events=("start", "end")):
            if event == "start":
                open_elements.append(element)
                continue
            open_elements.pop()
            if len(open_elements) in (1, 2):  # around all documents of a file there is one element more
                yield open_elements[-1] if len(open_elements) == 2 else element, element
                element.clear()
                open_elements[-1].remove(element)


@contextmanager
def said(path: str) -> Iterator[None]:
    """What is wrong with a document, said as UnreadableError."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError

    try:
        yield
    except DefusedXmlException:
        raise UnreadableError(path, "declares XML entities of its own, which may be a trap; skipped") from None
    except ParseError as error:
        raise UnreadableError(path, f"is broken XML ({error})") from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows, or that expat can't read
        raise UnreadableError(path, f"is XML in an encoding that can't be read ({error})") from None


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class Collector:
    """Builds elements from what expat says, and only those that are asked for.

    ElementTree's own parser calls four functions an element before the tree hears of it, and as many to say that it is
    whole: that was half the time of reading NewsML. Inside an element that is asked for, expat calls the tree's builder
    itself, which is written in C; only ends come by here.
    """

    def __init__(self, names: frozenset[str], around: str, outermost: dict[str, str] | None) -> None:
        self._names = names
        self._around = around  # all documents
        self._attributes = outermost
        self._whole: list[Element] = []
        self._shut: Callable[[str], Element] | None = None  # in an element that is asked for
        self.inside: str | None = None  # which is called so
        self.began = 0  # where, in bytes
        self.prefixes: dict[str, str] = {}  # of namespaces that are declared outside of those

    def listen(self, expat: Any) -> None:
        """Hear what a parser has to say, which defusedxml has taught what to refuse."""
        self._expat = expat
        expat.ordered_attributes = False
        expat.StartElementHandler, expat.EndElementHandler = self._start, self._end
        expat.StartNamespaceDeclHandler = self._declared

    def _declared(self, prefix: str | None, name: str | None) -> None:
        if self.inside is None and name:
            self.prefixes[prefix or ""] = name

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """Outside of what is asked for."""
        from xml.etree.ElementTree import TreeBuilder  # which parses nothing

        if self._attributes is not None and tag != self._around:
            self._attributes.update(attributes)
            self._attributes = None
        if _local(tag) in self._names:
            builder = TreeBuilder()
            self._outermost = builder.start(tag, attributes)
            self._shut = builder.end
            self.inside, self.began = _local(tag), self._expat.CurrentByteIndex
            self._expat.StartElementHandler, self._expat.CharacterDataHandler = builder.start, builder.data

    def _end(self, tag: str) -> None:
        if self._shut and self._shut(tag) is self._outermost:
            for element in self._outermost.iter():
                if "}" in element.tag:
                    element.tag = _local(element.tag)
            self._whole.append(self._outermost)
            self._shut = self.inside = None
            self._expat.StartElementHandler, self._expat.CharacterDataHandler = self._start, None

    def forget(self) -> None:
        """Let go of the parser, which holds this: else both, and what they hold, wait for the collector of garbage."""
        expat = self._expat
        expat.StartElementHandler = expat.EndElementHandler = expat.CharacterDataHandler = None
        expat.StartNamespaceDeclHandler = None
        del self._expat

    def data(self, text: str) -> None:
        """What stands outside; that there is such a method makes the parser refuse entities that nobody has declared."""

    def close(self) -> None:
        """The end of the document."""

    def taken(self) -> "list[Element]":
        """The elements that have become whole since the last call."""
        whole, self._whole = self._whole, []
        return whole


def local(element: "Element") -> str:
    """An element's name without its namespace. Comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "Element | None", name: str) -> Iterator["Element"]:
    """The children of one name."""
    if element is None:
        return iter(())
    return (child for child in element if child.tag == name) if "." in name else iter(element.findall(name))


def find(element: "Element | None", *path: str) -> "Element | None":
    """The first element at this path of names below `element`."""
    if element is None or not path:
        return element
    name, rest = path[0], path[1:]
    if not rest and "." not in name:
        return element.find(name)
    for child in element:  # Element.find takes its time over names with a full stop in them, as NITF's have
        if child.tag == name and (found := find(child, *rest)) is not None:
            return found
    return None


def every(element: "Element | None", name: str) -> Iterator["Element"]:
    """All elements of one name at any depth below `element`, in the order of the document."""
    if element is None:
        return iter(())
    return (one for one in element.iter(name) if one is not element)


def text(element: "Element | None") -> str:
    """All text of an element, white space squeezed."""
    if element is None:
        return ""
    whole = "".join(element.itertext()) if len(element) else element.text
    return " ".join(whole.split()) if whole else ""
