"""Whatever lies in a folder: it is read, or named, in bounded memory and time."""

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import story
from tests.trust.running import figure, in_pipes, lasting
from tests.trust.test_faults import is_exact

MEMORY_MB = 700  # what a process may take at most, whatever it is given


_MEASURED = """
import resource, sys, time
from newscli.cli.guard import guarded
status, begun = guarded(sys.argv[1:]), time.monotonic()
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
sys.stderr.write(f"\\n{status} {peak // 1024}")
"""


@dataclass(frozen=True, slots=True)
class Measured:
    out: bytes
    said: str
    status: int
    megabytes: int
    seconds: float


def measured(*arguments: str, cwd: Path, timeout: float = 60, stdin: bytes | None = None) -> Measured:
    """A command that must end in time, with the memory that its largest process took."""
    begun = time.monotonic()
    # What starts a process counts as its memory, too: a shell is small, whatever runs the tests may not be.
    done = subprocess.run(
        ["sh", "-c", '"$@"; exit', "sh", sys.executable, "-c", _MEASURED, *arguments],
        cwd=cwd, capture_output=True, timeout=timeout, input=stdin or b"",
    )  # fmt: skip
    said, _, end = done.stderr.decode("utf-8", "surrogateescape").rpartition("\n")
    status, megabytes = map(int, end.split())
    assert "internal error" not in said
    assert megabytes < MEMORY_MB, (arguments, megabytes)
    return Measured(done.stdout, said, status, megabytes, time.monotonic() - begun)


# -- too much ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["line.txt", "."])
def test_a_text_longer_than_any_article_is_refused_and_the_rest_is_read(tmp_path: Path, where: str) -> None:
    with (tmp_path / "line.txt").open("w") as file:
        for _ in range(100):
            file.write("word fog " * 111_112)  # 100 MB without a line break
    (tmp_path / "good.txt").write_text(story(1))
    for command in (["list", where, "good.txt"], ["grep", "-c", "harbour", where, "good.txt"]):
        ran = measured(*command, cwd=tmp_path)
        assert ran.status == 2
        assert "line.txt: is one text of more than 20,000,000 characters" in ran.said
        assert len(ran.out.splitlines()) >= 1


def test_a_long_line_that_may_be_an_article_is_one(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("word fog " * 1_100_000)
    for command, wanted in ((["list", "--fields", "words"], b"2200000"), (["grep", "-c", "fog"], b"./line.txt:1")):
        ran = measured(*command, ".", cwd=tmp_path)
        assert (ran.status, ran.out.strip()) == (0, wanted)


def test_text_without_an_end_is_read_no_further_than_an_article_may_go(tmp_path: Path) -> None:
    for endless in ("yes word", "yes ''", "cat /dev/zero"):
        command = f"{endless} | timeout 60 {sys.executable} -m newscli grep -c fog -"
        done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True)
        assert done.returncode == 2, (endless, done.stderr)
        assert done.stderr.startswith(b"newscli: -: is "), (endless, done.stderr)


def test_a_sparse_file_of_four_gigabytes_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "sparse.txt").touch()
    os.truncate(tmp_path / "sparse.txt", 4 << 30)
    (tmp_path / "good.txt").write_text(story(1))
    for where in (["."], ["sparse.txt", "good.txt"]):
        ran = measured("list", "--ids", *where, cwd=tmp_path)
        assert (ran.status, len(ran.out.splitlines())) == (2, 1)
        assert "sparse.txt: is not text; skipped" in ran.said
        assert ran.megabytes < 100


@pytest.mark.soak
def test_a_sparse_file_that_begins_as_text_does_is_none_either(tmp_path: Path) -> None:
    (tmp_path / "sparse.txt").write_text(story(2) * 100)
    os.truncate(tmp_path / "sparse.txt", 4 << 30)
    ran = measured("list", "--ids", ".", cwd=tmp_path, timeout=600)
    assert ran.status == 2
    assert "sparse.txt: is " in ran.said
    figure(f"a sparse file of 4 GiB that begins as text: {ran.seconds:.0f} s and {ran.megabytes} MB")


@pytest.mark.parametrize("files", [2_000, pytest.param(lasting(1_000_000), marks=pytest.mark.soak)])
def test_empty_files_are_articles_without_text(tmp_path: Path, files: int) -> None:
    for n in range(files):
        folder = tmp_path / "news" / f"{n // 1000}"
        if n % 1000 == 0:
            folder.mkdir(parents=True)
        os.close(os.open(folder / f"{n}.txt", os.O_CREAT | os.O_WRONLY))
    begun = time.monotonic()
    first = measured("stats", "--json", ".", cwd=tmp_path / "news", timeout=3600)
    built = time.monotonic() - begun
    again = measured("stats", "--json", ".", cwd=tmp_path / "news", timeout=600)
    for ran in (first, again):
        assert ran.status == 0
        assert json.loads(ran.out)["totals"] == {"articles": files, "files": files, "words": 0, "different words": 0}
    (listed,) = in_pipes([["list", "--ids", "--limit", "5", "news"]], tmp_path)
    assert len(listed.out.splitlines()) == 5
    figure(f"{files:,} empty files: {built:.0f} s and {first.megabytes} MB, the second time {again.seconds:.1f} s")


# -- what is no file ---------------------------------------------------------------------------------------------------


def test_what_is_no_file_is_named_in_a_folder_and_read_where_it_is_asked_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "good.txt").write_text(story(1))
    for more in ([], ["--index", str(tmp_path.parent / "index")]):
        ran = measured("list", "--ids", ".", *more, cwd=tmp_path)
        assert (ran.status, len(ran.out.splitlines())) == (2, 1)
        for name in ("pipe.txt", "device.txt"):
            assert f"newscli: ./{name}: is a pipe or device; name it to read it" in ran.said
    writer = threading.Thread(target=lambda: (tmp_path / "pipe.txt").write_text(story(2)))
    writer.start()
    named = measured("list", "--ids", "pipe.txt", "good.txt", cwd=tmp_path)
    writer.join()
    assert (named.status, len(named.out.splitlines())) == (0, 2)
    for device, said in (("/dev/zero", "is not text; skipped"), ("/dev/full", "is not text; skipped"), ("/dev/null", "")):
        ran = measured("grep", "fog", device, cwd=tmp_path)
        assert (ran.status, said in ran.said) == (2 if said else 1, True)


def test_folders_that_lead_back_to_themselves_are_walked_once(tmp_path: Path) -> None:
    root = tmp_path / "news"
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "b" / "one.txt").write_text(story(1))
    (root / "a" / "b" / "up").symlink_to(root)
    (root / "a" / "self").symlink_to(root / "a" / "self")
    (root / "a" / "left").symlink_to(root / "a" / "right")
    (root / "a" / "right").symlink_to(root / "a" / "left")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "two.txt").write_text(story(2))
    (outside / "back").symlink_to(root)
    (root / "out").symlink_to(outside)
    (root / "out too").symlink_to(outside)
    ran = measured("list", "--fields", "path", "news", cwd=tmp_path)
    assert ran.status in (0, 2)
    assert len(ran.out.splitlines()) == 2


def test_folders_three_hundred_deep_are_read_and_one_too_deep_to_be_opened_is_named(tmp_path: Path) -> None:
    for name, depth in (("d", 300), ("a folder of a long name", 300)):
        at = os.open(tmp_path, os.O_RDONLY)
        for _ in range(depth):
            os.mkdir(name, dir_fd=at)
            below = os.open(name, os.O_RDONLY, dir_fd=at)
            os.close(at)
            at = below
        with open(os.open("one.txt", os.O_CREAT | os.O_WRONLY, dir_fd=at), "w") as file:  # noqa: PTH123  # a descriptor
            file.write(story(1))
        os.close(at)
    for command in (["list", "--ids"], ["grep", "-c", "harbour"], ["index", "build"]):
        ran = measured(*command, ".", cwd=tmp_path)
        assert ran.status == 2
        assert ": File name too long" in ran.said
    listed = measured("list", "--fields", "path", ".", cwd=tmp_path)
    assert listed.out.decode().splitlines() == ["./" + "d/" * 300 + "one.txt"]


# -- names -------------------------------------------------------------------------------------------------------------

NAMES = [
    b"caf\xe9.txt",
    b"\xff\xfe.txt",
    b"two\nlines.txt",
    b"tab\there.txt",
    b" .txt",
    b"-e.txt",
    b"--help.txt",
    b"a#2.txt",
    b"'\"$(x).txt",
]


def test_every_name_comes_back_as_it_is_and_can_be_asked_for(tmp_path: Path) -> None:
    for at, name in enumerate(NAMES):
        (tmp_path / os.fsdecode(name)).write_text(story(at))
    (found,) = in_pipes([["grep", "-l", "-0", "harbour", "."]], tmp_path)
    assert sorted(found.out.split(b"\0")[:-1]) == sorted(b"./" + name for name in NAMES)
    asked = [["show", "--raw", "--corpus", ".", f"./{os.fsdecode(name)}"] for name in NAMES]
    for at, shown in enumerate(in_pipes(asked, tmp_path)):
        assert (shown.status, shown.out.decode()) == (0, story(at)), shown.said
    exported, listed, counted = in_pipes([["export", "."], ["list", "."], ["stats", "--per", "path", "--json", "."]], tmp_path)
    paths = {json.loads(line)["path"] for line in exported.out.decode("utf-8", "surrogateescape").splitlines()}
    assert paths == {f"./{os.fsdecode(name)}" for name in NAMES}
    assert len(listed.out.splitlines()) == len(NAMES)
    assert json.loads(counted.out)[0]["articles"] == len(NAMES)


# -- what changes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [0, 250_000], ids=["small", "large"])
def test_a_file_that_grows_while_it_is_read_is_read_as_far_as_it_went(tmp_path: Path, length: int) -> None:
    root, index, stop = tmp_path / "news", tmp_path / "index", threading.Event()
    root.mkdir()
    growing = root / "growing.txt"
    parted = "\n\n==========\n\n"
    growing.write_text(parted.join(story(n) + "\n" + "Fog came in. " * (length // 13) + "\n" for n in range(40)))

    def grow() -> None:
        with growing.open("a") as file:
            while not stop.is_set():
                file.write(parted + story(7))
                file.flush()
                time.sleep(0.01)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        ran = measured("stats", "--json", ".", "--index", str(index), cwd=root)
    finally:
        stop.set()
        writer.join()
    assert ran.status == 0, ran.said
    assert json.loads(ran.out)["totals"]["articles"] >= 40
    is_exact(root, index)


# -- what is made to do harm -------------------------------------------------------------------------------------------


def traps(folder: Path) -> dict[str, str]:
    """Files that take any memory, time or depth of whoever reads them without care; and what is to be said of each."""
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(9))
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000))
    mail = "From: a@b.example\nMIME-Version: 1.0\n"
    nitf = "<nitf><body><body.content><p>Ships {} sail.</p></body.content></body></nitf>"
    pieces = {
        "laugh.xml": (f'<!DOCTYPE nitf [<!ENTITY a "aaaa">{entities}]>{nitf.format("&j;")}', "may be a trap"),
        "secret.xml": (f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>{nitf.format("&x;")}', "may be a trap"),
        "deep.xml": (f"<nitf><body><body.content>{'<p>' * 50_000}", ""),
        "whole.xml": (nitf.format("<em>" * 50_000 + "</em>" * 50_000), "deeper than can be read"),
        "deep.json": ("[" * 200_000, "can't be read"),
        "number.json": ('{"title": "a", "text": "b", "date": ' + "1" * 100_000 + "}", "can't be read"),
        "parts.eml": (f"{mail}Subject: Ships\n{parts}", "without end"),
        "words.eml": (f"{mail}Subject: {'=?utf-8?q?fog?= ' * 100_000}\n\nShips sail.\n", None),
        "groups.rtf": ("{\\rtf1 " + "{\\b " * 100_000 + "Ships sail.", None),
        "tags.html": (f"<html><body>{'<a ' * 50_000}", ""),
        "folders.html": (f"<html><body>{'<div>' * 50_000}<p>Ships sail.", ""),
    }
    for name, (text, _) in pieces.items():
        (folder / name).write_text(text)
    return {name: said for name, (_, said) in pieces.items() if said is not None}


def test_no_trap_takes_long_or_keeps_the_rest_from_being_read(tmp_path: Path) -> None:
    said = traps(tmp_path)
    (tmp_path / "good.txt").write_text(story(1))
    ran = measured("list", "--fields", "path", ".", cwd=tmp_path)
    assert ran.status == 2
    assert "./good.txt" in ran.out.decode().splitlines()
    assert ran.megabytes < 200
    for name, word in said.items():
        (line,) = [line for line in ran.said.splitlines() if line.startswith(f"newscli: ./{name}")]
        assert word in line
    (shown,) = in_pipes([["export", "."]], tmp_path)
    assert b"root:" not in shown.out


def test_times_that_no_calendar_has_are_kept(tmp_path: Path) -> None:
    root, index = tmp_path / "news", tmp_path / "index"
    root.mkdir()
    for name, seconds in (("past.txt", -(1 << 40)), ("now.txt", 0), ("future.txt", 1 << 34), ("end.txt", (1 << 34) + 1)):
        (root / name).write_text(story(len(name)))
        os.utime(root / name, (seconds, seconds))
    for options in ([], ["--index", str(index)], ["--index", str(index)], ["--index", str(index), "--no-refresh"]):
        ran = measured("list", "--ids", ".", *options, cwd=root)
        assert (ran.status, len(ran.out.splitlines()), ran.said) == (0, 4, "")
    os.utime(root / "future.txt", (1 << 33, 1 << 33))
    is_exact(root, index)
