"""Where an index lies, who may write it, and opening it: on disk, in memory, or as another process left it."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import TextIO

from newscli.corpus.manner import Manner
from newscli.corpus.walking import CACHE_SIGNATURE, CACHE_TAG
from newscli.errors import CorpusError
from newscli.store import seal
from newscli.store.catalog import Catalog
from newscli.store.catalog_reader import CatalogReader
from newscli.store.schema import VERSION
from newscli.store.seal import CATALOG
from newscli.store.segment import Segment

_LOCK = "lock"
_PROBE = "now"
WAIT_SECONDS = 0.9
_TAG = CACHE_SIGNATURE + b"\n# This folder is an index that newscli keeps; it can be removed at any time.\n"
RETIRED_SECONDS = 60  # how long the file of a merged segment stays for those who are still reading it


def home() -> Path:
    """The folder that holds all indexes of this user."""
    if cache := os.environ.get("XDG_CACHE_HOME"):  # what platformdirs would say, without importing it
        return Path(cache).absolute() / "newscli"
    from platformdirs import user_cache_path

    return user_cache_path("newscli", appauthor=False)


def index_of(root: bytes, manner: Manner) -> Path:
    """The folder of the index of one corpus, read in one manner."""
    key = blake2b(root + manner.key(), digest_size=10).hexdigest()
    return home() / key


def enclosing(root: bytes, manner: Manner) -> tuple[Path, bytes] | None:
    """The index of `root`, or of the nearest folder around it that has one; and that folder."""
    folder = root
    while True:
        index = index_of(folder, manner)
        if exists(index):
            return index, folder
        above = os.path.dirname(folder)  # noqa: PTH120  # bytes
        if above == folder:
            return None
        folder = above


def named(index: str, root: bytes) -> Path:
    """The folder that --index names for the index of a corpus. CorpusError where that is the corpus itself."""
    folder = Path(index).absolute()
    if os.path.realpath(os.fsencode(folder)) == root:
        raise CorpusError(f"--index {index or '.'} is the folder of the articles themselves; name another one")
    return folder


def exists(index: Path) -> bool:
    """Whether there is an index; one that we may not look at is none to us."""
    return os.path.exists(index / CATALOG)  # noqa: PTH110  # which raises where we may not look


def left(index: Path) -> bool:
    """Whether there is anything of ours: an index, or what a run that was killed before it had one has left."""
    try:
        return exists(index) or not any(index.iterdir()) or _TAG.startswith((index / os.fsdecode(CACHE_TAG)).read_bytes())
    except OSError:
        return False


@contextlib.contextmanager
def writing(index: Path, wait: float = WAIT_SECONDS) -> Iterator[TextIO | None]:
    """The right to write an index, as an open file; None if another process keeps it for longer than `wait` seconds.

    Whatever is written meanwhile, here and by processes that are started, is its owner's alone to read.
    """
    mask = os.umask(0o077)
    try:
        until = time.monotonic() + wait
        while (lock := _locked(index)) is None:
            if time.monotonic() > until:
                yield None
                return
            time.sleep(0.05)
        with lock:
            yield lock
    finally:
        os.umask(mask)


def _locked(index: Path) -> TextIO | None:
    """The lock of an index, ours as long as it is open; None while another process has it."""
    import fcntl

    _make(index)
    path = index / _LOCK
    lock = path.open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock.fileno()).st_ino == path.stat().st_ino:
            return lock
    except (BlockingIOError, FileNotFoundError):  # held; or cleared away between our opening and our locking it
        pass
    lock.close()
    return None


def _make(index: Path) -> None:
    """The folder of an index, for its owner only, marked as a cache: backups leave it out, and so do our own walks."""
    if not index.exists():
        index.mkdir(mode=0o700, parents=True)
    tag = index / os.fsdecode(CACHE_TAG)
    if not tag.exists():
        tag.write_bytes(_TAG)


def open_catalog(index: Path, notices: list[str], layouts: str = "") -> Catalog:
    """The catalog of an index that we may write; one that is damaged, or made by another version or with other layouts
    (Manner.layouts_key), is begun anew."""
    path = index / CATALOG
    try:
        _must_be_whole(index)
        if seal.has_log(index):
            seal.lift(index)
        catalog = Catalog.create(path)
        version = catalog.meta("version")
        known = catalog.meta("layouts") or ""
        if version == VERSION and (known == layouts or catalog.generation() == catalog.files_at_most() == 0):
            if known != layouts:
                seal.lift(index)
                catalog.set_meta("layouts", layouts)
            _drop_orphans(catalog, index)
            return catalog
        reason = "was made with other layouts" if version == VERSION else "was made by another version of newscli"
        catalog.connection.close()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
            raise
        reason = f"is damaged ({error})"
    notices.append(f"the index {reason}; it is made anew")
    clear(index)
    catalog = Catalog.create(path)
    catalog.set_meta("layouts", layouts)
    return catalog


def endings(catalog: Catalog, manner: Manner) -> frozenset[str]:
    """The endings of files that a walk reads, as a catalog that we may write knows them: to ask loads every reader.

    A catalog of another version, or other layouts, is begun anew: see open_catalog.
    """
    known = catalog.meta("endings")
    if known is None:
        known = "\n".join(sorted(manner.endings()))
        catalog.set_meta("endings", known)
    return frozenset(known.split("\n"))


def leave(catalog: Catalog, index: Path) -> None:
    """Close a catalog that we could write, and seal what was written: see store.seal."""
    if seal.has_log(index):  # also where somebody reads, for whom SQLite leaves it as it is
        with contextlib.suppress(sqlite3.Error):
            catalog.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    catalog.connection.close()
    with contextlib.suppress(OSError):  # no room; the index is as good without
        if not seal.holds(index):
            seal.put(index)


def _must_be_whole(index: Path) -> None:
    """sqlite3.DatabaseError where a file of an index is not what was written."""
    try:
        name = seal.broken(index)
    except (FileNotFoundError, PermissionError):  # there is none, or SQLite will say what may not be read
        return
    except OSError as error:
        raise sqlite3.OperationalError(str(error)) from None
    if name:
        raise sqlite3.DatabaseError(f"{name} is not what was written into it")


def _drop_orphans(catalog: Catalog, index: Path) -> None:
    """Remove segments that a killed run wrote and never published, and merged ones when nobody should read them any more."""
    retired, now = catalog.retired(), int(time.time())
    kept = {name for name, _, _ in catalog.segments()}
    kept |= {name for name, since in retired.items() if 0 <= now - since < RETIRED_SECONDS}
    for path in index.glob("seg-*.db"):
        if path.name not in kept:
            path.unlink(missing_ok=True)
    for name in retired.keys() - kept:
        seal.lift(index)
        catalog.forget_retired(name)


def clear(index: Path) -> int:
    """Remove what an index holds, to begin it anew; returns how many bytes that freed."""
    freed = 0
    for path in (*seal.files(index), *index.glob("seg-*"), *index.glob(f"{CATALOG}*")):
        freed += path.stat().st_size
        path.unlink(missing_ok=True)
    return freed


def remove(index: Path) -> int:
    """Remove an index and its folder; returns how many bytes that freed. What isn't ours stays, and the folder with it."""
    freed = clear(index)
    for name in (os.fsdecode(CACHE_TAG), _PROBE, _LOCK):
        (index / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        index.rmdir()
    return freed


def now(index: Path) -> int:
    """The file system's idea of now, in nanoseconds: its clock need not be ours."""
    probe = index / _PROBE
    try:
        probe.touch()
        return probe.stat().st_mtime_ns
    except OSError:
        return time.time_ns()


def refreshed(index: Path) -> str:
    """When the files were looked at last, in ISO 8601 with seconds; "never" if nobody has."""
    try:
        return datetime.fromtimestamp((index / _PROBE).stat().st_mtime).astimezone().isoformat(timespec="seconds")
    except OSError:
        return "never"


def read(index: Path) -> tuple[CatalogReader, dict[str, Segment]]:
    """An index as it is, to read. A segment that has gone meanwhile means a newer catalog: begun again."""
    _must_be_whole(index)
    for _ in range(5):
        catalog = CatalogReader.read(index / CATALOG)
        try:
            return catalog, open_segments(catalog, index)
        except FileNotFoundError:
            catalog.connection.close()
    raise sqlite3.DatabaseError("segments are missing")


def begun(index: Path) -> bool:
    """Whether an index was begun and has never been whole."""
    try:
        catalog = CatalogReader.read(index / CATALOG)
    except sqlite3.DatabaseError:
        return True
    with contextlib.closing(catalog.connection):
        return catalog.generation() == 0


def open_segments(catalog: CatalogReader, index: Path) -> dict[str, Segment]:
    return {name: Segment.open(index / name) for name, _, _ in catalog.segments()}
