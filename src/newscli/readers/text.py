"""Plain text: one article a file, or several with something between them that only stands between articles."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from newscli.article import NOTHING_STATED, Stated
from newscli.errors import UnreadableError
from newscli.readers import ARTICLE_CHARACTERS, Item, NotNews, RawArticle, Source, ending, too_long
from newscli.text import decode
from newscli.text import sniff as sniff_text

if TYPE_CHECKING:
    from newscli.readers._several import Piece

SUMMARY = "plain text: one article a file, or several"
# Many collections give their files no ending at all (an agency's story number, a news group's message number).
ENDINGS = (".txt", ".text", ".summary", "")  # XSum's are called .summary
GIVES = ()
ORDER = 100

_LABELLED = re.compile(r"\s*(?:[^\W\d_][\w -]{1,24}(?:\(s\))?\s*:|(?:---|\+\+\+)[^\S\n]*\n|#{1,3} \S|\[SN\])")
_NO_TEXT = (b"%PDF-", b"%!PS")  # which may look like it, but for what these files hold
_LARGE = 1 << 23  # bytes: a larger file is taken apart while it is read
_LOOK = 2000  # pieces of a large file that show whether it holds several articles
_LOOK_LINES = 200_000  # of them


def sniff(head: bytes, name: str) -> str | None:
    return "text" if sniff_text(head) and not head.startswith(_NO_TEXT) else None


def read(source: Source) -> Iterator[Item]:
    data = source.stream.read(_LARGE)
    if not data and ending(source.name) not in ENDINGS:
        raise NotNews("an empty file")
    if len(data) == _LARGE:
        yield from _large(data, source)
        return
    decoded = decode(data, source.path)
    whole = RawArticle(decoded.text, _stated(decoded.text), decoded.warnings)
    from newscli.readers import _several

    text = decoded.text if "\n" in decoded.text else decoded.text.replace("\r", "\n")
    if not _several.may_hold_several(text):
        yield whole
        return
    lines = text.split("\n")
    between = _several.parting(_several.pieces(lines))
    if between is None:
        yield whole
        return
    for piece in _several.articles(lines, between):
        yield _article(piece, decoded.warnings)


def _large(head: bytes, source: Source) -> Iterator[Item]:
    """A file of which this is the beginning: article by article if it holds several, else as one."""
    from newscli.readers import _several
    from newscli.readers._lines import lines, rejoined

    beginning = lines(BytesIO(head[: head.rfind(b"\n") + 1]), source.path, [])
    between = _several.parting(islice(_several.pieces(islice(beginning, _LOOK_LINES)), _LOOK))
    if between is None:
        try:
            data = head + source.read(most=4 * ARTICLE_CHARACTERS)  # bytes of UTF-8 that may be as many characters
        except UnreadableError:
            raise too_long(source.path) from None
        decoded = decode(data, source.path)
        yield RawArticle(decoded.text, _stated(decoded.text), decoded.warnings)
        return
    warnings: list[str] = []
    for piece in _several.articles(lines(rejoined(head, source.stream), source.path, warnings), between):
        yield _article(piece, tuple(warnings))


def _article(piece: "Piece", warnings: tuple[str, ...]) -> RawArticle:
    """The lines of a piece without the blank ones around them."""
    lines = piece.lines
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    text = "\n".join(lines[start:end]).rstrip("\r")
    return RawArticle(text, _stated(text, piece.headed), warnings, piece.line + start)


def _stated(text: str, headed: bool = False) -> Stated:
    """What labels, a front matter or Markdown's heading above the story state, as few texts have them; or a line that heads
    each article of a file with its day."""
    if headed:
        from newscli.readers._several import header

        if (found := header(text)) is not None:
            return found
    if not _LABELLED.match(text) and "Gale Document Number:" not in text:
        return NOTHING_STATED
    from newscli.readers._text_header import stated

    return stated(text)


def example() -> bytes:
    return (
        b"Ferries cross the fjord again\n\nBy Mara Lind\n\n"
        b"BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord again on Friday.\n"
    )
