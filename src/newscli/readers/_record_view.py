"""A record (a JSON object, a row) by the names of our fields. Which name states what, _record_names says."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newscli.readers._record_kinds import kind
from newscli.readers._record_names import INSIDE, KEYS, folded, known_as
from newscli.readers._values import absent, paragraphs, plain

_DEEP = 1000  # what stands deeper comes behind the record's own
_TEXT_NAMES = frozenset(KEYS["text"])
_SURE = 100  # characters of a text that nobody has to look at twice
_MEDIA = {
    "picture": "a photo",
    "photo": "a photo",
    "image": "a photo",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
}
_FACTS_OF_NEWS = ("date", "url", "byline", "source", "section", "summary")
_MOST_NAMES = 200  # more are no record's

Values = Mapping[str, object]


class _Plan(NamedTuple):
    """What records with the same names state: the names of each field, best first, as (rank, folded, name); and those names
    whose objects count as the record's own."""

    fields: dict[str, list[tuple[int, str, str]]]
    inside: tuple[str, ...]
    day_first: bool | None = None


def _planned(names: Collection[str]) -> _Plan:
    fields: dict[str, list[tuple[int, str, str]]] = {}
    for name in names:
        if (told := known_as(name)) and name != "_source":
            fields.setdefault(told[0], []).append((*told[1:], name))
    by_name = {folded(name): name for name in names}
    if own := kind(by_name):
        for field, meant in own.means.items():
            fields[field] = [(rank, one, by_name[one]) for rank, one in enumerate(meant) if one in by_name]
    for found in fields.values():
        found.sort(key=_rank)
    return _Plan(fields, tuple(name for name in INSIDE if name in names), own.day_first if own else None)


def _rank(named: tuple[int, str, object]) -> int:
    return named[0]


_known_plan = lru_cache(maxsize=256)(_planned)  # the records of a file have the same names, or few sets of them


class View:
    """A record by the names of our fields. `columns` is what the user's --map says: a field, and the name that states it."""

    __slots__ = ("_fields", "_inside", "columns", "day_first", "values")

    def __init__(self, values: Values, columns: Mapping[str, str]) -> None:
        self.values = values
        self.columns = columns
        self._fields, inside, self.day_first = (_known_plan if len(values) <= _MOST_NAMES else _planned)(tuple(values))
        self._inside = [View(inner, {}) for name in inside if isinstance(inner := values[name], dict)] if inside else ()

    def every(self, field: str) -> Sequence[tuple[str, object]]:
        """(name, value) of all that states a field, best first."""
        if field in self.columns:
            value = at_path(self.values, self.columns[field])
            return () if absent(value) else ((self.columns[field], value),)
        if self._inside:
            return [(name, value) for _, name, value in self._ranked(field)]
        named = self._fields.get(field)
        if named is None:  # as most of our fields are
            return ()
        values = self.values
        if len(named) == 1:
            _, told, name = named[0]
            return () if absent(value := values[name]) else ((told, value),)
        return [(told, value) for _, told, name in named if not absent(value := values[name])]

    def _ranked(self, field: str) -> list[tuple[int, str, object]]:
        """(rank, name, value) of all that states a field; what stands deeper comes behind."""
        named = self._fields.get(field, ())
        own = [(rank, told, self.values[name]) for rank, told, name in named if not absent(self.values[name])]
        deep = [(rank + _DEEP, told, value) for inner in self._inside for rank, told, value in inner._ranked(field)]
        return own + sorted(deep, key=_rank)

    def text(self, field: str) -> str:
        """The first value of a field that says something."""
        if field not in self._fields and not self._inside and not self.columns:  # as most of our fields are
            return ""
        for _, value in self.every(field):
            if text := plain(value):
                return text
        return ""

    @property
    def is_news(self) -> bool:
        """Whether this looks like an article: a text, or a headline and something else that news has, and no picture."""
        if any(isinstance(value, str) or paragraphs(value)[0] for _, value in self.every("text")):
            return True
        if medium(self.values):
            return False
        return bool(self.text("headline")) and any(self.every(field) for field in _FACTS_OF_NEWS)


def medium(values: Values) -> str | None:
    """What a record describes that says of itself that it is no text: "a photo"."""
    return _MEDIA.get(plain(values.get("type") or values.get("assetType")).casefold())


def _wraps(values: Values) -> bool:
    """Whether what would be a record's text by its name ("news", "story", "document") is a list of records."""
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and folded(name) in _TEXT_NAMES:
            inner = View(value[0], {})
            if inner.text("headline") and inner.every("date"):
                return True
    return False


def is_news(values: Values, columns: Mapping[str, str]) -> bool:
    """Whether a record looks like an article."""
    if not columns and _wraps(values):
        return False
    if not columns:
        for name, value in values.items():
            if isinstance(value, str) and len(value) > _SURE and folded(name) in _TEXT_NAMES:
                return True
    return View(values, columns).is_news


def at_path(values: Values, path: str) -> object:
    """The value of a name, or of a path of names with dots between ("fields.headline")."""
    if path in values:
        return values[path]
    for name, value in values.items():
        if folded(name) == folded(path):
            return value
    first, dot, rest = path.partition(".")
    inner = values.get(first)
    return at_path(inner, rest) if dot and isinstance(inner, Mapping) else None
