"""The text of CNN/DailyMail's `.story` files: which lines are what.

A story of the Daily Mail begins as its page did, each piece on a line of its own ("By", "Mara Lind", "PUBLISHED:",
"07:22 EST, 14 January 2012", "|", "UPDATED:", ...), some with full stops.
"""

import re
from itertools import pairwise

from newscli.article import Mark, Stated
from newscli.readers import NotNews, RawArticle, Source
from newscli.text import decode

_SIGN = "@highlight"
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_PUBLISHED, _UPDATED = "PUBLISHED:", "UPDATED:"
_NAMES = re.compile(r"[^\W\d_][^\d_.,:;!?]{2,60}(?:, [^\d_.:;!?]{3,60})?")
_TIME = re.compile(r"\d\d?:\d\d [A-Z]{2,4}, \d\d? [A-Z][a-z]+ \d{4}")
_AND = "and "
_TOP = 16  # lines in which a page's top stands


def article(source: Source) -> RawArticle:
    """The story of a file; NotNews where there is none."""
    decoded = decode(source.read(), source.path)
    lines = [found.span() for found in _LINE.finditer(decoded.text)]
    told = _Told(decoded.text)
    at = told.top(lines)
    if not told.highlights(lines[at:]):
        raise NotNews("a story file without a story: only highlights" if told.marks else "an empty story file")
    return RawArticle(decoded.text, Stated(told.date, told.time, marks=tuple(told.marks)), decoded.warnings)


class _Told:
    """What the lines of a story file are: marks in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.date: str | None = None
        self.time: str | None = None
        self.marks: list[Mark] = []

    def top(self, lines: list[tuple[int, int]]) -> int:
        """How many lines stand above the story."""
        pieces = [(at, self._piece(*line)) for at, line in enumerate(lines[:_TOP])]
        said = [(at, piece) for at, piece in pieces if piece]
        names = self._names(said)
        last = max(names, default=-1)
        if clock := self._after(said, _PUBLISHED):
            from newscli.readers._moments import moment

            self.date, self.time = moment(clock[1])
            last = (self._after(said, _UPDATED) or clock)[0]
        if last >= 0:
            last = next((at for at, piece in pieces[last + 1 :] if piece), len(pieces)) - 1
        for at, (start, end) in enumerate(lines[: last + 1]):
            if at in names and self.text.startswith(_AND, start):
                self.marks.append(Mark(start, start + len(_AND), "furniture"))
                start += len(_AND)
            self.marks.append(Mark(start, end, "credits" if at in names else "furniture"))
        return last + 1

    def _names(self, said: list[tuple[int, str]]) -> list[int]:
        """The lines below "By" that name somebody: one, or as many as stand above "PUBLISHED:"."""
        if not said or said[0][1] != "By":
            return []
        labels = [piece for _, piece in said]
        if _PUBLISHED in labels:
            return [at for at, piece in said[1 : labels.index(_PUBLISHED)] if _NAMES.fullmatch(piece)]
        names = [at for at, piece in said[1:3] if _NAMES.fullmatch(piece)]
        return [at for at in names if at == said[1][0] or dict(said)[at].startswith(_AND)]

    def _piece(self, start: int, end: int) -> str:
        """A line of the top without the full stops around it: "" where it is nothing but them."""
        return self.text[start:end].strip(" \t.|")

    def _after(self, said: list[tuple[int, str]], label: str) -> tuple[int, str] | None:
        """The time that stands below a label."""
        for (_, piece), below in pairwise(said):
            if piece == label and _TIME.fullmatch(below[1]):
                return below
        return None

    def highlights(self, lines: list[tuple[int, int]]) -> bool:
        """Mark the lines that are highlights; whether there is a story above them."""
        told = below = False
        for start, end in lines:
            if self.text[start:end].strip() == _SIGN:
                below = True
                self.marks.append(Mark(start, end, "furniture"))
            elif below:
                self.marks.append(Mark(start, end, "summary"))
            else:
                told = True
        return told
