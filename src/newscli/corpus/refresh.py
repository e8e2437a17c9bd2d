"""Makes a catalog agree with the files: what is new or changed is read, what is gone is forgotten.

Publication goes in steps of some thousand articles, each a whole segment and then one transaction, so that a run that
was killed is taken up where it stood.
"""

import marshal
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from newscli import readers, words
from newscli.article import Article
from newscli.corpus.walking import Folder, Found, found
from newscli.errors import UnreadableError
from newscli.parse import parse
from newscli.store.catalog import Catalog, FileRow, article_row, credit_rows
from newscli.store.segment import Segment, SegmentWriter

ARTICLES_A_SEGMENT = 10_000
CHARACTERS_A_SEGMENT = 64_000_000
RACY_NANOSECONDS = 2_000_000_000  # a file that changed later than this before we looked may change again unseen


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come."""

    label: str
    done: int
    total: int
    what: str = "files"


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: new, or changed since it was read last."""

    directory: bytes
    file: Found
    known: FileRow | None

    @property
    def path(self) -> bytes:
        return os.path.join(self.directory, self.file.name)  # noqa: PTH118  # bytes


@dataclass(slots=True)
class Changes:
    """What has to be done to a catalog."""

    tasks: list[Task] = field(default_factory=list)
    gone: list[tuple[bytes, FileRow]] = field(default_factory=list)
    signatures: dict[bytes, bytes] = field(default_factory=dict)
    lost_directories: list[bytes] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.tasks or self.gone or self.signatures or self.lost_directories)


def signature(folder: Folder) -> bytes:
    """Equal as long as no file of the folder has changed: names, sizes, times and inodes."""
    facts = [(one.name, *one.signature) for one in folder.files]
    return blake2b(marshal.dumps(facts), digest_size=16).digest()


def changes(catalog: Catalog, folders: Iterable[Folder]) -> Changes:
    """What differs between the files and the catalog; rows are only read for folders whose signature differs."""
    known = catalog.signatures()
    result = Changes()
    for folder in folders:
        now = signature(folder)
        if known.pop(folder.path, None) == now:
            continue
        result.signatures[folder.path] = now
        rows = catalog.files_in(folder.path)
        for one in folder.files:
            row = rows.pop(one.name, None)
            if row is None or row.signature != one.signature or row.racy:
                result.tasks.append(Task(folder.path, one, row))
        result.gone += ((folder.path, row) for row in rows.values())
    for path in known:
        result.lost_directories.append(path)
        result.gone += ((path, row) for row in catalog.files_in(path).values())
    return result


@dataclass(slots=True)
class Refresher:
    """Carries changes out. `root` is what paths are relative to, `folder` where segments go (None: in memory)."""

    catalog: Catalog
    root: bytes
    folder: Path | None
    all_files: bool
    segments: dict[str, Segment] = field(default_factory=dict)
    progress: Callable[[Progress], None] | None = None
    format_name: str | None = None
    now: int = 0

    def run(self, todo: Changes) -> None:
        """Read what is new, drop what is gone, and publish; the folders' signatures last."""
        moved = _Moved(todo.gone)
        done = 0
        for batch in self._batches(todo.tasks, moved):
            done += len(batch.files)
            batch.publish(self.catalog, self.segments)
            self._tell(done, len(todo.tasks))
        with _transaction(self.catalog):
            for _, row in todo.gone:
                if row.file not in moved.used:
                    self._forget(row)
                    self.catalog.connection.execute("DELETE FROM files WHERE file = ?", (row.file,))
            self.catalog.connection.executemany(
                "INSERT OR REPLACE INTO directories VALUES (?, ?)",
                ((path, b"" if path in self._racy(todo) else digest) for path, digest in todo.signatures.items()),
            )
            self.catalog.connection.executemany(
                "DELETE FROM directories WHERE path = ?", ((path,) for path in todo.lost_directories)
            )
            generation = int(self.catalog.meta("generation") or 0) + 1
            self.catalog.set_meta("generation", str(generation))

    def _racy(self, todo: Changes) -> set[bytes]:
        """Folders with a file so fresh that its times prove nothing: they are looked at again next time."""
        return {task.directory for task in todo.tasks if self._is_racy(task.file)}

    def _is_racy(self, file: Found) -> bool:
        return max(file.mtime, file.ctime) > self.now - RACY_NANOSECONDS

    def _tell(self, done: int, total: int) -> None:
        if self.progress and total:
            self.progress(Progress("Reading", done, total))

    def _forget(self, row: FileRow) -> None:
        """Take a file's articles out, and their words out of the vocabulary."""
        numbers = [
            number for (number,) in self.catalog.connection.execute("SELECT number FROM articles WHERE file = ?", (row.file,))
        ]
        counts: Counter[str] = Counter()
        for number in numbers:
            for term in _terms(article(self.catalog, self.segments, number)):
                counts[term] -= 1
        self.catalog.add_words(counts)
        self.catalog.delete_articles(row.file)

    def _batches(self, tasks: Sequence[Task], moved: "_Moved") -> Iterator["_Batch"]:
        batch = _Batch(self)
        for at, task in enumerate(tasks, 1):
            batch.take(task, moved)
            if at % 64 == 0:
                self._tell(at, len(tasks))
            if batch.articles >= ARTICLES_A_SEGMENT or batch.characters >= CHARACTERS_A_SEGMENT:
                yield batch
                batch = _Batch(self)
        if batch.files:
            yield batch


class _Moved:
    """Files that are gone, by their content: a new one with the same content is one of them under another name."""

    def __init__(self, gone: Iterable[tuple[bytes, FileRow]]) -> None:
        self.rows = {(row.size, row.digest): row for _, row in gone if row.problem is None}
        self.used: set[int] = set()

    def match(self, size: int, digest: bytes) -> FileRow | None:
        row = self.rows.get((size, digest))
        if row is None or row.file in self.used:
            return None
        self.used.add(row.file)
        return row


@dataclass(frozen=True, slots=True)
class _Read:
    """One file as read: its new row, and what became of the old one."""

    task: Task
    found: Found
    digest: bytes
    problem: str | None
    articles: tuple[Article, ...]
    format_name: str
    kept: FileRow | None  # the content is that of this row: its articles stay


class _Batch:
    """Files read for one publication."""

    def __init__(self, refresher: Refresher) -> None:
        self.refresher = refresher
        self.files: list[_Read] = []
        self.articles = 0
        self.characters = 0

    def take(self, task: Task, moved: _Moved) -> None:
        full = os.path.join(self.refresher.root, task.path) if task.path else self.refresher.root  # noqa: PTH118  # bytes
        try:
            data, now = _slurp(full, task.file.name)
        except OSError as error:
            self.files.append(_Read(task, task.file, b"", error.strerror or str(error), (), "", None))
            return
        digest = blake2b(data, digest_size=16).digest()
        if task.known and task.known.digest == digest:
            self.files.append(_Read(task, now, digest, task.known.problem, (), "", task.known))
            return
        if row := moved.match(len(data), digest):
            self.files.append(_Read(task, now, digest, None, (), "", row))
            return
        shown = os.fsdecode(task.path or self.refresher.root)
        problem: str | None = None
        articles: list[Article] = []
        format_name = ""
        try:
            name = self.refresher.format_name or readers.format_of(os.fsdecode(task.file.name), data[: readers.HEAD])
            if name:
                format_name = name
                texts = readers.table()[name].read(data, shown)
                articles += [parse(raw.text, raw.stated, raw.warnings) for raw in texts]
            elif not self.refresher.all_files:
                problem = "is not text; skipped"
        except UnreadableError as error:
            problem = None if self.refresher.all_files else error.reason
        self.articles += len(articles)
        self.characters += sum(len(one.text) for one in articles)
        self.files.append(_Read(task, now, digest, problem, tuple(articles), format_name, None))

    def publish(self, catalog: Catalog, segments: dict[str, Segment]) -> None:
        """Write the segment, then everything else in one transaction."""
        refresher = self.refresher
        first = catalog.next_number()
        name = f"seg-{first:012}.db"
        counts: Counter[str] = Counter()
        numbered: list[tuple[_Read, list[int]]] = []
        if self.articles:
            writer = SegmentWriter(refresher.folder / name if refresher.folder else None, first)
            for read in self.files:
                numbered.append((read, [writer.add(one) for one in read.articles]))
                for one in read.articles:
                    counts.update(_terms(one))
            segments[name] = writer.finish()
        else:
            numbered = [(read, []) for read in self.files]
        with _transaction(catalog):
            if self.articles:
                catalog.connection.execute(
                    "INSERT INTO segments (name, first, last, characters) VALUES (?, ?, ?, ?)",
                    (name, first, writer.next - 1, writer.characters),
                )
                catalog.set_meta("next_number", str(writer.next))
            for read, numbers in numbered:
                self._record(catalog, read, numbers)
            catalog.add_words(counts)

    def _record(self, catalog: Catalog, read: _Read, numbers: list[int]) -> None:
        task, now = read.task, read.found
        row = (task.directory, task.file.name, *now.signature, self.refresher._is_racy(now), read.digest, read.problem)
        if read.kept:
            catalog.connection.execute(
                "UPDATE files SET directory=?, name=?, size=?, mtime=?, ctime=?, inode=?, racy=?, digest=?, problem=?"
                " WHERE file=?",
                (*row, read.kept.file),
            )
            catalog.connection.execute("UPDATE articles SET path=? WHERE file=?", (task.path, read.kept.file))
            if task.known and task.known.file != read.kept.file:
                self.refresher._forget(task.known)
                catalog.connection.execute("DELETE FROM files WHERE file=?", (task.known.file,))
            return
        if task.known:
            self.refresher._forget(task.known)
            catalog.connection.execute("DELETE FROM files WHERE file = ?", (task.known.file,))
        file = catalog.connection.execute(
            "INSERT INTO files (directory, name, size, mtime, ctime, inode, racy, digest, problem)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        ).lastrowid
        catalog.insert_articles(
            article_row(number, file or 0, task.path, ordinal, read.format_name, one)
            for ordinal, (number, one) in enumerate(zip(numbers, read.articles, strict=True), 1)
        )
        for number, one in zip(numbers, read.articles, strict=True):
            catalog.insert_credits(credit_rows(number, one))


def _slurp(path: bytes, name: bytes) -> tuple[bytes, Found]:
    """A file's bytes and what the file system said of it while it was read; read again if it changed meanwhile."""
    for _ in range(3):
        with open(path, "rb") as file:  # noqa: PTH123  # bytes
            before = found(name, os.fstat(file.fileno()))
            data = file.read()
            after = found(name, os.fstat(file.fileno()))
        if before == after:
            break
    return data, after


def _terms(one: Article) -> set[str]:
    """The different words of an article's body."""
    return {term for paragraph in one.body for term in words.tokens(paragraph)}


def article(catalog: Catalog, segments: dict[str, Segment], number: int) -> Article:
    """One article, from the segment that holds it."""
    name = catalog.connection.execute(
        "SELECT name FROM segments WHERE first <= ? ORDER BY first DESC LIMIT 1", (number,)
    ).fetchone()[0]
    return segments[name].block_of(number).article(number)


class _transaction:  # noqa: N801  # used as a statement
    """All or nothing, for a connection without Python's own idea of transactions."""

    def __init__(self, catalog: Catalog) -> None:
        self.connection: sqlite3.Connection = catalog.connection

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self.connection.execute("COMMIT" if kind is None else "ROLLBACK")
