"""One line an article: id, date, place, agency, byline, headline or else lede, words. Newest first, undated last.

In a pipe every line is complete: the whole id, the whole lede, tabs between. JSON writes whole records.
"""

from collections.abc import Callable
from typing import Annotated

from typer import Option

from newscli.article import Record, Summary
from newscli.cli import completion, diagnostics
from newscli.cli.options import CorpusArgument, CorpusOptions, FilterOptions, OrderOptions
from newscli.cli.output import OutputOptions
from newscli.corpus import Corpus
from newscli.query.fields import field
from newscli.query.filters import Filters
from newscli.query.sorting import NEWEST_FIRST
from newscli.results import Column, Result

SUMMARY = "One line an article."
EXAMPLES = """\
newscli list news --since 2022 --place shanghai
newscli list news --sort -words -n 20
newscli list news --by editing:perry --fields id,date,headline --format csv
newscli list news --missing dateline --ids | newscli show --corpus news --ids-from -"""

COLUMNS: tuple[Column[Summary], ...] = (
    Column("id", lambda s: s.id),
    Column("date", lambda s: s.date),
    Column("place", lambda s: s.place),
    Column("agency", lambda s: s.agency),
    Column("byline", lambda s: list(s.byline)),
    Column("headline", lambda s: s.headline or s.lede),
    Column("words", lambda s: s.words, numeric=True),
)


def run(
    filters: FilterOptions,
    order: OrderOptions,
    where: CorpusOptions,
    output: OutputOptions,
    corpus: CorpusArgument = None,
    fields: Annotated[
        str | None,
        Option(
            "--fields", metavar="FIELDS", help="These fields instead: id,date,headline ...", show_default=False,
            autocompletion=completion.any_field,
        ),
    ] = None,
    ids: Annotated[bool, Option("--ids", help="Only the ids, whole, one a line.", show_default=False)] = False,
) -> int:  # fmt: skip
    asked, keys = filters.meant(), order.keys(NEWEST_FIRST)
    chosen = "plain" if ids else output.chosen()
    columns = _columns(fields) if fields else ()
    opened = where.open(corpus)
    if ids:
        summaries = order.summaries(opened, asked, keys)
        output.write(Result("list", summaries, COLUMNS[:1], lambda s: s.id), chosen)
    elif columns or chosen in ("json", "jsonl"):
        records = order.records(opened, asked, keys)
        output.write(Result("table", records, columns, _as_object(columns)), chosen, paged=True)
    else:
        summaries = order.summaries(opened, asked, keys, ledes=True)
        screen = {"short_id": opened.short_id, "footer": lambda: _footer(opened, asked, order)}
        output.write(Result("list", summaries, COLUMNS, lambda s: s.id, options=screen), chosen, paged=True)
    diagnostics.report_undated(opened, asked)
    return diagnostics.report(opened)


def _columns(names: str) -> tuple[Column[Record], ...]:
    found = [field(name, option="--fields") for name in names.split(",") if name.strip()]
    return tuple(Column(one.name, one.value, one.numeric) for one in found)


def _as_object(columns: tuple[Column[Record], ...]) -> Callable[[Record], object]:
    if not columns:
        return Record.as_json
    return lambda record: {column.name: column.value(record) for column in columns}


def _footer(corpus: Corpus, filters: Filters, order: OrderOptions) -> str:
    """The line under a list: "12 articles   9 files   4 to 14 January 2022   1 undated"."""
    from newscli.statistics.timeline import spoken_span

    extent = corpus.extent(filters)
    shown = min(extent.articles, *(bound for bound in (order.limit, order.sample) if bound is not None), extent.articles)
    articles = f"{extent.articles:,} article{'s' * (extent.articles != 1)}"
    dates = spoken_span(extent.first, extent.last) if extent.first and extent.last else ""
    parts = (
        articles if shown == extent.articles else f"{shown:,} of {articles}",
        f"{extent.files:,} file{'s' * (extent.files != 1)}",
        dates,
        f"{extent.undated:,} undated" if extent.undated else "",
    )
    return "   ".join(filter(None, parts))
