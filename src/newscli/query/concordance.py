"""A concordance: every match in one column, with what stands before and after it (KWIC, key word in context)."""

from collections.abc import Callable, Iterable, Iterator

from newscli.article import Record
from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.query.fields import unknown
from newscli.query.search import Hit


@frozen
class ConcordanceLine:
    """One match; `left` and `right` are the rest of its paragraph, `line` where that starts in the source file."""

    record: Record
    line: int
    left: str
    match: str
    right: str


def concordance(record: Record, hits: Iterable[Hit]) -> Iterator[ConcordanceLine]:
    """A line a match, in text order."""
    for hit in hits:
        for start, end in hit.matches:
            yield ConcordanceLine(record, hit.line, hit.text[:start], hit.text[start:end], hit.text[end:])


def _leftwards(line: ConcordanceLine) -> list[str]:
    """The words before the match, nearest first."""
    return line.left.casefold().split()[::-1]


ORDERS: dict[str, Callable[[ConcordanceLine], object]] = {
    "left": _leftwards,
    "right": lambda line: (line.right.casefold().split(), line.match.casefold()),
    "date": lambda line: (line.record.article.date is None, line.record.article.date or ""),
}


def arranged(lines: Iterable[ConcordanceLine], order: str | None) -> Iterable[ConcordanceLine]:
    """The lines by what stands left or right of the match, or by date; as they come where no order is asked for."""
    if order is None:
        return lines
    if order not in ORDERS:
        raise QueryError(unknown("--sort", order, list(ORDERS)))
    return sorted(lines, key=ORDERS[order])  # type: ignore[arg-type]  # each order compares its own keys only
