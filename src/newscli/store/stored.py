"""What a catalog keeps under numbers, as the values of a Summary; and what can be counted from these alone."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from newscli.article import ROLES, Place, bylined
from newscli.errors import DamagedIndex
from newscli.query.labels import ALL_FILES, ATTRIBUTES, FILES, KINDS, Counts, counted
from newscli.store.rows import People, fields_of, members, places_of
from newscli.store.where import Where

T = TypeVar("T")

# The column that an attribute of a Summary is read from.
_STORED = {
    "date": "date", "places": "placing", "agency": "agent", "people": "team", "words": "words", "has": "holding",
    "format": "format", "path": "path",
}  # fmt: skip
_TALLIES = "SELECT label, articles FROM tallies WHERE kind = ?"
_ROWS_AT_ONCE = 10_000
_MOST_KNOWN = 50_000


class Stored:
    """Reads one catalog."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._names: dict[int, str] = {}

    def ask(self, where: Where, sql: str) -> sqlite3.Cursor:
        """Run a query about the articles of a condition."""
        for name, function in where.functions.items():
            self.connection.create_function(name, -1, function, deterministic=True)
        return self.connection.execute(sql, where.values)

    def counts(self, where: Where, kinds: Sequence[str] = (*KINDS, FILES)) -> Counts:
        """What the articles count under, by kind: as it was kept for all of them, else from what occurs in their rows."""
        if where.everything:
            asked = ((kind, self.connection.execute(_TALLIES, (kind,))) for kind in kinds)
            return {kind: Counter(dict(rows)) for kind, rows in asked}
        sql = f"SELECT {', '.join(_STORED[name] for name in ATTRIBUTES)}, file FROM articles WHERE {where.sql}"
        occurring: list[Counter[Any]] = [Counter() for _ in ATTRIBUTES]
        files: set[int] = set()
        for rows in _pieces(self.ask(where, sql)):
            *columns, own = zip(*rows, strict=True)
            files.update(own)
            for counter, column in zip(occurring, columns, strict=True):
                counter.update(column)
        found = counted(
            {
                name: [(self._read(name)(value), number) for value, number in counter.items()]
                for name, counter in zip(ATTRIBUTES, occurring, strict=True)
            }
        )
        return found | {FILES: Counter({ALL_FILES: len(files)})}

    def values(self, where: Where, attribute: str, of: Callable[[Any], T]) -> Iterator[tuple[T, int, str | None]]:
        """What `of` makes of an attribute of each article's Summary, with the article's words and date.

        A value that comes again is mostly looked at once.
        """
        read, known = self._read(attribute), dict[Any, T]()
        for value, words, date in self.ask(where, f"SELECT {_STORED[attribute]}, words, date FROM articles WHERE {where.sql}"):
            if value not in known:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                known[value] = of(read(value))
            yield known[value], words, date

    def _read(self, attribute: str) -> Callable[[Any], Any]:
        """What makes an attribute of a Summary of what is stored of it; a path is as it is stored."""
        readers: dict[str, Callable[[Any], Any]] = {
            "places": self._places,
            "agency": self._agency,
            "people": self.people,
            "has": self._fields,
        }
        return readers.get(attribute, _as_it_is)

    def _places(self, placing: int | None) -> tuple[Place, ...]:
        return places_of(self._value("places", "placings", "placing", placing))

    def _agency(self, agent: int | None) -> str | None:
        return self._value("agency", "agencies", "agent", agent)

    def _fields(self, holding: int) -> frozenset[str]:
        return fields_of(self._value("has", "holdings", "holding", holding) or "")

    def _value(self, column: str, table: str, key: str, number: int | None) -> str | None:
        row = self.connection.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (number,)).fetchone()
        return row[0] if row else None

    def people(self, team: str | None) -> People:
        """Roles and names of a team."""
        try:
            return tuple((ROLES[role], self._name(person)) for role, person in members(team))
        except (ValueError, LookupError) as error:
            raise DamagedIndex(f"people of an article: {error}") from None

    def _name(self, person: int) -> str:
        name = self._names.get(person)
        if name is None:
            name = self._names[person] = self._value("name", "people", "person", person) or ""
        return name

    def byline(self, team: str | None) -> str | None:
        return "; ".join(bylined(iter(self.people(team)))) or None


def _pieces(cursor: sqlite3.Cursor) -> Iterator[list[Any]]:
    """Rows by some thousand: all at once would take as much memory as there are articles."""
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield rows


def _as_it_is(value: Any) -> Any:
    return value
