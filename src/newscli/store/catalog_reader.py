"""What a catalog says: which files and articles there are, and what a list shows of them.

Readers see one state: a publication is a single transaction, and the segments that it names are whole before it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from newscli.query.filters import days
from newscli.query.labels import ALL_FILES, FILES, KINDS, UNDATED, Counts
from newscli.store.rows import SUMMARY_COLUMNS, ident_of
from newscli.store.stored import Stored
from newscli.store.where import Where
from newscli.text import ID_LENGTH, ID_LETTERS, packed_id

FILE_COLUMNS = "file, directory, name, size, mtime, ctime, inode, racy, digest"
# Outer joins: an article that has no place is there all the same, and the order of articles stays an index's own.
_LISTED = "articles LEFT JOIN placings USING (placing) LEFT JOIN agencies USING (agent) LEFT JOIN holdings USING (holding)"

T = TypeVar("T")

Location = tuple[bytes, int, str, str]  # the path, ordinal, format and id of an article


class FileRow(NamedTuple):
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

    @property
    def signature(self) -> tuple[int, int, int, int]:
        return self.size, self.mtime, self.ctime, self.inode


class SegmentRow(NamedTuple):
    """A segment and the range of its articles' numbers; `gone` is how many of them are no more."""

    name: str
    first: int
    last: int
    gone: int

    @property
    def live(self) -> int:
        return self.last - self.first + 1 - self.gone


class CatalogReader:
    """One catalog, open, to be asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.stored = Stored(connection)
        connection.create_function("byline", 1, self.stored.byline, deterministic=True)
        connection.create_function("first_day", 1, lambda date: days(date)[0], deterministic=True)
        connection.create_function("last_day", 1, lambda date: days(date)[1], deterministic=True)

    @classmethod
    def read(cls, path: Path) -> Self:
        """A catalog that is only read, as it is now: whatever is published later, all answers are of this state.

        Also where nothing may be written beside it.
        """
        mode = "mode=ro" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"
        connection = sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, timeout=10)
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM meta").fetchall()  # the first read is what settles the state
        return cls(connection)

    def meta(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

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
        rows = self.connection.execute(f"SELECT {FILE_COLUMNS} FROM files WHERE directory = ?", (directory,))
        return {row[2]: FileRow(*row) for row in rows}

    def files_at_most(self) -> int:
        """An upper bound of how many files are known, without counting them."""
        return int(self.connection.execute("SELECT coalesce(max(file), 0) FROM files").fetchone()[0])

    def problems(self) -> list[tuple[bytes, int, str, bool]]:
        """What could not be read, by path: path, ordinal (0: all of it), why, and whether articles may be lost."""
        rows = self.connection.execute("SELECT path, ordinal, reason, lost FROM problems ORDER BY path, ordinal, rowid")
        return [(path, ordinal, reason, bool(lost)) for path, ordinal, reason, lost in rows]

    # -- articles ----------------------------------------------------------------------------------------------------

    def next_number(self) -> int:
        return int(self.meta("next_number") or 1)

    def segments(self) -> list[tuple[str, int, int]]:
        return list(self.connection.execute("SELECT name, first, last FROM segments ORDER BY first"))

    def segment_rows(self) -> list[SegmentRow]:
        return [
            SegmentRow(*row) for row in self.connection.execute("SELECT name, first, last, gone FROM segments ORDER BY first")
        ]

    def places(self, segment: SegmentRow) -> list[tuple[int, bytes, int]]:
        """Number, path and ordinal of a segment's articles."""
        sql = "SELECT number, path, ordinal FROM articles WHERE number BETWEEN ? AND ?"
        return list(self.connection.execute(sql, (segment.first, segment.last)))

    def retired(self) -> dict[str, int]:
        """Segments that were merged into others, and when, in seconds since 1970."""
        return dict(self.connection.execute("SELECT name, since FROM retired"))

    def count(self, where: Where) -> int:
        return self.extent(where)[0] if where.everything else self._number(where, "count(*)")

    def _number(self, where: Where, what: str) -> int:
        return int(self.stored.ask(where, f"SELECT {what} FROM articles WHERE {where.sql}").fetchone()[0])

    def extent(self, where: Where) -> tuple[int, int, int, str | None, str | None]:
        """Articles, files, undated articles, first and last date."""
        if where.everything:
            dates = self.counts(where, ("date",))["date"]
            known = dates.keys() - {UNDATED}
            files = self.counts(where, (FILES,))[FILES][ALL_FILES]
            return dates.total(), files, dates[UNDATED], min(known, default=None), max(known, default=None)
        sql = (
            "SELECT count(*), count(DISTINCT file), count(*) - count(date), min(date), max(date)"
            f" FROM articles WHERE {where.sql}"
        )
        row = self.stored.ask(where, sql).fetchone()
        return row[0], row[1], row[2], row[3], row[4]

    def counts(self, where: Where, kinds: Sequence[str] = (*KINDS, FILES)) -> Counts:
        """See Stored.counts."""
        return self.stored.counts(where, kinds)

    def values(self, where: Where, attribute: str, of: Callable[[Any], T]) -> Iterator[tuple[T, int, str | None]]:
        """See Stored.values."""
        return self.stored.values(where, attribute, of)

    def vocabulary(self) -> int:
        """How many different words all articles have."""
        return int(self.connection.execute("SELECT count(*) FROM vocabulary").fetchone()[0])

    def terms(self) -> Iterator[str]:
        """These words."""
        return (row[0] for row in self.connection.execute("SELECT term FROM vocabulary"))

    def numbers(self, where: Where, order: str = "path, ordinal") -> Iterator[int]:
        rows = self.stored.ask(where, f"SELECT number FROM articles WHERE {where.sql} ORDER BY {order}")
        return (row[0] for row in rows)

    def rows(self, where: Where, order: str, limit: int | None) -> sqlite3.Cursor:
        bound = f" LIMIT {limit:d}" if limit is not None else ""
        return self.stored.ask(where, f"SELECT {SUMMARY_COLUMNS} FROM {_LISTED} WHERE {where.sql} ORDER BY {order}{bound}")

    def location(self, number: int) -> Location | None:
        """The path, ordinal, format and id of an article; None if it is gone."""
        return self.locations((number,)).get(number)

    def locations(self, numbers: Sequence[int]) -> dict[int, Location]:
        """Those of many articles, by their numbers; without those that are gone."""
        marks = ", ".join("?" * len(numbers))
        sql = f"SELECT number, path, ordinal, format, id FROM articles WHERE number IN ({marks})"
        rows = self.connection.execute(sql, numbers)
        return {number: (path, ordinal, format_name, ident_of(ident)) for number, path, ordinal, format_name, ident in rows}

    def first_path(self, first: int, last: int, moved: bool) -> tuple[bytes, int] | None:
        """The path and ordinal that come first among these articles; None if all are gone.

        Articles are numbered in the order of their paths unless files have `moved`.
        """
        sql = "SELECT path, ordinal FROM articles WHERE number BETWEEN ? AND ?"
        order = "path, ordinal" if moved else "number"
        row: tuple[bytes, int] | None = self.connection.execute(f"{sql} ORDER BY {order} LIMIT 1", (first, last)).fetchone()
        return row

    def ids(self) -> dict[int, str]:
        """The id of each article, by its number."""
        return {number: ident_of(ident) for number, ident in self.connection.execute("SELECT number, id FROM articles")}

    def with_prefix(self, prefix: str, where: Where, limit: int) -> list[str]:
        """Different ids that begin with `prefix`, letters of ids, at most `limit`."""
        if len(prefix) > ID_LENGTH:
            return []
        first, last = (packed_id(prefix.ljust(ID_LENGTH, letter)) for letter in (ID_LETTERS[0], ID_LETTERS[-1]))
        sql = f"SELECT DISTINCT id FROM articles WHERE id BETWEEN ? AND ? AND {where.sql} ORDER BY id LIMIT {limit:d}"
        bound = Where(where.sql, (first, last, *where.values), where.functions)
        return [ident_of(row[0]) for row in self.stored.ask(bound, sql)]

    def numbers_of_file(self, file: int) -> list[int]:
        return [row[0] for row in self.connection.execute("SELECT number FROM articles WHERE file = ?", (file,))]

    def numbers_between(self, first: int, last: int) -> list[int]:
        """The articles of a range of numbers that are there."""
        return [
            row[0] for row in self.connection.execute("SELECT number FROM articles WHERE number BETWEEN ? AND ?", (first, last))
        ]

    def segment_of(self, number: int) -> str:
        """The name of the segment that holds an article."""
        sql = "SELECT name FROM segments WHERE first <= ? ORDER BY first DESC LIMIT 1"
        name: str = self.connection.execute(sql, (number,)).fetchone()[0]
        return name

    def generation(self) -> int:
        """How many refreshes have come to their end."""
        return int(self.meta("generation") or 0)
