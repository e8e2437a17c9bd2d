"""The documents say what the code does: sessions, pictures and the record's keys are made from it and compared."""

import importlib
import importlib.util
import inspect
import json
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import newscli.parse
from newscli import containers, readers
from newscli.parse.conventions import Convention
from newscli.parse.tables import TABLES

ROOT = Path(__file__).resolve().parents[2]


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = maker()


@pytest.mark.parametrize("name", MAKE.PAGES)
def test_every_session_in_the_documents_shows_what_the_command_prints(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")
    assert MAKE.SESSION.search(page), "a page with no session checks nothing"
    assert MAKE.with_sessions(page) == page, "run `make docs`"


@pytest.mark.parametrize("name", MAKE.PICTURES)
def test_every_picture_shows_what_the_command_draws(name: str) -> None:
    width, command = MAKE.PICTURES[name]
    drawn = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text("utf-8")
    assert MAKE.picture(command, width) == drawn, "run `make docs`"


def test_the_page_of_conventions_is_what_the_tables_say() -> None:
    assert (ROOT / "docs" / "conventions.md").read_text("utf-8") == MAKE.conventions(), "run `make docs`"


def test_the_page_of_formats_is_what_the_tables_say() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert MAKE.with_formats(page) == page, "run `make docs`"


def test_the_page_of_conventions_leaves_none_out() -> None:
    listed = {row.name for rows in TABLES.values() for row in rows}
    for module in pkgutil.iter_modules(newscli.parse.__path__, "newscli.parse."):
        for value in vars(importlib.import_module(module.name)).values():
            rows = value if isinstance(value, tuple) else (value,)
            found = {
                one.name for row in rows for one in (row if isinstance(row, tuple) else (row,)) if isinstance(one, Convention)
            }
            assert found <= listed, f"{module.name}: {found - listed}"


def test_the_schema_page_names_every_key_of_a_record_in_order() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newscli", "list", "seeds", "--json"], cwd=ROOT, capture_output=True, check=True
    )
    record = json.loads(done.stdout)[0]
    table = (ROOT / "docs" / "schema.md").read_text("utf-8").split("`dateline`\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(record)


CALLS = re.findall(r"^\| `([\w.]+)\(([^)]*)\)`", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize(("name", "arguments"), CALLS, ids=[name for name, _ in CALLS])
def test_the_architecture_page_states_the_interfaces_as_they_are(name: str, arguments: str) -> None:
    call = pkgutil.resolve_name(f"newscli.{name}")
    parameters = inspect.signature(call).parameters.values()
    positional = [one.name for one in parameters if one.kind is not one.KEYWORD_ONLY]
    stated = arguments.split(", ")
    assert stated == positional + ["*"] * (len(positional) < len(parameters))


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_extra_that_a_format_needs_is_one_of_the_project() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for module in (*readers.table().values(), *containers.table().values()):
        assert getattr(module, "EXTRA", "html") in extras


def test_the_constraints_name_every_dependency() -> None:
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "constraints.txt").read_text(), re.M))
    wanted = set(re.findall(r'^  "([\w-]+)>=', (ROOT / "pyproject.toml").read_text(), re.M))
    assert wanted
    assert wanted <= pinned
