"""Where an index lies, who may write it, and opening it: on disk, in memory, or as another process left it."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from newscli.store.catalog import VERSION, Catalog
from newscli.store.segment import Segment

_CATALOG = "catalog.db"
WAIT_SECONDS = 2.0


def home() -> Path:
    """The folder that holds all indexes of this user."""
    if cache := os.environ.get("XDG_CACHE_HOME"):  # what platformdirs would say, without importing it
        return Path(cache) / "newscli"
    from platformdirs import user_cache_path

    return user_cache_path("newscli", appauthor=False)


def index_of(root: bytes, all_files: bool) -> Path:
    """The folder of the index of one corpus."""
    key = blake2b(root + (b"\0all" if all_files else b""), digest_size=10).hexdigest()
    return home() / key


def enclosing(root: bytes, all_files: bool) -> tuple[Path, bytes] | None:
    """The index of `root`, or of the nearest folder around it that has one; and that folder."""
    folder = root
    while True:
        index = index_of(folder, all_files)
        if (index / _CATALOG).exists():
            return index, folder
        above = os.path.dirname(folder)  # noqa: PTH120  # bytes
        if above == folder:
            return None
        folder = above


@contextlib.contextmanager
def writing(index: Path, wait: float = WAIT_SECONDS) -> Iterator[bool]:
    """The right to write an index; False if another process has it and keeps it for longer than `wait` seconds."""
    import fcntl

    index.mkdir(parents=True, exist_ok=True)
    with (index / "lock").open("a") as lock:
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    yield False
                    return
                time.sleep(0.05)
        yield True


def open_catalog(index: Path, notices: list[str]) -> Catalog:
    """The catalog of an index that we may write; one that is damaged or of another version is begun anew."""
    path = index / _CATALOG
    try:
        catalog = Catalog.create(path)
        version = catalog.meta("version")
        if version == VERSION:
            _drop_orphans(catalog, index)
            return catalog
        reason = "was made by another version of newscli"
        catalog.connection.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
            raise
        reason = f"is damaged ({error})"
    notices.append(f"the index {reason}; it is made anew")
    clear(index)
    return Catalog.create(path)


def _drop_orphans(catalog: Catalog, index: Path) -> None:
    """Remove segments that a killed run wrote and never published."""
    published = {name for name, _, _ in catalog.segments()}
    for path in index.glob("seg-*.db"):
        if path.name not in published:
            path.unlink(missing_ok=True)


def clear(index: Path) -> int:
    """Remove an index; returns how many bytes that freed."""
    freed = 0
    for path in sorted(index.glob("*")):
        if path.name.startswith(("seg-", "catalog.db")) or path.name == "root":
            freed += path.stat().st_size
            path.unlink(missing_ok=True)
    return freed


def read(index: Path) -> tuple[Catalog, dict[str, Segment]]:
    """An index as it is, to read. A segment that has gone meanwhile means a newer catalog: begun again."""
    for _ in range(5):
        catalog = Catalog.read(index / _CATALOG)
        try:
            return catalog, open_segments(catalog, index)
        except FileNotFoundError:
            catalog.connection.close()
    raise sqlite3.DatabaseError("segments are missing")


def open_segments(catalog: Catalog, index: Path) -> dict[str, Segment]:
    return {name: Segment.open(index / name) for name, _, _ in catalog.segments()}
