"""HTML as blocks of text: what stands in paragraphs, headings, cells and list items, and which elements they stand in.

Enough for the pages that databases and wires make; for pages of the open web there is the reader "html".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import groupby

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hl2 hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(("script", "style", "head", "noscript", "template", "svg", "title"))
_LONGEST_CELL = 80  # characters
_NO_MARKUP = frozenset("iframe noembed noframes noscript plaintext script style textarea title xmp".split())
_S = r"[ \t\r\n\f]"
_PLAIN_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9]*)((?:{_S}+[A-Za-z][A-Za-z-]*=\"[^\"<>]*\")*){_S}*(/?)>")
_ATTRIBUTE = re.compile(rf"{_S}([A-Za-z][A-Za-z-]*)=\"([^\"]*)\"")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its name, and what its class and id attributes say."""

    tag: str
    classes: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between the edges of blocks; line breaks are "\\n", other white space is squeezed.

    `inside` are the elements around its first character, outermost first.
    """

    text: str
    inside: tuple[Element, ...]

    def within(self, tag: str = "", class_name: str = "") -> bool:
        """Whether some element around it has this name and this class."""
        return any((not tag or e.tag == tag) and (not class_name or class_name in e.classes) for e in self.inside)

    def innermost(self, tag: str) -> Element | None:
        """The nearest element of this name around it."""
        return next((element for element in reversed(self.inside) if element.tag == tag), None)


def paragraphs(markup: str) -> list[str]:
    """The text of a fragment in paragraphs. Two line breaks in a row end one, as in "<br><br>"."""
    if "<" not in markup and "&" not in markup:
        return [stripped for piece in markup.split("\n\n") if (stripped := piece.strip())]
    return [piece for block in with_rows(blocks(markup)) for piece in block.text.split("\n\n") if piece.strip()]


def with_rows(found: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, but the rows of a table of short cells are the lines of one; other tables are a page's layout."""
    for table, group in groupby(found, key=lambda block: id(block.innermost("table"))):
        held = list(group)
        if table == id(None) or any(len(block.text) > _LONGEST_CELL or not block.innermost("tr") for block in held):
            yield from held
            continue
        rows = [[block.text for block in row] for _, row in groupby(held, key=lambda block: id(block.innermost("tr")))]
        if all(len(row) < 2 for row in rows):
            yield from held
        else:
            yield Block("\n".join(map(" | ".join, rows)), held[0].inside)


def blocks(markup: str) -> Iterator[Block]:
    """Every block of text, in order. Never fails: what is no markup is text."""
    parser = _Parser()
    if not _fed_plainly(parser, markup):
        parser = _Parser()
        parser.feed(markup)
        parser.close()
    parser.flush()
    return iter(parser.found)


def _fed_plainly(parser: "_Parser", markup: str) -> bool:
    """Tell a parser what it would find itself, in a third of the time; False, at any point, for markup that is not plain.

    Plain are tags with quoted attributes, and text: no comments, scripts, bare "<", or elements whose content is no markup.
    """
    at = 0
    for tag in _PLAIN_TAG.finditer(markup):
        start = tag.start()
        if start > at:
            text = markup[at:start]
            if "<" in text:
                return False
            parser.handle_data(unescape(text) if "&" in text else text)
        at = tag.end()
        closes, name, attributes, alone = tag.groups()
        name = name.lower()
        if name in _NO_MARKUP or (closes and (attributes or alone)):
            return False
        if closes:
            parser.handle_endtag(name)
            continue
        given = [(key.lower(), unescape(value)) for key, value in _ATTRIBUTE.findall(attributes)] if attributes else []
        parser.handle_starttag(name, given)
        if alone:
            parser.handle_endtag(name)
    text = markup[at:]
    if "<" in text:
        return False
    if text:
        parser.handle_data(unescape(text))
    return True


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self.open: list[Element] = []
        self.pieces: list[str] = []
        self.inside: tuple[Element, ...] = ()
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.pieces.append("\0")
            return
        if tag in _BLOCKS:
            self.flush()
        if tag in _VOID:
            return
        given = dict(attrs)
        self.open.append(Element(tag, tuple((given.get("class") or "").split()), given.get("id") or ""))
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].tag == tag:
                if self.silent:
                    self.silent -= sum(element.tag in _SILENT for element in self.open[at:])
                del self.open[at:]
                return
            if self.open[at].tag in _BLOCKS and tag not in _BLOCKS:
                return  # </b> without <b>

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.pieces or not any(map(str.strip, self.pieces)):
            self.inside = tuple(self.open)
        self.pieces.append(data)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces = []
        lines = [" ".join(line.split()) for line in text.split("\0")]
        if joined := "\n".join(lines).strip():
            self.found.append(Block(joined, self.inside))
