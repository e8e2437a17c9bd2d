"""The patterns of bench/same_files.py are found in the same made-up files by newscli and by whichever grep is there."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from newscli import engine
from newscli.corpus import open_corpus
from newscli.query.filters import Filters
from newscli.query.pattern import compile_pattern
from newscli.query.search import Search

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPHS = (
    "The unrest spread to Bergen, where oil workers met the prime minister.",
    "Shares of Norske Olje rose $1.5 billion, or 1,234,567 crowns a boat; the U.S. owner has $12 billion more.",
    "A xylophone was found (it was whole)",
    "The European Central Bank said so. The European central bank did not; a european central bank might.",
    "OPEC met at a café; a cafe nearby was closed. Soybeans and soyuz are not soy.",
    "UNPRECEDENTED gains, said the Unprofitable Company, of no relation to the nation of pianists.",
    "Keywords: ferries",
    "OSLO, 14 January, was calm; foreign ministers slept. Boiled oils, opecs and unrestrained foil",
)


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("same_files", ROOT / "bench" / "same_files.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


SAME_FILES = module()


def peer() -> list[str]:
    if shutil.which("rg"):
        return ["rg", "--no-config", "--no-ignore"]
    if shutil.which("grep") and b"GNU" in subprocess.run(["grep", "--version"], capture_output=True, check=False).stdout:
        return ["grep", "-r", "-P"]
    pytest.skip("neither ripgrep nor GNU grep is installed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each paragraph alone, and each with the next one."""
    root = tmp_path_factory.mktemp("news")
    for at, one in enumerate(PARAGRAPHS):
        (root / f"{at}.txt").write_text(f"{one}\n", "utf-8")
        (root / f"{at}-more.txt").write_text(f"{one}\n\n{PARAGRAPHS[at - 1]}\n", "utf-8")
    return root


@pytest.mark.parametrize(("options", "pattern"), SAME_FILES.ASKED)
def test_a_pattern_is_found_in_the_files_that_another_grep_finds_it_in(corpus: Path, options: str, pattern: str) -> None:
    given = options.split()
    command = [one for one in peer() if one != "-P" or "-F" not in given]
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*command, *given, "-l", "-e", pattern, str(corpus)], capture_output=True, check=False, env=environment
    )
    asked = compile_pattern(
        [pattern], fixed="-F" in given, ignore_case="-i" in given, whole_word="-w" in given, whole_line="-x" in given
    )
    found = {found.address for found in engine.search(open_corpus([str(corpus)]), Filters(), Search(asked))}
    assert found == set(os.fsdecode(done.stdout).splitlines())
    assert found
