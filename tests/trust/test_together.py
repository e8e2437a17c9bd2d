"""Eight readers and two refreshers beside somebody who edits: no error, no torn answer, no deadlock, nobody waits."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.trust.running import SECONDS, figure
from tests.trust.test_faults import is_exact

from newscli.corpus import open_corpus

READERS, REFRESHERS = 8, 2

# All begin together, when each has said that it is there, and go on until the end is told.
_READY = """
print("ready", flush=True)
sys.stdin.readline()
ended = Path(sys.argv[3]).exists
"""
# Each file says a number that no file ever said before. One edit is one rename or unlink, so each is a state of its own.
EDITOR = f"""
import json, os, random, sys, time
from pathlib import Path
root, chance, version = Path(sys.argv[1]), random.Random(7), 1000
state = json.loads(sys.argv[4])
{_READY}
def put(path):
    global version
    version += 1
    text = f"OSLO, Jan 11 (Reuters) - Word v{{version}} of the harbour.\\n\\nReporting by Mara Lindqvist\\n"
    (root / ".new").write_text(text)
    os.replace(root / ".new", root / path)
    state[path] = version
while not ended():
    path, before = chance.choice(sorted(state)), time.monotonic()
    what = chance.randrange(6)
    if what == 0 and len(state) > 20:
        os.unlink(root / path)
        del state[path]
    elif what == 1:
        to = f"{{path[0]}}/m{{version}}-{{before:.3f}}.txt"
        os.replace(root / path, root / to)
        state[to] = state.pop(path)
    elif what == 2:
        put(f"{{chance.randrange(4)}}/n{{version}}.txt")
    else:
        put(path)
    print(json.dumps([before, time.monotonic(), state]), flush=True)
    time.sleep(chance.uniform(0.1, 0.5))
"""
# Waiting is what is left of a time when the time in the processor, and in the queue for it, is taken off.
_MEASURED = f"""
import json, os, sys, time
from pathlib import Path
from newscli import engine
from newscli.corpus import open_corpus
from newscli.query.filters import Filters
from newscli.query.pattern import compile_pattern
from newscli.query.search import Search
def busy():
    ran, queued, _ = map(int, Path("/proc/thread-self/schedstat").read_text().split())
    return (ran + queued) / 1e9
asked = Search(compile_pattern(["harbour"]))
os.chdir(sys.argv[1])
{_READY}
while not ended():
    begun, at = time.monotonic(), busy()
"""
READER = f"""{_MEASURED}
    corpus = open_corpus([""], index=sys.argv[2], refresh=False)
    said = {{record.path: int(record.article.text.split("Word v")[1].split()[0]) for record in corpus.records()}}
    found = list(engine.addresses(corpus, Filters(), asked))
    took = time.monotonic() - begun
    many = {{len(said), len(found), corpus.count(), corpus.counts()["reporting"]["Mara Lindqvist"], corpus.extent().files}}
    print(json.dumps([took, took - busy() + at, said if len(many) == 1 else sorted(many)]), flush=True)
    time.sleep(0.02)  # so that there is something new to see
"""
REFRESHER = f"""{_MEASURED}
    open_corpus([""], index=sys.argv[2])
    print(json.dumps([time.monotonic() - begun]), flush=True)
"""

State = dict[str, int]


@dataclass(frozen=True, slots=True)
class Running:
    """A process that writes to a file, in which a pipe could not get full."""

    process: subprocess.Popen[bytes]
    written: Path

    def said(self) -> list[Any]:
        """What it has said so far, without the first word and what is not a whole line yet."""
        return [json.loads(line) for line in self.written.read_text().split("\n")[1:-1]]

    def ended(self) -> list[Any]:
        """All that it has said, when it has ended without an error and in time."""
        assert self.process.wait(timeout=60) == 0, self.written.read_text()[-2000:]
        return self.said()


def running(program: str, written: Path, *arguments: object) -> Running:
    with written.open("wb") as out:
        command = [sys.executable, "-c", program, *map(str, arguments)]
        return Running(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=out), written)


def begin(processes: list[Running]) -> None:
    while any(one.written.stat().st_size == 0 for one in processes):
        assert all(one.process.poll() is None for one in processes)
        time.sleep(0.05)
    for one in processes:
        assert one.process.stdin is not None
        one.process.stdin.close()


def until_seen(readers: list[Running], seconds: float) -> None:
    """Wait so long, and on a machine with too much to do until readers have seen some states of the corpus."""
    begun = time.monotonic()
    while time.monotonic() < begun + seconds or len({json.dumps(one[2]) for reader in readers for one in reader.said()}) < 3:
        assert time.monotonic() < begun + seconds + 120, "readers see nothing new"
        time.sleep(0.5)


def seen_between(answer: State, edits: list[Any]) -> float | None:
    """0 where an answer is a state; else how long the shortest time is in which each file was as the answer has it.

    None where there is no such time.
    """
    states = [state for _, _, state in edits]
    if answer in states:
        return 0.0
    for wide in range(1, len(states)):
        for at in range(len(states) - wide):
            some = states[at : at + wide + 1]
            if all(answer.get(path) in {one.get(path) for one in some} for path in answer.keys() | set().union(*some)):
                return float(edits[at + wide][1] - edits[at + 1][0])
    return None


@pytest.mark.skipif(not os.path.exists("/proc/thread-self/schedstat"), reason="no way to tell waiting from being queued")  # noqa: PTH110
@pytest.mark.parametrize("seconds", [4.0, pytest.param(60.0 * min(1, SECONDS / 300), marks=pytest.mark.soak)])
def test_readers_see_states_and_never_wait_while_others_refresh_and_one_edits(tmp_path: Path, seconds: float) -> None:
    root, index = tmp_path / "news", tmp_path / "index"
    state: State = {}
    for n in range(40):
        path = root / f"{n % 4}" / f"{n:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"OSLO, Jan 11 (Reuters) - Word v{n} of the harbour.\n\nReporting by Mara Lindqvist\n")
        state[f"{n % 4}/{n:02}.txt"] = n
    open_corpus([str(root)], index=str(index))
    before = [0.0, 0.0, dict(state)]
    common = root, index, tmp_path / "end"
    editor = running(EDITOR, tmp_path / "edits", *common, json.dumps(state))
    refreshers = [running(REFRESHER, tmp_path / f"looks{n}", *common) for n in range(REFRESHERS)]
    readers = [running(READER, tmp_path / f"answers{n}", *common) for n in range(READERS)]
    begin([editor, *refreshers, *readers])
    until_seen(readers, seconds)
    (tmp_path / "end").touch()
    edits = [before, *editor.ended()]
    looks = [took for refresher in refreshers for (took,) in refresher.ended()]
    answers = [answer for reader in readers for answer in reader.ended()]

    torn = [said for _, _, said in answers if isinstance(said, list)]
    assert torn == []
    distinct = {json.dumps(said, sort_keys=True) for _, _, said in answers}
    spans = [seen_between(json.loads(one), edits) for one in distinct]
    assert None not in spans
    between = [span for span in spans if span]
    # A look at many files takes a moment, in which they may change: what it saw is of that moment, and never of a longer one.
    assert max(between, default=0.0) <= max(looks) + 0.5, sorted(between)
    assert len(distinct) >= 3
    waited, took = max(one[1] for one in answers), max(one[0] for one in answers)
    assert waited < 1.0
    is_exact(root, index)
    figure(
        f"{len(answers)} answers of {READERS} readers in {seconds:.0f} s beside {len(looks)} refreshes and {len(edits) - 1}"
        f" edits: {len(distinct)} different ones, {len(spans) - len(between)} of them states of an instant, {len(between)} of"
        f" the time of one refresh; longest wait {waited * 1000:.0f} ms, longest answer {took:.2f} s with"
        f" {READERS + REFRESHERS + 1} processes on {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f})"
    )
