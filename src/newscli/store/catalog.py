"""The catalog: which files and articles there are, and what a list shows of them, in one SQLite database.

A publication is a single transaction. On disk it is in WAL mode, so that readers never wait for the one writer.
"""

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newscli.query.labels import Counts
from newscli.store.catalog_reader import FILE_COLUMNS, CatalogReader
from newscli.store.codes import ArticleWriter
from newscli.store.rows import Row, members
from newscli.store.schema import INDEXES, TABLES, VERSION
from newscli.store.where import Where


class Catalog(CatalogReader):
    """One catalog, open, to be asked and written. `path` None is for as long as it is open: in memory, and on disk what gets
    too large for that."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._writer: ArticleWriter | None = None

    @classmethod
    def create(cls, path: Path | None) -> "Catalog":
        connection = sqlite3.connect(str(path) if path else ":memory:", isolation_level=None, timeout=10)
        if path:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -32768")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN;{TABLES}COMMIT;")
            connection.execute("INSERT INTO meta VALUES ('version', ?), ('generation', '0')", (VERSION,))
        catalog = cls(connection)
        if path is None or catalog.files_at_most():
            connection.executescript(INDEXES)
        return catalog

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside becomes known at once, or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def add_words(self, counts: Mapping[str, int]) -> None:
        """Count in how many stretches have each word; negative counts take it away again."""
        self.connection.executemany(
            "INSERT INTO vocabulary VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET stretches = stretches + excluded.stretches",
            ((term, count) for term, count in counts.items() if count),
        )
        less = [(term,) for term, count in counts.items() if count < 0]
        self.connection.executemany("DELETE FROM vocabulary WHERE term = ? AND stretches <= 0", less)

    def insert_segment(self, name: str, first: int, last: int, characters: int) -> None:
        """Make a segment known; its articles' numbers are never given again."""
        self.connection.execute(
            "INSERT INTO segments (name, first, last, characters, gone) VALUES (?, ?, ?, ?, 0)", (name, first, last, characters)
        )
        self.set_meta("next_number", str(max(last + 1, self.next_number())))

    def insert_files(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """New source files, all columns; their numbers are above `files_at_most`."""
        self.connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def insert_articles(self, articles: Sequence[tuple[int, Row]]) -> None:
        """Articles, each with the number of its file."""
        if articles:
            if self._writer is None:
                self._writer = ArticleWriter(self.connection)
            self._writer.insert(articles)

    def insert_problems(self, file: int, path: bytes, problems: Iterable[tuple[str, int, str, bool, bool]]) -> None:
        """What of a file could not be read: its path below that of the file, ordinal, reason, lost."""
        rows = (
            (file, b"/".join(filter(None, (path, os.fsencode(inner)))), ordinal, reason, lost)
            for inner, ordinal, reason, lost, _ in problems
        )
        self.connection.executemany("INSERT INTO problems VALUES (?, ?, ?, ?, ?)", rows)

    def add_counts(self, counts: Counts) -> None:
        """Count articles in; negative counts take them off again."""
        rows = [(kind, label, number) for kind, own in counts.items() for label, number in own.items() if number]
        self.connection.executemany(
            "INSERT INTO tallies VALUES (?, ?, ?)"
            " ON CONFLICT (kind, label) DO UPDATE SET articles = articles + excluded.articles",
            rows,
        )
        if any(number < 0 for _, _, number in rows):
            self.connection.execute("DELETE FROM tallies WHERE articles <= 0")

    def make_indexes(self) -> None:
        """After the first build: what makes it quick to find an article."""
        for statement in filter(str.strip, INDEXES.split(";")):
            self.connection.execute(statement)

    def update_file(self, file: int, row: tuple[Any, ...], path: bytes) -> None:
        """A known file that has other facts, and perhaps another name, but the same content."""
        known = self.connection.execute("SELECT directory, name FROM files WHERE file = ?", (file,)).fetchone()
        before = os.path.join(*known)  # noqa: PTH118  # bytes
        columns = ", ".join(f"{name} = ?" for name in FILE_COLUMNS.split(", ")[1:])
        self.connection.execute(f"UPDATE files SET {columns} WHERE file = ?", (*row, file))
        if before == path:
            return
        for table in ("articles", "problems"):  # members of an archive stand below its path
            sql = f"UPDATE {table} SET path = CAST(? || substr(path, ?) AS BLOB) WHERE file = ?"
            self.connection.execute(sql, (path, len(before) + 1, file))
        self.set_disordered()

    def set_disordered(self) -> None:
        """From now on the order of numbers is not that of paths."""
        self.set_meta("moved", "1")

    def renumber(self, numbers: Sequence[tuple[int, int]]) -> None:
        """Give articles other numbers: where their text is now."""
        for old, new in numbers:
            (team,) = self.connection.execute("SELECT team FROM articles WHERE number = ?", (old,)).fetchone()
            credited = [(new, person, role, old) for role, person in members(team)]
            sql = "UPDATE credits SET number = ? WHERE person = ? AND role = ? AND number = ?"
            self.connection.executemany(sql, credited)
            self.connection.execute("UPDATE articles SET number = ? WHERE number = ?", (new, old))

    def retire(self, names: Sequence[str], now: int) -> None:
        """Nobody who begins later asks these segments."""
        self.connection.executemany("DELETE FROM segments WHERE name = ?", ((name,) for name in names))
        self.connection.executemany("INSERT INTO retired VALUES (?, ?)", ((name, now) for name in names))

    def forget_retired(self, name: str) -> None:
        self.connection.execute("DELETE FROM retired WHERE name = ?", (name,))

    def delete_file(self, file: int) -> None:
        """Forget a file and its articles."""
        counts = self.counts(Where("file = ?", (file,)))
        self.add_counts({kind: Counter({label: -number for label, number in own.items()}) for kind, own in counts.items()})
        teams = self.connection.execute("SELECT number, team FROM articles WHERE file = ? AND team IS NOT NULL", (file,))
        gone = [(person, role, number) for number, team in teams for role, person in members(team)]
        self.connection.executemany("DELETE FROM credits WHERE person = ? AND role = ? AND number = ?", gone)
        sql = "UPDATE segments SET gone = gone + 1 WHERE ? BETWEEN first AND last"
        self.connection.executemany(sql, [(number,) for number in self.numbers_of_file(file)])
        self.connection.execute("DELETE FROM articles WHERE file = ?", (file,))
        self.connection.execute("DELETE FROM problems WHERE file = ?", (file,))
        self.connection.execute("DELETE FROM files WHERE file = ?", (file,))

    def set_signature(self, directory: bytes, signature: bytes) -> None:
        self.connection.execute("INSERT OR REPLACE INTO directories VALUES (?, ?)", (directory, signature))

    def drop_signature(self, directory: bytes) -> None:
        self.connection.execute("DELETE FROM directories WHERE path = ?", (directory,))

    def new_generation(self) -> None:
        self.set_meta("generation", str(self.generation() + 1))
