"""Every output format, on values that are hard to write: a file of golden/ each.

After a change that is meant, look at the difference and run `UPDATE_GOLDEN=1 pytest tests/render`. In the golden files of
screens the escape character is written \\x1b.
"""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from tests.conftest import summary_of

from newscli import render, statistics
from newscli.article import Article, Caption, Credit, Dateline, Note, Paragraph, Place, Record, Span, Summary
from newscli.query.concordance import concordance
from newscli.query.search import Hit
from newscli.render.pages import markdown_page, plain_page
from newscli.render.terminal import Terminal
from newscli.results import Column, Result

GOLDEN = Path(__file__).with_name("golden")
FULL = (
    "Wide 北京 e\u0301 \"quoted\", 'single'\ttab [bold]no markup[/] :smile: \x1b[31mred\x1b[0m"
    " \u202etxt.exe\u202c | pipe *star* \\"
)


def article(**known: Any) -> Article:
    text = (
        FULL + "\n\nSecond [red]paragraph[/] of 北方三省迎来入冬以来最强降雪 and more words that go on and on to the edge.\r\n"
    )
    second = text.index("Second")
    return Article(
        text=text,
        id="kpsntwqkpsntwqkpsntw",
        body=(FULL, text[second:].strip()),
        words=27,
        spans=(Span(0, len(FULL), "headline", "headline.first-line"), Span(second, len(text) - 2, "body", "")),
        paragraphs=(Paragraph(0, len(FULL), 1), Paragraph(second, len(text) - 2, 3)),
        **known,
    )


RECORDS = (
    Record(
        "news/wide 北京.txt",
        1,
        "text",
        article(
            date="2022-01-11",
            time="17:32-05:00",
            date_from="header",
            headline=FULL,
            tags=("UPDATE 2", "EXCLUSIVE"),
            dateline=Dateline("SÃO PAULO/北京, Jan 11 (AP)", (Place("SÃO PAULO"), Place("北京", "China")), "2022-01-11", "AP"),
            agency="AP",
            credits=(
                Credit("Mara | Lind", "by"),
                Credit("王一鸣", "by"),
                Credit("Tom Acht", "editing", place="Oslo"),
                Credit("Beijing Newsroom", "editing", "desk"),
            ),
            captions=(Caption("A caption\u2028with a line separator", "Wei Lan/Harbour Press"), Caption("Another", None)),
            notes=(Note("correction", "(Corrects [b]name[/b])"), Note("link", "read more")),
            warnings=("read as Windows-1252: byte 0x93 at 0 is not UTF-8",),
        ),
    ),
    Record("news/\udcff\x07.txt", 2, "text", article()),
    Record("empty.txt", 1, "text", Article(text="", id="z" * 20, warnings=("no text",))),
)
LIST: tuple[Column[Record], ...] = (
    Column("id", lambda r: r.article.id),
    Column("path", lambda r: r.address),
    Column("date", lambda r: r.article.date),
    Column("headline", lambda r: r.article.headline),
    Column("people", lambda r: [c.name for c in r.article.credits]),
    Column("words", lambda r: r.article.words, numeric=True),
)
OPTIONS = {"short_id": lambda ident: ident[:7], "footer": lambda: "3 articles   3 files"}


class Found:
    def __init__(self, record: Record, *hits: Hit) -> None:
        self.record = record
        self.hits = hits


def hits() -> list[Found]:
    at = FULL.index("markup")
    long = "before " * 100 + "needle" + " after" * 100
    start = long.index("needle")
    return [
        Found(
            RECORDS[0],
            Hit(1, "headline", FULL, ((at, at + 6), (FULL.index("\x1b"), FULL.index("red") + 3)), True, 0),
            Hit(3, "body", "Context 北京", (), False, 1),
            Hit(9, "body", long, ((start, start + 6),), True, 4),
        ),
        Found(RECORDS[1], Hit(1, "body", FULL, ((0, 4),), True, 0)),
    ]


def result(screen: str) -> Result[Any]:
    summaries = [summary_of(record, at) for at, record in enumerate(RECORDS)]
    if screen == "list":
        return Result("list", iter(summaries), (), Summary.__str__, options=OPTIONS)
    if screen == "grep":
        return Result("grep", iter(hits()), (), str, options=OPTIONS | {"gaps": True})
    if screen == "kwic":
        lines = [line for found in hits() for line in concordance(found.record, found.hits)]
        return Result("kwic", iter(lines), (), str, options=OPTIONS)
    if screen == "stats":
        overview = statistics.Overview()
        for summary in summaries:
            overview.add(summary)
        return Result("stats", list(overview.blocks()), (), str)
    return Result(
        screen,
        iter(RECORDS),
        LIST,
        Record.as_json,
        as_line=None,
        as_page=None if screen == "table" else markdown_page,
        options=OPTIONS,
    )


def written(name: str, made: str) -> str:
    """What should stand there; written anew where that is asked for."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(made, "utf-8", errors="surrogateescape", newline="")
    return path.read_bytes().decode("utf-8", "surrogateescape")


def rendered(screen: str, format_name: str, terminal: Terminal | None = None) -> str:
    out = io.StringIO()
    render.write(result(screen), format_name, out, terminal)
    return out.getvalue()


@pytest.mark.parametrize("format_name", render.format_names()[1:])
def test_every_format_writes_the_hard_values_as_it_always_did(format_name: str) -> None:
    made = rendered("table", format_name)
    assert made == written(f"table.{format_name}", made)


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("screen", ["list", "show", "explain", "grep", "kwic", "stats", "table"])
def test_every_screen_draws_the_hard_values_as_it_always_did(screen: str, width: int) -> None:
    made = rendered(screen, "table", Terminal(width, "256"))
    shown = made.replace("\x1b", "\\x1b")
    assert shown == written(f"{screen}-{width}.txt", shown)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 124, 160, 220])
@pytest.mark.parametrize("screen", ["list", "show", "explain", "grep", "kwic", "stats", "table"])
def test_no_screen_is_wider_than_its_terminal_or_lets_anything_hostile_through(screen: str, width: int) -> None:
    made = rendered(screen, "table", Terminal(width))
    for line in made.split("\n"):
        assert cell_len(line) <= width, line
        assert line == "" or line.isprintable() or all(c.isprintable() or c in "\u0301" for c in line)


def test_pages_for_pipes_and_markdown_stay_as_they_were() -> None:
    for name, page in (("page.plain", plain_page), ("page.markdown", markdown_page)):
        made = "".join(page(record) for record in RECORDS)
        assert made == written(name, made)


def test_json_is_valid_utf8_and_gives_every_value_back() -> None:
    read = json.loads(rendered("table", "json").encode("utf-8"))
    assert read == [record.as_json() for record in RECORDS]
    assert [json.loads(line) for line in rendered("table", "jsonl").splitlines()] == read


def test_csv_gives_every_value_back() -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("table", "csv"), newline="")))
    assert [row["headline"] for row in rows] == [FULL, "", ""]
    assert rows[0]["people"] == "Mara | Lind; 王一鸣; Tom Acht; Beijing Newsroom"


def test_tab_separated_lines_have_as_many_values_as_columns() -> None:
    for format_name in ("tsv", "plain"):
        assert {line.count("\t") for line in rendered("table", format_name).splitlines() if line} == {len(LIST) - 1}


def test_an_empty_answer_is_an_empty_array_and_no_lines() -> None:
    empty: Result[Record] = Result("table", iter(()), LIST, Record.as_json)
    written_out = {}
    for format_name in ("json", "jsonl", "plain"):
        out = io.StringIO()
        render.write(empty, format_name, out, None)
        written_out[format_name] = out.getvalue()
    assert written_out == {"json": "[]\n", "jsonl": "", "plain": ""}
