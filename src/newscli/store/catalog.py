"""The catalog: which files and articles there are, and what a list shows of them, in one SQLite database.

Readers see one state: a publication is a single transaction, and the segments that it names are whole before it. On
disk it is in WAL mode, so that readers never wait for the one writer.
"""

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import newscli
from newscli import parse
from newscli.store.rows import ARTICLE_COLUMNS, SUMMARY_COLUMNS

SCHEMA = 5
VERSION = f"{SCHEMA}.{parse.VERSION}.{newscli.__version__}"

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE directories (path BLOB PRIMARY KEY, signature BLOB) WITHOUT ROWID;
CREATE TABLE files (file INTEGER PRIMARY KEY, directory BLOB, name BLOB, size INTEGER, mtime INTEGER, ctime INTEGER,
    inode INTEGER, racy INTEGER, digest BLOB, problem TEXT);
CREATE INDEX files_directory ON files (directory);
CREATE TABLE segments (segment INTEGER PRIMARY KEY, name TEXT, first INTEGER, last INTEGER, characters INTEGER);
CREATE TABLE articles (number INTEGER PRIMARY KEY, file INTEGER, id TEXT, path BLOB, ordinal INTEGER, format TEXT,
    date TEXT, first_day TEXT, last_day TEXT, time TEXT, headline TEXT, lede TEXT, lede_cut INTEGER, places TEXT,
    place TEXT, agency TEXT, people TEXT, byline TEXT, words INTEGER, paragraphs INTEGER, has TEXT, warnings INTEGER,
    places_folded TEXT, agency_folded TEXT);
CREATE INDEX articles_file ON articles (file);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_date ON articles (date);
CREATE INDEX articles_path ON articles (path, ordinal);
CREATE TABLE credits (number INTEGER, role TEXT, name TEXT, folded TEXT);
CREATE INDEX credits_number ON credits (number);
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, articles INTEGER) WITHOUT ROWID;
"""
_FILE = "file, directory, name, size, mtime, ctime, inode, racy, digest, problem"
_ARTICLE_MARKS = ", ".join("?" for _ in ARTICLE_COLUMNS.split(","))


Location = tuple[bytes, int, str]  # the path, ordinal and format of an article


@dataclass(frozen=True, slots=True)
class FileRow:
    """What the catalog knows of a source file. `racy`: it changed so lately that its times prove nothing yet."""

    file: int
    directory: bytes
    name: bytes
    size: int
    mtime: int
    ctime: int
    inode: int
    racy: int
    digest: bytes
    problem: str | None

    @property
    def signature(self) -> tuple[int, int, int, int]:
        return self.size, self.mtime, self.ctime, self.inode


class Catalog:
    """One catalog, open. `path` None is in memory."""

    def __init__(self, connection: sqlite3.Connection, writable: bool = True) -> None:
        self.connection = connection
        self.writable = writable

    @classmethod
    def create(cls, path: Path | None) -> "Catalog":
        connection = sqlite3.connect(str(path) if path else ":memory:", isolation_level=None, timeout=10)
        if path:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN;{TABLES}COMMIT;")
            connection.execute("INSERT INTO meta VALUES ('version', ?), ('generation', '0')", (VERSION,))
        return cls(connection)

    @classmethod
    def read(cls, path: Path) -> "Catalog":
        """A catalog that is only read, as it is now: whatever is published later, all answers are of this state.

        Also where nothing may be written beside it.
        """
        mode = "mode=ro" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"
        connection = sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, timeout=10)
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM meta").fetchall()  # the first read is what settles the state
        return cls(connection, False)

    def meta(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

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

    # -- files -------------------------------------------------------------------------------------------------------

    def signatures(self, scope: bytes = b"") -> dict[bytes, bytes]:
        """The signature of each folder at and below `scope`."""
        if not scope:
            return dict(self.connection.execute("SELECT path, signature FROM directories"))
        inside = (scope, scope + b"/", scope + b"0")
        sql = "SELECT path, signature FROM directories WHERE path = ? OR (path >= ? AND path < ?)"
        return dict(self.connection.execute(sql, inside))

    def files_in(self, directory: bytes) -> dict[bytes, FileRow]:
        """What is known of a folder's files, by name."""
        rows = self.connection.execute(f"SELECT {_FILE} FROM files WHERE directory = ?", (directory,))
        return {row[2]: FileRow(*row) for row in rows}

    def files_at_most(self) -> int:
        """An upper bound of how many files are known, without counting them."""
        return int(self.connection.execute("SELECT coalesce(max(file), 0) FROM files").fetchone()[0])

    def problems(self) -> list[tuple[str, str]]:
        """The files that could not be read, and why, by path."""
        rows = self.connection.execute("SELECT directory, name, problem FROM files WHERE problem IS NOT NULL")
        return sorted((os.fsdecode(os.path.join(row[0], row[1])), row[2]) for row in rows)  # noqa: PTH118  # bytes

    # -- articles ----------------------------------------------------------------------------------------------------

    def next_number(self) -> int:
        return int(self.meta("next_number") or 1)

    def segments(self) -> list[tuple[str, int, int]]:
        return list(self.connection.execute("SELECT name, first, last FROM segments ORDER BY first"))

    def count(self, where: "Where") -> int:
        sql = f"SELECT count(*) FROM articles WHERE {where.sql}"
        return int(self._ask(where, sql).fetchone()[0])

    def extent(self, where: "Where") -> tuple[int, int, int, str | None, str | None]:
        """Articles, files, undated articles, first and last date."""
        sql = (
            "SELECT count(*), count(DISTINCT file), count(*) - count(date), min(date), max(date)"
            f" FROM articles WHERE {where.sql}"
        )
        row = self._ask(where, sql).fetchone()
        return row[0], row[1], row[2], row[3], row[4]

    def numbers(self, where: "Where", order: str = "path, ordinal") -> Iterator[int]:
        rows = self._ask(where, f"SELECT number FROM articles WHERE {where.sql} ORDER BY {order}")
        return (row[0] for row in rows)

    def rows(self, where: "Where", order: str, limit: int | None) -> sqlite3.Cursor:
        bound = f" LIMIT {limit:d}" if limit is not None else ""
        return self._ask(where, f"SELECT {SUMMARY_COLUMNS} FROM articles WHERE {where.sql} ORDER BY {order}{bound}")

    def _ask(self, where: "Where", sql: str) -> sqlite3.Cursor:
        for name, function in where.functions.items():
            self.connection.create_function(name, 1, function, deterministic=True)
        return self.connection.execute(sql, where.values)

    def location(self, number: int) -> Location | None:
        """The path, ordinal and format of an article; None if it is gone."""
        row = self.connection.execute("SELECT path, ordinal, format FROM articles WHERE number = ?", (number,)).fetchone()
        return tuple(row) if row else None

    def locations(self, first: int, last: int) -> dict[int, Location]:
        """The path, ordinal and format of every article from `first` to `last` that is not gone."""
        sql = "SELECT number, path, ordinal, format FROM articles WHERE number BETWEEN ? AND ?"
        return {row[0]: (row[1], row[2], row[3]) for row in self.connection.execute(sql, (first, last))}

    def path_range(self, first: int, last: int) -> tuple[bytes, bytes] | None:
        """The paths of the first and the last article of a segment, None if all are gone."""
        sql = "SELECT path FROM articles WHERE number BETWEEN ? AND ? ORDER BY number"
        begin = self.connection.execute(f"{sql} LIMIT 1", (first, last)).fetchone()
        end = self.connection.execute(f"{sql} DESC LIMIT 1", (first, last)).fetchone()
        return (begin[0], end[0]) if begin else None

    def with_prefix(self, prefix: str, where: "Where", limit: int) -> list[str]:
        """Different ids that begin with `prefix`, at most `limit`."""
        sql = f"SELECT DISTINCT id FROM articles WHERE id >= ? AND id < ? AND {where.sql} ORDER BY id LIMIT {limit:d}"
        bound = Where(where.sql, (prefix, prefix + "{", *where.values), where.functions)
        return [row[0] for row in self._ask(bound, sql)]

    # -- writing -----------------------------------------------------------------------------------------------------

    def add_words(self, counts: Counter[str]) -> None:
        """Count terms in; negative counts take them away again."""
        self.connection.executemany(
            "INSERT INTO vocabulary VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles",
            counts.items(),
        )
        if any(count < 0 for count in counts.values()):
            self.connection.execute("DELETE FROM vocabulary WHERE articles <= 0")

    def insert_segment(self, name: str, first: int, last: int, characters: int) -> None:
        """Make a segment known; its articles' numbers are never given again."""
        self.connection.execute(
            "INSERT INTO segments (name, first, last, characters) VALUES (?, ?, ?, ?)", (name, first, last, characters)
        )
        self.set_meta("next_number", str(max(last + 1, self.next_number())))

    def insert_file(self, row: tuple[Any, ...], articles: Iterable[tuple[Any, ...]]) -> None:
        """A new source file (the columns after `file`) and the rows of its articles."""
        marks = ", ".join("?" for _ in row)
        file = self.connection.execute(f"INSERT INTO files VALUES (NULL, {marks})", row).lastrowid
        self.connection.executemany(f"INSERT INTO articles VALUES ({_ARTICLE_MARKS})", ((a[0], file, *a[2:]) for a in articles))

    def update_file(self, file: int, row: tuple[Any, ...], path: bytes) -> None:
        """A known file that has other facts, and perhaps another name, but the same content."""
        columns = ", ".join(f"{name} = ?" for name in _FILE.split(", ")[1:])
        self.connection.execute(f"UPDATE files SET {columns} WHERE file = ?", (*row, file))
        sql = "UPDATE articles SET path = ? WHERE file = ? AND path <> ?"
        if self.connection.execute(sql, (path, file, path)).rowcount:
            self.set_meta("moved", "1")  # from now on the order of numbers is not that of paths

    def delete_file(self, file: int) -> None:
        """Forget a file and its articles."""
        self.connection.execute("DELETE FROM credits WHERE number IN (SELECT number FROM articles WHERE file = ?)", (file,))
        self.connection.execute("DELETE FROM articles WHERE file = ?", (file,))
        self.connection.execute("DELETE FROM files WHERE file = ?", (file,))

    def numbers_of_file(self, file: int) -> list[int]:
        return [row[0] for row in self.connection.execute("SELECT number FROM articles WHERE file = ?", (file,))]

    def segment_of(self, number: int) -> str:
        """The name of the segment that holds an article."""
        sql = "SELECT name FROM segments WHERE first <= ? ORDER BY first DESC LIMIT 1"
        name: str = self.connection.execute(sql, (number,)).fetchone()[0]
        return name

    def insert_credits(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        self.connection.executemany("INSERT INTO credits VALUES (?, ?, ?, ?)", rows)

    def set_signature(self, directory: bytes, signature: bytes) -> None:
        self.connection.execute("INSERT OR REPLACE INTO directories VALUES (?, ?)", (directory, signature))

    def drop_signature(self, directory: bytes) -> None:
        self.connection.execute("DELETE FROM directories WHERE path = ?", (directory,))

    def generation(self) -> int:
        """How many refreshes have come to their end."""
        return int(self.meta("generation") or 0)

    def new_generation(self) -> None:
        self.set_meta("generation", str(self.generation() + 1))


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on articles: SQL, its values, and the functions it calls."""

    sql: str = "1"
    values: tuple[Any, ...] = ()
    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    def also(self, sql: str, *values: Any, **functions: Callable[..., Any]) -> "Where":
        return Where(f"{self.sql} AND ({sql})", (*self.values, *values), {**self.functions, **functions})
