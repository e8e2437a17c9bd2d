"""newscli as a process: what goes where, and the exit status."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT, story

SEED = "seeds/000_e24cba47f1df5c00.txt"


def newscli(
    *arguments: str, cwd: Path = ROOT, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newscli", *arguments],
        cwd=cwd,
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        env=os.environ | environment,
    )


def out(*arguments: str, **environment: str) -> str:
    done = newscli(*arguments, cwd=ROOT, stdin=None, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


# -- the record --------------------------------------------------------------------------------------------------------


def test_the_seed_gives_the_record_of_the_design_field_for_field() -> None:
    (record,) = json.loads(out("list", "seeds", "--json"))
    body = record.pop("body")
    assert record == {
        "schema": 1,
        "id": "mzyvrmnqnvnuupxqkrqo",
        "path": SEED,
        "ordinal": 1,
        "format": "text",
        "date": "2022-01-11",
        "time": None,
        "date_from": "header",
        "headline": None,
        "tags": [],
        "dateline": {
            "text": "SHANGHAI, Jan 11 (Reuters)",
            "places": [{"name": "SHANGHAI", "region": None, "country": "CN", "kind": "city"}],
            "date": "2022-01-11",
            "agency": "Reuters",
        },
        "agency": "Reuters",
        "credits": [
            {"name": "Josh Horwitz", "role": "reporting", "kind": "person", "place": None},
            {"name": "Michael Perry", "role": "editing", "kind": "person", "place": None},
        ],
        "captions": [
            {
                "text": "A still image from video released by Russia's Defence Ministry shows Russian service members"
                " disembarking from a military aircraft, as part of a peacekeeping mission of the Collective Security"
                " Treaty Organisation amid mass protests in Almaty and other Kazakh cities, at an airfield in"
                " Kazakhstan, January 7, 2022.",
                "credit": "Russian Defence Ministry/Handout via REUTERS",
            }
        ],
        "notes": [{"kind": "link", "text": "read more"}, {"kind": "link", "text": "read more"}],
        "lede": body[0],
        "words": 212,
        "paragraphs": 8,
        "warnings": [],
    }
    assert len(body) == 8
    assert body[0].startswith("China supports Russian-led forces")
    assert body[4].endswith("put down a countrywide uprising.")
    assert body[7].endswith("Chinese state television said.")


def test_every_json_command_gives_the_same_record() -> None:
    (listed,) = json.loads(out("list", "seeds", "--json"))
    (shown,) = json.loads(out("show", SEED, "--json"))
    exported = json.loads(out("export", "seeds"))
    assert listed == shown == exported
    (spanned,) = [json.loads(line) for line in out("export", "--spans", "seeds").splitlines()]
    assert {key: spanned[key] for key in listed} == listed
    text = (ROOT / SEED).read_text("utf-8")
    assert [text[s["start"] : s["end"]] for s in spanned["spans"] if s["field"] == "dateline"] == ["SHANGHAI, Jan 11 (Reuters)"]


# -- in a pipe ---------------------------------------------------------------------------------------------------------


def test_a_list_in_a_pipe_is_complete_and_tab_separated() -> None:
    (line,) = out("list", "seeds").splitlines()
    ident, date, place, agency, byline, lede, words = line.split("\t")
    assert (len(ident), date, place, agency, byline, words) == (20, "2022-01-11", "SHANGHAI", "Reuters", "Josh Horwitz", "212")
    assert lede.endswith("late on Monday.")


def test_grep_in_a_pipe_writes_path_line_and_text() -> None:
    lines = out("grep", "unrest", "seeds").splitlines()
    assert [line.split(":")[:2] for line in lines] == [[SEED, "3"], [SEED, "5"]]
    assert out("grep", "-c", "unrest", "seeds") == f"{SEED}:2\n"
    assert out("grep", "-l", "unrest", "seeds") == f"{SEED}\n"
    assert out("grep", "-l", "-0", "unrest", "seeds") == f"{SEED}\0"
    assert out("grep", "-o", "-I", "-w", "Wang", "seeds") == "3:Wang\n5:Wang\n7:Wang\n"
    assert out("grep", "-L", "zebra", "seeds") == f"{SEED}\n"
    assert out("grep", "-e", "zebra", "-e", "unrest", "-c", "seeds") == f"{SEED}:2\n"


def test_context_is_marked_and_groups_are_held_apart_as_grep_does() -> None:
    lines = out("grep", "-A", "1", "-I", "Reporting|accusing|extremism", "seeds").splitlines()
    assert [line.split("This")[0][:3] for line in lines] == ["9:C", "11-", "--", "19:"]


@pytest.mark.skipif(not shutil.which("grep"), reason="no grep to compare with")
@pytest.mark.parametrize("pattern", ["unrest", "the", "Russia", "[0-9]+", "^Authorities"])
def test_counts_are_those_of_grep_where_a_paragraph_is_a_line(pattern: str) -> None:
    counted = subprocess.run(["grep", "-cE", pattern, SEED], cwd=ROOT, capture_output=True, text=True).stdout
    assert out("grep", "-c", pattern, "seeds") == f"{SEED}:{counted}"


def test_json_rows_of_grep_say_where_the_matches_are() -> None:
    first, _ = json.loads(out("grep", "--json", "unrest", "seeds"))
    assert list(first) == ["id", "path", "line", "field", "text", "matches"]
    for match in first["matches"]:
        assert first["text"][match["start"] : match["end"]] == match["text"] == "unrest"


def test_raw_text_is_the_exact_original(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"OSLO (dpa) - Ships \r\nsailed.\r\n\r\n  \r\nTwo.")
    assert newscli("show", "a.txt", "--raw", cwd=tmp_path).stdout == (tmp_path / "a.txt").read_bytes()


def test_an_empty_answer_in_json_is_an_empty_array() -> None:
    assert out("list", "seeds", "--place", "oslo", "--json") == "[]\n"
    assert newscli("grep", "zebra", "seeds", "--json").stdout == b"[]\n"


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SÃO PAULO (EFE) - Barcos.", "utf-8")
    done = newscli("list", ".", cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "SÃO PAULO".encode() in done.stdout


def test_standard_input_is_one_article() -> None:
    done = newscli("list", "-", "--fields", "path,place,agency", stdin="OSLO (dpa) – Ships sailed.".encode())
    assert done.stdout == b"-\tOSLO\tdpa\n"


def test_ids_can_be_handed_on() -> None:
    ids = newscli("list", "seeds", "--ids").stdout
    shown = newscli("show", "--corpus", "seeds", "--ids-from", "-", "--json", stdin=ids)
    assert json.loads(shown.stdout)[0]["id"] == ids.decode().strip()


def test_the_variable_names_a_corpus() -> None:
    assert out("list", NEWSCLI_CORPUS=str(ROOT / "seeds")).count("\n") == 1


# -- exit status -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["grep", "zebra", "seeds"], 1, ""),
        (["grep", "-q", "unrest", "seeds"], 0, ""),
        (["show", "zzzz", "--corpus", "seeds"], 1, "no article's id begins with 'zzzz'"),
        (["show"], 2, "name an article"),
        (["grep"], 2, "name a pattern"),
        (["grep", "a(", "seeds"], 2, "bad pattern"),
        (["lst"], 2, "Did you mean 'list'"),
        (["list", "--plce", "x"], 2, "--place"),
        (["list", "seeds", "--has", "headlin"], 2, "Did you mean 'headline'"),
        (["list", "seeds", "--by", "editting:x"], 2, "Did you mean 'editing'"),
        (["list", "seeds", "--format", "jsno"], 2, "Did you mean 'json'"),
        (["list", "seeds", "--since", "01/02/2022"], 2, "2022-02-01 or 2022-01-02"),
        (["list", "/no/such/folder"], 2, "/no/such/folder: no such file or folder"),
        (["stats", "seeds", "--per", "yaer"], 2, "Did you mean 'year'"),
        (["list", "seeds", "--sort", "body"], 2, "--sort"),
        (["list", "seeds", "--index", "seeds"], 2, "--index seeds is the folder of the articles themselves"),
        (["show", "", "--corpus", "seeds"], 1, "is a folder"),
        (["show", f"a#{'9' * 25}", "--corpus", "seeds"], 1, "no article"),
        (["show", "a#²", "--corpus", "seeds"], 1, "no article"),
    ],
)
def test_what_went_wrong_is_said_in_one_sentence(arguments: list[str], status: int, said: str) -> None:
    done = newscli(*arguments)
    assert done.returncode == status
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "good.txt").write_text(story(1))
    done = newscli("list", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.count(b"\n") == 1
    assert b"bad.txt: is not text" in done.stderr


def test_undated_articles_never_vanish_silently(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("OSLO (dpa) - Ships.")
    done = newscli("list", ".", "--since", "2022", cwd=tmp_path)
    assert b"1 undated article left out" in done.stderr


def test_standard_input_can_be_listed_and_shown() -> None:
    text = b"OSLO, Jan 2 (dpa) - Ships."
    assert b"OSLO\tdpa" in newscli("list", "-", stdin=text).stdout
    assert b"Ships." in newscli("show", "-", stdin=text).stdout


def test_coverage_says_what_is_lacking_and_what_looks_as_if_it_were_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("UTOPIA [QRZ] - Ships sailed again on Tuesday after three days of fog in the harbour.")
    lines = newscli("stats", "--coverage", cwd=tmp_path).stdout.decode().splitlines()
    assert lines[1:4] == [
        "dateline\t1\t(without it)\t",
        "dateline\t1\t(look as if they had it)\t",
        "dateline\t1\tUTOPIA [QRZ] - Ships sailed again on Tuesday after three day\ta.txt",
    ]
    assert newscli("stats", "--coverage", "--per", "year", cwd=tmp_path).returncode == 2


def test_a_fault_of_newscli_never_looks_like_nothing_found() -> None:
    broken = (
        "import sys, newscli.cli.app as app; app.run = lambda _: 1 / 0;"
        "from newscli.cli.guard import guarded; sys.exit(guarded([]))"
    )
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True)
    assert done.returncode == 70
    assert b"internal error" in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no SIGPIPE here")
def test_a_closed_pipe_ends_silently(tmp_path: Path) -> None:
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text(story(n) * 20)
    process = subprocess.Popen(
        [sys.executable, "-m", "newscli", "export", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == -signal.SIGPIPE
    assert said == b""


def test_a_hit_is_written_while_the_input_still_comes() -> None:
    lines = b"".join(b'{"headline": "Story %d", "text": "Ferry %d crossed the fjord again."}\n' % (n, n) for n in range(300))
    process = subprocess.Popen(
        [sys.executable, "-m", "newscli", "grep", "Ferry", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    with process:
        process.stdin.write(lines)
        process.stdin.flush()
        assert process.stdout is not None
        assert (
            process.stdout.readline() == b"-:3:Ferry 0 crossed the fjord again.\n"
        )  # else it waits for ever: nothing is closed
        process.stdin.close()
        assert len(process.stdout.readlines()) == 299


# -- first contact -----------------------------------------------------------------------------------------------------


def test_help_lists_commands_with_examples_and_without_boxes() -> None:
    shown = out("--help")
    assert out() == shown
    for name in ("list", "show", "grep", "stats", "export", "index", "formats"):
        assert f"  {name} " in shown
    assert "Examples" in shown
    assert not set(shown) & set("╭│╰─")
    assert out("grep", "-h") == out("grep", "--help")
    assert "Filters" in out("grep", "-h")


def test_other_names_of_commands_are_understood() -> None:
    assert out("ls", "seeds") == out("list", "seeds")
    assert out("cat", SEED) == out("show", SEED)
    assert out("search", "unrest", "seeds") == out("grep", "unrest", "seeds")


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], {"typer", "rich", "dateutil", "sqlite3", "regex"}),
        (["list", "seeds"], {"rich", "dateutil", "regex", "hypothesis"}),
        (["grep", "unrest", "seeds"], {"rich", "dateutil", "regex"}),
    ],
)
def test_what_is_not_needed_is_not_imported(arguments: list[str], absent: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newscli", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert "newscli" in imported
    assert not imported & absent


def test_the_shell_is_offered_commands_fields_and_what_the_index_knows(news: Path) -> None:
    newscli("index", "build", str(news))

    def offered(line: str) -> str:
        return newscli(
            _NEWSCLI_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), cwd=news
        ).stdout.decode()

    assert "grep" in offered("newscli gr")
    assert "headline" in offered("newscli list --has head")
    assert "LONDON" in offered("newscli list --place LON")
    assert "Reuters" in offered("newscli list --agency Re")
    assert "Olga" in offered("newscli list --by Olga")
    ident = newscli("list", "-n", "1", "--ids", cwd=news).stdout.decode().strip()
    assert ident in offered(f"newscli show {ident[:5]}")


def test_formats_lists_a_layout_of_the_config_directory_and_says_what_it_takes(tmp_path: Path) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "newscli" / "formats"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "docs/layouts/harbour.toml", folder)
    assert out("formats", "--format", "tsv").splitlines()[1].startswith("harbour\t.txt\tthe Harbour Times archive")
    assert out("formats", "docs/layouts/harbour.txt").split("\t")[1] == "harbour"
    assert '"format": "harbour"' in out("export", "docs/layouts/harbour.txt")


@pytest.mark.parametrize(
    "command",
    [
        ["list", "-n"],
        ["export", "-n"],
        ["list", "--sample"],
        ["grep", "a", "-m"],
        ["grep", "a", "--limit"],
        ["grep", "a", "-C"],
    ],
)
def test_a_number_larger_than_any_count_means_all_there_is(command: list[str]) -> None:
    done, all_there_is = newscli(*command, "9" * 30, "seeds"), newscli(*command[:-1], "seeds")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) >= len(all_there_is.stdout.splitlines()) > 0


def test_streams_that_are_closed_are_said_and_never_look_like_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(story(1))
    for closed, status, said in ((">&-", 2, b"standard output is closed"), ("2>&-", 0, b""), ("<&-", 0, b"")):
        command = f"{sys.executable} -m newscli list --ids a.txt {'-' if closed == '<&-' else ''} {closed}"
        done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True)
        assert done.returncode == status, done.stderr
        assert said in done.stderr
        assert b"Traceback" not in done.stderr


def test_more_filters_than_sqlite_takes_are_no_damage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(story(1))
    places = [f"--place=harbour{n}" for n in range(1500)]
    done = subprocess.run([sys.executable, "-m", "newscli", "list", ".", *places], cwd=tmp_path, capture_output=True)
    assert done.returncode == 2
    assert done.stderr.startswith(b"newscli: more is asked at once than an index can answer")
    sorting = ["--sort", "date,-words," * 1000]
    done = subprocess.run([sys.executable, "-m", "newscli", "list", "--ids", ".", *sorting], cwd=tmp_path, capture_output=True)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
