"""What newscli keeps is its owner's alone, goes when asked to, and nothing read is ever run, nor anybody called."""

import ast
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT, story
from tests.trust.running import in_pipes

SOURCES = sorted((ROOT / "src" / "newscli").rglob("*.py"))
# What runs or restores what it is given, and what reaches out.
NEVER = {"pickle", "shelve", "dill", "socket", "ssl", "http", "ftplib", "smtplib", "requests", "urllib3", "aiohttp", "ctypes"}
NEVER_CALLED = {"eval", "exec", "__import__", "os.system", "os.popen", "urllib.request.urlopen", "yaml.load"}
# marshal may read what a process of ours has just sent us through a pipe, and nothing that lay on a disk.
READS_MARSHAL = {"corpus/workers.py", "corpus/sharing.py", "engine/processes.py"}
STARTS_PROCESSES = {"cli/output.py", "corpus/workers.py", "engine/processes.py"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src" / "newscli")))
def test_no_module_runs_what_it_reads_or_reaches_out(path: Path) -> None:
    name = path.relative_to(ROOT / "src" / "newscli").as_posix()
    tree = ast.parse(path.read_text("utf-8"))
    assert not {module.partition(".")[0] for module in imported(tree)} & NEVER
    assert "urllib.request" not in imported(tree)
    for called, node in calls(tree):
        assert called not in NEVER_CALLED
        assert not any(keyword.arg == "shell" for keyword in node.keywords), "no shell between us and a program"
        if called in ("marshal.load", "marshal.loads"):
            assert name in READS_MARSHAL
        if called.startswith("subprocess."):
            assert name in STARTS_PROCESSES


def test_an_index_is_its_owners_alone_whatever_the_mask_says(news: Path, tmp_path: Path) -> None:
    index, cache = tmp_path / "index", tmp_path / "cache"
    code = "import os, sys; os.umask(0); from newscli.cli.guard import guarded; sys.exit(guarded(sys.argv[1:]))"
    for arguments in (["--index", str(index)], []):
        command = [sys.executable, "-c", code, "index", "build", str(news), *arguments]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"XDG_CACHE_HOME": str(cache)})
    (news / "new.txt").write_text(story(50))
    subprocess.run(
        [sys.executable, "-c", code, "list", str(news)], check=True, capture_output=True,
        env=os.environ | {"XDG_CACHE_HOME": str(cache)},
    )  # fmt: skip
    (made,) = (cache / "newscli").iterdir()
    for folder in (index, made):
        assert (folder / "catalog.db").exists()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        loose = {path.name: oct(path.stat().st_mode) for path in folder.iterdir() if path.stat().st_mode & 0o077}
        assert loose == {}


def test_a_folder_that_others_may_enter_still_keeps_what_is_in_it_to_its_owner(news: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    index.mkdir(mode=0o755)
    (ran,) = in_pipes([["index", "build", str(news), "--index", str(index)]], tmp_path)
    assert ran.status == 0
    assert {path.name for path in index.iterdir() if path.stat().st_mode & 0o077} == set()


def test_clearing_an_index_leaves_nothing(news: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    options = [str(news), "--index", str(index)]
    built, _, cleared = in_pipes([["index", "build", *options], ["stats", *options], ["index", "clear", *options]], tmp_path)
    assert built.status == cleared.status == 0
    assert not index.exists()
    cache = Path(os.environ["XDG_CACHE_HOME"])
    built, cleared = in_pipes([["index", "build", str(news)], ["index", "clear", str(news)]], tmp_path)
    assert [path for path in cache.rglob("*") if path.is_file()] == []


# Every way out. A socket alone is none: urllib3, which trafilatura imports, tries at its import whether there is IPv6.
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.send", "socket.get", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"reached out: {event}")
sys.addaudithook(refuse)
"""


def test_no_command_ever_reaches_out(news: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    xml = (
        '<!DOCTYPE nitf SYSTEM "http://news.example/nitf.dtd"><nitf><body><body.content><p>Ships sail.</p></body.content>'
        "</body></nitf>"
    )
    (news / "remote.xml").write_text(xml)
    ships = "<p>Ships sailed from the harbour again on Friday.</p>" * 9
    away = '<base href="http://news.example/"><link rel="canonical" href="http://news.example/a"><img src="a.png">'
    (news / "page.html").write_text(f"<html>{away}{ships}</html>")
    commands = [
        ["list", "."], ["show", "2022-1/001.txt"], ["grep", "harbour", "."], ["stats", "."], ["export", "."], ["formats"],
        ["formats", "remote.xml", "page.html"], ["index", "build", "."], ["index", "check", "."], ["list", "--all-files", "."],
        ["--help"], ["--version"],
    ]  # fmt: skip
    for ran in in_pipes(commands, news, PYTHONPATH=str(tmp_path)):
        assert "reached out" not in ran.said, ran.arguments
        assert ran.status in (0, 2), (ran.arguments, ran.said)
    proof = [sys.executable, "-c", "import socket; socket.socket().connect(('127.0.0.1', 9))"]
    assert b"reached out" in subprocess.run(proof, capture_output=True, env=os.environ | {"PYTHONPATH": str(tmp_path)}).stderr


def test_every_dependency_is_audited() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    listed = set(re.findall(r"^\| ([\w-]+) \|", page, re.M))
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'"([a-z][\w-]+)>=', project.partition("\ntest = [")[0].partition("dependencies = [")[2])
    assert wanted
    assert set(wanted) <= listed
