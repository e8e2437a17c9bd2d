"""The catalog: which files and articles there are, and what a list shows of them, in one SQLite database.

Readers see one state: a publication is a single transaction, and the segments that it names are whole before it. On
disk it is in WAL mode, so that readers never wait for the one writer.
"""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import newscli
from newscli import parse
from newscli.article import Article, Place, Record, Summary
from newscli.query.fields import has_fields
from newscli.query.filters import days, fold

SCHEMA = 1
VERSION = f"{SCHEMA}.{parse.VERSION}.{newscli.__version__}"
LEDE_CHARACTERS = 300

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
_SUMMARY = (
    "number, id, path, ordinal, format, date, time, headline, lede, lede_cut, places, agency, people, words, paragraphs,"
    " has, warnings"
)
ARTICLE_COLUMNS = 24


@dataclass(frozen=True, slots=True)
class FileRow:
    """What the catalog knows of a source file. `racy`: it changed so lately that its times prove nothing yet."""

    file: int
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
        """A catalog that is only read; also where nothing may be written beside it."""
        mode = "mode=ro" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"
        return cls(sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, timeout=10), False)

    def meta(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # -- files -------------------------------------------------------------------------------------------------------

    def signatures(self) -> dict[bytes, bytes]:
        return dict(self.connection.execute("SELECT path, signature FROM directories"))

    def files_in(self, directory: bytes) -> dict[bytes, FileRow]:
        rows = self.connection.execute(
            "SELECT file, name, size, mtime, ctime, inode, racy, digest, problem FROM files WHERE directory = ?",
            (directory,),
        )
        return {row[1]: FileRow(*row) for row in rows}

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
        return self._ask(where, f"SELECT {_SUMMARY} FROM articles WHERE {where.sql} ORDER BY {order}{bound}")

    def _ask(self, where: "Where", sql: str) -> sqlite3.Cursor:
        for name, function in where.functions.items():
            self.connection.create_function(name, 1, function, deterministic=True)
        return self.connection.execute(sql, where.values)

    def location(self, number: int) -> tuple[bytes, int, str] | None:
        """The path, ordinal and format of an article; None if it is gone."""
        row = self.connection.execute("SELECT path, ordinal, format FROM articles WHERE number = ?", (number,)).fetchone()
        return tuple(row) if row else None

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

    def insert_articles(self, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * ARTICLE_COLUMNS)
        self.connection.executemany(f"INSERT INTO articles VALUES ({marks})", rows)

    def insert_credits(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        self.connection.executemany("INSERT INTO credits VALUES (?, ?, ?, ?)", rows)

    def delete_articles(self, file: int) -> None:
        self.connection.execute("DELETE FROM credits WHERE number IN (SELECT number FROM articles WHERE file = ?)", (file,))
        self.connection.execute("DELETE FROM articles WHERE file = ?", (file,))


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on articles: SQL, its values, and the functions it calls."""

    sql: str = "1"
    values: tuple[Any, ...] = ()
    functions: "dict[str, Callable[..., Any]]" = None  # type: ignore[assignment]  # set below; dict has no frozen default

    def __post_init__(self) -> None:
        if self.functions is None:
            object.__setattr__(self, "functions", {})

    def also(self, sql: str, *values: Any, **functions: Callable[..., Any]) -> "Where":
        return Where(f"{self.sql} AND ({sql})", (*self.values, *values), self.functions | functions)


def article_row(number: int, file: int, path: bytes, ordinal: int, format_name: str, a: Article) -> tuple[Any, ...]:
    """One row of `articles`."""
    first, last = days(a.date) if a.date else (None, None)
    places = a.dateline.places if a.dateline else ()
    folded = "|".join(fold(text) for p in places for text in (p.name, p.region, str(p)) if text)
    agencies = {name for name in (a.agency, a.dateline.agency if a.dateline else None) if name}
    lede = a.lede
    return (
        number, file, a.id, path, ordinal, format_name, a.date, first, last, a.time, a.headline,
        lede[:LEDE_CHARACTERS] if lede else None, bool(lede and len(lede) > LEDE_CHARACTERS),
        json.dumps([[p.name, p.region] for p in places]) if places else None, "/".join(map(str, places)) or None,
        a.agency, json.dumps([[c.role, c.name] for c in a.credits]) if a.credits else None,
        "; ".join(a.byline) or None, a.words, len(a.body), " ".join(sorted(has_fields(a))), len(a.warnings),
        folded, "|".join(map(fold, sorted(agencies))),
    )  # fmt: skip


def credit_rows(number: int, a: Article) -> Iterator[tuple[int, str, str, str]]:
    return ((number, c.role, c.name, fold(c.name)) for c in a.credits)


def summary(row: Sequence[Any], display: Callable[[bytes], str]) -> Summary:
    """A Summary from a row of `_SUMMARY`; `display` makes the path that the user sees."""
    (number, ident, path, ordinal, format_name, date, time, headline, lede, lede_cut, places, agency, people, words,
     paragraphs, has, warnings) = row  # fmt: skip
    return Summary(
        number=number,
        id=ident,
        path=display(path),
        ordinal=ordinal,
        format=format_name,
        date=date,
        time=time,
        headline=headline,
        lede=lede,
        lede_cut=bool(lede_cut),
        places=tuple(Place(name, region) for name, region in json.loads(places)) if places else (),
        agency=agency,
        people=tuple((role, name) for role, name in json.loads(people)) if people else (),
        words=words,
        paragraphs=paragraphs,
        has=frozenset(has.split()),
        warnings=warnings,
    )


def summary_of(record: Record, number: int) -> Summary:
    """What the catalog would say of a record."""
    row = article_row(number, 0, os.fsencode(record.path), record.ordinal, record.format, record.article)
    picked = (
        row[0], row[2], row[3], row[4], row[5], row[6], *row[9:14], row[15], row[16], row[18], row[19], row[20], row[21],
    )  # fmt: skip
    return summary(picked, os.fsdecode)
