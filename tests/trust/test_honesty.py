"""What is counted can be counted again by another route, and nothing is left out without a word."""

import json
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from pathlib import Path
from statistics import median_low
from typing import Any

import pytest
from tests.conftest import story
from tests.trust.running import in_pipes, newscli

FILTERS = {
    "all": [],
    "since": ["--since", "2022-06"],
    "until": ["--until", "Mar 2022"],
    "place": ["--place", "oslo", "--place", "sao paulo"],
    "person": ["--by", "editing:serova"],
    "missing": ["--missing", "date"],
    "path": ["--path", "*/2022-1/*"],
    "none": ["--agency", "nobody"],
}


@pytest.fixture
def varied(news: Path) -> Path:
    """The 40 articles, and some that are short, twice there, undated, of another agency, or dated with a month alone."""
    shutil.copy(news / "2022-1" / "001.txt", news / "twin.txt")
    (news / "short.txt").write_text("Fog.")
    (news / "empty.txt").write_text("")
    (news / "two.txt").write_text(
        "OSLO/BERGEN, Norway, Jan 3, 2021 (AP) - Ships' ships sailed twenty-two miles.\n\nBy Mara Lindqvist"
    )
    return news


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
def test_statistics_are_what_sql_counts_in_an_export(varied: Path, filters: list[str]) -> None:
    stats, export = in_pipes([["stats", "--json", *filters, "."], ["export", *filters, "."]], varied)
    said: dict[str, dict[str, int]] = json.loads(stats.out)
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE articles (record TEXT)")
    db.executemany("INSERT INTO articles VALUES (?)", ((line,) for line in export.out.decode().splitlines()))

    def ask(sql: str) -> list[Any]:
        return list(db.execute(sql))

    def credited(*roles: str) -> dict[str, int]:
        return dict(ask(
            "SELECT value->>'name', count(DISTINCT record->>'path') FROM articles, json_each(record->'credits')"
            f" WHERE value->>'role' IN ({', '.join(map(repr, roles))}) GROUP BY 1"
        ))  # fmt: skip

    articles, files, words = ask("SELECT count(*), count(DISTINCT record->>'path'), total(record->>'words') FROM articles")[0]
    assert said["totals"]["articles"] == articles
    assert said["totals"]["files"] == files
    assert said["totals"]["words"] == words
    assert said["agencies"] == dict(
        ask("SELECT record->>'agency', count(*) FROM articles WHERE record->>'agency' IS NOT NULL GROUP BY 1")
    )
    assert said["places"] == dict(
        ask(
            "SELECT value->>'name', count(DISTINCT record->>'path') FROM articles, json_each(record->'dateline'->'places')"
            " GROUP BY 1"
        )
    )
    assert said["reporting"] == credited("by", "reporting")
    assert said["editing"] == credited("editing")
    assert sum(said["lengths"].values()) == articles
    dated = ask("SELECT count(*) FROM articles WHERE record->>'date' IS NOT NULL")[0][0]
    assert sum(said["timeline"].values()) == dated == said["coverage"]["date"]
    assert said["coverage"]["headline"] == ask("SELECT count(*) FROM articles WHERE record->>'headline' IS NOT NULL")[0][0]
    assert said["coverage"]["dateline"] == ask("SELECT count(*) FROM articles WHERE record->>'dateline' IS NOT NULL")[0][0]


def test_different_words_are_those_that_a_plain_count_finds(varied: Path) -> None:
    stats, export = in_pipes([["stats", "--json", "."], ["export", "."]], varied)
    bodies = " ".join(" ".join(json.loads(line)["body"]) for line in export.out.decode().splitlines())
    # Letters, marks and digits, with apostrophes and hyphens inside: as docs/schema.md has it, for the words of this corpus.
    counted = re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", bodies)
    assert json.loads(stats.out)["totals"]["words"] == len(counted)
    assert json.loads(stats.out)["totals"]["different words"] == len({word.casefold() for word in counted})


@pytest.mark.parametrize("group", ["year", "month", "day", "place", "agency", "editing", "path", "format"])
def test_groups_are_what_a_plain_count_of_an_export_gives(varied: Path, group: str) -> None:
    grouped, export = in_pipes([["stats", "--per", group, "--json", "."], ["export", "."]], varied)
    records = [json.loads(line) for line in export.out.decode().splitlines()]
    length = {"year": 4, "month": 7, "day": 10}
    words: dict[str, list[int]] = {}
    for one in records:
        if group in length:
            labels = [one["date"][: length[group]]] if one["date"] else []
        elif group == "place":
            labels = [place["name"] for place in one["dateline"]["places"]] if one["dateline"] else []
        elif group == "editing":
            labels = [credit["name"] for credit in one["credits"] if credit["role"] == "editing"]
        elif group == "path":
            labels = [one["path"].rpartition("/")[0] or "."]
        else:
            labels = [one[group]] if one[group] else []
        for label in dict.fromkeys(labels):
            words.setdefault(label, []).append(one["words"])
    said = {one[group]: (one["articles"], one["words"], one["median"]) for one in json.loads(grouped.out)}
    assert said == {label: (len(some), sum(some), median_low(some)) for label, some in words.items()}


def test_every_command_counts_the_same_articles(varied: Path) -> None:
    for filters in FILTERS.values():
        commands = [
            ["list", "--ids", *filters],
            ["export", *filters],
            ["stats", "--json", *filters],
            ["grep", "-l", "", *filters],
        ]
        listed, exported, counted, grepped = (one.out.decode() for one in in_pipes(commands, varied))
        number = json.loads(counted)["totals"]["articles"]
        assert len(listed.splitlines()) == len(exported.splitlines()) == number
        with_text = sum(bool(json.loads(line)["body"] or json.loads(line)["headline"]) for line in exported.splitlines())
        assert len(grepped.splitlines()) == with_text


@pytest.mark.skipif(not shutil.which("grep"), reason="no grep to compare with")
@pytest.mark.parametrize(
    "options",
    [
        ["harbour"],
        ["-i", "HARBOUR"],
        ["-w", "sail"],
        ["-v", "sail"],
        ["-F", "S."],
        ["-E", "s[aeiou]+(il|d)|[0-9]{2}"],
        ["-x", "Fog."],
    ],
    ids=" ".join,
)
def test_counts_are_those_of_grep_where_a_paragraph_is_a_line(tmp_path: Path, options: list[str]) -> None:
    for n in range(60):
        lines = [line for line in story(n).replace("the\nnight", "the night").splitlines() if line]
        (tmp_path / f"{n:02}.txt").write_text("\n\n".join([*lines, "Fog."] if n % 3 else lines) + "\n")
    theirs = subprocess.run(["grep", "-rc", *options, "."], cwd=tmp_path, capture_output=True, text=True).stdout
    expected = Counter(
        {line.rpartition(":")[0].removeprefix("./"): int(line.rpartition(":")[2]) for line in theirs.splitlines()}
    )
    if "-v" in options:  # grep counts the blank lines between paragraphs, too
        for path in expected:
            expected[path] -= (tmp_path / path).read_text().splitlines().count("")
    done = newscli("grep", "-c", *options, ".", cwd=tmp_path)
    ours = {
        line.rpartition(":")[0].removeprefix("./"): int(line.rpartition(":")[2]) for line in done.stdout.decode().splitlines()
    }
    assert ours == {path: number for path, number in expected.items() if number}


DATED = [
    ["list"], ["export"], ["stats"], ["stats", "--per", "place"], ["stats", "--coverage"], ["grep", "harbour"],
    ["grep", "-l", "harbour"], ["grep", "-c", "harbour"], ["grep", "-q", "nothing"],
]  # fmt: skip


@pytest.mark.parametrize("command", DATED, ids=" ".join)
def test_every_command_says_how_many_undated_articles_a_date_filter_left_out(varied: Path, command: list[str]) -> None:
    every, chosen = in_pipes([["list", "--missing", "date", "--ids", "."], [*command, "--since", "2022-02", "."]], varied)
    undated = len(every.out.splitlines())
    assert undated
    assert f"{undated} undated articles left out" in chosen.said


def test_whatever_is_skipped_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(story(1))
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "wide.txt").write_bytes(b"\xff\xfe\x00\xd8A\x00")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    for command in (["list"], ["export"], ["stats"], ["grep", "harbour"], ["grep", "-l", "harbour"], ["grep", "-L", "zebra"]):
        done = newscli(*command, ".", cwd=tmp_path)
        assert done.returncode == 2, command
        assert all(name in done.stderr for name in (b"binary.txt", b"wide.txt", b"gone.txt")), (command, done.stderr)
        assert done.stdout, command
