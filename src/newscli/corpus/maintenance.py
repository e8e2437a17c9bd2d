"""What `newscli index` does: build, inspect, check and clear the index of a folder."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newscli.corpus import Corpus, Manner, place
from newscli.corpus.opening import SMALL_BYTES, Opening, is_large
from newscli.corpus.progress import Progress
from newscli.corpus.reading import Problem, unreadable
from newscli.errors import CorpusError, DamagedIndex
from newscli.frozen import frozen
from newscli.store import seal
from newscli.store.schema import VERSION
from newscli.store.segment import Block
from newscli.store.where import Where

_CLEAR_SECONDS = 10.0  # how long another writer is waited for: the workers of a run that was killed end meanwhile


def indexes(paths: Sequence[str], manner: Manner, index: str | None) -> Iterator["Index"]:
    """The index of each folder or large file named, whether it exists or not. CorpusError for what has none."""
    for path in paths:
        root = os.path.realpath(os.fsencode(path or "."))
        if not os.path.isdir(root):  # noqa: PTH112  # bytes
            root = os.path.abspath(os.fsencode(path))  # noqa: PTH100  # bytes
            if not is_large(root):
                raise CorpusError(f"{path}: only folders, and files of more than {SMALL_BYTES:,} bytes, have an index")
            yield Index(root, Path(index) if index is not None else place.index_of(root, manner), manner)
            continue
        if index is not None:
            yield Index(root, place.named(index, root), manner)
        else:
            found = place.enclosing(root, manner) or (place.index_of(root, manner), root)
            yield Index(found[1], found[0], manner)


Facts = dict[str, str | int | list[tuple[str, str]]]


@frozen
class Index:
    """One index on disk, of the folder `at`."""

    at: bytes
    folder: Path
    manner: Manner

    @property
    def root(self) -> str:
        return os.fsdecode(self.at)

    def build(self, progress: Callable[[Progress], None] | None) -> Corpus:
        """Make the index, or bring it up to date, however small the corpus."""
        return Opening(self.manner, str(self.folder), True, progress).open([self.root])

    def exists(self) -> bool:
        return place.exists(self.folder)

    def info(self) -> Facts:
        """What there is of it: names and numbers, sizes in bytes; what could not be read as pairs of path and reason."""
        facts: Facts = {"corpus": self.root, "index": str(self.folder)}
        if not self.exists():
            return facts | {"state": "none"}
        try:
            catalog, segments = place.read(self.folder)
            current = catalog.meta("version") == VERSION
            if not current:
                return facts | {"state": "of another version; the next command makes it anew"}
            counts = catalog.counts(Where())
            articles = counts["words"]
            files, characters = catalog.connection.execute(
                "SELECT (SELECT count(*) FROM files), (SELECT coalesce(sum(characters), 0) FROM segments)"
            ).fetchone()
            found: Facts = {
                "state": "sound" if catalog.generation() else "begun; the next command goes on with it",
                "refreshed": place.refreshed(self.folder),
                "files": files,
                "articles": articles.total(),
                "words": sum(int(length) * number for length, number in articles.items()),
                "different words": catalog.vocabulary(),
                "segments": len(segments),
                "deleted articles": sum(one.gone for one in catalog.segment_rows()),
                "characters": characters,
                "bytes": sum(path.stat().st_size for path in self.folder.iterdir()),
                "catalog bytes": sum(path.stat().st_size for path in self.folder.glob(f"{seal.CATALOG}*")),
                "segment bytes": sum((self.folder / name).stat().st_size for name in segments),
                "generation": catalog.generation(),
                "unreadable": [_named(*problem) for problem in catalog.problems()],
            }
        except (sqlite3.DatabaseError, OSError) as error:
            return facts | {"state": f"damaged ({error}); the next command makes it anew"}
        return facts | found

    def check(self) -> list[str]:
        """Restore every article and compare it with its id; compare rows with blocks. Returns what is wrong."""
        if not self.exists():
            return [f"{self.root}: there is no index"]
        faults: list[str] = []
        try:
            catalog, segments = place.read(self.folder)
            integrity = catalog.connection.execute("PRAGMA integrity_check")
            faults += (f"catalog: {row[0]}" for row in integrity if row[0] != "ok")
            faults += (f"{name} is not what was written into it" for name in seal.faults(self.folder, segments))
            known = catalog.ids()
            for name, segment in segments.items():
                for block in segment.blocks():
                    for number in range(block.first, block.first + block.count):
                        wanted = known.pop(number, None)
                        if wanted and (fault := _fault(block, number, wanted)):
                            faults.append(f"{name}: {fault}")
            faults += (f"article {number} ({ident}) has no text" for number, ident in known.items())
        except (sqlite3.DatabaseError, ValueError) as error:
            faults.append(f"{self.folder}: {error}")
        return [f"{fault}; `newscli index clear` and the next command makes it anew" for fault in faults]

    def clear(self) -> int:
        """Remove it, or what is left of one; returns how many bytes that freed. CorpusError while another process writes it."""
        if not place.left(self.folder):
            return 0
        with place.writing(self.folder, wait=_CLEAR_SECONDS) as ours:
            if not ours:
                raise CorpusError(f"another newscli is writing the index of {self.root}; try again soon")
            return place.remove(self.folder)


def _fault(block: Block, number: int, wanted: str) -> str | None:
    """What is wrong with an article of which the catalog knows the id."""
    try:
        found = block.article(number).id
    except DamagedIndex as error:
        return error.reason
    return None if found == wanted else f"article {number} is not the text that {wanted} names"


def _named(path: bytes, ordinal: int, reason: str, lost: bool) -> tuple[str, str]:
    """What could not be read, as path and reason."""
    problem = unreadable(os.fsdecode(path), Problem("", ordinal, reason, lost))
    return problem.path, problem.reason
