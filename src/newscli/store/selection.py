"""Filters and sort keys in SQL, meaning exactly what query.filters and query.sorting mean."""

import os
from collections.abc import Callable

from newscli.query.filters import Filters, fold, path_matches
from newscli.query.sorting import SortKey
from newscli.store.catalog import Where

_COLUMNS = {"headline": "headline", "byline": "byline", "place": "place"}


def where(filters: Filters, scope: Where, display: Callable[[bytes], str]) -> Where:
    """The articles of a scope that the filters choose."""
    found = scope
    if filters.by_date:
        tests, values = [], []
        for interval in filters.intervals():
            test = "first_day IS NOT NULL"
            if interval.first:
                test += " AND first_day >= ?"
                values.append(interval.first)
            if interval.last:
                test += " AND last_day <= ?"
                values.append(interval.last)
            tests.append(f"({test})")
        found = found.also(" OR ".join(tests), *values)
    found = _any(found, "instr(places_folded, ?) > 0", [fold(name) for name in filters.places])
    found = _any(found, "instr(agency_folded, ?) > 0", [fold(name) for name in filters.agencies])
    if filters.people:
        tests, values = [], []
        for person in filters.people:
            tests.append("instr(folded, ?) > 0" + (" AND role = ?" if person.role else ""))
            values += [fold(person.name), *([person.role] if person.role else [])]
        named = " OR ".join(f"({test})" for test in tests)
        found = found.also(f"number IN (SELECT number FROM credits WHERE {named})", *values)
    if filters.paths:
        globs = filters.paths
        found = found.also(
            "path_matches(path)", path_matches=lambda path: any(path_matches(glob, display(path)) for glob in globs)
        )
    found = _any(found, "instr(' ' || has || ' ', ?) > 0", [f" {name} " for name in filters.has])
    return _any(found, "instr(' ' || has || ' ', ?) = 0", [f" {name} " for name in filters.missing])


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
        terms.append(f"{column} IS NULL, {column}{' DESC' if key.descending else ''}")
    return ", ".join(terms) or "path, ordinal"


def inside(folder: bytes) -> Where:
    """The articles of the files below a folder, or of one file."""
    if not folder:
        return Where()
    return Where("(path = ? OR (path >= ? AND path < ?))", (folder, folder + b"/", folder + b"0"))


def parent(path: bytes) -> tuple[bytes, bytes]:
    """A path's folder and name."""
    return os.path.split(path)
