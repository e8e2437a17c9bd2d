"""Killed, starved, damaged: the next command gives what a fresh build gives, or says in a sentence why it can't."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.conftest import story
from tests.trust.running import Piped, figure, in_memory, in_pipes, lasting

from newscli.article import Record
from newscli.corpus import maintenance, open_corpus
from newscli.corpus.manner import PLAIN
from newscli.store import seal
from newscli.text import identify

_LIMITS = """
import sys
from newscli.corpus import collecting, workers
collecting.ARTICLES_A_SEGMENT = 40
workers.LEAST_FILES = 60
"""
# Says when it begins, and when it begins to put segments together: all of them, if the third argument is "vacuum".
WORK = f"""{_LIMITS}
from newscli.corpus import merging, open_corpus
if sys.argv[3] == "vacuum":
    merging.due = lambda segments: segments
merge = merging.Merger._merge
def told(self, chosen):
    print("merging", flush=True)
    merge(self, chosen)
merging.Merger._merge = told
print("begun", flush=True)
open_corpus([sys.argv[1]], index=sys.argv[2])
"""
STARVED = f"""{_LIMITS}
import resource, signal
from newscli.cli.guard import guarded
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
sys.exit(guarded(["export", sys.argv[1], "--index", sys.argv[2]]))
"""


def grown(root: Path, files: int = 160) -> Path:
    root.mkdir()
    for n in range(files):
        folder = root / f"{n % 5}"
        folder.mkdir(exist_ok=True)
        (folder / f"{n:04}.txt").write_text(story(n))
    return root


def edit(root: Path, chance: random.Random) -> None:
    """Some of what happens to a corpus: files come, change, move and go, and so do folders."""
    for _ in range(chance.randint(1, 30)):
        files = sorted(root.rglob("*.txt"))
        one = chance.choice(files)
        match chance.randrange(5):
            case 0:
                (root / f"{chance.randrange(5)}" / f"n{chance.randrange(10**9)}.txt").write_text(story(chance.randrange(10**6)))
            case 1:
                one.write_text(story(chance.randrange(10**6)))
            case 2 if len(files) > 100:
                one.unlink()
                if len(files) > 200:  # each of a few hundred is read again and again
                    chance.choice([other for other in files if other != one]).unlink()
            case 3:
                one.rename(one.with_name(f"m{chance.randrange(10**9)}.txt"))
            case _:
                folder = root / f"f{chance.randrange(10**9)}"
                folder.mkdir()
                (folder / "a.txt").write_text(story(chance.randrange(10**6)))


def settled(root: Path, index: Path) -> list[Record]:
    """What a command answers when the workers of a dead one have ended, which takes a moment."""
    for _ in range(100):
        corpus = open_corpus([str(root)], index=str(index))
        if not any("another newscli" in notice for notice in corpus.notices):
            break
    return list(corpus.records())


def is_exact(root: Path, index: Path) -> None:
    """The index answers as a fresh look at the files does, and is sound."""
    fresh = open_corpus([str(root)])
    assert settled(root, index) == list(fresh.records())
    assert open_corpus([str(root)], index=str(index)).vocabulary() == fresh.vocabulary()
    assert maintenance.Index(os.fsencode(root), index, PLAIN).check() == []


def worked(root: Path, index: Path, how: str = "") -> subprocess.Popen[bytes]:
    """A process that has begun to bring the index up to date."""
    command = [sys.executable, "-c", WORK, str(root), str(index), how]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    return process


def took(root: Path, index: Path) -> float:
    """How long a run takes, in seconds."""
    process, begun = worked(root, index), time.monotonic()
    process.communicate()
    return time.monotonic() - begun


def killed(process: subprocess.Popen[bytes], after: float) -> bool:
    """Whether a process was still at work when it was killed."""
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


# -- killed ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moments", [5, pytest.param(lasting(200), marks=pytest.mark.soak)])
def test_killed_at_any_moment_the_next_command_answers_as_a_fresh_build(tmp_path: Path, moments: int) -> None:
    chance = random.Random(moments)
    root, index = grown(tmp_path / "news"), tmp_path / "index"
    build = took(root, index)
    edit(root, chance)
    refresh = took(root, index)
    died = Counter[str]()
    runs = 0
    while died.total() < moments:
        runs += 1
        assert runs < 20 + moments * 4
        edit(root, chance)
        match runs % 3:
            case 0:
                shutil.rmtree(index)
                died["build"] += killed(worked(root, index), chance.uniform(0, build))
            case 1:
                died["refresh"] += killed(worked(root, index), chance.uniform(0, refresh))
            case _:
                process = worked(root, index, "vacuum")
                assert process.stdout is not None
                assert process.stdout.readline() == b"merging\n"
                died["vacuum"] += killed(process, chance.uniform(0, build / 4))
        is_exact(root, index)
    figure(f"killed in {died.total()} of {runs} runs ({dict(died)}); the next command gave a fresh build's records each time")


@pytest.mark.parametrize("moments", [4, pytest.param(lasting(50), marks=pytest.mark.soak)])
def test_clearing_leaves_nothing_of_a_run_that_was_killed(tmp_path: Path, moments: int) -> None:
    chance = random.Random(moments)
    root, index = grown(tmp_path / "news"), tmp_path / "index"
    build = took(root, index)
    maintenance.Index(os.fsencode(root), index, PLAIN).clear()
    for _ in range(moments):
        killed(worked(root, index), chance.uniform(0, build))
        maintenance.Index(os.fsencode(root), index, PLAIN).clear()
        assert not index.exists()
    figure(f"`index clear` after {moments} runs that were killed: nothing left")


# -- no room, and a disk that fails ------------------------------------------------------------------------------------


def right_or_said(root: Path, status: int, out: bytes, said: bytes) -> None:
    """Either the right answer, or a sentence and a status; never a wrong answer, never a fault of ours."""
    assert status in (0, 2), said
    assert b"internal error" not in said
    assert b"Traceback" not in said
    if status == 0 and b"answering from it as it is" not in said:
        paths = [json.loads(line)["path"] for line in out.splitlines()]
        assert paths == sorted(str(path) for path in root.rglob("*.txt"))
    elif status:
        assert said.startswith(b"newscli: ")


@pytest.mark.parametrize("sizes", [6, pytest.param(lasting(100), marks=pytest.mark.soak)])
def test_with_no_room_for_an_index_the_answer_comes_all_the_same(tmp_path: Path, sizes: int) -> None:
    chance = random.Random(sizes)
    root, index = grown(tmp_path / "news"), tmp_path / "index"
    for at in range(sizes):
        if at % 3 == 0:
            shutil.rmtree(index, ignore_errors=True)
        edit(root, chance)
        room = chance.choice((0, 4096, chance.randrange(400_000)))
        command = [sys.executable, "-c", STARVED, str(root), str(index), str(room)]
        done = subprocess.run(command, capture_output=True, timeout=60)
        right_or_said(root, done.returncode, done.stdout, done.stderr)
        is_exact(root, index)
    figure(f"{sizes} commands that may write only so many bytes to a file: each right, or said")


# A disk of this many kilobytes, seen by nobody else and gone with the shell; three commands, the corpus edited before each.
SMALL_DISK = """
mount -t tmpfs -o size=$1k none "$2" || exit 99
for n in 1 2 3; do
    "$4" -m newscli export "$3" --index "$2/index" > "$5/out$n" 2> "$5/said$n"
    echo $? > "$5/status$n"
    for m in 1 2 3 4 5 6 7 8; do cp "$3/0/0000.txt" "$3/1/new$n$m.txt"; done
done
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare to mount a disk of our own with")
@pytest.mark.parametrize("sizes", [2, pytest.param(lasting(30), marks=pytest.mark.soak)])
def test_on_a_disk_that_is_full_the_answer_comes_all_the_same(tmp_path: Path, sizes: int) -> None:
    chance = random.Random(sizes)
    statuses = Counter[str]()
    for at in range(sizes):
        folder = tmp_path / f"{at}"
        (folder / "disk").mkdir(parents=True)
        root = grown(folder / "news")
        size = chance.choice((16, 64, 128, 200, 256, 320, 400, 800))
        script = ["sh", "-c", SMALL_DISK, "sh", str(size), str(folder / "disk"), str(root), sys.executable, str(folder)]
        done = subprocess.run(["unshare", "--map-root-user", "--mount", *script], capture_output=True, timeout=120)
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.decode()}")
        for n in (1, 2, 3):
            status, said = int((folder / f"status{n}").read_text()), (folder / f"said{n}").read_bytes()
            right_or_said(root, status, b"", said if status else said + b"answering from it as it is")
            many = len((folder / f"out{n}").read_bytes().splitlines())
            assert status == 2 or b"answering from it" in said or many == 160 + 8 * (n - 1), said
            statuses["without an index" if b"no index can be kept" in said else "from the index" if not said else "said"] += 1
    figure(f"{sizes * 3} commands on full disks of 16 to 800 kB: {dict(statuses)}")


FAILING = (
    "pwrite64:error=EIO",
    "pwrite64:error=ENOSPC",
    "fsync:error=EIO",
    "fdatasync:error=EIO",
    "pread64:error=EIO",
    "ftruncate:error=EIO",
)


@pytest.mark.skipif(not shutil.which("strace"), reason="no strace to make system calls fail with")
@pytest.mark.parametrize("times", [4, pytest.param(lasting(60), marks=pytest.mark.soak)])
def test_a_disk_that_fails_is_said_and_does_no_harm(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    root, index = grown(tmp_path / "news", 80), tmp_path / "index"
    for at in range(times):
        if at % 3 == 0:
            shutil.rmtree(index, ignore_errors=True)
        edit(root, chance)
        failing = FAILING[at % len(FAILING)]
        injected = f"inject={failing}:when={chance.randint(1, 30)}+"
        call = failing.partition(":")[0]
        strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", injected, "-P", str(index)]
        strace += [part for path in ("catalog.db", "catalog.db-wal", "catalog.db-shm") for part in ("-P", str(index / path))]
        command = [*strace, sys.executable, "-m", "newscli", "export", str(root), "--index", str(index)]
        done = subprocess.run(command, capture_output=True, timeout=120)
        right_or_said(root, done.returncode, done.stdout, done.stderr)
        is_exact(root, index)
    figure(f"{times} commands whose writes, reads or syncs fail from some moment on: each right, or said")


# -- damaged, or of another time ---------------------------------------------------------------------------------------


def flipped(index: Path, what: str, chance: random.Random) -> tuple[Path, int]:
    """One byte of an index, somewhere in these files, is another."""
    path = chance.choice([one for one in sorted(index.glob(what)) if one.stat().st_size])
    with path.open("r+b") as file:
        at = chance.randrange(path.stat().st_size)
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ chance.randrange(1, 256)]))
    return path, at


QUESTIONS = (["export"], ["list"], ["grep", "harbour"], ["stats"], ["show", "--raw", identify(story(0)), "--corpus"])


@pytest.mark.parametrize("places", [10, pytest.param(lasting(100), marks=pytest.mark.soak)])
@pytest.mark.parametrize("what", ["seg-*.db", "catalog.db"])
def test_damage_to_an_index_is_noticed_or_changes_no_answer(tmp_path: Path, what: str, places: int) -> None:
    """Each command gives the right answer, and says so where it had to make the index anew; or a sentence and no answer."""
    chance = random.Random(places)
    root, index, kept = grown(tmp_path / "news", 60), tmp_path / "index", tmp_path / "kept"
    where = [str(root), "--index", str(index)]
    right = {one[0]: in_memory([*one, *where]).out for one in QUESTIONS}
    shutil.copytree(index, kept)
    for at in range(places):
        shutil.rmtree(index)
        shutil.copytree(kept, index)
        place = flipped(index, what, chance)
        asked = [[*one, *where, "--no-refresh"] for one in QUESTIONS] + [["index", "check", *where], ["index", "info", *where]]
        mending = (QUESTIONS * 2)[at % len(QUESTIONS) :][:2]
        ran = [in_memory(one) for one in (*asked, *([*one, *where] for one in mending))]
        unmended, (check, info, first, *after) = ran[: len(QUESTIONS)], ran[len(QUESTIONS) :]
        for one in unmended:
            assert (one.status, one.out) == (2, b""), (place, one.arguments, one.said)
            assert one.said.startswith("newscli: the index in"), (place, one.said)
        assert check.status == 2, place
        assert b"damaged" in info.out, place
        assert (first.status, first.out) == (0, right[first.arguments[0]]), place
        assert "is damaged" in first.said, (place, first.said)
        for one in after:
            assert (one.status, one.out, one.said) == (0, right[one.arguments[0]], ""), place
    figure(f"bytes flipped at {places} places of {what}: noticed each time by {len(QUESTIONS) + 2} commands, then made anew")


def test_an_index_that_was_copied_or_touched_is_gone_through_and_used(tmp_path: Path) -> None:
    root, index, copy = grown(tmp_path / "news"), tmp_path / "index", tmp_path / "copy"
    (fresh,) = in_pipes([["export", str(root), "--index", str(index)]], tmp_path)
    shutil.copytree(index, copy)
    for path in index.iterdir():
        os.utime(path, (1, 1))
    for folder in (index, copy):
        for more in (["--no-refresh"], [], []):
            (ran,) = in_pipes([["export", str(root), "--index", str(folder), *more]], tmp_path)
            assert (ran.status, ran.out, ran.said) == (0, fresh.out, "")
        assert seal.holds(folder)


def test_an_index_without_a_seal_or_with_a_damaged_one_is_used_and_sealed_again(tmp_path: Path) -> None:
    root, index = grown(tmp_path / "news"), tmp_path / "index"
    where = [str(root), "--index", str(index)]
    (fresh,) = in_pipes([["export", *where]], tmp_path)
    for done_to_it in (Path.unlink, lambda path: flipped(index, path.name, random.Random(1))):
        done_to_it(index / "seal")
        for more in (["--no-refresh"], []):
            (ran,) = in_pipes([["export", *where, *more]], tmp_path)
            assert (ran.status, ran.out, ran.said) == (0, fresh.out, "")
        assert seal.holds(index)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE placings SET places = places || ','",
        "UPDATE placings SET places = placing",
        "UPDATE articles SET team = '77.1 x'",
        "UPDATE articles SET path = 7",
    ],
)
def test_what_a_catalog_can_not_have_held_is_named_as_damage(tmp_path: Path, damage: str) -> None:
    root, index = grown(tmp_path / "news", 20), tmp_path / "index"
    where = [str(root), "--index", str(index), "--no-refresh"]
    in_pipes([["index", "build", *where[:3]]], tmp_path)
    with sqlite3.connect(index / "catalog.db") as catalog:
        catalog.execute(damage)
    catalog.close()
    seal.put(index)  # as if it had been written so
    commands = [["list", *where], ["list", "--place", "oslo", *where], ["stats", "--since", "1999", *where]]
    for ran in in_pipes(commands, tmp_path):
        assert ran.status == 0 or (ran.status == 2 and ran.said.startswith("newscli: the index is damaged")), ran.said


def test_an_index_of_another_version_is_made_anew_with_a_word(tmp_path: Path) -> None:
    root, index = grown(tmp_path / "news", 20), tmp_path / "index"
    command = ["export", str(root), "--index", str(index)]
    (fresh,) = in_pipes([command], tmp_path)
    with sqlite3.connect(index / "catalog.db") as catalog:
        catalog.execute("UPDATE meta SET value = '999.9.9' WHERE key = 'version'")
    catalog.close()
    seal.put(index)
    stale, mended, after = in_pipes([[*command, "--no-refresh"], command, command], tmp_path)
    for ran in (mended, after):
        assert (ran.status, ran.out) == (0, fresh.out)
    assert "another version" in mended.said
    assert after.said == ""
    assert stale.status == 2 or (stale.out == fresh.out and stale.said)


# -- nowhere to write, nothing to read ---------------------------------------------------------------------------------


def unprivileged(commands: list[list[str]], cwd: Path, **environment: str) -> list[Piped]:
    """The same as somebody who may not write or read everything, which root may."""
    if os.geteuid() != 0:
        return in_pipes(commands, cwd, **environment)
    if not shutil.which("setpriv"):
        pytest.skip("root may do everything, and there is no setpriv to be somebody else")
    found = []
    for arguments in commands:
        done = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-m", "newscli", *arguments],
            cwd=cwd, capture_output=True, env=os.environ | environment,
        )  # fmt: skip
        if b"No module named" in done.stderr or b"Permission denied: 'newscli" in done.stderr or done.returncode == 127:
            pytest.skip(f"nobody may not run this Python: {done.stderr.decode()[-200:]}")
        found.append(Piped(arguments, done.stdout, done.stderr.decode(), done.returncode))
    return found


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that others may enter, which pytest's own are not, with a corpus that is large enough for an index."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        grown(Path(made) / "news", 600)
        yield Path(made)


def test_where_no_index_can_be_kept_the_answer_comes_without_one(shared: Path) -> None:
    closed = shared / "closed"
    closed.mkdir(mode=0o500)
    for environment in (
        {"XDG_CACHE_HOME": str(closed)},
        {"XDG_CACHE_HOME": "", "HOME": "/nonexistent"},
        {"XDG_CACHE_HOME": "", "HOME": str(closed)},
        {"XDG_CACHE_HOME": "/proc"},
    ):
        (ran,) = unprivileged([["list", "--ids", str(shared / "news")]], shared, **environment)
        assert ran.status == 0, ran.said
        assert len(ran.out.splitlines()) == 600
        assert "no index can be kept in" in ran.said


def test_an_index_that_cannot_be_written_answers_as_it_is_and_says_so(shared: Path) -> None:
    index = shared / "index"
    (built,) = in_pipes([["index", "build", str(shared / "news"), "--index", str(index)]], shared)
    assert built.status == 0
    for path in (index, *index.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (shared / "news" / "new.txt").write_text(story(1))
    (ran,) = unprivileged([["list", "--ids", str(shared / "news"), "--index", str(index)]], shared)
    assert ran.status == 0, ran.said
    assert len(ran.out.splitlines()) == 600
    assert "can't be written" in ran.said


def test_files_and_folders_that_may_not_be_read_are_named(shared: Path) -> None:
    (shared / "news" / "0" / "0000.txt").chmod(0)
    (shared / "news" / "1").chmod(0)
    cache = shared / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    for _ in range(2):
        (ran,) = unprivileged([["list", "--ids", str(shared / "news")]], shared, XDG_CACHE_HOME=str(cache))
        assert ran.status == 2
        assert len(ran.out.splitlines()) == 479
        assert "0/0000.txt: Permission denied" in ran.said
        assert "news/1: Permission denied" in ran.said
    (shared / "news" / "1").chmod(0o755)
