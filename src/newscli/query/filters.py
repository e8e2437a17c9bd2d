"""Which articles a command looks at. `Filters.matches` is the meaning; an index may only get there faster.

One filter given twice means "or", different filters mean "and".
"""

from dataclasses import dataclass

from newscli.article import Record


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole days, both ends included, ISO 8601 ("2022-01-01", "2022-01-31"); None is open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """`--by perry` (any role) or `--by editing:perry`."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    dates: tuple[Interval, ...] = ()  # --on: any of them
    since: str | None = None  # ISO day
    until: str | None = None  # ISO day
    places: tuple[str, ...] = ()
    people: tuple[PersonFilter, ...] = ()
    agencies: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()  # globs
    has: tuple[str, ...] = ()  # names of query.fields
    missing: tuple[str, ...] = ()

    @property
    def by_date(self) -> bool:
        return bool(self.dates or self.since or self.until)

    def matches(self, record: Record) -> bool:
        raise NotImplementedError
