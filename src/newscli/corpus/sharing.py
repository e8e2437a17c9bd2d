"""Looking at many known files in two processes: most of a refresh in which nothing has changed is asking for facts.

Each of them looks at every second known folder; where there are few folders, and one may have nearly all files, at one half
of the files of each. The helper is a fork that only sends back what it saw, without the files. A folder whose signature is
not the known one is looked at again, whole, by us alone.
"""

import contextlib
import marshal
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from newscli.corpus import processes
from newscli.corpus.walking import Folder, Look, Walk

LEAST_FILES = 10_000  # fewer are looked at in less time than a fork and its answer take
LEAST_FOLDERS = 32  # fewer are looked at by halves

T = TypeVar("T")


def worthwhile(files: int) -> bool:
    """Whether two processes are faster, and possible: a fork takes no threads along, nor gives back what they hold."""
    return files >= LEAST_FILES and processes.count() > 1 and threading.active_count() == 1


def folders(walk: Walk, scope: bytes, known: Mapping[bytes, bytes]) -> Iterator[Folder]:
    """What `walk.folders` gives, but without files for the folders that are as they were known."""
    found = _by_folders(walk, scope, sorted(known)) if len(known) >= LEAST_FOLDERS else _by_halves(walk, scope)
    for folder in found:
        if folder.files or known.get(folder.path) == folder.signature:
            yield folder
            continue
        with contextlib.suppress(OSError):  # it has gone meanwhile
            yield walk.look(folder.path, asked=True).folder


def _by_folders(walk: Walk, scope: bytes, paths: Sequence[bytes]) -> Iterator[Folder]:
    """The walk as it would have been. New folders are looked at here, and what the helper should have if it died."""
    ours, theirs = _both(lambda: _looks(walk, scope, paths[::2]), lambda: _looks(walk, scope, paths[1::2]))
    seen = {path: _look(*plain) for looked in (ours, theirs or {}) for path, plain in looked.items()}
    return walk.folders(scope, seen)


def _looks(walk: Walk, scope: bytes, paths: Iterable[bytes]) -> dict[bytes, tuple[Any, ...]]:
    """Looks at these folders, plain and without files; none at what isn't there any more."""
    found: dict[bytes, tuple[Any, ...]] = {}
    for path in paths:
        with contextlib.suppress(OSError):
            place, passed, (_, signature, _, articles, others), below, problems = walk.look(path, path == scope)
            found[path] = place, passed, (path, signature, [], articles, others), below, problems
    return found


def _look(place: tuple[int, int], passed: bool, folder: tuple[Any, ...], *rest: Any) -> Look:
    return Look(place, passed, Folder(*folder), *rest)


def _by_halves(walk: Walk, scope: bytes) -> Iterator[Folder]:
    """The folders that both have seen, signed by both."""

    def half(number: int) -> tuple[list[tuple[Any, ...]], list[tuple[bytes, str]]]:
        own = Walk(walk.root, walk.manner, number, walk.endings)
        return list(map(tuple, own.folders(scope))), own.problems

    (ours, problems), answer = _both(lambda: half(0), lambda: half(1))
    theirs, others = answer or ([], [])
    walk.problems += sorted({*problems, *others})
    seen = {folder[0]: folder for folder in theirs}
    for path, signature, _, articles, left in ours:
        _, half_signature, _, more, more_left = seen.get(path, (path, b"", [], 0, 0))
        yield Folder(path, signature + half_signature, [], articles + more, left + more_left)


def _both(ours: Callable[[], T], theirs: Callable[[], T]) -> tuple[T, T | None]:
    """What is found here, and what a helper finds meanwhile, as marshal takes it; None for that if the helper died."""
    answer, question = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(answer)
        _help(theirs, question)
    os.close(question)
    with open(answer, "rb") as stream:  # noqa: PTH123  # a descriptor
        try:
            found = ours()
            data = stream.read()
        finally:
            stream.close()
            os.waitpid(helper, 0)
    return found, marshal.loads(data) if data else None  # written by our own fork


def _help(work: Callable[[], Any], question: int) -> NoReturn:
    """The helper's life. It ends without the good manners of a Python: all that is open is its parent's."""
    status = 1
    try:
        answer = work()
        with open(question, "wb") as stream:  # a descriptor
            stream.write(marshal.dumps(answer))
        status = 0
    finally:
        os._exit(status)
