"""Whether the files of an index are as their writer left them.

SQLite's files have no checksums: one byte changed may be a wrong path, or a word that isn't found. To go through all of an
index before each answer would take longer than most answers do. So whoever has written it leaves a seal: what the file
system says of each file. Only those of which it says something else since (copied, restored, damaged) are gone through: a
segment's name ends with the checksum of its content, and the seal has that of the catalog.

There is no seal while somebody writes, and after one who was killed: then SQLite's log, which has checksums, mends.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

CATALOG = "catalog.db"
_NAME = "seal"
_BEGUN = f"{_NAME}.new"
_PIECE = 1 << 20
_LOOKS = 5  # at an index that others write meanwhile


class _Seal(NamedTuple):
    """The checksum of the catalog, and the facts of each file by its name."""

    catalog: str
    files: dict[str, str]


def checksum(path: Path) -> str:
    """CRC-32 of a file, as eight letters and digits: 2.4 GB/s."""
    value, piece = 0, bytearray(_PIECE)
    view = memoryview(piece)
    with path.open("rb", buffering=0) as file:
        while many := file.readinto(piece):
            value = crc32(view[:many], value)
    return f"{value:08x}"


def broken(folder: Path) -> str | None:
    """The name of a file whose content is not what was written; None where all are as they were, or nobody can say."""
    for _ in range(_LOOKS):
        looked = _looked(folder)
        seal = _read(folder)
        if seal is None:
            return None
        other = (name for name, facts in looked.items() if seal.files.get(name, facts) != facts)
        name = next((name for name in other if not _is_whole(folder / name, seal)), None)
        if name is None or _read(folder) == seal:
            return name
    return None


def faults(folder: Path, segments: Iterable[str]) -> list[str]:
    """The catalog and those of its segments whose content is not what was written, whatever the file system says of them."""
    seal = _read(folder)
    names = (*segments, *((CATALOG,) if seal else ()))
    return [name for name in names if not _is_whole(folder / name, seal)]


def holds(folder: Path) -> bool:
    """Whether every file is as the seal says, and there is no other."""
    seal = _read(folder)
    return seal is not None and seal.files == _looked(folder)


def lift(folder: Path) -> None:
    """Before anything is written, or SQLite moves what is in its log: nobody can say, until there is another seal."""
    (folder / _NAME).unlink(missing_ok=True)


def files(folder: Path) -> list[Path]:
    """What there is of a seal, one included that somebody was killed over."""
    return [path for name in (_NAME, _BEGUN) if (path := folder / name).exists()]


def has_log(folder: Path) -> bool:
    """Whether something that was written may still be in SQLite's log alone: somebody was reading, or was killed."""
    try:
        return (folder / f"{CATALOG}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def put(folder: Path) -> None:
    """Seal what is there, for whoever has the right to write it. OSError leaves it without a seal."""
    lift(folder)
    facts = (f"{name} {facts}" for name, facts in _looked(folder).items())
    rest = "\n".join((checksum(folder / CATALOG), *facts))
    new = folder / _BEGUN
    try:
        new.write_text(f"{crc32(rest.encode()):08x}\n{rest}", "ascii")
        new.replace(folder / _NAME)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _read(folder: Path) -> _Seal | None:
    try:
        own, _, rest = (folder / _NAME).read_bytes().partition(b"\n")
    except OSError:
        return None
    if own != b"%08x" % crc32(rest):
        return None
    catalog, *lines = rest.decode("ascii").split("\n")
    return _Seal(catalog, dict(line.split(" ", 1) for line in lines))


def _looked(folder: Path) -> dict[str, str]:
    """The catalog and all segments, with what the file system says of each."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == CATALOG or (entry.name.startswith("seg-") and entry.name.endswith(".db")):
                try:
                    status = entry.stat()
                except FileNotFoundError:  # merged meanwhile
                    continue
                found[entry.name] = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
    return found


def _is_whole(path: Path, seal: _Seal | None) -> bool:
    wanted = (seal.catalog if seal else None) if path.name == CATALOG else path.stem.rpartition("-")[2]
    try:
        return checksum(path) == wanted
    except FileNotFoundError:
        return True
