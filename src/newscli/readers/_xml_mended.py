"""XML of which an article may be broken: it loses only itself, since the next one is looked for behind where it began."""

import re
from collections.abc import Generator, Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import quoteattr

from newscli.errors import UnreadableError
from newscli.readers import Broken
from newscli.readers._xml import Collector, said
from newscli.readers._xml_text import CLOSE, DOCUMENTS, XmlText

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element, ParseError  # types only: parsing is defusedxml's

_MOST_AGAIN = 1 << 28  # bytes of a file that are read a second time, for all that is broken in it
_LONGEST_TAG = 100  # bytes up to the end of a name


def elements(
    stream: BinaryIO,
    path: str,
    *articles: str,
    beside: tuple[str, ...] = (),
    outermost: dict[str, str] | None = None,
    warnings: list[str] | None = None,
) -> Iterator["Element | Broken"]:
    """As in _xml, every outermost element of these names, `articles` and what stands `beside` them; an article that is broken
    is Broken. UnreadableError where the document breaks off, or is broken and holds no further article."""
    document = XmlText(stream, warnings)
    begins = re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(map(re.escape, articles))})(?=[\s/>])".encode())
    reading = _Reading(frozenset((*articles, *beside)), outermost)
    again = 0
    with said(path):
        while fault := (yield from reading.elements(document)):
            line, is_article, is_cut = reading.line, reading.collector.inside in articles, reading.is_cut(document)
            rest = reading.behind(document, begins, is_article)
            if rest is None and (is_cut or not (is_article or reading.mended)):
                raise fault
            if is_article:
                yield Broken(f"broken XML ({str(fault).partition(':')[0]}: line {line:,})")
            if rest is None:
                return
            again += len(rest)
            if again > _MOST_AGAIN:
                raise UnreadableError(path, "is broken XML in too many places")
            reading = reading.going_on(rest)


class _Reading:
    """One parser's way through a document: from its beginning, or from the article behind a break (`mended`)."""

    def __init__(self, names: frozenset[str], outermost: dict[str, str] | None = None) -> None:
        from defusedxml.ElementTree import XMLParser

        self.names = names
        self.collector = Collector(names, DOCUMENTS, outermost)
        self.parser = XMLParser(target=self.collector)
        self.collector.listen(self.parser.parser)
        self.mended = False
        self.first = b""  # what the parser takes before the rest of the document
        self.held: list[bytes] = []  # what it has taken from where the open article began, or a little before
        self.start = 0  # where that is in all that it has taken
        self.at = 0  # of the break, in `held`
        self.line = 1  # of the first byte; then of the break; then of what comes behind it

    def elements(self, document: XmlText) -> Generator["Element", None, "ParseError | None"]:
        """The elements up to a break, which is returned."""
        from xml.etree.ElementTree import ParseError  # which parses nothing

        expat = self.parser.parser
        try:
            for data in chain((self.first,), iter(document.read, b"")):
                self.held.append(data)
                try:
                    self.parser.feed(data)
                finally:  # what was whole before the break is given before that is said
                    yield from self.collector.taken()
                self._let_go()
            self.parser.close()
        except ParseError as error:
            self.at = expat.ErrorByteIndex - self.start
            self.line += error.position[0] - 1
            return error
        finally:
            self.collector.forget()
        return None

    def _let_go(self) -> None:
        """What stands before the open article is wanted no more."""
        inside, began = self.collector.inside, self.collector.began
        while self.held and (inside is None or self.start + len(self.held[0]) <= began):
            self.start += len(self.held.pop(0))

    def is_cut(self, document: XmlText) -> bool:
        """Whether the break is where the document ends."""
        return document.ended and self.at >= sum(map(len, self.held)) - len(CLOSE)

    def behind(self, document: XmlText, begins: "re.Pattern[bytes]", is_article: bool) -> bytes | None:
        """What was read from the next article on: behind the beginning of the open one, else behind the break."""
        read, at = b"".join(self.held), self.at
        self.held = [read]
        start = max(0, self.collector.began - self.start if is_article else at) + 1
        while not (found := begins.search(read, start)):
            data = document.read()
            if not data:
                return None
            gone = max(0, len(read) - _LONGEST_TAG)
            self.line += _lines(read, at, gone)
            read, at, start = read[gone:] + data, 0, 0
        self.line += _lines(read, at, found.start())
        return read[found.start() :]

    def going_on(self, rest: bytes) -> "_Reading":
        """A parser that goes on with an article that begins here, as if it stood where it stands."""
        after = _Reading(self.names)
        after.collector.prefixes = self.collector.prefixes
        declared = "".join(
            f" xmlns{':' * bool(prefix)}{prefix}={quoteattr(name)}" for prefix, name in self.collector.prefixes.items()
        )
        after.first = f"<{DOCUMENTS}{declared}>".encode() + rest
        after.mended, after.line = True, self.line
        return after


def _lines(read: bytes, start: int, end: int) -> int:
    """How many lines further on the end is; fewer than none where it stands before the start."""
    return read.count(b"\n", start, end) if start <= end else -read.count(b"\n", end, start)
