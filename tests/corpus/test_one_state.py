"""Many readers while the corpus changes: every answer is of one state of it, whoever writes and whoever dies."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newscli.corpus import maintenance, open_corpus
from newscli.corpus.manner import PLAIN

# A state: all files say the same number, and there are as many of them as the state before had.
WRITER = """
import itertools, sys
from pathlib import Path
from newscli.corpus import open_corpus
root = Path(sys.argv[1])
for generation in itertools.count(int(sys.argv[3])):
    files = sorted(root.glob("*.txt"))
    files[generation % len(files)].unlink()
    for path in [*files[: generation % len(files)], *files[generation % len(files) + 1 :], root / f"{generation:06}.txt"]:
        path.write_text(f"OSLO, Jan 11 (Reuters) - Word g{generation} of the harbour.\\n\\nReporting by Mara Lindqvist\\n")
    open_corpus([sys.argv[1]], index=sys.argv[2])
    print(generation, flush=True)
"""
READER = """
import sys, time
from newscli.corpus import open_corpus
from newscli.query.filters import Filters, PersonFilter
least, longest, seen = float(sys.argv[3]), float(sys.argv[4]), set()
begun = time.monotonic()
while (ran := time.monotonic() - begun) < least or (len(seen) < 3 and ran < longest):
    corpus = open_corpus([sys.argv[1]], index=sys.argv[2], refresh=False)
    said = {record.article.text.split("Word ")[1].split()[0] for record in corpus.records()}
    by = corpus.count(Filters(people=(PersonFilter("mara"),)))
    kept = corpus.counts()
    state = (len(said), corpus.count(), by, kept["reporting"]["Mara Lindqvist"], kept["file"][""])
    if state != (1, 12, 12, 12, 12):
        sys.exit(f"torn: {said} {state}")
    seen |= said
print(len(seen))
"""


def prepared(tmp_path: Path) -> tuple[str, str]:
    root = tmp_path / "news"
    root.mkdir()
    for n in range(12):
        (root / f"{n:06}.txt").write_text("OSLO, Jan 11 (Reuters) - Word g0 of the harbour.\n\nReporting by Mara Lindqvist\n")
    open_corpus([str(root)], index=str(tmp_path / "index"))
    return str(root), str(tmp_path / "index")


def running(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def states_of(readers: list[subprocess.Popen[str]]) -> list[int]:
    found = []
    for reader in readers:
        out, error = reader.communicate()
        assert reader.returncode == 0, error
        found.append(int(out))
    return found


def ended(process: subprocess.Popen[str], number: signal.Signals) -> str:
    process.send_signal(number)
    out, _ = process.communicate()
    return out


def test_eight_readers_see_one_state_each_while_refreshes_run(tmp_path: Path) -> None:
    root, index = prepared(tmp_path)
    writer = running(WRITER, root, index, 100)
    states = states_of([running(READER, root, index, 0.5, 30.0) for _ in range(8)])
    ended(writer, signal.SIGKILL)
    assert min(states) >= 3


@pytest.mark.soak
def test_the_same_for_minutes_with_a_writer_that_is_killed_again_and_again(tmp_path: Path) -> None:
    root, index = prepared(tmp_path)
    readers = [running(READER, root, index, 120.0, 120.0) for _ in range(8)]
    generation, until = 100, time.monotonic() + 115
    while time.monotonic() < until:
        writer = running(WRITER, root, index, generation)
        time.sleep(random.uniform(0.3, 3.0))
        generation += 1 + len(ended(writer, signal.SIGKILL).split())
        # What the dead one had half written is no state to look at: made whole before the next refresh.
        for path in Path(root).glob("*.txt"):
            path.write_text(f"OSLO, Jan 11 (Reuters) - Word g{generation} of the harbour.\n\nReporting by Mara Lindqvist\n")
        for n in range(12 - len(list(Path(root).glob("*.txt")))):
            path = Path(root) / f"{generation:06}-{n}.txt"
            path.write_text(f"OSLO, Jan 11 (Reuters) - Word g{generation} of the harbour.\n\nReporting by Mara Lindqvist\n")
        open_corpus([root], index=index)
        generation += 1
    assert min(states_of(readers)) > 1
    assert maintenance.Index(os.fsencode(root), Path(index), PLAIN).check() == []
