"""Makes a catalog agree with the files: what is new or changed is read, what is gone is forgotten.

Publication goes in steps of some thousand articles, each a whole segment and then one transaction, so that a run that
was killed is taken up where it stood. Until a run has come to its end, the folders that it touched have no signature:
whatever happens to their files meanwhile, the next run compares them one by one.
"""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Any

from newscli import words
from newscli.article import Article
from newscli.corpus.changes import UNSURE, Changes, Moved, Task
from newscli.corpus.reading import articles, slurp
from newscli.corpus.walking import Found, promises_text
from newscli.errors import UnreadableError
from newscli.store.catalog import Catalog, FileRow
from newscli.store.rows import article_row, credit_rows
from newscli.store.segment import Segment, SegmentWriter

ARTICLES_A_SEGMENT = 10_000
CHARACTERS_A_SEGMENT = 64_000_000
RACY_NANOSECONDS = 2_000_000_000  # a file that changed later than this before we looked may change again unseen
_TELL_EVERY = 64  # files


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come."""

    label: str
    done: int
    total: int
    what: str = "files"


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file. `kept` is a row whose content this is: its articles stay.

    `unsure` files are looked at again next time, whatever their times say.
    """

    task: Task
    file: Found
    unsure: bool
    digest: bytes = b""
    problem: str | None = None
    kept: FileRow | None = None


class Publication:
    """Files read since the last commit: their texts are in a new segment already, their rows wait for it to be whole."""

    def __init__(self, catalog: Catalog, folder: Path | None) -> None:
        self.catalog = catalog
        self.folder = folder
        self.readings: list[Reading] = []
        self.first = catalog.next_number()
        # Never used again: whoever still reads an index that was made anew can't take another segment for this one.
        self.name = f"seg-{self.first:012}-{token_hex(4)}.db"
        self.writer: SegmentWriter | None = None
        self.articles: dict[int, list[tuple[Any, ...]]] = {}  # by the reading's place in the list
        self.credits: list[tuple[int, str, str, str]] = []
        self.terms: Counter[str] = Counter()

    @property
    def full(self) -> bool:
        writer = self.writer
        return writer is not None and (
            writer.next - writer.first >= ARTICLES_A_SEGMENT or writer.characters >= CHARACTERS_A_SEGMENT
        )

    def add(self, reading: Reading, format_name: str = "", found: tuple[Article, ...] = ()) -> None:
        """Take one file and the articles that stand in it."""
        rows = []
        for ordinal, article in enumerate(found, 1):
            if self.writer is None:
                self.writer = SegmentWriter(self.folder / self.name if self.folder else None, self.first)
            number = self.writer.add(article)
            rows.append(article_row(number, reading.task.path, ordinal, format_name, article))
            self.credits += credit_rows(number, article)
            self.terms.update(terms(article))
        if rows:
            self.articles[len(self.readings)] = rows
        self.readings.append(reading)

    def commit(self, segments: dict[str, Segment]) -> None:
        """Finish the segment, then make everything known in one transaction."""
        writer, name = self.writer, self.name
        if writer:
            segments[name] = writer.finish()
        with self.catalog.transaction():
            if writer:
                self.catalog.insert_segment(name, writer.first, writer.next - 1, writer.characters)
            for at, reading in enumerate(self.readings):
                self._record(reading, self.articles.get(at, []), segments)
            self.catalog.insert_credits(self.credits)
            self.catalog.add_words(self.terms)

    def _record(self, reading: Reading, rows: list[tuple[Any, ...]], segments: dict[str, Segment]) -> None:
        task, kept = reading.task, reading.kept
        row = (task.directory, task.file.name, *reading.file.signature, reading.unsure, reading.digest, reading.problem)
        if task.known and (kept is None or kept.file != task.known.file):
            forget(self.catalog, segments, task.known)
        if kept:
            self.catalog.update_file(kept.file, row, task.path)
        else:
            self.catalog.insert_file(row, rows)


@dataclass(slots=True)
class Refresher:
    """Carries changes out.

    root       what paths are relative to
    folder     where segments go; None: in memory
    insist     whether a file of this name must be text, so that it is a problem if it isn't
    now        the file system's clock before anything was read, in nanoseconds; 0 where nothing is kept
    """

    catalog: Catalog
    root: bytes
    folder: Path | None
    segments: dict[str, Segment] = field(default_factory=dict)
    progress: Callable[[Progress], None] | None = None
    insist: Callable[[bytes], bool] = promises_text
    now: int = 0

    def run(self, todo: Changes) -> None:
        """Read what is new, drop what is gone, and publish; the folders' signatures last."""
        moved = Moved(todo.gone)
        unsure: set[bytes] = set()
        with self.catalog.transaction():
            for path in (*todo.signatures, *todo.lost_directories):
                self.catalog.set_signature(path, UNSURE)
        publication = Publication(self.catalog, self.folder)
        for done, task in enumerate(todo.tasks, 1):
            if self._read(task, moved, publication):
                unsure.add(task.directory)
            if publication.full:
                publication.commit(self.segments)
                publication = Publication(self.catalog, self.folder)
            if self.progress and (done % _TELL_EVERY == 0 or done == len(todo.tasks)):
                self.progress(Progress("Reading", done, len(todo.tasks)))
        if publication.readings:
            publication.commit(self.segments)
        self._end(todo, moved, unsure)

    def _end(self, todo: Changes, moved: Moved, unsure: set[bytes]) -> None:
        with self.catalog.transaction():
            for row in todo.gone:
                if row.file not in moved.used:
                    forget(self.catalog, self.segments, row)
            for path, signature in todo.signatures.items():
                self.catalog.set_signature(path, UNSURE if path in unsure else signature)
            for path in todo.lost_directories:
                self.catalog.drop_signature(path)
            self.catalog.new_generation()

    def _read(self, task: Task, moved: Moved, publication: Publication) -> bool:
        """Read one file into a publication; returns whether it has to be looked at again next time."""
        try:
            content = slurp(os.path.join(self.root, task.path), task.file.name)  # noqa: PTH118  # bytes
        except OSError as error:  # it may pass, and leave no trace in the file's times
            publication.add(Reading(task, task.file, unsure=True, problem=error.strerror or str(error)))
            return True
        file, digest, unsure = content.file, content.digest, self._is_racy(content.file)
        if task.known and task.known.digest == digest:
            publication.add(Reading(task, file, unsure, digest, task.known.problem, task.known))
        elif row := moved.match(file.size, digest, file.name):
            publication.add(Reading(task, file, unsure, digest, kept=row))
        else:
            try:
                format_name, found = articles(content, os.fsdecode(task.path), self.insist)
                publication.add(Reading(task, file, unsure, digest), format_name, found)
            except UnreadableError as error:
                publication.add(Reading(task, file, unsure, digest, problem=error.reason))
        return unsure

    def _is_racy(self, file: Found) -> bool:
        """git's rule. A time of change in the future is a clock's fault; one of content may have been set by hand."""
        young = self.now - RACY_NANOSECONDS
        return self.now > 0 and (file.ctime > young or young < file.mtime <= self.now + RACY_NANOSECONDS)


def forget(catalog: Catalog, segments: dict[str, Segment], row: FileRow) -> None:
    """Take a file and its articles out, and their words out of the vocabulary."""
    counts: Counter[str] = Counter()
    for number in catalog.numbers_of_file(row.file):
        counts.subtract(terms(segments[catalog.segment_of(number)].article(number)))
    catalog.add_words(counts)
    catalog.delete_file(row.file)


def terms(article: Article) -> set[str]:
    """The different words of an article's body."""
    return words.distinct("\n".join(article.body))
