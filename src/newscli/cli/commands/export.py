"""Whole records of the articles that the filters choose: one JSON object a line, unless --format says otherwise."""

from typing import Annotated

from typer import Option

from newscli.article import Record
from newscli.cli import diagnostics
from newscli.cli.commands.show import COLUMNS
from newscli.cli.options import CorpusArgument, CorpusOptions, FilterOptions, OrderOptions
from newscli.cli.output import OutputOptions
from newscli.query.sorting import BY_PATH
from newscli.results import Result

SUMMARY = "Whole records: jsonl, json, csv ..."
EXAMPLES = """\
newscli export news > news.jsonl
newscli export news --spans --since 2022 --format json
newscli export news --has dateline --format csv"""


def run(
    filters: FilterOptions,
    order: OrderOptions,
    where: CorpusOptions,
    output: OutputOptions,
    corpus: CorpusArgument = None,
    spans: Annotated[bool, Option("--spans", help="With every claim: start, end, field, rule.", show_default=False)] = False,
) -> int:
    asked, keys = filters.meant(), order.keys(BY_PATH)
    chosen = output.chosen(piped="jsonl", terminal="table" if output.pretty else "jsonl")
    opened = where.open(corpus, while_reading=order.as_read(keys))
    from newscli.render.pages import markdown_page, plain_page

    result: Result[Record] = Result(
        "show", order.records(opened, asked, keys), COLUMNS, lambda record: record.as_json(spans=spans),
        as_line=plain_page, as_page=markdown_page, options={"short_id": opened.short_id},
    )  # fmt: skip
    output.write(result, chosen)
    diagnostics.report_undated(opened, asked)
    return diagnostics.report(opened)
