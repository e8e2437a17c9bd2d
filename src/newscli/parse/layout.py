"""Lines and paragraphs: the shape of a text before anybody knows what it says.

Only "\\n", "\\r\\n" and "\\r" end a line. Offsets count characters of the text as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newscli.article import Paragraph, Span

FOLDED = re.compile(r"[^\S\r\n]*[\r\n]\s*")
_END = re.compile(r"\r\n|\r|\n")
_LONGEST_WRAPPED = 100  # characters; longer lines were not broken by a typewriter or a mail program
_SHORTEST_WRAPPED = 40


def fold(text: str) -> str:
    """`text` with every run of white space that holds a line break made one space."""
    return FOLDED.sub(" ", text) if "\n" in text or "\r" in text else text


def squeeze(text: str) -> str:
    """`text` with every run of white space made one space, and none at its ends."""
    return " ".join(text.split())


def count_lines(text: str) -> int:
    """How many line ends `text` holds."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")


class Line(NamedTuple):
    """One line that isn't blank: `text[start:end]` without white space at its ends; `number` counts as `blocks` was told."""

    start: int
    end: int
    number: int
    indent: int


def blocks(text: str, first: int = 1) -> Iterator[list[Line]]:
    """Runs of lines with blank lines between them; `first` is the number of the first line."""
    block: list[Line] = []
    for number, (start, raw) in enumerate(_lines(text), first):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            block.append(Line(start + indent, start + indent + len(stripped), number, indent))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    if "\r" not in text:
        for raw in text.split("\n"):
            yield start, raw
            start += len(raw) + 1
        return
    for end in _END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def paragraphs(text: str, first: int = 1) -> list[Paragraph]:
    """The whole text in paragraphs: what blank lines divide, and within that single lines, unless they are wrapped."""
    found: list[Paragraph] = []
    for block in blocks(text, first):
        if len(block) == 1:
            found.append(Paragraph(block[0].start, block[0].end, block[0].number))
            continue
        whole = not text.startswith("--", block[0].start)
        for piece in _indented(block):
            if whole and _wrapped(text, piece):
                found.append(Paragraph(piece[0].start, piece[-1].end, piece[0].number))
            else:
                found += (Paragraph(line.start, line.end, line.number) for line in piece)
    return found


def _wrapped(text: str, block: Sequence[Line]) -> bool:
    """Whether a block is one text broken at a width: no line is long, and few are short or end a sentence."""
    if any(line.end - line.start > _LONGEST_WRAPPED for line in block):
        return False
    inner = block[:-1]
    short = sum(line.end - line.start < _SHORTEST_WRAPPED for line in inner)
    ended = sum(text[line.end - 1] in '.!?:"”' for line in inner)
    return short * 4 <= len(inner) and ended * 2 <= len(inner)


def _indented(block: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The pieces of a block: a line that is indented more than the block begins a new one."""
    margin = min(line.indent for line in block)
    begin = 0
    for at in range(1, len(block)):
        if block[at].indent > margin:
            yield block[begin:at]
            begin = at
    yield block[begin:]


def body_paragraphs(text: str, parts: Sequence[Paragraph], spans: Sequence[Span]) -> tuple[str, ...]:
    """The body: what is left of each paragraph when its claims are taken out, line breaks folded to spaces."""
    body: list[str] = []
    i = 0
    for part in parts:
        pieces = []
        while i < len(spans) and spans[i].start < part.end:
            if spans[i].field == "body":
                pieces.append(fold(text[spans[i].start : spans[i].end]))
            i += 1
        if pieces:
            body.append(" ".join(pieces))
    return tuple(body)
