"""Filters and sort keys in SQL, meaning exactly what query.filters and query.sorting mean."""

import os
from collections.abc import Callable
from typing import Any

from newscli.article import ROLES
from newscli.query.filters import Filters, Interval, fold, path_matches
from newscli.query.names import finder
from newscli.query.sorting import SortKey
from newscli.store.where import Where

# What a field is sorted by where that is no column of its own name, and which columns have a value in every row.
_COLUMNS = {"byline": "byline(team)"}
_NEVER_MISSING = frozenset(("id", "path", "ordinal", "format", "words", "paragraphs"))


def where(filters: Filters, scope: Where, display: Callable[[bytes], str]) -> Where:
    """The articles of a scope that the filters choose."""
    found = scope
    tests: list[str]
    values: list[Any]
    if filters.by_date:
        tests, values = [], []
        for interval in filters.intervals():
            test, own = _inside(interval)
            tests.append(test)
            values += own
        found = found.also(" OR ".join(tests), *values)
    for table, number, asked in (("placings", "placing", filters.places), ("agencies", "agent", filters.agencies)):
        found = _any(
            found, f"{number} IN (SELECT {number} FROM {table} WHERE instr(folded, ?) > 0)", [fold(one) for one in asked]
        )
    if filters.people:
        tests, values = [], []
        for person in filters.people:
            role = "" if person.role is None else " AND role = ?"
            tests.append(f"person IN (SELECT person FROM people WHERE is_named(?, folded)){role}")
            values += [fold(person.name), *([] if person.role is None else [ROLES.index(person.role)])]
        named = " OR ".join(f"({test})" for test in tests)
        found = found.also(
            f"number IN (SELECT number FROM credits WHERE {named})", *values, is_named=lambda asked, name: finder(asked)(name)
        )
    if filters.paths:
        globs = filters.paths
        found = found.also(
            "path_matches(path)", path_matches=lambda path: any(path_matches(glob, display(path)) for glob in globs)
        )
    holding = "holding IN (SELECT holding FROM holdings WHERE instr(' ' || has || ' ', ?) {} 0)"
    found = _any(found, holding.format(">"), [f" {name} " for name in filters.has])
    return _any(found, holding.format("="), [f" {name} " for name in filters.missing])


def _inside(interval: Interval) -> tuple[str, list[str]]:
    """Dates of which the whole lies inside: the index finds what may, and the few that are a month or a year are judged."""
    test, values = "date IS NOT NULL", []
    if interval.first:
        test += " AND date >= ? AND (date >= ? OR (length(date) < 10 AND first_day(date) >= ?))"
        values += [interval.first[:4], interval.first, interval.first]
    if interval.last:
        test += " AND date <= ? AND (length(date) = 10 OR last_day(date) <= ?)"
        values += [interval.last] * 2
    return f"({test})", values


def _any(found: Where, test: str, values: list[str]) -> Where:
    return found.also(" OR ".join([test] * len(values)), *values) if values else found


def undated(filters: Filters, scope: Where, display: Callable[[bytes], str]) -> Where:
    """The articles that only their lacking date keeps out."""
    from dataclasses import replace

    dateless = replace(filters, dates=(), since=None, until=None)
    return where(dateless, scope, display).also("date IS NULL")


def order(keys: tuple[SortKey, ...]) -> str:
    """ORDER BY for sort keys: what is missing comes last in either direction."""
    terms = []
    for key in keys:
        column = _COLUMNS.get(key.field, key.field)
        # SQLite takes what is missing for the least: descending it is last by itself, and an index gives that order.
        direction = " DESC" if key.descending else "" if key.field in _NEVER_MISSING else " NULLS LAST"
        terms.append(column + direction)
    return ", ".join(terms) or "path, ordinal"


def inside(folder: bytes) -> Where:
    """The articles of the files below a folder, or of one file."""
    if not folder:
        return Where()
    return Where("(path = ? OR (path >= ? AND path < ?))", (folder, folder + b"/", folder + b"0"))


def parent(path: bytes) -> tuple[bytes, bytes]:
    """A path's folder and name."""
    return os.path.split(path)
