"""How fast files become records: megabytes of each format for a second of a processor's time, beside a named peer.

    python bench/readers.py [--megabytes 3] [--runs 5] [--kinds "JSON Lines" ...] [--files FILE ...] [--write]

Reads a file of made-up articles of each kind (those of bench/streaming.py), or files of your own, in this process: with the
reader alone, and with the parser behind it. The peer only looks at every element of the same file: json.loads for each line,
csv.reader, expat's iterparse, or (for text without such a grammar) Python's own `str.split`, in turn with each run. Medians
are shown; the ratio says how many times the peer's time it takes. With --write, docs/benchmarks.md gets the table.
"""

import argparse
import csv
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import iterparse

from measure import write_block
from newscli import readers
from newscli.parse import parse
from streaming import KINDS, MEGABYTE

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
SHOWN = ("JSON Lines", "JSON, a list", "CSV", "Reuters-21578 SGML", "NewsML-G2", "NewsML 1", "Atom", "mailbox")


def read(path: Path, format_name: str, with_parser: bool) -> None:
    with path.open("rb") as stream:
        for one in readers.table()[format_name].read(readers.Source(str(path), path.name, stream)):
            if with_parser and isinstance(one, readers.RawArticle):
                parse(one.text, one.stated, one.warnings, one.line)


def as_json_lines(path: Path) -> None:
    with path.open("rb") as lines:
        for line in lines:
            json.loads(line)


def as_json(path: Path) -> None:
    json.loads(path.read_bytes())


def as_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def as_xml(path: Path) -> None:
    for _, element in iterparse(path):
        element.clear()


def as_words(path: Path) -> None:
    path.read_text("utf-8", "replace").split()


PEERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    ".jsonl": ("json.loads", as_json_lines),
    ".json": ("json.loads", as_json),
    ".csv": ("csv.reader", as_csv),
    ".xml": ("iterparse", as_xml),
}
OTHERWISE = ("str.split", as_words)


@dataclass(frozen=True)
class Speed:
    """MB for a second of a processor's time: the reader's alone, with the parser, and the peer's."""

    reader: float
    record: float
    peer: float
    ratio: float


def busy(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(path: Path, runs: int) -> tuple[str, str, Speed]:
    """(format, peer, speed) of one file."""
    with path.open("rb") as stream:
        found = readers.recognised(path.name, stream.read(readers.HEAD))
    if found is None:
        raise SystemExit(f"{path}: no reader takes it")
    name, peer = PEERS.get(path.suffix, OTHERWISE)
    taken = []
    for run in range(runs + 1):
        reader, record = (busy(lambda alone=alone: read(path, found[0], not alone)) for alone in (True, False))
        if run:  # the first one loads tables
            taken.append((reader, record, busy(lambda: peer(path))))
    size = path.stat().st_size / MEGABYTE
    reader, record, other = (size / statistics.median(side) for side in zip(*taken, strict=True))
    return found[0], name, Speed(reader, record, other, statistics.median(record / other for _, record, other in taken))


def row(shown: str, path: Path, runs: int) -> str:
    format_name, peer, speed = measured(path, runs)
    cells = f"{speed.reader:.1f} | {speed.record:.1f} | {peer} {speed.peer:,.0f} | {speed.ratio:.0f}"
    return f"| {shown} | `{format_name}` | {cells} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=3)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--kinds", nargs="+", choices=KINDS, default=list(SHOWN), metavar="KIND")
    options.add_argument("--files", type=Path, nargs="+", default=[])
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    lines = [
        "| file | format | reader, MB/s | records, MB/s | peer, MB/s | times the peer's time |",
        "|---|---|---:|---:|---:|---:|",
    ]
    print("\n".join(lines))
    with tempfile.TemporaryDirectory() as folder:
        for name in given.kinds if not given.files else ():
            path = Path(folder) / f"made{KINDS[name].ending}"
            KINDS[name].make(path, int(given.megabytes * MEGABYTE))
            lines.append(row(name, path, given.runs))
            print(lines[-1], flush=True)
    for path in given.files:
        lines.append(row(path.name, path, given.runs))
        print(lines[-1], flush=True)
    if given.write:
        write_block(PAGE, "readers", "\n".join(lines))


if __name__ == "__main__":
    main()
