"""What an article counts under: the labels that statistics count, by kind.

A kind looks at one attribute of a summary only. So an index can count the values that occur instead of looking at every
article, and keep the numbers: they add up, and are taken off again with an article that goes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from newscli.article import Place, Summary

UNDATED = ""
FILES = "file"  # a kind of its own, under one label: how many files the articles stand in
ALL_FILES = ""

Counts = dict[str, Counter[str]]  # articles a label, by kind


class Kind(NamedTuple):
    """`labels` gives what one value of the attribute counts under, each label once."""

    attribute: str
    labels: Callable[[Any], Iterable[str]]


def named(*roles: str) -> Kind:
    """The people who are credited in one of these roles."""
    return Kind("people", lambda people: {name for role, name in people if role in roles})


def _places(places: tuple[Place, ...]) -> Iterable[str]:
    return {place.name for place in places}


KINDS: dict[str, Kind] = {
    "date": Kind("date", lambda date: (date or UNDATED,)),
    "place": Kind("places", _places),
    "agency": Kind("agency", lambda agency: (agency,) if agency else ()),
    "reporting": named("by", "reporting"),
    "editing": named("editing"),
    "words": Kind("words", lambda words: (str(words),)),
    "has": Kind("has", lambda has: (" ".join(sorted(has)),)),
}
ATTRIBUTES = ("date", "places", "agency", "people", "words", "has")


def labels(kind: str, summary: Summary) -> Iterable[str]:
    """What an article counts under, each label once."""
    found = KINDS[kind]
    return found.labels(getattr(summary, found.attribute))


def counted(values: Mapping[str, Iterable[tuple[Any, int]]]) -> Counts:
    """The counts of articles whose attributes have these values, so often each."""
    occurring = {attribute: list(pairs) for attribute, pairs in values.items()}
    counts: Counts = {name: Counter() for name in KINDS}
    for name, kind in KINDS.items():
        own = counts[name]
        for value, number in occurring[kind.attribute]:
            for label in kind.labels(value):
                own[label] += number
    return counts
