"""A file of so many articles that they become known in steps: killed between any two, the next command is right."""

import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import story
from tests.trust.running import lasting
from tests.trust.test_faults import is_exact, killed, took, worked

from newscli.corpus import open_corpus
from newscli.store.catalog_reader import CatalogReader

# Dies before or behind the moment at which the n-th segment becomes known.
DYING = """
import os, signal, sys
from newscli.corpus import collecting, open_corpus, refresh
collecting.ARTICLES_A_SEGMENT = 40
left, known = int(sys.argv[3]), refresh.Refresher._make_known
def make_known(self, done):
    global left
    left -= 1
    if left or sys.argv[4] == "behind":
        known(self, done)
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
refresh.Refresher._make_known = make_known
open_corpus([sys.argv[1]], index=sys.argv[2])
"""


def written(root: Path, articles: int, first: int = 0) -> Path:
    """A folder with one file of many articles, between two files of one."""
    root.mkdir(exist_ok=True)
    records = ({"title": f"Story {n}", "text": story(n)} for n in range(first, first + articles))
    (root / "many.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    for name in ("a.txt", "z.txt"):
        (root / name).write_text(story(first))
    return root


@pytest.mark.parametrize(("segments", "when"), [(1, "before"), (1, "behind"), (3, "before"), (4, "behind")])
def test_killed_between_two_steps_of_a_file(tmp_path: Path, segments: int, when: str) -> None:
    root, index = tmp_path / "news", tmp_path / "index"
    for first in (0, 1000):  # a build from nothing, then a refresh, when the file has other articles
        written(root, 200, first)
        dying = [sys.executable, "-c", DYING, str(root), str(index), str(segments), when]
        assert subprocess.run(dying, capture_output=True).returncode == -signal.SIGKILL
        if first == 0 and when == "behind":
            begun = CatalogReader.read(index / "catalog.db").connection
            assert 0 < begun.execute("SELECT count(*) FROM articles").fetchone()[0] < 200, "killed inside the file"
            begun.close()
        is_exact(root, index)
        assert open_corpus([str(root)], index=str(index)).count() == 202


@pytest.mark.parametrize("moments", [3, pytest.param(lasting(100), marks=pytest.mark.soak)])
def test_killed_at_any_moment_in_a_file(tmp_path: Path, moments: int) -> None:
    chance = random.Random(moments)
    root, index = written(tmp_path / "news", 200), tmp_path / "index"
    whole = took(root, index)
    for at in range(moments):
        if at % 2 == 0:
            shutil.rmtree(index)
        written(root, chance.randint(100, 300), at)
        killed(worked(root, index), chance.uniform(0, whole))
        is_exact(root, index)
