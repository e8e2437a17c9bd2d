"""Values that come again and again (places, people, sets of fields), kept once each under a number."""

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from newscli.query.filters import fold
from newscli.store.rows import Row, folded_places, members, shown_places, team_of

_ARTICLE = (
    "number, file, id, path, ordinal, format, date, time, headline, placing, agent, team, words, paragraphs, holding, warnings"
)
_ARTICLE_MARKS = ", ".join("?" for _ in _ARTICLE.split(","))


class Codes:
    """The numbers of one such table, by the first column after the number; `rest` makes the other columns of a new value."""

    def __init__(
        self, connection: sqlite3.Connection, table: str, number: str, key: str, rest: Callable[[str], tuple[Any, ...]]
    ):
        marks = ", ?" * len(rest(""))
        self._connection = connection
        self._find = f"SELECT {number} FROM {table} WHERE {key} = ?"
        self._add = f"INSERT INTO {table} VALUES (NULL, ?{marks})"
        self._rest = rest
        self._known: dict[str, int] = {}

    def of(self, value: str) -> int:
        """The number of a value, given now if it has none."""
        if value not in self._known:
            row = self._connection.execute(self._find, (value,)).fetchone()
            number = row[0] if row else self._connection.execute(self._add, (value, *self._rest(value))).lastrowid
            self._known[value] = int(number or 0)
        return self._known[value]

    def of_any(self, value: str | None) -> int | None:
        """None for what isn't there."""
        return None if value is None else self.of(value)


class ArticleWriter:
    """Writes rows of articles, the values that come again under their numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.placings = Codes(connection, "placings", "placing", "places", lambda v: (shown_places(v), folded_places(v)))
        self.agencies = Codes(
            connection, "agencies", "agent", "key", lambda v: tuple(v.partition("\0")[::2]) if v else (None, "")
        )
        self.holdings = Codes(connection, "holdings", "holding", "has", lambda _: ())
        self.people = Codes(connection, "people", "person", "name", lambda name: (fold(name),))

    def insert(self, articles: Iterable[tuple[int, Row]]) -> None:
        """Articles, each with the number of its file."""
        rows: list[tuple[Any, ...]] = []
        credited: list[tuple[int, int, int]] = []
        for file, one in articles:
            (number, ident, path, ordinal, format_name, date, time, headline, places, agency, agencies, people, words,
             paragraphs, has, warnings) = one  # fmt: skip
            team = team_of(people, self.people.of) if people else None
            agent = self.agencies.of(f"{agency or ''}\0{agencies}") if agencies else None
            rows.append((
                number, file, ident, path, ordinal, format_name, date, time, headline,
                self.placings.of_any(places), agent, team, words, paragraphs, self.holdings.of(has), warnings,
            ))  # fmt: skip
            credited += [(person, role, number) for role, person in members(team)]
        self.connection.executemany(f"INSERT INTO articles VALUES ({_ARTICLE_MARKS})", rows)
        self.connection.executemany("INSERT OR IGNORE INTO credits VALUES (?, ?, ?)", credited)
