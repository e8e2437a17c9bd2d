"""What differs between the files and a catalog, found without reading a single file."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from newscli.corpus.walking import Folder, Found, found
from newscli.readers import ending
from newscli.store.catalog_reader import CatalogReader, FileRow

# What a folder's signature is while its files are being published, or so fresh that it proves nothing: never equal.
UNSURE = b""


class Task(NamedTuple):
    """A file to read: new, or changed since it was read last."""

    directory: bytes
    file: Found
    known: FileRow | None

    @property
    def path(self) -> bytes:
        return os.path.join(self.directory, self.file.name)  # noqa: PTH118  # bytes


def new_task(root: bytes, path: bytes) -> Task:
    """The task to read a new file, with what the file system says of it by now."""
    directory, name = os.path.split(path)
    try:
        return Task(directory, found(name, os.stat(os.path.join(root, path))), None)  # noqa: PTH116, PTH118  # bytes
    except OSError:  # reading it will say why
        return Task(directory, Found(name, 0, 0, 0, 0), None)


@dataclass(slots=True)
class Changes:
    """What has to be done to a catalog. Tasks and paths of new files are in order, so that segments are, too.

    There may be a million new files: of them only the paths are kept, since their facts would take four times as much.
    """

    tasks: list[Task] = field(default_factory=list)
    new: list[bytes] = field(default_factory=list)
    gone: list[FileRow] = field(default_factory=list)
    signatures: dict[bytes, bytes] = field(default_factory=dict)
    lost_directories: list[bytes] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.tasks or self.new or self.gone or self.signatures or self.lost_directories)


def changes(catalog: CatalogReader, folders: Iterable[Folder], scope: bytes = b"") -> Changes:
    """What differs at and below `scope`; rows are only read for folders whose signature differs."""
    known = catalog.signatures(scope)
    result = Changes()
    for folder in folders:
        if known.pop(folder.path, None) == folder.signature:
            continue
        result.signatures[folder.path] = folder.signature
        rows = catalog.files_in(folder.path)
        for one in folder.found():
            row = rows.pop(one.name, None)
            if row is None:
                result.new.append(os.path.join(folder.path, one.name))  # noqa: PTH118  # bytes
            elif row.racy or row.signature != one.signature:
                result.tasks.append(Task(folder.path, one, row))
        result.gone += rows.values()
    for path in known:
        result.lost_directories.append(path)
        result.gone += catalog.files_in(path).values()
    result.tasks.sort(key=lambda task: task.path)
    result.new.sort()
    return result


class Moved:
    """Files that are gone, by their content: a new one with the same content is one of them under another name.

    The ending must be the same too: it says which reader takes the file.
    """

    def __init__(self, gone: Iterable[FileRow]) -> None:
        self.rows = {(row.size, row.digest, ending(os.fsdecode(row.name))): row for row in gone if row.digest}
        self.used: set[int] = set()
        self._sizes = {size for size, _, _ in self.rows}

    def __bool__(self) -> bool:
        return bool(self.rows)

    def may_be(self, size: int) -> bool:
        """Whether a file of this size may be one of them."""
        return size in self._sizes

    def match(self, size: int, digest: bytes, name: bytes) -> FileRow | None:
        """The row that this content had; each is given once."""
        row = self.rows.pop((size, digest, ending(os.fsdecode(name))), None)
        if row is not None:
            self.used.add(row.file)
        return row
