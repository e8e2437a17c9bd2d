"""Nothing that a text, a name or a message holds is obeyed by a terminal; a pipe gets it exact."""

import io
import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import story, summary_of
from tests.trust.running import in_pipes, in_terminal

from newscli import render
from newscli.article import Article, Caption, Credit, Dateline, Facts, Note, Paragraph, Place, Record, Span
from newscli.query.concordance import concordance
from newscli.query.fields import FIELDS
from newscli.query.search import Hit
from newscli.render.pages import markdown_page, plain_page
from newscli.render.safe import SafeStream, safe, visible
from newscli.render.terminal import Terminal
from newscli.results import Column, Result

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n"]
TURNING = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
HIDING = [chr(code) for code in (0xAD, 0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xE0001, 0xE0020, 0xE0041, 0xE007F)]
SEQUENCES = [
    "\x1b]0;title\x07", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[5;41m", "\x1b[2J", "\x1bP+q544e\x1b\\", "\x9b2J", "\x9d0;title\x9c", "\x1bc", "Li\u200dnd",
]  # fmt: skip
HOSTILE = [*CONTROLS, *TURNING, *HIDING, *SEQUENCES]
# Colours, links to files, and the progress bar where the machine is slow enough for one.
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:file:///[\w%.~/-]*)?\x1b\\|\r(?:Reading[^\r\n\x1b]*)?\x1b\[K", re.ASCII)
_CLASS = re.escape("".join(one for one in [*CONTROLS, *TURNING, *HIDING] if one != "\t"))
RAW = re.compile(f"[{_CLASS}]|i\u200d")


def obeyed(shown: str) -> list[str]:
    """What of a screen a terminal would obey, or hide, that is not our own colours and links."""
    return RAW.findall(OURS.sub("", shown)) + re.findall(r"\x1b\[5;41m", shown)


# -- every field, every screen and format ------------------------------------------------------------------------------


def record(hostile: str) -> Record:
    """An article that has this in every field."""
    text = f"Head {hostile} line\n\nBody {hostile} of it {hostile}"
    second = text.index("Body")
    article = Article(
        text=text, id="k" * 20, date="2022-01-11", time="17:32", date_from="header", headline=f"Head {hostile} line",
        tags=(f"UPDATE {hostile}",), dateline=Dateline(hostile, (Place(hostile, hostile),), "2022-01-11", hostile),
        agency=hostile, credits=(Credit(f"Mara {hostile}", "by", place=hostile), Credit(f"{hostile}Acht", "editing")),
        captions=(Caption(hostile, hostile),), notes=(Note("correction", hostile), Note("link", hostile)),
        body=(f"Body {hostile} of it {hostile}",), words=3, warnings=(hostile,),
        spans=(Span(0, second - 2, "headline", hostile), Span(second, len(text), "body", "")),
        paragraphs=(Paragraph(0, second - 2, 1), Paragraph(second, len(text), 3)),
        facts=Facts(hostile, hostile, hostile, hostile, (hostile,)),
    )  # fmt: skip
    return Record(f"news/{hostile}.txt", 1, "text", article)


def results(one: Record) -> dict[str, Result[Any]]:
    hit = Hit(3, "body", one.article.body[0], ((5, 6),))
    columns: tuple[Column[Record], ...] = tuple(Column(field.name, field.value) for field in FIELDS)
    options = {"short_id": lambda ident: ident[:7], "footer": lambda: one.path}
    found = type("Found", (), {"record": one, "hits": (hit,)})()
    return {
        "list": Result("list", [summary_of(one, 1)], (), str, options=options),
        "show": Result("show", [one], (), str, options=options),
        "explain": Result("explain", [one], (), str, options=options),
        "grep": Result("grep", [found], (), str, options=options),
        "kwic": Result("kwic", list(concordance(one, [hit])), (), str, options=options),
        "table": Result("table", [one], columns, Record.as_json, options=options),
        "pages": Result("show", [one], columns, Record.as_json, as_line=plain_page, as_page=markdown_page, options=options),
    }


@pytest.mark.parametrize("name", results(record("x")))
def test_no_field_of_an_article_is_obeyed_on_any_screen_or_in_any_format(name: str) -> None:
    for hostile in HOSTILE:
        result = results(record(hostile))[name]
        drawn = io.StringIO()
        if name != "pages":
            render.write(result, "table", drawn, Terminal(90, "256"))
        for format_name in render.format_names()[1:] if name in ("table", "pages") else ():
            render.write(result, format_name, SafeStream(drawn), None)  # type: ignore[arg-type]  # has what formats need
        assert obeyed(drawn.getvalue()) == [], ascii(hostile)


def test_what_a_script_or_an_emoji_needs_stays() -> None:
    for needed in (
        "می\u200cخواهم",
        "ക\u200d",
        "क्\u200dष",
        "👩\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "👍🏽",
        "e\u0301",
        "שָׁלוֹם",
        "ᠮᠣ\u180bᠩ",
    ):
        assert safe(needed) == visible(needed) == needed
    assert safe("Li\u200dnd") == "Li<U+200D>nd"


def test_json_means_the_same_on_a_terminal_and_in_a_pipe() -> None:
    for hostile in HOSTILE:
        result = results(record(hostile))["table"]
        exact, guarded = io.StringIO(), io.StringIO()
        render.write(result, "json", exact, None)
        render.write(result, "json", SafeStream(guarded), None)  # type: ignore[arg-type]  # has what formats need
        assert exact.getvalue() == guarded.getvalue()
        assert json.loads(exact.getvalue()) == [record(hostile).as_json()]


# -- commands in a pseudo-terminal: texts, names, members, messages ------------------------------------------------------

NAMES = [
    "\x1b]0;owned\x07",
    "\x9b2J",
    "line\nfeed",
    "\u202etxt.exe",
    "tag\U000e0041",
    os.fsdecode(b"\xff\xc3"),
    "a b;c&d#e?%41",
]


@pytest.fixture
def hostile_news(tmp_path: Path) -> Path:
    """Articles with something hostile in each part of the text, files and archive members with such names, broken ones too."""
    for at, hostile in enumerate(one for one in HOSTILE if one != "\x00"):
        text = (
            f"UPDATE 1-Head{hostile}line of day {at}\n\nBy Mara{hostile} Lind\n\nJanuary 11, 2022\n\nOSLO, Jan 11 (dpa) - The"
            f" night boats{hostile} sailed from the harbour again.\n\nA man walks. Mara{hostile} Lind/Handout via REUTERS\n\n"
            f"(Reporting by Tom{hostile} Acht in Os{hostile}lo; Editing by Ann Petrie)\n"
        )
        (tmp_path / f"{at:03}.txt").write_text(text, "utf-8", newline="")
    for name in NAMES:
        (tmp_path / f"{name}.txt").write_text(story(1))
        (tmp_path / f"bad{name}.txt").write_bytes(b"\x00\x01\x02")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in NAMES[:5]:
            archive.writestr(f"{name}/{name}.txt", story(2))
            archive.writestr(f"bad{name}.txt", b"\x00\x01\x02")
    return tmp_path


FORMATS = render.format_names()
COMMANDS: dict[str, list[list[str]]] = {
    "list": [["list", "--format", name] for name in FORMATS] + [["list", "--fields", "path,headline,byline,credits"]],
    "show": [["show", "all.zip", "001.txt", "040.txt", "--format", name] for name in FORMATS]
    + [["show", "--raw", "027.txt", "088.txt"], ["show", "--explain", "030.txt"], ["show", f"{NAMES[0]}.txt"]],
    "grep": [["grep", "night", "--format", name] for name in FORMATS]
    + [["grep", option, "night|boats"] for option in ("-o", "-c", "-l", "-C1", "--kwic", "-v")]
    + [["grep", "-L", "zebra"], ["grep", "-l", "-0", "night"]],
    "stats": [["stats", "--format", name] for name in FORMATS]
    + [["stats", "--coverage"], *(["stats", "--per", by] for by in ("place", "agency", "reporting"))],
    "export": [["export", "--format", name] for name in FORMATS] + [["export", "-p"], ["export", "--spans", "--safe-cells"]],
    "others": [["formats", *(f"{name}.txt" for name in NAMES)], ["formats", "all.zip"]]
    + [["index", action] for action in ("info", "build", "info", "check", "clear")]
    + [["list", "all.zip"], ["export", "all.zip"], ["grep", "night", "all.zip"], ["stats", "--per", "path", "all.zip"]]
    + [[*one, "--format", name] for name in FORMATS for one in (["index", "info"], ["formats", "all.zip"])],
    "messages": [
        [*command, *hostile]
        for hostile in (["\x1b]0;x\x07\u202e"], ["no\nnewscli: all is well"], ["\x9b2J\U000e0041"])
        for command in (
            ["list"], ["show"], ["grep", "x"], ["grep"], ["formats"], ["list", "--since"], ["list", "--has"], ["list", "--by"],
            ["list", "--format"], ["list", "--sort"], ["stats", "--per"], ["index"], ["index", "build"], ["grep", "-f"],
            ["show", "--ids-from"], ["list", "--fields"], ["list", "--as"], ["list", "--map"], ["list", "--index"],
            ["grep", "--near"], ["grep", "--not", "x", "-e"],
            ["stats", "--place"], ["export", "--path"], ["grep", "--in"], ["index", "info"], [],
        )
    ],
}  # fmt: skip


@pytest.mark.parametrize("commands", COMMANDS.values(), ids=COMMANDS)
def test_nothing_that_a_command_writes_to_a_terminal_is_obeyed(hostile_news: Path, commands: list[list[str]]) -> None:
    for ran in in_terminal(commands, hostile_news):
        assert obeyed(ran.shown) == [], ran.arguments
        assert "internal error" not in ran.shown, ran.arguments
        assert ran.shown, ran.arguments


def test_no_folder_or_setting_is_obeyed_either(tmp_path: Path) -> None:
    hostile = "\x1b]0;x\x07\u202e\U000e0041\x9b2J"
    root, config = tmp_path / hostile, tmp_path / "config" / "newscli" / "formats"
    root.mkdir()
    config.mkdir(parents=True)
    (root / "good.txt").write_text(story(1))
    (root / "bad.txt").write_bytes(b"\x00\x01\x02")
    (config / f"{hostile}.toml").write_text(f"summary = {json.dumps(hostile)}\n{json.dumps(hostile)} = 1\n")
    actions = [["index", action] for action in ("build", "info", "check", "clear")]
    asked = [["list"], ["show", "--explain", "good.txt"], ["stats", "--coverage"], ["formats"], ["index", "build"]]
    told: list[tuple[list[list[str]], dict[str, str]]] = [([*actions, *asked], {})]
    told += [([[*one, "--index", str(tmp_path / f"i{hostile}")] for one in actions], {})]
    several = dict.fromkeys(("NEWSCLI_MEMORY", "NEWSCLI_PAGER", "COLUMNS", "LESS"), hostile)
    told += [(asked[:2], several), *((asked[:1], {f"NEWSCLI_{name}": hostile}) for name in ("CORPUS", "UNPACK_RATIO"))]
    told += [([["index", "build"]], {"XDG_CACHE_HOME": hostile})]
    told += [([*asked, ["list", "--as", str(config / f"{hostile}.toml")]], {"XDG_CONFIG_HOME": str(tmp_path / "config")})]
    for commands, environment in told:
        for ran in in_terminal(commands, root, 100, **environment):
            assert obeyed(ran.shown) == [], (ran.arguments, environment)
            assert "internal error" not in ran.shown, (ran.arguments, environment)


def test_no_name_passes_for_a_message_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a\nnewscli: all is well.txt").write_bytes(b"\x00\x01")
    (ran,) = in_terminal([["list"]], tmp_path)
    assert "newscli: all is well" not in ran.shown.splitlines()
    assert "a␊newscli: all is well.txt: is not text" in ran.shown


def test_links_lead_to_files_only_and_hold_nothing_but_percent_encoded_names(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.txt").write_text(story(1))
    (listed, grepped) = in_terminal([["list"], ["grep", "harbour"]], tmp_path)
    for ran in (listed, grepped):
        targets = set(re.findall("\x1b]8;;([^\x1b]*)\x1b\\\\", ran.shown)) - {""}
        assert targets == {(tmp_path / f"{name}.txt").resolve().as_uri() for name in NAMES}
        assert all(re.fullmatch(r"file:///[\w%.~/-]*", target, re.ASCII) for target in targets)


def test_a_pipe_gets_text_exact(hostile_news: Path) -> None:
    names = [f"{at:03}.txt" for at in (27, 60, 80, 88)]
    for name, shown in zip(names, in_pipes([["show", "--raw", name] for name in names], hostile_news), strict=True):
        assert shown.out == (hostile_news / name).read_bytes()
    (found,) = in_pipes([["grep", "-I", "night boats", "088.txt"]], hostile_news)
    assert found.out.partition(b":")[2].strip() in (hostile_news / "088.txt").read_bytes()


# -- spreadsheets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_run_by_a_spreadsheet_where_that_is_asked_for(begins: str) -> None:
    formula = f"{begins}HYPERLINK(1)"
    column: Column[str] = Column("text", lambda _: formula)
    out = io.StringIO()
    render.write(Result("table", ["x"], (render.formats.guarded(column),), str), "csv", out, None)
    assert out.getvalue().splitlines()[1].lstrip('"').startswith(f"'{begins}".rstrip("\r"))
    exact = io.StringIO()
    render.write(Result("table", ["x"], (column,), str), "csv", exact, None)
    assert exact.getvalue() == out.getvalue().replace("'", "", 1)


def test_safe_cells_are_an_option_of_every_table(tmp_path: Path) -> None:
    (tmp_path / "=1+1.txt").write_text("OSLO, Jan 11 (dpa) - Ships.")
    asked = (["list", "--fields", "path"], ["export"], ["grep", "Ships"], ["grep", "-c", "Ships"])
    commands = [[*one, "--format", separated] for one in asked for separated in ("csv", "tsv")]
    exact = in_pipes(commands, tmp_path)
    guarded = in_pipes([[*one, "--safe-cells"] for one in commands], tmp_path)
    for before, after in zip(exact, guarded, strict=True):
        assert b"'=1+1.txt" not in before.out
        assert b"'=1+1.txt" in after.out
        assert before.out == after.out.replace(b"'=1+1", b"=1+1")
