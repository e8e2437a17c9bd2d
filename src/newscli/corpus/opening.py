"""From what was named to parts: which index serves a path, and whether it lives in memory or on disk.

Small corpora are read anew each time and leave nothing behind. A larger folder gets an index in the user's cache; a
folder inside one that has an index uses that.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newscli.corpus import Corpus, Part, place
from newscli.corpus.refresh import Changes, Progress, Refresher, Task, changes
from newscli.corpus.walking import Folder, found, walk
from newscli.errors import CorpusError, UnreadableError
from newscli.parse import parse
from newscli.store.catalog import Catalog, article_row, credit_rows
from newscli.store.segment import Segment, SegmentWriter

# What is read in less time than anybody notices needs no index.
SMALL_FILES = 512
SMALL_BYTES = 4_000_000


@dataclass(slots=True)
class Opening:
    """How a corpus is to be opened, and what is found on the way."""

    all_files: bool
    index: str | None
    refresh: bool
    progress: Callable[[Progress], None] | None
    problems: list[UnreadableError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def open(self, paths: Sequence[str]) -> Corpus:
        parts: list[Part] = []
        files: list[str] = []
        seen: set[bytes] = set()
        for path in paths:
            if path == "-":
                parts.append(self._standard_input())
                continue
            real = os.path.realpath(os.fsencode(path or "."))
            if real in seen:
                continue
            seen.add(real)
            if os.path.isdir(real):  # noqa: PTH112  # bytes
                parts.append(self._folder(path, real))
            elif os.path.exists(real):  # noqa: PTH110  # bytes
                files.append(path)
            else:
                self.problems.append(UnreadableError(path, "no such file or folder"))
        if files:
            parts.append(self._files(files))
        if not parts:
            raise CorpusError("\n".join(map(str, self.problems)))
        return Corpus(parts, self.problems, self.notices)

    # -- folders -----------------------------------------------------------------------------------------------------

    def _folder(self, path: str, real: bytes) -> Part:
        if self.index is not None:
            return self._on_disk(path, real, Path(self.index), real)
        if known := place.enclosing(real, self.all_files):
            return self._on_disk(path, real, *known)
        folders = list(self._walked(real))
        size = sum(one.size for folder in folders for one in folder.files)
        if sum(len(folder.files) for folder in folders) <= SMALL_FILES and size <= SMALL_BYTES:
            return self._in_memory(path, real, folders)
        return self._on_disk(path, real, place.index_of(real, self.all_files), real, folders)

    def _walked(self, root: bytes) -> Iterator[Folder]:
        problems: list[tuple[str, str]] = []
        articles = others = 0
        for folder in walk(root, self.all_files, problems):
            articles += len(folder.files)
            others += folder.others
            yield folder
        self.problems += (UnreadableError(path, reason) for path, reason in problems)
        if not articles and others:
            files = f"{others:,} file{'s' * (others != 1)}"
            self.notices.append(
                f"{os.fsdecode(root)}: nothing here ends in .txt; it has {files} of other kinds"
                " (--all-files reads every one that is text)"
            )

    def _in_memory(self, path: str, real: bytes, folders: Sequence[Folder]) -> Part:
        catalog = Catalog.create(None)
        segments: dict[str, Segment] = {}
        refresher = Refresher(catalog, real, None, self.all_files, segments, self.progress)
        refresher.run(changes(catalog, folders))
        return self._part(catalog, segments, path, b"")

    def _part(self, catalog: Catalog, segments: dict[str, Segment], path: str, scope: bytes) -> Part:
        part = Part(catalog, segments, scope, path)
        inside = scope + b"/" if scope else b""
        for name, reason in catalog.problems():
            if os.fsencode(name).startswith(inside):
                self.problems.append(UnreadableError(part.display(os.fsencode(name)), reason))
        return part

    def _on_disk(self, path: str, real: bytes, index: Path, root: bytes, folders: Sequence[Folder] | None = None) -> Part:
        """A part from an index on disk, brought up to date if it may be."""
        scope = os.path.relpath(real, root) if real != root else b""
        if self.refresh:
            try:
                self._bring_up_to_date(index, root, folders)
            except (OSError, sqlite3.OperationalError) as error:
                if not (index / "catalog.db").exists():
                    self.notices.append(f"no index can be kept in {index} ({error}); reading everything again each time")
                    return self._in_memory(path, real, list(self._walked(real)))
                self.notices.append(f"the index in {index} can't be written ({error}); answering from it as it is")
        elif not (index / "catalog.db").exists():
            return self._in_memory(path, real, list(self._walked(real)))
        try:
            catalog, segments = place.read(index)
            catalog.problems()
        except sqlite3.DatabaseError as error:
            if not self.refresh:
                raise CorpusError(f"the index in {index} is damaged ({error}); without --no-refresh it mends") from None
            with place.writing(index) as ours:
                if ours:
                    place.clear(index)
            self.notices.append(f"the index is damaged ({error}); it is made anew")
            self._bring_up_to_date(index, root, None)
            catalog, segments = place.read(index)
        return self._part(catalog, segments, path, scope)

    def _bring_up_to_date(self, index: Path, root: bytes, folders: Sequence[Folder] | None) -> None:
        with place.writing(index) as ours:
            if not ours:
                if not (index / "catalog.db").exists():
                    raise CorpusError(f"another newscli is building the index of {os.fsdecode(root)}; try again soon")
                self.notices.append("another newscli is updating the index; answering from what it has so far")
                return
            now = _file_system_now(index)
            catalog = place.open_catalog(index, self.notices)
            try:
                self._update(catalog, index, root, folders, now)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
                    raise
                catalog.connection.close()
                self.notices.append(f"the index is damaged ({error}); it is made anew")
                place.clear(index)
                catalog = place.open_catalog(index, self.notices)
                self._update(catalog, index, root, None, now)
            catalog.connection.close()

    def _update(self, catalog: Catalog, index: Path, root: bytes, folders: Sequence[Folder] | None, now: int) -> None:
        if catalog.meta("root") is None:
            catalog.set_meta("root", os.fsencode(root).hex())
        todo = changes(catalog, folders or self._walked(root))
        if todo:
            try:
                segments = place.open_segments(catalog, index) if todo.gone or any(t.known for t in todo.tasks) else {}
            except FileNotFoundError as error:
                raise sqlite3.DatabaseError(f"{Path(str(error)).name} is missing") from None
            Refresher(catalog, root, index, self.all_files, segments, self.progress, now=now).run(todo)

    # -- files and standard input ------------------------------------------------------------------------------------

    def _files(self, paths: Sequence[str]) -> Part:
        """Files that were named one by one, read in full whatever they are called."""
        catalog: Catalog = Catalog.create(None)
        segments: dict[str, Segment] = {}
        shown: dict[bytes, str] = {}
        todo = Changes()
        for path in paths:
            full = os.path.abspath(os.fsencode(path))  # noqa: PTH100  # bytes
            directory, name = os.path.split(full)
            try:
                status = os.stat(full)  # noqa: PTH116  # bytes
            except OSError as error:
                self.problems.append(UnreadableError(path, error.strerror or str(error)))
                continue
            shown[full] = path
            todo.tasks.append(Task(directory, found(name, status), None))
        Refresher(catalog, b"", None, False, segments, self.progress).run(todo)
        part = Part(catalog, segments, shown=shown)
        self.problems += (UnreadableError(part.display(os.fsencode(at)), reason) for at, reason in catalog.problems())
        return part

    def _standard_input(self) -> Part:
        """One article, from standard input."""
        from newscli import readers

        data = sys.stdin.buffer.read()
        catalog = Catalog.create(None)
        writer = SegmentWriter(None, 1)
        try:
            for raw in readers.table()["text"].read(data, "-"):
                article = parse(raw.text, raw.stated, raw.warnings)
                number = writer.add(article)
                catalog.insert_articles([article_row(number, 1, b"-", 1, "text", article)])
                catalog.insert_credits(credit_rows(number, article))
        except UnreadableError as error:
            self.problems.append(error)
        name = "standard input"
        if writer.next > 1:
            catalog.connection.execute("INSERT INTO segments VALUES (1, ?, 1, ?, 0)", (name, writer.next - 1))
        return Part(catalog, {name: writer.finish()}, shown={b"-": "-"})


def _file_system_now(folder: Path) -> int:
    """The file system's idea of now, in nanoseconds: its clock need not be ours."""
    probe = folder / "now"
    try:
        probe.touch()
        return probe.stat().st_mtime_ns
    except OSError:
        return time.time_ns()
