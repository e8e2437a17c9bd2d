"""The JSON that every command writes is what docs/schema/ says, and docs/schema/ leaves nothing out."""

import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from tests.conftest import ROOT, story
from tests.trust.running import in_pipes

from newscli import registry
from newscli.article import (
    CREDIT_KINDS,
    DATE_SOURCES,
    FACTS,
    NOTE_KINDS,
    PLACE_KINDS,
    ROLES,
    SPAN_FIELDS,
    Article,
    Facts,
    Record,
)
from newscli.cli import commands
from newscli.query.fields import FIELDS

SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "docs" / "schema").glob("*.json"))}
# Every JSON output, by its schema.
COMMANDS: dict[str, list[list[str]]] = {
    "records": [
        ["list", "--json"], ["list", "--json", "--place", "atlantis"], ["show", "0.txt", "3.txt", "--json"],
        ["show", "--explain", "1.txt", "--json"], ["export", "--format", "json"], ["export", "--spans", "--format", "json"],
    ],
    "record": [["export"], ["export", "--spans"], ["list", "--format", "jsonl"], ["show", "2.txt", "--format", "jsonl"]],
    "list-fields": [["list", "--json", "--fields", ",".join(field.name for field in FIELDS)]],
    "grep": [["grep", *more, "--json"]
        for more in (
            ["sail"], ["zebra"], ["-o", "sail"], ["-v", "sail"], ["-C1", "sail"], ["--all", "-e", "sail", "-e", "day"],
            ["--near", "5", "-e", "sail", "-e", "day"], ["--not", "day", "sail"], ["--in", "body", "sail"],
            ["sail", "0.txt", "a"],
        )
    ],
    "grep-counts": [["grep", "-c", "harbour", "--json"]],
    "grep-paths": [["grep", "-l", "harbour", "--json"], ["grep", "-L", "zebra", "--json"]],
    "grep-concordance": [["grep", "--kwic", "harbour", "--json"]],
    "stats": [["stats", "--json"], ["stats", "--json", "--place", "atlantis"]],
    "stats-per": [["stats", "--per", group, "--json"] for group in ("month", "place", "editing", "path")],
    "stats-coverage": [["stats", "--coverage", "--json"]],
    "index": [["index", action, "--json"] for action in ("info", "build", "info", "check", "clear")]
    + [["index", "info", "a", "b", "--json"], ["index", "clear", "a", "b", "--json"]],
    "formats": [["formats", "--json"]],
    "formats-files": [["formats", "0.txt", "binary.bin", "all.zip", "--json"]],
}  # fmt: skip


def closed(schema: Any) -> Any:
    """The same, allowing no key that it does not name: what is published leaves room for keys to come."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: closed(value) for key, value in schema.items()}
    return kept | ({"additionalProperties": False} if "properties" in kept and "additionalProperties" not in kept else {})


@cache
def validator(name: str) -> Draft202012Validator:
    known = Registry().with_resources((s["$id"], Resource.from_contents(closed(s))) for s in SCHEMAS.values())
    return Draft202012Validator(closed(SCHEMAS[name]), registry=known)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text(story(n))
    full = (
        "UPDATE 1-EXCLUSIVE-Ferries sail again\n\nBy Mara Lindqvist\n\nJan 11, 2022\n\nOSLO/BERGEN, Norway, Jan 11 (Reuters) -"
        " Ferries crossed the harbour.\n\nBoats. Mara Lindqvist/Handout via REUTERS\n\n(Reporting by Tom Acht in Bergen;"
        " Editing by Oslo Newsroom)\n\n($1 = 8.8 crowns)\n"
    )
    (tmp_path / "8.txt").write_text(full)
    (tmp_path / "9.txt").write_bytes(b"Caf\xe9 harbour\x0b\n\nUndated.")
    (tmp_path / "binary.bin").write_bytes(b"\x00\x01\x02")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("in/1.txt", story(1))
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    return tmp_path


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["title"]


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_writes_is_what_its_schema_says(name: str, news: Path) -> None:
    for ran in in_pipes(COMMANDS[name], news):
        assert ran.status in (0, 1), (ran.arguments, ran.said)
        written = ran.out.decode("utf-8")
        found = [json.loads(line) for line in written.splitlines()] if name == "record" else [json.loads(written)]
        assert found
        for one in found:
            validator(name).validate(one)


def test_every_command_and_every_schema_is_tried() -> None:
    assert set(COMMANDS) == set(SCHEMAS)
    assert {one[0] for some in COMMANDS.values() for one in some} == set(registry.names(commands))


def test_a_record_may_say_what_its_source_states() -> None:
    stated = Facts("https://news.example/1", "Harbour Times", "World", "en", ("ships",))
    whole = Record("a.txt", 1, "text", Article(text="", id="k" * 20, facts=stated)).as_json()
    validator("record").validate(whole)
    assert set(FACTS) <= set(whole)
    without = Record("a.txt", 1, "text", Article(text="", id="k" * 20)).as_json()
    validator("record").validate(without)
    assert list(without) == SCHEMAS["record"]["required"]


def test_the_values_that_a_schema_lists_are_those_of_the_code() -> None:
    properties = SCHEMAS["record"]["properties"]
    place = properties["dateline"]["anyOf"][1]["properties"]["places"]["items"]["properties"]
    assert properties["credits"]["items"]["properties"]["role"]["enum"] == list(ROLES)
    assert properties["credits"]["items"]["properties"]["kind"]["enum"] == list(CREDIT_KINDS)
    assert properties["notes"]["items"]["properties"]["kind"]["enum"] == list(NOTE_KINDS)
    assert properties["date_from"]["enum"] == [*DATE_SOURCES, None]
    assert properties["spans"]["items"]["properties"]["field"]["enum"] == list(SPAN_FIELDS)
    assert place["kind"]["enum"] == [*PLACE_KINDS, None]


def test_the_schemas_are_linked() -> None:
    linked = set(re.findall(r"\(schema/([\w-]+)\.json\)", (ROOT / "docs" / "schema.md").read_text("utf-8")))
    assert linked == set(SCHEMAS)
