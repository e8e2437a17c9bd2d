"""What grep looks for, and what counts as a hit."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from newscli.article import Article, Paragraph, Record
from newscli.frozen import frozen
from newscli.parse.layout import FOLDED, fold
from newscli.query.conditions import NO_CONDITIONS, Conditions
from newscli.query.pattern import Pattern
from newscli.query.required import Required, anywhere, every


@frozen
class Hit:
    """One paragraph, its line breaks folded to spaces; `matches` are (start, end) in `text`.

    `line` is the line of the source file where the paragraph starts. `field` is the field of the first match's
    first character ("body", "headline", ...), "" where nobody asked. A hit that is only context has `matched` False
    and no matches.
    """

    line: int
    field: str
    text: str
    matches: tuple[tuple[int, int], ...]
    matched: bool = True
    index: int = 0  # which paragraph of the article, from 0


@frozen
class _Unit:
    """What is searched of one paragraph: its text, and what of the article's text it is made of."""

    line: int
    text: str
    parts: tuple[tuple[int, int, int], ...]  # (offset in `text`, start and end in the article)

    def origin(self, offset: int, article: Article) -> int:
        """Where in the article's text a character of this one stands."""
        at, start, end = self.parts[bisect_right(self.parts, offset, key=itemgetter(0)) - 1]
        pieces = list(_pieces(article.text[start:end], start))
        begin, origin = pieces[bisect_right(pieces, (offset - at, len(article.text))) - 1]
        return origin + offset - at - begin


class Pick(NamedTuple):
    """A paragraph of an article, by its place, that is to be shown: a hit, or what stands around one."""

    place: int
    matched: bool
    matches: tuple[tuple[int, int], ...] = ()


@frozen
class Search:
    """A pattern and where to look. `fields` empty: the whole text.

    `--in` hides every character that is not of these fields: a paragraph is then what is left of it, its pieces
    joined by a space. `conditions` are about whole articles. `placed` False leaves out which field hits are in, which
    only an article's record knows.
    """

    pattern: Pattern
    fields: tuple[str, ...] = ()  # the span fields that --in names
    invert: bool = False
    before: int = 0
    after: int = 0
    limit: int | None = None  # -m: matching paragraphs an article
    conditions: Conditions = NO_CONDITIONS
    placed: bool = True

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """Patterns that must each match somewhere in an article for it to have hits; none where -v wants the others."""
        return self.conditions.every or (() if self.invert else (self.pattern,))

    def required(self) -> Required | None:
        """What an article must contain to have hits, as far as that is certain."""
        needs = [pattern.required for pattern in self.sought]
        # --in may leave a part of a word, which is then a word.
        return every([need and anywhere(need) for need in needs] if self.fields else needs)

    def matching(self, lines: Sequence[str], tested: Iterable[int] | None = None) -> Iterator[int]:
        """Which of an article's paragraphs are hits, before -m. Only those of `tested` may match, where that is given."""
        if not self.conditions.hold(lines):
            return
        if self.conditions.near is not None:
            found: Iterable[int] = self.conditions.stretches(lines)
        else:
            found = (i for i in (range(len(lines)) if tested is None else tested) if self.pattern.test(lines[i]))
        if self.invert:
            left_out = set(found)
            found = (i for i in range(len(lines)) if i not in left_out)
        yield from found

    def picks(self, lines: Sequence[str], tested: Iterable[int] | None = None) -> list[Pick]:
        """What is shown of an article whose searched paragraphs are `lines`: THE meaning of grep."""
        chosen = list(islice(self.matching(lines, tested), self.limit))
        matched = set(chosen)
        shown = {j for i in chosen for j in range(max(0, i - self.before), min(len(lines), i + self.after + 1))}
        near = self.conditions.stretches(lines) if matched and self.conditions.near is not None else None
        picks = []
        for i in sorted(shown):
            found: tuple[tuple[int, int], ...] = ()
            if i in matched and not self.invert:
                found = near[i] if near is not None else self.pattern.find(lines[i])
            picks.append(Pick(i, i in matched, tuple(m for m in found if m[0] < m[1])))
        return picks

    def hits(self, record: Record) -> tuple[Hit, ...]:
        """The matching paragraphs of one article and their context, in text order."""
        units = list(self._units(record.article))
        return self._located(self.picks([unit.text for unit in units]), units, record.article)

    def located(self, picks: Sequence[Pick], article: Article) -> tuple[Hit, ...]:
        """What `picks` chose of an article, as hits that say where they are."""
        return self._located(picks, list(self._units(article)), article)

    def _units(self, article: Article) -> Iterator[_Unit]:
        for paragraph in article.paragraphs:
            if self.fields:
                if unit := self._part(article, paragraph):
                    yield unit
            else:
                raw = article.text[paragraph.start : paragraph.end]
                yield _Unit(paragraph.line, fold(raw), ((0, paragraph.start, paragraph.end),))

    def _part(self, article: Article, paragraph: Paragraph) -> _Unit | None:
        text, parts = "", []
        for span in article.spans:
            start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
            if span.field in self.fields and start < end and (raw := article.text[start:end]).strip():
                text += " " if text else ""
                parts.append((len(text), start, end))
                text += fold(raw)
        return _Unit(paragraph.line, text, tuple(parts)) if text else None

    def _located(self, picks: Sequence[Pick], units: Sequence[_Unit], article: Article) -> tuple[Hit, ...]:
        starts = [span.start for span in article.spans]
        hits = []
        for pick in picks:
            unit = units[pick.place]
            field = ""
            if self.placed:
                offset = pick.matches[0][0] if pick.matches else 0
                found = bisect_right(starts, unit.origin(offset, article)) - 1
                field = article.spans[found].field if found >= 0 else "body"
            hits.append(Hit(unit.line, field, unit.text, pick.matches, pick.matched, pick.place))
        return tuple(hits)


def _pieces(raw: str, origin: int) -> Iterator[tuple[int, int]]:
    """Where each unbroken piece of `raw` begins: in the folded text, and in the text that `raw` was cut from."""
    yield 0, origin
    lost = 0
    for gap in FOLDED.finditer(raw):
        lost += gap.end() - gap.start() - 1
        yield gap.end() - lost, origin + gap.end()
