"""Lines and paragraphs: the shape of a text before anybody knows what it says.

Only "\\n", "\\r\\n" and "\\r" end a line. Offsets count characters of the text as it is.
"""

import re
from collections.abc import Iterator, Sequence

from newscli.article import Paragraph, Span

FOLDED = re.compile(r"[^\S\r\n]*[\r\n]\s*")
_paragraph = tuple.__new__  # Paragraph(...) takes three times as long
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


def paragraphs(text: str, first: int = 1) -> tuple[list[Paragraph], bool]:
    """The whole text in paragraphs: what blank lines divide, and within that single lines, unless they are wrapped.

    `first` is the number of the text's first line. Says too whether any paragraph holds several lines.
    """
    found: list[Paragraph] = []
    joined = False
    block = 0  # where in `found` the lines begin that no blank line has ended yet
    at, last = 0, first
    # Each line end in one character, and nothing moves.
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    for number, line in enumerate(plain.split("\n"), first):
        if kept := line.strip():
            if number - last > 1:
                if len(found) - block > 1:
                    joined = _join(text, found, block) or joined
                block = len(found)
            start = at if len(kept) == len(line) else at + line.index(kept)
            found.append(_paragraph(Paragraph, (start, start + len(kept), number)))
            last = number
        at += len(line) + 1
    if len(found) - block > 1:
        joined = _join(text, found, block) or joined
    return found, joined


def _join(text: str, found: list[Paragraph], begin: int) -> bool:
    """Make paragraphs of wrapped lines among those from `begin` on, which have no blank line between them; whether any were."""
    block = found[begin:]
    if text.startswith("--", block[0].start):
        return False
    del found[begin:]
    joined = False
    for piece in _indented(text, block):
        if len(piece) > 1 and _wrapped(text, piece):
            found.append(Paragraph(piece[0].start, piece[-1].end, piece[0].line))
            joined = True
        else:
            found += piece
    return joined


def _wrapped(text: str, block: Sequence[Paragraph]) -> bool:
    """Whether a block is one text broken at a width: no line is long, and few are short or end a sentence."""
    if any(line.end - line.start > _LONGEST_WRAPPED for line in block):
        return False
    inner = block[:-1]
    short = sum(line.end - line.start < _SHORTEST_WRAPPED for line in inner)
    ended = sum(text[line.end - 1] in '.!?:"”' for line in inner)
    return short * 4 <= len(inner) and ended * 2 <= len(inner)


def _indented(text: str, block: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The pieces of a block: a line that is indented more than the block begins a new one."""
    indents = [_indent(text, line.start) for line in block]
    margin = min(indents)
    begin = 0
    for at in range(1, len(block)):
        if indents[at] > margin:
            yield block[begin:at]
            begin = at
    yield block[begin:]


def _indent(text: str, start: int) -> int:
    """How much white space stands before a line's first character."""
    at = start
    while at and text[at - 1] not in "\r\n":
        at -= 1
    return start - at


def body_paragraphs(text: str, parts: Sequence[Paragraph], spans: Sequence[Span]) -> tuple[str, ...]:
    """The body: what is left of each paragraph when its claims are taken out, line breaks folded to spaces."""
    body: list[str] = []
    i, number = 0, len(spans)
    for _, end, _ in parts:
        pieces: list[str] = []
        while i < number:
            start, until, owner, _ = spans[i]
            if start >= end:
                break
            if owner == "body":
                pieces.append(fold(text[start:until]))
            i += 1
        if pieces:
            body.append(pieces[0] if len(pieces) == 1 else " ".join(pieces))
    return tuple(body)
