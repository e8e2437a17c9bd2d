"""What grep looks for, and what counts as a hit."""

from dataclasses import dataclass

from newscli.article import Record
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


@dataclass(frozen=True, slots=True)
class Search:
    """A pattern and where to look. `fields` empty: the whole text."""

    pattern: Pattern
    fields: tuple[str, ...] = ()  # --in
    invert: bool = False
    before: int = 0
    after: int = 0
    limit: int | None = None  # -m: matching paragraphs an article

    def selects(self, line: str) -> bool:
        """Whether one whole folded paragraph is a hit (only meaningful where `fields` is empty)."""
        raise NotImplementedError

    def hits(self, record: Record) -> tuple[Hit, ...]:
        """The matching paragraphs of one article and their context, in text order. This is the meaning of grep."""
        raise NotImplementedError
