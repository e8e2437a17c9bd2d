"""Reading many files in several processes: each parses a batch and writes a whole segment; the rows come back here.

A worker is a Python of its own that talks through its standard input and output, so that it ends when its master does,
however that ends. A batch whose worker died is read again by the master, who can say what is wrong with it.

A message is its length in eight bytes, and plain values as marshal writes them.
"""

import contextlib
import gc
import marshal
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Lock, Thread
from typing import IO, Any

from newscli import containers
from newscli.corpus import processes
from newscli.corpus.changes import Moved, Task
from newscli.corpus.collecting import Collected, Collector, How, collect
from newscli.corpus.manner import Manner
from newscli.corpus.reading import LARGE_BYTES
from newscli.corpus.walking import Found
from newscli.frozen import frozen
from newscli.readers import ending

FILES_A_BATCH = 10_000
BYTES_A_BATCH = 64_000_000
LEAST_FILES = 1_500  # fewer are read sooner than a second Python has started
# More articles than one batch can hold: each batch has its own range of numbers.
NUMBERS_A_BATCH = 1 << 32
_SHARE_A_BATCH = 16  # of all memory: its text, and what is made of it, in each process and on its way
_LOOK_SECONDS = 0.1
_TELL_EVERY = 200  # files


@frozen
class Batch:
    """Files that become one segment, whose articles are numbered from `first`."""

    how: How
    folder: Path
    first: int
    tasks: list[Task]

    def collect(self, tell: Callable[[int], None]) -> Collected:
        """Read all files; `tell` hears of every so many."""
        collector = Collector(self.folder, self.first)
        nothing = Moved(())
        for at, task in enumerate(self.tasks, 1):
            collect(collector, task, self.how, nothing)
            if at % _TELL_EVERY == 0:
                tell(_TELL_EVERY)
        tell(len(self.tasks) % _TELL_EVERY)
        return collector.finish()[0]


def can_read(task: Task) -> bool:
    """Whether a file is for a batch: what is large, or may unpack to much, is published in pieces by the master."""
    return task.file.size <= LARGE_BYTES and ending(os.fsdecode(task.file.name)) not in containers.endings()


def files_a_batch(files: int, workers: int) -> int:
    """How many files of so many are one batch: two for each worker, none too large to be published at once.

    More of them would end at more nearly the same time, and make more segments, each with a list of its words.
    """
    return max(500, min(FILES_A_BATCH, files // (workers * 2) + 1))


def batches(how: How, folder: Path, first: int, tasks: Iterable[Task], files: int) -> Iterator[Batch]:
    """The tasks in pieces of their order: of so many files, or fewer where they are large."""
    most = min(BYTES_A_BATCH, processes.memory() // _SHARE_A_BATCH)
    piece: list[Task] = []
    size = 0
    for task in tasks:
        piece.append(task)
        size += task.file.size
        if len(piece) >= files or size >= most:
            yield Batch(how, folder, first, piece)
            first += NUMBERS_A_BATCH
            piece, size = [], 0
    if piece:
        yield Batch(how, folder, first, piece)


def collected(
    waiting: Iterable[Batch], workers: int, tell: Callable[[int], None], lock: int | None = None
) -> Generator[Collected, None, None]:
    """Every batch, read by as many processes, as each gets done. Results wait for no more than one a worker.

    `tell` hears how many files more have been read. `lock` is the file descriptor that says who may write the index.
    """
    todo, turn = iter(waiting), Lock()
    results: Queue[Collected | Batch | int | None] = Queue(maxsize=workers)
    processes = [_start(lock) for _ in range(workers)]

    stopped = Event()

    def feed(process: subprocess.Popen[bytes]) -> None:
        while True:
            with turn:
                batch = None if stopped.is_set() else next(todo, None)
            if batch is None:
                break
            results.put(_ask(process, batch, results.put) or batch)
        results.put(None)

    threads = [Thread(target=feed, args=(process,), daemon=True) for process in processes]
    for thread in threads:
        thread.start()
    try:
        running = workers
        while running:
            result = results.get()
            if result is None:
                running -= 1
            elif isinstance(result, int):
                tell(result)
            else:
                yield result.collect(tell) if isinstance(result, Batch) else result
    finally:
        stopped.set()
        for process in processes:
            process.kill()
        while any(thread.is_alive() for thread in threads):  # each may still want to hand over what nobody needs now
            with contextlib.suppress(Empty):
                results.get(timeout=_LOOK_SECONDS)
        for process in processes:
            with contextlib.suppress(OSError), process:  # closes its pipes, and waits for its end
                pass


def _start(lock: int | None) -> subprocess.Popen[bytes]:
    # -P: whatever lies in the current folder is no module of ours.
    command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()"]
    # The lock of the index is held as long as anybody who got it lives: the next writer waits for the last worker.
    held = () if lock is None else (lock,)
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=held)


def _ask(process: subprocess.Popen[bytes], batch: Batch, tell: Callable[[int], None]) -> Collected | None:
    """A worker's answer; None if it has died. Until then it says how far it has come."""
    if process.stdin is None or process.stdout is None:
        return None
    tasks = [(task.directory, tuple(task.file)) for task in batch.tasks]
    with contextlib.suppress(OSError, EOFError):
        how = (batch.how.root, batch.how.manner.as_plain(), batch.how.now)
        _send(process.stdin, (*how, str(batch.folder), batch.first, tasks))
        while len(answer := _receive(process.stdout)) == 1:
            tell(answer[0])
        return Collected.from_plain(answer)
    return None


def _send(stream: IO[bytes], message: tuple[Any, ...]) -> None:
    data = marshal.dumps(message)
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[Any, ...]:
    """EOFError where the other side has gone."""
    head = stream.read(8)
    data = stream.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
    if len(head) < 8 or len(data) < int.from_bytes(head, "big"):
        raise EOFError
    message: tuple[Any, ...] = marshal.loads(data)  # written by our own worker, for us alone
    return message


def _end_with(master: int) -> None:
    """End in the middle of a batch when the master has gone: nobody will publish it."""
    while os.getppid() == master:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


def main() -> None:
    """A worker: answers batches until its master has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the master gets it too, and ends us
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # Articles are full of small objects and free of cycles: to look for these after every 700 took a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    # What keeps this process from writing keeps the master from it, who says so.
    with contextlib.suppress(EOFError, OSError, sqlite3.OperationalError):
        while True:
            root, manner, now, folder, first, tasks = _receive(sys.stdin.buffer)
            todo = [Task(directory, Found(*file), None) for directory, file in tasks]
            batch = Batch(How(root, Manner.from_plain(manner), now=now), Path(folder), first, todo)
            _send(sys.stdout.buffer, batch.collect(lambda more: _send(sys.stdout.buffer, (more,))).as_plain())
