"""Which articles a command looks at. `Filters.matches` is the meaning; an index may only get there faster.

One filter given twice means "or", different filters mean "and".
"""

import re
from calendar import monthrange
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from newscli.article import ROLES, Record
from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.query.fields import has_fields, unknown
from newscli.query.names import finder
from newscli.text import unaccented

_SEPARATORS = re.compile(r"[\W_]+")


class Interval(NamedTuple):
    """Whole days, both ends included, ISO 8601 ("2022-01-01", "2022-01-31"); None is open."""

    first: str | None
    last: str | None


class PersonFilter(NamedTuple):
    """`--by perry` (any role) or `--by editing:perry`."""

    name: str
    role: str | None = None


@frozen
class Filters:
    """What the filter options asked for; empty means every article.

    An article whose date is only a month or a year matches a date filter if the whole of it lies inside: never a guess.
    An undated one matches none.
    """

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

    def intervals(self) -> tuple[Interval, ...]:
        """The date filters as intervals, one of which an article's date must lie inside; empty: any date or none."""
        if not self.by_date:
            return ()
        return tuple(
            Interval(max(filter(None, (self.since, on.first)), default=None), _least(self.until, on.last))
            for on in self.dates or (Interval(None, None),)
        )

    def matches(self, record: Record) -> bool:
        a = record.article
        places = [text for p in (a.dateline.places if a.dateline else ()) for text in (p.name, p.region, str(p)) if text]
        agencies = [name for name in (a.agency, a.dateline.agency if a.dateline else None) if name]
        has = has_fields(a) if self.has or self.missing else frozenset()
        return (
            (not self.by_date or within(a.date, self.intervals()))
            and _any(self.places, places)
            and _any(self.agencies, agencies)
            and (not self.people or any(p.role in (None, c.role) and is_named(p.name, c.name)
                                        for p in self.people for c in a.credits))
            and (not self.paths or any(path_matches(glob, record.path) for glob in self.paths))
            and (not self.has or not has.isdisjoint(self.has))
            and (not self.missing or not has.issuperset(self.missing))
        )  # fmt: skip


def _least(*values: str | None) -> str | None:
    return min((value for value in values if value), default=None)


def _any(asked: tuple[str, ...], values: list[str]) -> bool:
    return not asked or any(words_within(one, value) for one in asked for value in values)


def days(date: str) -> tuple[str, str]:
    """The first and the last day of a date that may be only a month or a year."""
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-01", f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date, date


def within(date: str | None, intervals: tuple[Interval, ...]) -> bool:
    """Whether the whole of a date lies inside one of the intervals."""
    if date is None:
        return False
    first, last = days(date)
    return any((i.first is None or i.first <= first) and (i.last is None or last <= i.last) for i in intervals)


# Letters that Unicode does not take apart, as they are written where a keyboard lacks them.
_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=65_536)  # names and places come again and again
def fold(value: str) -> str:
    """A value as names are compared: case and accents off, words held apart and enclosed by single spaces."""
    if not value.isascii():
        value = unaccented(value.casefold()).translate(_STROKED)
    return f" {_SEPARATORS.sub(' ', value.casefold()).strip()} "


def words_within(asked: str, value: str) -> bool:
    """Whether the words asked for stand in the value, whole and in this order."""
    return fold(asked) in fold(value)


def is_named(asked: str, name: str) -> bool:
    """Whether a name is the one asked for, in whatever way each is written."""
    return finder(fold(asked))(fold(name))


def path_matches(glob: str, path: str) -> bool:
    """`*` crosses folders; a glob without a slash may also match the file's name alone."""
    return fnmatchcase(path, glob) or ("/" not in glob and fnmatchcase(path.rpartition("/")[2], glob))


def parse_person(text: str) -> PersonFilter:
    """`perry` or `editing:perry`; QueryError for a role that doesn't exist."""
    role, colon, name = text.partition(":")
    if not colon:
        return PersonFilter(_forwards(text))
    if role.strip().casefold() not in ROLES:
        raise QueryError(unknown("--by", role, list(ROLES)))
    return PersonFilter(_forwards(name), role.strip().casefold())


def _forwards(name: str) -> str:
    """ "Acht, Tom" as articles write it."""
    surname, comma, given = name.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma else name.strip()
