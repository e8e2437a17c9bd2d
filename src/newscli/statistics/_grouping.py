"""`stats --per FIELD`: a row a group, with what each group holds."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from newscli.article import Summary
from newscli.errors import QueryError
from newscli.query.fields import field, unknown
from newscli.statistics.lengths import quantile


@dataclass(frozen=True, slots=True)
class Group:
    """One row. `first` and `last` are dates, None where all are undated; an article may be in several groups."""

    label: str
    articles: int
    words: int
    median: int
    first: str | None
    last: str | None


def _period(length: int) -> Callable[[Summary], list[str]]:
    return lambda s: [s.date[:length]] if s.date and len(s.date) >= length else []


def _people(*roles: str) -> Callable[[Summary], list[str]]:
    return lambda s: [name for role, name in s.people if role in roles]


# What an article can be grouped by. Times are listed in their order, everything else by the number of articles.
PERIODS: dict[str, Callable[[Summary], list[str]]] = {"year": _period(4), "month": _period(7), "day": _period(10)}
GROUPS: dict[str, Callable[[Summary], list[str]]] = PERIODS | {
    "date": _period(10),
    "place": lambda s: [place.name for place in s.places],
    "agency": lambda s: [s.agency] if s.agency else [],
    "byline": _people("by"),
    "reporting": _people("reporting"),
    "additional": _people("additional"),
    "writing": _people("writing"),
    "editing": _people("editing"),
    "credit": lambda s: [name for _, name in s.people],
    "format": lambda s: [s.format],
    "path": lambda s: [s.path.rpartition("/")[0] or "."],
}


def group_name(text: str) -> str:
    """The group that `--per` names; QueryError with suggestions if there is none."""
    if text.casefold() in PERIODS:
        return text.casefold()
    try:
        return field(text, lambda f: f.name in GROUPS).name
    except QueryError:
        raise QueryError(unknown("--per", text, list(GROUPS))) from None


class Grouped:
    """A tally of groups; articles without a label are counted in `without`."""

    def __init__(self, by: str) -> None:
        self.by = by
        self.lengths: dict[str, Counter[int]] = {}
        self.dates: dict[str, tuple[str, str]] = {}
        self.without = 0

    def add(self, summary: Summary) -> None:
        labels = set(GROUPS[self.by](summary))
        self.without += not labels
        for label in labels:
            self.lengths.setdefault(label, Counter())[summary.words] += 1
            if summary.date:
                self._widen(label, summary.date, summary.date)

    def merge(self, other: Self) -> None:
        self.without += other.without
        for label, counts in other.lengths.items():
            self.lengths.setdefault(label, Counter()).update(counts)
        for label, (first, last) in other.dates.items():
            self._widen(label, first, last)

    def _widen(self, label: str, first: str, last: str) -> None:
        known = self.dates.get(label, (first, last))
        self.dates[label] = (min(first, known[0]), max(last, known[1]))

    def rows(self) -> Iterator[Group]:
        timed = self.by in PERIODS or self.by == "date"
        for label in sorted(self.lengths, key=lambda name: (0 if timed else -self.lengths[name].total(), name)):
            counts = self.lengths[label]
            first, last = self.dates.get(label, (None, None))
            words = sum(length * count for length, count in counts.items())
            yield Group(label, counts.total(), words, quantile(counts, 0.5), first, last)
