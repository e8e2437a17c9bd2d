"""Full disks, little memory, interruptions: a clear sentence, and an index that is sound afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import story

from newscli.corpus import maintenance, open_corpus, processes, workers
from newscli.corpus.changes import Task
from newscli.corpus.collecting import How
from newscli.corpus.manner import PLAIN
from newscli.corpus.walking import Found
from newscli.errors import CorpusError

# A limit on the size of files is what a full disk is to SQLite: writing fails in the middle.
FULL = """
import resource, sys
from newscli.corpus import open_corpus, workers
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
workers.LEAST_FILES = int(sys.argv[3])
corpus = open_corpus([sys.argv[1]], index=sys.argv[2])
print(corpus.count())
print(*corpus.notices, sep="\\n")
"""


def many(root: Path, count: int) -> Path:
    root.mkdir()
    for n in range(count):
        (root / f"{n:04}.txt").write_text(story(n))
    return root


@pytest.mark.parametrize("least", [100, 10_000], ids=["several", "one"])
def test_on_a_full_disk_the_answer_comes_without_an_index(tmp_path: Path, least: int) -> None:
    root = many(tmp_path / "news", 600)
    command = [sys.executable, "-c", FULL, str(root), str(tmp_path / "index"), str(least)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("600\nno index can be kept in ")
    assert done.stderr == ""
    assert list((tmp_path / "index").glob("seg-*")) == []


def test_on_a_full_disk_a_known_index_answers_as_it_is(tmp_path: Path) -> None:
    root = many(tmp_path / "news", 20)
    open_corpus([str(root)], index=str(tmp_path / "index"))
    for n in range(600):
        (root / f"late-{n}.txt").write_text(story(n))
    command = [sys.executable, "-c", FULL, str(root), str(tmp_path / "index"), "10000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("20\nthe index in ")
    assert "can't be written" in done.stdout
    assert open_corpus([str(root)], index=str(tmp_path / "index")).count() == 620
    assert maintenance.Index(os.fsencode(root), tmp_path / "index", PLAIN).check() == []


def test_what_is_too_large_for_memory_needs_an_index(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLI_MEMORY", "20k")
    blocked = news.parent / "blocked"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(CorpusError, match="make room, or name another folder"):
        open_corpus([str(news)], index=str(blocked / "index"))


@pytest.mark.parametrize(("text", "size"), [("300M", 300_000_000), ("2 gb", 2_000_000_000), ("64000k", 64_000_000)])
def test_memory_is_what_the_user_says(monkeypatch: pytest.MonkeyPatch, text: str, size: int) -> None:
    monkeypatch.setenv("NEWSCLI_MEMORY", text)
    assert processes.memory() == size


def test_memory_that_is_no_size_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLI_MEMORY", "plenty")
    with pytest.raises(CorpusError, match="300M or 2G"):
        processes.memory()


def test_little_memory_means_fewer_processes_and_smaller_batches(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = processes.count()
    monkeypatch.setenv("NEWSCLI_MEMORY", "64k")
    assert processes.count() == 1 <= usual
    tasks = [Task(b"", Found(b"%d" % n, 1_000, 0, 0, n), None) for n in range(40)]
    assert len(list(workers.batches(How(b"/"), news, 1, tasks, 1_000))) == 10
