"""Sort keys: `-words,date`. Missing values come last in either direction."""

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any, NamedTuple

from newscli.article import Summary
from newscli.query.fields import field


class SortKey(NamedTuple):
    """A field, and whether large values come first."""

    field: str
    descending: bool = False


NEWEST_FIRST = (SortKey("date", descending=True), SortKey("path"), SortKey("ordinal"))
BY_PATH = (SortKey("path"), SortKey("ordinal"))


def parse_sort(text: str) -> tuple[SortKey, ...]:
    """`-words,date`: most words first, then date. QueryError for a field that has no order."""
    keys: dict[str, SortKey] = {}  # what is named again changes nothing
    for part in filter(None, (part.strip() for part in text.split(","))):
        name = field(part.removeprefix("-"), lambda f: f.sort, "--sort").name
        keys.setdefault(name, SortKey(name, part.startswith("-")))
    return (*keys.values(), *BY_PATH)


def reverse(keys: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    """The same order backwards; what has no value still comes last."""
    return tuple(SortKey(key.field, not key.descending) for key in keys)


def sort_value(summary: Summary, name: str) -> str | int | None:
    """What a summary is sorted by; None for what is absent. Text compares by code point, as the index does."""
    if name == "byline":
        return "; ".join(summary.byline) or None
    value: str | int | None = getattr(summary, name)
    return value


def ordering(keys: tuple[SortKey, ...]) -> Callable[[Summary], Any]:
    """A key for sorted() and heapq.merge() over summaries."""

    def compare(a: Summary, b: Summary) -> int:
        for key in keys:
            x, y = sort_value(a, key.field), sort_value(b, key.field)
            if x == y:
                continue
            if x is None or y is None:
                return 1 if x is None else -1
            smaller = x < y  # type: ignore[operator]  # one field has one type
            return -1 if smaller != key.descending else 1
        return 0

    return cmp_to_key(compare)
