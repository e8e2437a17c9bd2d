"""The text of the elements that trafilatura leaves of a page."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.readers._xml import text as text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: lxml's elements are used in the same way

_PROSE = re.compile(r".{40,}[.!?…][\"”’»)]*$|.{15,}[。！？]|.{120,}", re.S)
_BLOCKS = frozenset("p head item list quote code ab body comments fw div lg l cell".split())
_BREAK = "\0"


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph tells something: a menu and a row of links don't."""
    return _PROSE.match(paragraph) is not None


def paragraphs(body: "Element") -> Iterator[str]:
    """Paragraphs, headings and list items, each one; the rows of a table are the lines of one."""
    pieces: list[str] = []

    def flush() -> Iterator[str]:
        text = "".join(pieces)
        pieces.clear()
        lines = (" ".join(line.split()) for line in text.split(_BREAK))
        if said := "\n".join(line for line in lines if line):
            yield said

    def tell(element: "Element") -> Iterator[str]:
        tag = element.tag
        if tag == "table":
            yield from flush()
            yield from _table(element)
        elif tag in _BLOCKS:
            yield from flush()
            yield from inside(element)
            yield from flush()
        elif tag == "lb":
            pieces.append(_BREAK)
        elif tag != "graphic" and isinstance(tag, str):
            yield from inside(element)
        pieces.append(element.tail or "")

    def inside(element: "Element") -> Iterator[str]:
        pieces.append(element.text or "")
        for child in element:
            yield from tell(child)

    yield from tell(body)
    yield from flush()


def _table(table: "Element") -> Iterator[str]:
    """A table's rows as lines; of one that lays out a page, what is told in its cells."""
    if any(len(cell) for cell in table.iter("cell")):
        for cell in table.iter("cell"):
            told = list(paragraphs(cell))
            if any(map(is_prose, told)):
                yield from told
        return
    rows = [said for row in table.iter("row") if (said := " | ".join(filter(None, map(text_of, row.iter("cell")))))]
    if rows:
        yield "\n".join(rows)
