"""The ledger: which characters of a text are claimed, by which field and which rule.

Field parsers work inwards from both ends of the story and claim what they recognise. Claims can't overlap; what nobody
claims is the body. So every character has one owner.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from newscli.article import Article, Caption, Credit, Dateline, Note, Paragraph, Span, Stated
from newscli.parse.layout import count_lines, fold, paragraphs
from newscli.text import identify
from newscli.words import count

_Found = TypeVar("_Found")
_START, _END = itemgetter(0), itemgetter(1)  # where a claim, or a paragraph, starts and ends
_span = tuple.__new__  # Span(...) takes three times as long


@dataclass(slots=True)
class Draft:
    """An article in the making. `parts` are the paragraphs of the whole text, in order."""

    text: str
    parts: list[Paragraph]
    claims: list[Span] = field(default_factory=list)  # in text order, never overlapping
    joined: bool = False  # whether a paragraph has several lines
    date: str | None = None
    time: str | None = None
    date_from: str | None = None
    undated: bool = True  # whether the text itself has named no date yet
    headline: str | None = None
    tags: tuple[str, ...] = ()
    dateline: Dateline | None = None
    agency: str | None = None
    credits: list[tuple[int, Credit]] = field(default_factory=list)
    captions: list[tuple[int, Caption]] = field(default_factory=list)
    notes: list[tuple[int, Note]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    first: int = 0  # index in parts where the story begins
    last: int = 0  # index behind the story's last part
    start: int = 0  # offset in the text where the story begins
    end: int = 0  # offset where it ends

    @classmethod
    def of(cls, text: str, line: int = 1) -> "Draft":
        """`line` is the number of the text's first line in its source file."""
        parts, joined = paragraphs(text, line)
        draft = cls(text, parts, joined=joined, last=len(parts))
        draft.start = parts[0].start if parts else 0
        draft.end = parts[-1].end if parts else 0
        return draft

    def claim(self, start: int, end: int, owner: str, rule: str) -> bool:
        """Give `text[start:end]`, white space at its ends left out, to a field; False if any of it has an owner."""
        text, claims = self.text, self.claims
        if start < end and (text[start].isspace() or text[end - 1].isspace()):
            start, end = self.trim(start, end)
        if start >= end:
            return False
        if not claims or claims[-1].end <= start:  # as all do at the head of a text
            claims.append(_span(Span, (start, end, owner, rule)))
            return True
        at = bisect_left(claims, start, key=_START)
        if not self._is_free(at, start, end):
            return False
        claims.insert(at, Span(start, end, owner, rule))
        return True

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch of text without white space at its ends."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing between these offsets is claimed."""
        return self._is_free(bisect_left(self.claims, start, key=_START), start, end)

    def _is_free(self, at: int, start: int, end: int) -> bool:
        """The same, where `at` is the first claim that begins at `start` or behind it."""
        before = self.claims[at - 1].end if at else 0
        behind = self.claims[at].start if at < len(self.claims) else end
        return before <= start and end <= behind

    def head(self, length: int = 400) -> str:
        """The beginning of what is left of the story's first paragraph."""
        if self.first >= self.last:
            return ""
        return self.text[self.start : min(self.parts[self.first].end, self.start + length, self.end)]

    def story(self) -> list[tuple[int, int]]:
        """Where the paragraphs begin and end that are left of the story."""
        left = [(start, end) for start, end, _ in self.parts[self.first : self.last]]
        if left:
            left[0] = self.start, left[0][1]
            left[-1] = left[-1][0], self.end
        return left

    def begins_with(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern matches at the story's beginning, within its first paragraph."""
        if self.first >= self.last:
            return None
        return pattern.match(self.text, self.start, min(self.parts[self.first].end, self.end))

    def advance(self, offset: int) -> None:
        """The story begins at this offset or behind it: at the first character there that isn't white space."""
        while self.first < self.last and self.parts[self.first].end <= offset:
            self.first += 1
        if self.first < self.last:
            self.start = max(offset, self.parts[self.first].start)
            while self.text[self.start].isspace():
                self.start += 1
        else:
            self.start = self.end

    def next_part(self) -> None:
        """The story begins with the next paragraph."""
        self.first += 1
        self.start = self.parts[self.first].start if self.first < self.last else self.end

    def tail_start(self) -> int:
        """Where the story's last paragraph begins."""
        return max(self.parts[self.last - 1].start, self.start)

    def retreat(self, offset: int) -> None:
        """The story ends at this offset or before it."""
        while self.last > self.first and self.parts[self.last - 1].start >= offset:
            self.last -= 1
        if self.last > self.first:
            self.end = min(offset, self.parts[self.last - 1].end)
            while self.end > self.start and self.text[self.end - 1].isspace():
                self.end -= 1
        else:
            self.end = self.start

    def note(self, start: int, end: int, kind: str, rule: str) -> None:
        if self.claim(start, end, "note", rule):
            self.notes.append((start, Note(kind, fold(self.text[start:end].strip()))))

    def credit(self, at: int, people: Iterable[Credit]) -> None:
        """Add credits that stand at this offset."""
        self.credits += ((at, one) for one in people)

    def credited(self, stated: Iterable[Credit] = ()) -> tuple[Credit, ...]:
        """What is stated, then all credits in the order of the text; the same person has one a role."""
        found: dict[tuple[str, str], Credit] = {}
        for one in (*stated, *_in_order(self.credits)):
            found.setdefault((one.name, one.role), one)
        return tuple(found.values())

    def finish(self, stated: Stated, warnings: tuple[str, ...]) -> Article:
        """The article: what is unclaimed becomes the body."""
        parts = self._divided()
        spans, body = self._laid_out(parts)
        if stated.rights:
            self.notes.append((len(self.text), Note("copyright", stated.rights)))
        return Article(
            text=self.text,
            id=identify(self.text),
            date=self.date,
            time=self.time,
            date_from=self.date_from,
            headline=self.headline,
            tags=self.tags,
            dateline=self.dateline,
            agency=stated.agency or self.agency,
            credits=self.credited(stated.credits),
            captions=_in_order(self.captions),
            notes=_in_order(self.notes),
            body=body,
            words=count("\n".join(body)),
            warnings=(*warnings, *self.warnings),
            spans=spans,
            paragraphs=tuple(parts),
            facts=stated.facts,
        )

    def _laid_out(self, parts: list[Paragraph]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
        """All claims in order, with what lies between them in each paragraph as body; and the body's paragraphs."""
        spans: list[Span] = []
        body: list[str] = []
        text, claims, i, number = self.text, self.claims, 0, len(self.claims)
        claimed = claims[0].start if claims else len(text)
        owned = 0  # where the last claim ends: perhaps in the next paragraph, where line ends of two kinds are mixed
        at = 0
        while at < len(parts):
            begun, end, _ = parts[at]
            if owned <= begun and end <= claimed:  # and so are most paragraphs: from one claim to the next at once
                whole = parts[at : bisect_right(parts, claimed, at, key=_END)]
                spans += [_span(Span, (start, end, "body", "")) for start, end, _ in whole]
                body += [text[start:end] for start, end, _ in whole]
                at += len(whole)
                continue
            at += 1
            start = begun if begun >= owned else min(owned, end)
            first = len(spans)
            while i < number and (claim := claims[i]).start < end:
                if start < claim.start:
                    self._body(spans, start, claim.start)
                spans.append(claim)
                start = owned = claim.end
                i += 1
            claimed = claims[i].start if i < number else len(text)
            if start < end:
                self._body(spans, start, end)
            if pieces := [text[begin:until] for begin, until, owner, _ in spans[first:] if owner == "body"]:
                body.append(" ".join(map(fold, pieces)))
        return tuple(spans), tuple(map(fold, body) if self.joined or "\r" in text else body)

    def _body(self, spans: list[Span], start: int, end: int) -> None:
        """Add what stands here to the spans as body, unless it is white space alone."""
        start, end = self.trim(start, end)
        if start < end:
            spans.append(Span(start, end, "body", ""))

    @property
    def signed(self) -> bool:
        """Whether anybody is credited behind the story's beginning."""
        return any(at >= self.start for at, _ in self.credits)

    def _divided(self) -> list[Paragraph]:
        """The paragraphs; a line break beside a claim divides one that had been taken for wrapped."""
        if not self.joined:
            return self.parts
        divided: list[Paragraph] = []
        edges = [edge for claim in self.claims for edge in (claim.start, claim.end)]
        i = 0
        for part in self.parts:
            start, number = part.start, part.line
            if self.text.find("\n", part.start, part.end) < 0 and self.text.find("\r", part.start, part.end) < 0:
                divided.append(part)
                continue
            while i < len(edges) and edges[i] <= part.start:
                i += 1
            while i < len(edges) and edges[i] < part.end:
                edge = edges[i]
                i += 1
                if edge <= start:
                    continue
                before = self.trim(start, edge)[1]
                behind = self.trim(edge, part.end)[0]
                gap = self.text[before:behind]
                if "\n" in gap or "\r" in gap:
                    divided.append(Paragraph(start, before, number))
                    number += count_lines(self.text[start:behind])
                    start = behind
            divided.append(Paragraph(start, part.end, number))
        return divided


def _in_order(found: list[tuple[int, _Found]]) -> tuple[_Found, ...]:
    """What was found, in the order of where it stands."""
    return tuple([one for _, one in sorted(found, key=_START)])
