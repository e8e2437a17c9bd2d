"""What grep looks for, and what counts as a hit."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from newscli.article import Article, Paragraph, Record
from newscli.parse.layout import FOLDED, fold
from newscli.query.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph, its line breaks folded to spaces; `matches` are (start, end) in `text`.

    `line` is the line of the source file where the paragraph starts. `field` is the field of the first match's
    first character ("body", "headline", ...). A hit that is only context has `matched` False and no matches.
    """

    line: int
    field: str
    text: str
    matches: tuple[tuple[int, int], ...]
    matched: bool = True
    index: int = 0  # which paragraph of the article, from 0


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Search:
    """A pattern and where to look. `fields` empty: the whole text.

    `--in` hides every character that is not of these fields: a paragraph is then what is left of it, its pieces
    joined by a space.
    """

    pattern: Pattern
    fields: tuple[str, ...] = ()  # the span fields that --in names
    invert: bool = False
    before: int = 0
    after: int = 0
    limit: int | None = None  # -m: matching paragraphs an article

    def selects(self, line: str) -> bool:
        """Whether one whole folded paragraph is a hit (only meaningful where `fields` is empty)."""
        return self.pattern.test(line) != self.invert

    def hits(self, record: Record) -> tuple[Hit, ...]:
        """The matching paragraphs of one article and their context, in text order. This is the meaning of grep."""
        article = record.article
        units = list(self._units(article))
        chosen = [i for i, unit in enumerate(units) if self.selects(unit.text)]
        if self.limit is not None:
            chosen = chosen[: self.limit]
        if not chosen:
            return ()
        matched = set(chosen)
        shown = {j for i in chosen for j in range(max(0, i - self.before), min(len(units), i + self.after + 1))}
        starts = [span.start for span in article.spans]
        return tuple(self._hit(i, units[i], i in matched, article, starts) for i in sorted(shown))

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

    def _hit(self, index: int, unit: _Unit, matched: bool, article: Article, starts: list[int]) -> Hit:
        matches = () if self.invert or not matched else self.pattern.find(unit.text)
        offset = matches[0][0] if matches else 0
        found = bisect_right(starts, unit.origin(offset, article)) - 1
        field = article.spans[found].field if found >= 0 else "body"
        return Hit(unit.line, field, unit.text, tuple(m for m in matches if m[0] < m[1]), matched, index)


def _pieces(raw: str, origin: int) -> Iterator[tuple[int, int]]:
    """Where each unbroken piece of `raw` begins: in the folded text, and in the text that `raw` was cut from."""
    yield 0, origin
    lost = 0
    for gap in FOLDED.finditer(raw):
        lost += gap.end() - gap.start() - 1
        yield gap.end() - lost, origin + gap.end()
