"""Looking at many known files in two processes: most of a refresh in which nothing has changed is asking for facts.

Both walk the same folders, and each looks at one half of the files. The helper is a fork that only sends back a
signature and two numbers a folder. A folder whose signature is not the known one is looked at again, whole, by us alone.
"""

import contextlib
import marshal
import os
import threading
from collections.abc import Iterator, Mapping
from typing import NoReturn

from newscli.corpus import processes
from newscli.corpus.walking import Folder, Walk

LEAST_FILES = 10_000  # fewer are looked at in less time than a fork and its answer take


def worthwhile(files: int) -> bool:
    """Whether two processes are faster, and possible: a fork takes no threads along, nor gives back what they hold."""
    return files >= LEAST_FILES and processes.count() > 1 and threading.active_count() == 1


def folders(walk: Walk, scope: bytes, known: Mapping[bytes, bytes]) -> Iterator[Folder]:
    """What `walk.folders` gives, but without files for the folders that are as they were known."""
    answer, question = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(answer)
        _help(Walk(walk.root, walk.manner, 1, walk.endings), scope, question)
    os.close(question)
    with open(answer, "rb") as stream:  # noqa: PTH123  # a descriptor
        try:
            ours = Walk(walk.root, walk.manner, 0, walk.endings)
            looked = list(ours.folders(scope))
            theirs, problems = _answer(stream.read())
        finally:
            stream.close()
            os.waitpid(helper, 0)
    walk.problems += sorted({*ours.problems, *problems})
    for folder in looked:
        half, articles, others = theirs.get(folder.path, (b"", 0, 0))
        if known.get(folder.path) == (signature := folder.signature + half):
            yield Folder(folder.path, signature, [], folder.articles + articles, folder.others + others)
            continue
        with contextlib.suppress(OSError):  # it has gone meanwhile
            yield walk.whole(folder.path)


def _help(walk: Walk, scope: bytes, question: int) -> NoReturn:
    """The helper's life. It ends without the good manners of a Python: all that is open is its parent's."""
    status = 1
    try:
        looked = {folder.path: (folder.signature, folder.articles, folder.others) for folder in walk.folders(scope)}
        answer = looked, walk.problems
        with open(question, "wb") as stream:  # a descriptor
            stream.write(marshal.dumps(answer))
        status = 0
    finally:
        os._exit(status)


def _answer(data: bytes) -> tuple[dict[bytes, tuple[bytes, int, int]], list[tuple[bytes, str]]]:
    """What the helper found; nothing if it died, so that every folder is looked at again."""
    if not data:
        return {}, []
    looked, problems = marshal.loads(data)  # written by our own fork
    return looked, problems
