"""Makes a catalog agree with the files: what is new or changed is read, what is gone is forgotten.

What fits into one segment becomes known in one transaction, with what is gone. More goes in steps of some thousand
articles, each a whole segment and then a transaction, so that a run that was killed is taken up where it stood. Until a
run has come to its end, the folders that it touched have no signature: whatever happens to their files meanwhile, the
next run compares them one by one. A file of which a step holds only the beginning is known without a digest until its
end is known too: a run that was killed in between reads all of it again, and forgets that beginning.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from pathlib import Path
from typing import Any

from newscli.corpus import processes, vocabulary, workers
from newscli.corpus.changes import UNSURE, Changes, Moved, Task, new_task
from newscli.corpus.collecting import Collected, Collector, How, Reading, collect
from newscli.corpus.merging import Merger
from newscli.corpus.progress import Progress
from newscli.store.catalog import Catalog
from newscli.store.catalog_reader import FileRow
from newscli.store.rows import Row
from newscli.store.segment import Segment

_TELL_EVERY = 64  # files


@dataclass(slots=True)
class Refresher:
    """Carries changes out.

    how        what is the same for every file
    folder     where segments go; None: in memory
    lock       the file descriptor that gives the right to write; None: in memory
    """

    catalog: Catalog
    how: How
    folder: Path | None
    segments: dict[str, Segment] = field(default_factory=dict)
    progress: Callable[[Progress], None] | None = None
    lock: int | None = None
    _done: int = 0
    _unsure: set[bytes] = field(default_factory=set)
    _begun: int | None = None  # the file of which a publication holds the beginning

    def run(self, todo: Changes) -> None:
        """Read what is new, drop what is gone, and publish; the folders' signatures last."""
        moved = Moved(todo.gone)
        with self.catalog.transaction():
            for path in (*todo.signatures, *todo.lost_directories):
                self.catalog.set_signature(path, UNSURE)
        alone, shared = self._divided(todo.new, moved)
        total = len(todo.tasks) + len(todo.new)
        if shared:
            alone = sorted(alone + self._read_shared(shared, total))
        last = self._read_alone(merge(todo.tasks, map(self._task, alone), key=lambda task: task.path), total, moved)
        self._end(todo, moved, last)
        if self.folder:
            Merger(self.catalog, self.folder).run()

    def _task(self, path: bytes) -> Task:
        return new_task(self.how.root, path)

    def _divided(self, new: list[bytes], moved: Moved) -> tuple[list[bytes], list[bytes]]:
        """Which new files are for this process, and which for several: many that can't be known ones moved."""
        if self.folder is None or processes.count() < 2 or len(new) < workers.LEAST_FILES:
            return new, []
        alone = [path for path in new if moved.may_be(self._task(path).file.size)] if moved else []
        if len(new) - len(alone) < workers.LEAST_FILES:
            return new, []
        chosen = set(alone)
        return alone, [path for path in new if path not in chosen] if alone else new

    def _read_shared(self, new: list[bytes], total: int) -> list[bytes]:
        """Let several processes read; returns the files that are not for them."""
        left: list[bytes] = []
        if self.folder is None:
            return left

        def tasks() -> Iterator[Task]:
            for task in map(self._task, new):
                if workers.can_read(task):
                    yield task
                else:
                    left.append(task.path)

        number = processes.count()
        files = workers.files_a_batch(len(new), number)
        batches = workers.batches(self.how, self.folder, self.catalog.next_number(), tasks(), files)
        tell = partial(self._tell, total=total)
        with closing(workers.collected(batches, number, tell, self.lock)) as results:
            for done in results:
                self._make_known(done)
        return left

    def _read_alone(self, tasks: Iterable[Task], total: int, moved: Moved) -> Collected | None:
        """Read in this process; what was collected last is returned, whole and not yet known."""
        collector = Collector(self.folder, self.catalog.next_number(), self._publish)
        for at, task in enumerate(tasks, 1):
            collect(collector, task, self.how, moved)
            if at % _TELL_EVERY == 0:
                self._tell(_TELL_EVERY, total)
        return self._finished(collector) if collector.readings else None

    def _finished(self, collector: Collector) -> Collected:
        done, segment = collector.finish()
        if segment:
            self.segments[done.name] = segment
        return done

    def _publish(self, collector: Collector) -> int:
        """Finish a segment and make it known; returns the number that the next one begins with."""
        self._make_known(self._finished(collector))
        return self.catalog.next_number()

    def _make_known(self, done: Collected) -> None:
        with self.catalog.transaction():
            self._enter(done)

    def _enter(self, done: Collected) -> None:
        if done.last >= done.first:
            self.catalog.insert_segment(done.name, done.first, done.last, done.characters)
        if not done.ordered:
            self.catalog.set_disordered()
        self._forget([known for reading in done.readings[self._begun is not None :] if (known := _replaced(reading))])
        self._record(done)
        self.catalog.add_counts(done.counts)
        self.catalog.add_words(done.terms)

    def _record(self, done: Collected) -> None:
        """Files and articles: all at once, which takes half the time that one after the other does."""
        files: list[tuple[Any, ...]] = []
        articles: list[tuple[int, Row]] = []
        newest = self.catalog.files_at_most()
        for at, reading in enumerate(done.readings):
            task, kept = reading.task, reading.kept
            if reading.unsure:
                self._unsure.add(task.directory)
            row = (task.directory, task.file.name, *reading.file.signature, reading.unsure, reading.digest)
            known = self._begun if self._begun is not None else kept.file if kept else None
            if known is not None:
                file = known
                self.catalog.update_file(file, row, task.path)
            else:
                file = newest = newest + 1
                files.append((file, *row))
            articles += ((file, one) for one in done.articles.get(at, ()))
            if reading.problems:
                self.catalog.insert_problems(file, task.path, reading.problems)
            self._begun = file if reading.more else None
        self.catalog.insert_files(files)
        self.catalog.insert_articles(articles)

    def _forget(self, rows: Sequence[FileRow]) -> None:
        """Take files and their articles out, and their words out of the vocabulary."""
        numbers = [number for row in rows for number in self.catalog.numbers_of_file(row.file)]
        self.catalog.add_words(vocabulary.lost(self.catalog, self.segments, numbers))
        for row in rows:
            self.catalog.delete_file(row.file)

    def _end(self, todo: Changes, moved: Moved, last: Collected | None) -> None:
        with self.catalog.transaction():
            if last:
                self._enter(last)
            self._forget([row for row in todo.gone if row.file not in moved.used])
            for path, signature in todo.signatures.items():
                self.catalog.set_signature(path, UNSURE if path in self._unsure else signature)
            for path in todo.lost_directories:
                self.catalog.drop_signature(path)
            self.catalog.make_indexes()
            self.catalog.new_generation()

    def _tell(self, more: int, total: int) -> None:
        self._done += more
        if self.progress:
            self.progress(Progress("Reading", self._done, total))


def _replaced(reading: Reading) -> FileRow | None:
    """The row that a file had before it was read anew; None if it has none, or keeps it."""
    known, kept = reading.task.known, reading.kept
    return known if kept is None or known is None or kept.file != known.file else None
