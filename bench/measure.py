"""What the benches share: commands timed in turn with a peer, and what a command and its helpers take."""

import os
import resource
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

NEWSCLI = str(Path(sys.executable).with_name("newscli"))
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Pair:
    """Medians in seconds, and the median of the ratios of the pairs."""

    own: float
    peer: float
    ratio: float


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def paired(own: list[str], peer: list[str], environment: dict[str, str], runs: int) -> Pair:
    """Each RUNS times in turn, after one of each that doesn't count."""
    seconds(own, environment)
    seconds(peer, environment)
    taken = [(seconds(own, environment), seconds(peer, environment)) for _ in range(runs)]
    a, b = (statistics.median(side) for side in zip(*taken, strict=True))
    return Pair(a, b, statistics.median(x / y for x, y in taken))


@dataclass
class Taken:
    """What a command took: seconds, those of them in which a processor was its own, and bytes of memory at most, summed over
    its processes."""

    seconds: float
    busy: float
    memory: int


def taken(command: list[str], environment: dict[str, str]) -> Taken:
    """Run a command and watch its processes. Pages that they share count for each: the memory is an upper bound."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    most = 0
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ended = threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(_LOOK_SECONDS):
            most = max(most, sum(map(_resident, _family(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    ended.set()
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(time.perf_counter() - start, busy, most)


def _family(pid: int) -> list[int]:
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += (one for child in path.read_text().split() for one in _family(int(child)))
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # it has ended
        return 0


def size(folder: Path) -> int:
    """Bytes of the files of a folder and below."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def write_block(page: Path, name: str, text: str) -> None:
    """Put a text between the marks of this name in a page of docs/."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = page.read_text("utf-8").partition(begin)
    page.write_text(before + begin + text.strip("\n") + "\n" + end + rest.partition(end)[2], "utf-8")
