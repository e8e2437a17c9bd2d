"""What is read for one publication: the texts go into a new segment at once, the rows wait for it to be whole.

It is plain data when it is done, so that another process may have collected it.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newscli import words
from newscli.article import Article
from newscli.corpus.changes import Moved, Task
from newscli.corpus.reading import NOTHING, Read, articles, slurp
from newscli.corpus.walking import Found
from newscli.errors import UnreadableError
from newscli.query.labels import ALL_FILES, FILES, Counts
from newscli.store.catalog import FileRow
from newscli.store.rows import Row, article_row, counts_of
from newscli.store.segment import Segment, SegmentWriter, segment_name

RACY_NANOSECONDS = 2_000_000_000  # a file that changed later than this before we looked may change again unseen


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


@dataclass(frozen=True, slots=True)
class Collected:
    """One publication: `articles` by the reading's place in the list. `last` is below `first` where there is no segment."""

    readings: list[Reading]
    articles: dict[int, list[Row]]
    counts: Counts
    terms: dict[str, int]
    name: str
    first: int
    last: int
    characters: int

    def as_plain(self) -> tuple[Any, ...]:
        """Tuples and strings only. Files that were known are never collected elsewhere."""
        readings = [(r.task.directory, tuple(r.task.file), tuple(r.file), r.unsure, r.digest, r.problem) for r in self.readings]
        articles = {at: list(map(tuple, rows)) for at, rows in self.articles.items()}
        counts = {kind: dict(own) for kind, own in self.counts.items()}
        return readings, articles, counts, self.terms, self.name, self.first, self.last, self.characters

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> "Collected":
        readings = [
            Reading(Task(directory, Found(*before), None), Found(*file), unsure, digest, problem)
            for directory, before, file, unsure, digest, problem in plain[0]
        ]
        return cls(readings, *plain[1:])


class Collector:
    """Collects one publication; its articles are numbered from `first`. `folder` None is in memory."""

    def __init__(self, folder: Path | None, first: int) -> None:
        self.folder = folder
        self.first = first
        self.name = segment_name(first)
        self.writer: SegmentWriter | None = None
        self.readings: list[Reading] = []
        self.articles: dict[int, list[Row]] = {}
        self.terms: Counter[str] = Counter()

    @property
    def characters(self) -> int:
        return self.writer.characters if self.writer else 0

    def add(self, reading: Reading, read: Read = NOTHING) -> None:
        """Take one file and the articles that stand in it."""
        rows = []
        for ordinal, article in read.articles:
            if self.writer is None:
                self.writer = SegmentWriter(self.folder / self.name if self.folder else None, self.first)
            number = self.writer.add(article)
            rows.append(article_row(number, reading.task.path, ordinal, read.format, article))
            self.terms.update(terms(article))
        if rows:
            self.articles[len(self.readings)] = rows
        self.readings.append(reading)

    def finish(self) -> tuple[Collected, Segment | None]:
        """What was collected, and the segment, whole and safe on its disk."""
        last = self.writer.next - 1 if self.writer else self.first - 1
        counts = counts_of(row for rows in self.articles.values() for row in rows)
        counts[FILES] = Counter({ALL_FILES: len(self.articles)})
        done = Collected(self.readings, self.articles, counts, dict(self.terms), self.name, self.first, last, self.characters)
        return done, self.writer.finish() if self.writer else None


def collect(collector: Collector, root: bytes, task: Task, insist: Callable[[bytes], bool], now: int, moved: Moved) -> bool:
    """Read one file; returns whether it has to be looked at again next time."""
    try:
        content = slurp(os.path.join(root, task.path), task.file.name)  # noqa: PTH118  # bytes
    except OSError as error:  # it may pass, and leave no trace in the file's times
        collector.add(Reading(task, task.file, unsure=True, problem=error.strerror or str(error)))
        return True
    file, digest, unsure = content.file, content.digest, _is_racy(content.file, now)
    if task.known and task.known.digest == digest:
        collector.add(Reading(task, file, unsure, digest, task.known.problem, task.known))
    elif row := moved.match(file.size, digest, file.name):
        collector.add(Reading(task, file, unsure, digest, kept=row))
    else:
        try:
            read = articles(content, os.fsdecode(task.path), insist)
            collector.add(Reading(task, file, unsure, digest, read.problem), read)
        except UnreadableError as error:
            collector.add(Reading(task, file, unsure, digest, problem=error.reason))
    return unsure


def _is_racy(file: Found, now: int) -> bool:
    """git's rule. A time of change in the future is a clock's fault; one of content may have been set by hand."""
    young = now - RACY_NANOSECONDS
    return now > 0 and (file.ctime > young or young < file.mtime <= now + RACY_NANOSECONDS)


def terms(article: Article) -> set[str]:
    """The different words of an article's body."""
    return words.distinct("\n".join(article.body))
