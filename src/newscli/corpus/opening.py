"""From what was named to parts: which index serves a path, and whether it lives in memory or on disk.

Small corpora are read anew each time and leave nothing behind. A larger folder gets an index in the user's cache; a
folder inside one that has an index uses that.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newscli.corpus import Corpus, Manner, Part, place, processes, sharing
from newscli.corpus.changes import Changes, changes
from newscli.corpus.progress import Progress
from newscli.corpus.walking import Folder, Walk, alone, found, weight
from newscli.errors import CorpusError, UnreadableError
from newscli.store import seal
from newscli.store.catalog import Catalog
from newscli.store.catalog_reader import CatalogReader
from newscli.store.schema import VERSION
from newscli.store.segment import Segment

if TYPE_CHECKING:
    from newscli.corpus.unread import Unread

# What is read in less time than anybody notices needs no index.
SMALL_FILES = 512
SMALL_BYTES = 4_000_000
_MEMORY_A_BYTE = 6  # of text that is kept in memory


class Named(NamedTuple):
    """A folder as the user wrote it, and as it is: the folder `scope` below the `root` of an index.

    Or one large `file`: then `scope` is its name, in the folder `root`, and the index is its own.
    """

    path: str
    root: bytes
    scope: bytes = b""
    file: bool = False

    def display(self, path: bytes) -> str:
        """What the user calls a path that is relative to the root."""
        below = path[len(self.scope) :].lstrip(b"/")
        return os.path.join(self.path, os.fsdecode(below)) or "."  # noqa: PTH118  # text as the user wrote it


@dataclass(slots=True)
class Opening:
    """How a corpus is to be opened, and what is found on the way."""

    manner: Manner
    index: str | None
    refresh: bool
    progress: Callable[[Progress], None] | None
    while_reading: bool = False
    problems: list[UnreadableError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def open(self, paths: Sequence[str]) -> Corpus:
        parts: list[Part | Unread] = []
        files: list[str] = []
        seen: set[bytes] = set()
        for path in paths:
            if path == "-":
                parts.append(self._named([path]))
                continue
            real = os.path.realpath(os.fsencode(path or "."))
            if real in seen:
                continue
            seen.add(real)
            if os.path.isdir(real):  # noqa: PTH112  # bytes
                parts.append(self._folder(path, real))
            elif large := self._large(path):
                parts.append(large)
            elif os.path.exists(real):  # noqa: PTH110  # bytes
                files.append(path)
            else:
                self.problems.append(UnreadableError(path, "no such file or folder"))
        if files:
            parts.append(self._named(files))
        if not parts:
            raise CorpusError(*map(str, self.problems))
        return Corpus(parts, self.problems, self.notices)

    # -- folders -----------------------------------------------------------------------------------------------------

    def _folder(self, path: str, real: bytes) -> Part:
        if self.index is not None:
            return self._on_disk(Named(path, real), place.named(self.index, real))
        if known := place.enclosing(real, self.manner):
            index, root = known
            return self._on_disk(Named(path, root, real[len(root) :].lstrip(b"/")), index)
        asked = Named(path, real)
        if (folders := self._small(asked)) is not None:
            return self._in_memory(asked, folders)
        return self._on_disk(asked, place.index_of(real, self.manner))

    def _large(self, path: str) -> Part | None:
        """A file that has an index of its own, since it is too large to be held in memory; None for any other."""
        full = os.path.abspath(os.fsencode(path))  # noqa: PTH100  # bytes
        if not is_large(full):
            return None
        index = Path(self.index) if self.index is not None else place.index_of(full, self.manner)
        if self.while_reading and not place.exists(index):
            return None
        root, name = os.path.split(full)
        return self._on_disk(Named(path, root, name, file=True), index)

    def _small(self, asked: "Named", files: int = SMALL_FILES, size: int = SMALL_BYTES) -> list[Folder] | None:
        """All folders of a corpus that has no more files and bytes than that; None as soon as it has more."""
        folders: list[Folder] = []
        for folder in self._walked(asked):
            files -= folder.articles
            size -= sum(map(weight, folder.found())) if files >= 0 else 0
            if files < 0 or size < 0:
                return None
            folders.append(folder)
        return folders

    def _walked(self, asked: "Named", catalog: Catalog | None = None) -> Iterator[Folder]:
        """Every folder; of those that are as a catalog knows them perhaps not the files."""
        if asked.file:
            status = os.stat(os.path.join(asked.root, asked.scope))  # noqa: PTH116, PTH118  # bytes
            yield alone(asked.scope, status)
            return
        walk = Walk(asked.root, self.manner, endings=place.endings(catalog, self.manner) if catalog else None)
        articles = others = 0
        for folder in self._folders(walk, asked.scope, catalog):
            articles += folder.articles
            others += folder.others
            yield folder
        self.problems += (UnreadableError(asked.display(path), reason) for path, reason in walk.problems)
        if not articles and others:
            files = f"{others:,} file{'s' * (others != 1)}"
            self.notices.append(
                f"{asked.path or '.'}: no file here has an ending that newscli knows; it has {files} of other kinds"
                " (--all-files reads every one that is text)"
            )

    @staticmethod
    def _folders(walk: Walk, scope: bytes, catalog: CatalogReader | None) -> Iterator[Folder]:
        if catalog and sharing.worthwhile(catalog.files_at_most()):
            return sharing.folders(walk, scope, catalog.signatures(scope))
        return walk.folders(scope)

    def _in_memory(self, asked: "Named", folders: Iterable[Folder]) -> Part:
        """A part that is read anew each time and leaves nothing behind."""
        from newscli.corpus.collecting import How  # here and below: mostly there is nothing to read
        from newscli.corpus.refresh import Refresher

        catalog = Catalog.create(None)
        segments: dict[str, Segment] = {}
        how = How(asked.root, self.manner, asked.file)
        Refresher(catalog, how, None, segments, self.progress).run(changes(catalog, folders, asked.scope))
        return self._part(catalog, segments, asked)

    def _part(self, catalog: CatalogReader, segments: dict[str, Segment], asked: "Named") -> Part:
        part = Part(catalog, segments, asked.scope, asked.path)
        inside = asked.scope + b"/" if asked.scope else b""
        self._say(part, lambda path: path.startswith(inside) or path == asked.scope)
        return part

    def _say(self, part: Part, chosen: Callable[[bytes], bool] = lambda _: True) -> None:
        """Name what the catalog of a part has of files that could not be read."""
        known = [problem for problem in part.catalog.problems() if chosen(problem[0])]
        if known:
            from newscli.corpus.reading import Problem, unreadable

            self.problems += (
                unreadable(part.display(path), Problem("", ordinal, reason, lost)) for path, ordinal, reason, lost in known
            )

    def _on_disk(self, asked: "Named", index: Path) -> Part:
        """A part from an index on disk, brought up to date if it may be."""
        exists = place.exists(index)
        if self.refresh:
            try:
                self._bring_up_to_date(asked, index)
            except (OSError, sqlite3.OperationalError) as error:
                if not exists or place.begun(index):
                    return self._without_index(asked, index, error)
                self.notices.append(f"the index in {index} can't be written ({error}); answering from it as it is")
        elif not exists:
            return self._in_memory(asked, self._walked(asked))
        try:
            catalog, segments = place.read(index)
            if catalog.meta("version") != VERSION:
                raise sqlite3.DatabaseError("it was made by another version of newscli")
            return self._part(catalog, segments, asked)
        except sqlite3.DatabaseError as error:
            if not self.refresh:
                raise CorpusError(f"the index in {index} can't be used ({error}); without --no-refresh it mends") from None
            try:
                return self._mended(asked, index, error)
            except (OSError, sqlite3.OperationalError):
                self.notices.append(f"no index can be kept in {index}; reading everything again each time")
                return self._in_memory(asked, self._walked(asked))

    def _without_index(self, asked: "Named", index: Path, error: Exception) -> Part:
        """A part that is read anew each time, where that fits into memory."""
        with contextlib.suppress(OSError):  # what was begun only fills the disk
            place.clear(index)
        folders = self._small(asked, processes.memory(), processes.memory() // _MEMORY_A_BYTE)
        if folders is None:
            raise CorpusError(
                f"no index can be kept in {index} ({error}), and {asked.path or '.'} is too large to do without;"
                " make room, or name another folder with --index"
            )
        self.notices.append(f"no index can be kept in {index} ({error}); reading everything again each time")
        return self._in_memory(asked, folders)

    def _mended(self, asked: "Named", index: Path, error: sqlite3.DatabaseError) -> Part:
        with place.writing(index) as ours:
            if ours:
                place.clear(index)
        self.notices.append(f"the index is damaged ({error}); it is made anew")
        self._bring_up_to_date(asked, index)
        return self._part(*place.read(index), asked)

    def _bring_up_to_date(self, asked: "Named", index: Path) -> None:
        with place.writing(index) as ours:
            if not ours:
                if not place.exists(index):
                    raise CorpusError(f"another newscli is building the index of {asked.path or '.'}; try again soon")
                self.notices.append("another newscli is updating the index; answering from what it has so far")
                return
            now = place.now(index)
            catalog = place.open_catalog(index, self.notices, self.manner.layouts_key())
            try:
                self._update(catalog, asked, index, now, ours.fileno())
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
                    raise
                catalog.connection.close()
                self.notices.append(f"the index is damaged ({error}); it is made anew")
                place.clear(index)
                catalog = place.open_catalog(index, self.notices, self.manner.layouts_key())
                self._update(catalog, asked, index, now, ours.fileno())
            finally:
                place.leave(catalog, index)

    def _update(self, catalog: Catalog, asked: "Named", index: Path, now: int, lock: int) -> None:
        if catalog.generation() == 0 and asked.scope and not asked.file:
            # An index begun is first made whole, then looked at in pieces.
            asked = Named(os.fsdecode(asked.root), asked.root)
        todo = changes(catalog, self._walked(asked, catalog), b"" if asked.file else asked.scope)
        if todo:
            from newscli.corpus.collecting import How
            from newscli.corpus.refresh import Refresher

            try:
                segments = place.open_segments(catalog, index) if todo.gone or any(t.known for t in todo.tasks) else {}
                how = How(asked.root, self.manner, asked.file, now)
                seal.lift(index)
                Refresher(catalog, how, index, segments, self.progress, lock).run(todo)
            except FileNotFoundError as error:
                raise sqlite3.DatabaseError(f"{Path(str(error)).name} is missing") from None

    # -- files and standard input ------------------------------------------------------------------------------------

    def _named(self, paths: Sequence[str]) -> "Part | Unread":
        """Files that were named one by one, and standard input: read in full whatever they are called."""
        from newscli.corpus import unread

        files, size = unread.named(paths, self.manner, self.problems)
        return files if self.while_reading and size > SMALL_BYTES else self.read(files)

    def read(self, files: "Unread") -> Part:
        """Read into an index that is gone afterwards."""
        from newscli.corpus.refresh import Refresher

        catalog = Catalog.create(None)
        segments: dict[str, Segment] = {}
        Refresher(catalog, files.how, None, segments, self.progress).run(Changes(files.tasks))
        part = Part(catalog, segments, shown=files.shown)
        self._say(part)
        return part


def is_large(full: bytes) -> bool:
    """Whether this is a file, not a pipe, of more than what is read anew each time."""
    try:
        status = os.stat(full)  # noqa: PTH116  # bytes
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and weight(found(os.path.basename(full), status)) > SMALL_BYTES  # noqa: PTH119
