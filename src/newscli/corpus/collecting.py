"""What is read for one publication: the texts go into a new segment at once, the rows wait for it to be whole.

It is plain data when it is done, so that another process may have collected it.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newscli import containers
from newscli.corpus.changes import Moved, Task
from newscli.corpus.manner import PLAIN, Manner
from newscli.corpus.reading import Content, Problem, Read, articles, opened
from newscli.corpus.walking import Found
from newscli.frozen import frozen
from newscli.query.labels import ALL_FILES, FILES, Counts
from newscli.store.catalog_reader import FileRow
from newscli.store.rows import Row, article_row, counts_of
from newscli.store.segment import Segment
from newscli.store.writing import SegmentWriter

ARTICLES_A_SEGMENT = 10_000
CHARACTERS_A_SEGMENT = 64_000_000
PROBLEMS_A_FILE = 100  # more are only counted
RACY_NANOSECONDS = 2_000_000_000  # a file that changed later than this before we looked may change again unseen


@frozen
class Reading:
    """What became of one file. `kept` is a row whose content this is: its articles stay.

    `unsure` files are looked at again next time, whatever their times say. `more` of the file comes with the next
    publication: until then it is unsure and has no digest, so that a run that was killed reads it anew.
    """

    task: Task
    file: Found
    unsure: bool
    digest: bytes = b""
    problems: tuple[Problem, ...] = ()
    kept: FileRow | None = None
    more: bool = False


@frozen
class Collected:
    """One publication: `articles` by the reading's place in the list. `last` is below `first` where there is no segment.

    `ordered` says whether numbers are in the order of paths.
    """

    readings: list[Reading]
    articles: dict[int, list[Row]]
    counts: Counts
    terms: dict[str, int]
    name: str
    first: int
    last: int
    characters: int
    ordered: bool

    def as_plain(self) -> tuple[Any, ...]:
        """Tuples and strings only. Files that were known, or are too large for a batch, are never collected elsewhere."""
        readings = [
            (r.task.directory, tuple(r.task.file), tuple(r.file), r.unsure, r.digest, [tuple(one) for one in r.problems])
            for r in self.readings
        ]
        articles = {at: list(map(tuple, rows)) for at, rows in self.articles.items()}
        counts = {kind: dict(own) for kind, own in self.counts.items()}
        return (
            readings, articles, counts, self.terms, self.name, self.first, self.last, self.characters, self.ordered
        )  # fmt: skip

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> "Collected":
        readings = [
            Reading(Task(directory, Found(*before), None), Found(*file), unsure, digest, tuple(map(Problem._make, problems)))
            for directory, before, file, unsure, digest, problems in plain[0]
        ]
        return cls(readings, *plain[1:])


class Collector:
    """Collects one publication; its articles are numbered from `first`. `folder` None is in memory.

    With `publish` it is published whenever it is full, also in the middle of a file, and goes on with the number that
    `publish` gives.
    """

    def __init__(self, folder: Path | None, first: int, publish: "Callable[[Collector], int] | None" = None) -> None:
        self.folder = folder
        self.publish = publish
        self._going_on = False  # in a file that has articles in the last publication
        self._begin(first)

    def _begin(self, first: int) -> None:
        self.first = first
        self.writer: SegmentWriter | None = None
        self.readings: list[Reading] = []
        self.articles: dict[int, list[Row]] = {}
        self.files = 0  # that have articles; each is counted where it begins
        self.ordered = True
        self._rows: list[Row] = []  # of the file that is being read
        self._last = (b"", 0)

    @property
    def full(self) -> bool:
        writer = self.writer
        return writer is not None and (
            writer.next - writer.first >= ARTICLES_A_SEGMENT or writer.characters >= CHARACTERS_A_SEGMENT
        )

    def take(self, path: bytes, read: Read) -> None:
        """Take one article of the file that is being read."""
        if self.writer is None:
            self.writer = SegmentWriter(self.folder, self.first)
        number = self.writer.add(read.article)
        self._rows.append(article_row(number, path, read.ordinal, read.format, read.article))
        self.ordered = self.ordered and self._last < (path, read.ordinal)
        self._last = path, read.ordinal

    def add(self, reading: Reading) -> None:
        """The end of a file, or (`reading.more`) of what this publication has of it."""
        if self._rows:
            self.articles[len(self.readings)] = self._rows
            self._rows = []
            self.files += not self._going_on
        self._going_on = reading.more
        self.readings.append(reading)
        if self.full and self.publish:
            self._begin(self.publish(self))

    def finish(self) -> tuple[Collected, Segment | None]:
        """What was collected, and the segment, whole and safe on its disk."""
        segment = self.writer.finish() if self.writer else None
        terms = self.writer.vocabulary if self.writer else {}
        last = self.writer.next - 1 if self.writer else self.first - 1
        characters = self.writer.characters if self.writer else 0
        counts = counts_of(row for rows in self.articles.values() for row in rows)
        counts[FILES] = Counter({ALL_FILES: self.files})
        name = self.writer.name if self.writer else ""
        done = Collected(self.readings, self.articles, counts, terms, name, self.first, last, characters, self.ordered)
        return done, segment


@frozen
class How:
    """What is the same for every file of a run: what paths are relative to, the manner of reading, and the clock.

    named    whether the files were named one by one: each must be something to read
    now      the file system's clock before anything was read, in nanoseconds; 0 where nothing is kept
    """

    root: bytes
    manner: Manner = PLAIN
    named: bool = False
    now: int = 0


def collect(collector: Collector, task: Task, how: How, moved: Moved) -> bool:
    """Read one file; returns whether it has to be looked at again next time."""
    try:
        content = opened(os.path.join(how.root, task.path), task.file.name)  # noqa: PTH118  # bytes
    except OSError as error:  # it may pass, and leave no trace in the file's times
        problem = Problem("", 0, error.strerror or str(error))
        collector.add(Reading(task, task.file, unsure=True, problems=(problem,)))
        return True
    with content.stream:
        file, unsure = content.file, _is_racy(content.file, how.now)
        # What nobody keeps, or nobody can read, is never compared.
        digest = content.digest() if collector.folder and _is_for(content, how) else b""
        if task.known and task.known.digest == digest != b"":
            collector.add(Reading(task, file, unsure, digest, kept=task.known))
        elif row := moved.match(file.size, digest, file.name):
            collector.add(Reading(task, file, unsure, digest, kept=row))
        else:
            problems = _articles(collector, content, task, how)
            again = content.changed() or any(problem.passes for problem in problems)
            unsure = unsure or again
            collector.add(Reading(task, file, unsure, b"" if again else digest, tuple(problems)))
    return unsure


def _articles(collector: Collector, content: Content, task: Task, how: How) -> list[Problem]:
    """Take the articles of a file; returns what of it can't be read."""
    problems: list[Problem] = []
    left_out = 0
    shown = os.fsdecode(task.path)
    for item in articles(content.stream, os.fsdecode(content.file.name), shown, how.manner, how.named):
        if isinstance(item, Read):
            collector.take(os.path.join(task.path, os.fsencode(item.inner)) if item.inner else task.path, item)  # noqa: PTH118
            if collector.full and collector.publish:
                collector.add(Reading(task, content.file, unsure=True, more=True))
        elif len(problems) < PROBLEMS_A_FILE:
            problems.append(item)
        else:
            left_out += 1
    if left_out:
        problems.append(Problem("", 0, f"has {left_out:,} more that can't be read"))
    return problems


def _is_for(content: Content, how: How) -> bool:
    """Whether anybody reads such a file: a large one that nobody reads is not gone through for its digest."""
    if content.data is not None or content.passing:
        return True
    head = containers.head_of(content.stream)
    return bool(containers.recognised(head) or how.manner.recognised(os.fsdecode(content.file.name), head))


def _is_racy(file: Found, now: int) -> bool:
    """git's rule. A time of change in the future is a clock's fault; one of content may have been set by hand."""
    young = now - RACY_NANOSECONDS
    return now > 0 and (file.ctime > young or young < file.mtime <= now + RACY_NANOSECONDS)
