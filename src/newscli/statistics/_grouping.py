"""`stats --per FIELD`: a row a group, with what each group holds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Self

from newscli.article import ROLES, Summary
from newscli.corpus import Corpus
from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.query.fields import field, unknown
from newscli.query.filters import Filters
from newscli.query.labels import KINDS, Kind, named
from newscli.statistics.lengths import quantile


@frozen
class Group:
    """One row. `first` and `last` are dates, None where all are undated; an article may be in several groups."""

    label: str
    articles: int
    words: int
    median: int
    first: str | None
    last: str | None


def _period(length: int) -> Kind:
    return Kind("date", lambda date: (date[:length],) if date and len(date) >= length else ())


# What an article can be grouped by. Times are listed in their order, everything else by the number of articles.
PERIODS: dict[str, Kind] = {"year": _period(4), "month": _period(7), "day": _period(10)}
GROUPS: dict[str, Kind] = PERIODS | {
    "date": _period(10),
    "place": KINDS["place"],
    "agency": KINDS["agency"],
    "byline": named("by"),
    "reporting": named("reporting"),
    "additional": named("additional"),
    "writing": named("writing"),
    "editing": named("editing"),
    "credit": named(*ROLES),
    "format": Kind("format", lambda name: (name,)),
    "path": Kind("path", lambda path: (path.rpartition("/")[0] or ".",)),
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
        kind = GROUPS[self.by]
        self.count(kind.labels(getattr(summary, kind.attribute)), summary.words, summary.date)

    def take(self, corpus: Corpus, filters: Filters) -> None:
        """Add all articles that the filters choose, without making a Summary of each."""
        kind = GROUPS[self.by]
        for found, words, date in corpus.values(filters, kind.attribute, lambda value: tuple(kind.labels(value))):
            self.count(found, words, date)

    def count(self, labels: Iterable[str], words: int, date: str | None) -> None:
        """Add one article under its labels."""
        without = True
        for label in labels:
            without = False
            counts = self.lengths.get(label)
            if counts is None:
                counts = self.lengths[label] = Counter()
            counts[words] += 1
            if date:
                self._widen(label, date, date)
        self.without += without

    def merge(self, other: Self) -> None:
        self.without += other.without
        for label, counts in other.lengths.items():
            self.lengths.setdefault(label, Counter()).update(counts)
        for label, (first, last) in other.dates.items():
            self._widen(label, first, last)

    def _widen(self, label: str, first: str, last: str) -> None:
        known = self.dates.get(label)
        if known is None:
            self.dates[label] = (first, last)
        elif first < known[0] or last > known[1]:
            self.dates[label] = (min(first, known[0]), max(last, known[1]))

    def rows(self) -> Iterator[Group]:
        timed = self.by in PERIODS or self.by == "date"
        for label in sorted(self.lengths, key=lambda name: (0 if timed else -self.lengths[name].total(), name)):
            counts = self.lengths[label]
            first, last = self.dates.get(label, (None, None))
            words = sum(length * count for length, count in counts.items())
            yield Group(label, counts.total(), words, quantile(counts, 0.5), first, last)
