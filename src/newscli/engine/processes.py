"""Work on many tasks in several processes, results in the order of the tasks, the first of them at once.

Processes are forked, so they know all that this one knows and nothing has to be sent to them; what they find comes back
through pipes. A pipe holds little, so nobody runs far ahead of who reads. Forking costs some milliseconds: work is begun
here, and shared only if much of it is left.
"""

import marshal
import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from newscli.corpus.processes import count
from newscli.errors import DamagedIndex, NewscliError, PatternTimeout

T = TypeVar("T")
R = TypeVar("R")

ALONE_SECONDS = 0.015
LEAST_TASKS = 8
_BATCH = 200
_SAID = {error.__name__: error for error in (PatternTimeout, DamagedIndex)}  # what the user is told as it is
_LENGTH_BYTES = 8


def spread(tasks: Sequence[T], work: Callable[[T], Iterable[R]]) -> Generator[tuple[int, list[R]], None, None]:
    """The results of every task, some at once, and which task they are of. Results must be what `marshal` takes.

    Stops all work when the iterator is closed.
    """
    until = time.monotonic() + ALONE_SECONDS
    size = 1  # whoever wants one result is not kept waiting for two
    for at, task in enumerate(tasks):
        if time.monotonic() > until and len(tasks) - at >= LEAST_TASKS and (number := _most()) > 1:
            with closing(_shared(tasks[at:], work, number)) as results:
                for place, some in results:
                    yield at + place, some
            return
        found = iter(work(task))
        while some := list(islice(found, size)):
            yield at, some
            size = min(2 * size, _BATCH)


def _most() -> int:
    """How many processes to fork; 1 where that can't be done: a fork takes no threads along, nor gives back what they hold."""
    return count() if hasattr(os, "fork") and threading.active_count() == 1 else 1


def _shared(tasks: Sequence[T], work: Callable[[T], Iterable[R]], number: int) -> Generator[tuple[int, list[R]], None, None]:
    workers: list[_Worker] = []
    try:
        for i in range(number):
            workers.append(_Worker.start(tasks[i::number], work, workers))
        for at in range(len(tasks)):
            for some in workers[at % number].next_task():
                yield at, some
    finally:
        for worker in workers:
            worker.stop()


@dataclass(slots=True)
class _Worker:
    """A forked process and the pipe that its results come through: batches, `done` with the last one of a task."""

    process: int
    pipe: Any

    @classmethod
    def start(cls, tasks: Sequence[T], work: Callable[[T], Iterable[R]], others: "Sequence[_Worker]") -> "_Worker":
        reading, writing = os.pipe()
        parent = os.getpid()
        process = os.fork()
        if process:
            os.close(writing)
            return cls(process, os.fdopen(reading, "rb"))
        try:  # from here on in the new process, which must never return
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            for descriptor in (reading, *(other.pipe.fileno() for other in others)):
                os.close(descriptor)  # who holds one of these keeps the others from noticing that nobody reads
            with os.fdopen(writing, "wb") as pipe:
                _serve(tasks, work, pipe, parent)
        finally:
            os._exit(0)

    def next_task(self) -> Iterator[list[Any]]:
        """The results of this worker's next task."""
        done = False
        while not done:
            head = self.pipe.read(_LENGTH_BYTES)
            if len(head) < _LENGTH_BYTES:
                raise NewscliError("a process that searched was stopped from outside; try again")
            done, trouble, results = marshal.loads(self.pipe.read(int.from_bytes(head, "little")))
            yield results
            if trouble:
                raise _SAID.get(trouble[0], RuntimeError)(trouble[1])

    def stop(self) -> None:
        self.pipe.close()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _serve(tasks: Sequence[T], work: Callable[[T], Iterable[R]], pipe: Any, parent: int) -> None:
    """Do tasks one after the other, as long as somebody wants to know."""
    for task in tasks:
        if os.getppid() != parent:
            return
        results = iter(work(task))
        done = False
        while not done:
            batch: list[Any] = []
            try:
                batch += islice(results, _BATCH)
            except tuple(_SAID.values()) as error:
                told = error.reason if isinstance(error, DamagedIndex) else str(error)
                _send(pipe, True, (type(error).__name__, told), batch)
                return
            except Exception as error:  # whatever it is, the process that asked has to be told
                _send(pipe, True, ("", f"{type(error).__name__}: {error}"), batch)
                raise
            done = len(batch) < _BATCH
            _send(pipe, done, None, batch)


def _send(pipe: Any, done: bool, trouble: tuple[str, str] | None, batch: list[Any]) -> None:
    data = marshal.dumps((done, trouble, batch))
    pipe.write(len(data).to_bytes(_LENGTH_BYTES, "little") + data)
    pipe.flush()
