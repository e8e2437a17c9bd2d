"""XML that may come from anywhere: no entity is expanded but XML's own five, and nothing outside the file is fetched."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

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


def elements(stream: BinaryIO, path: str, *names: str) -> Iterator["Element"]:
    """Every outermost element of one of these local names, as soon as it is whole; it is emptied when the next is asked for.

    UnreadableError where the document breaks, or asks for entities.
    """
    depth = 0
    open_elements: list[Element] = []
    for event, element in _events(stream, path):
        if event == "start":
            open_elements.append(element)
            depth += element.tag.rpartition("}")[2] in names
            continue
        open_elements.pop()
        if depth and element.tag.rpartition("}")[2] in names:
            depth -= 1
            if depth == 0:
                yield element
        if depth == 0:
            element.clear()
            if open_elements:
                open_elements[-1].remove(element)


def branches(stream: BinaryIO, path: str) -> Iterator[tuple["Element", "Element"]]:
    """(outermost element, child) for each child of an outermost one, then (it, itself) at its end; emptied like `elements`."""
    open_elements: list[Element] = []
    for event, element in _events(stream, path):
        if event == "start":
            open_elements.append(element)
            continue
        open_elements.pop()
        if len(open_elements) in (1, 2):  # around all documents of a file there is one element more
            yield open_elements[-1] if len(open_elements) == 2 else element, element
            element.clear()
            open_elements[-1].remove(element)


def _events(stream: BinaryIO, path: str) -> Iterator[tuple[str, "Element"]]:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    from newscli.readers._xml_text import XmlText

    try:
        yield from iterparse(XmlText(stream), events=("start", "end"))
    except DefusedXmlException:
        raise UnreadableError(path, "declares XML entities of its own, which may be a trap; skipped") from None
    except ParseError as error:
        raise UnreadableError(path, f"is broken XML ({error})") from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows, or that expat can't read
        raise UnreadableError(path, f"is XML in an encoding that can't be read ({error})") from None


def element_of(data: bytes, path: str) -> "Element":
    """The outermost element of a whole document."""
    root = root_of(data)
    found = next(elements(BytesIO(data), path, root[0]), None) if root else None
    if found is None:
        raise UnreadableError(path, "is broken XML (no element found)")
    return found


def local(element: "Element") -> str:
    """An element's name without its namespace. Comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "Element | None", name: str) -> Iterator["Element"]:
    """The children of one local name."""
    if element is None:
        return iter(())
    qualified = "}" + name
    return (child for child in element if child.tag == name or child.tag.endswith(qualified))


def find(element: "Element | None", *path: str) -> "Element | None":
    """The first element at this path of local names below `element`."""
    if element is None or not path:
        return element
    for child in children(element, path[0]):
        if (found := find(child, *path[1:])) is not None:
            return found
    return None


def every(element: "Element | None", name: str) -> Iterator["Element"]:
    """All elements of one local name at any depth below `element`, in the order of the document."""
    if element is None:
        return iter(())
    qualified = "}" + name
    return (one for one in element.iter() if (one.tag == name or one.tag.endswith(qualified)) and one is not element)


def text(element: "Element | None") -> str:
    """All text of an element, white space squeezed."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
