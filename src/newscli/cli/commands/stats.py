"""The corpus at a glance: totals, a timeline, top places, agencies and people, lengths, and which fields there are.

With --per a table instead: a row a year, a month, a place, an agency, a reporter ...
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from typer import Option

from newscli import statistics
from newscli.cli import completion, diagnostics
from newscli.cli.options import CorpusArgument, CorpusOptions, FilterOptions
from newscli.cli.output import OutputOptions
from newscli.corpus import Corpus
from newscli.errors import QueryError
from newscli.query.filters import Filters
from newscli.results import Block, Column, Result
from newscli.statistics import totals
from newscli.statistics._grouping import Group, Grouped, group_name
from newscli.statistics._openings import SUSPECTS, Opening, lacking

SUMMARY = "The corpus at a glance."
EXAMPLES = """\
newscli stats news
newscli stats news --since 2022 --place shanghai
newscli stats news --per month --format csv
newscli stats news --coverage
newscli stats news --json"""

# Different words of some articles are counted by reading them: of more than these it takes longer than a glance may.
MOST_READ = 5_000
Row = tuple[str, str, int]
ROWS: tuple[Column[Row], ...] = (
    Column("statistic", lambda row: row[0]),
    Column("name", lambda row: row[1]),
    Column("number", lambda row: row[2], numeric=True),
)


def run(
    filters: FilterOptions,
    where: CorpusOptions,
    output: OutputOptions,
    corpus: CorpusArgument = None,
    per: Annotated[
        str | None,
        Option("--per", metavar="FIELD", help="A row a year, month, day, place, agency, editing ...",
               show_default=False, autocompletion=completion.groups),
    ] = None,
    coverage: Annotated[
        bool,
        Option("--coverage", help="Which fields are lacking, and how articles begin that look as if they had them.",
               show_default=False),
    ] = False,
) -> int:  # fmt: skip
    if per and coverage:
        raise QueryError("stats: --per and --coverage are two different tables; name one")
    asked = filters.meant()
    by = group_name(per) if per else None
    chosen = output.chosen()
    opened = where.open(corpus)
    if coverage:
        output.write(_lacking(opened, asked), chosen, paged=True)
    elif by:
        grouped = Grouped(by)
        grouped.take(opened, asked)
        output.write(_groups(grouped, by), chosen, paged=True)
    else:
        blocks = _blocks(opened, asked)
        if chosen == "table":
            result: Result[Block] = Result("stats", blocks, (), lambda block: block.name)
            output.write(result, chosen, paged=True)
        else:
            output.write(_rows(blocks), chosen)
    diagnostics.report_undated(opened, asked)
    return diagnostics.report(opened)


def _blocks(corpus: Corpus, filters: Filters) -> list[Block]:
    overview = statistics.Overview()
    overview.take(corpus.counts(filters), lambda: corpus.summaries(filters))
    for tally in overview.tallies:
        if isinstance(tally, totals.Tally):
            tally.vocabulary = corpus.vocabulary(filters, MOST_READ)
    return list(overview.blocks())


def _rows(blocks: list[Block]) -> Result[Row]:
    """A line a number, for pipes and tables; one object for JSON."""

    def rows() -> Iterator[Row]:
        for block in blocks:
            yield from ((block.name, label, number) for label, number in block.values)

    return Result("table", rows(), ROWS, list, document=lambda: statistics.document(blocks))


def _lacking(corpus: Corpus, filters: Filters) -> Result[Opening]:
    """A row a field: how many lack it, how many of those look as if they didn't; and below it the forms of these."""
    columns: tuple[Column[Opening], ...] = (
        Column("field", lambda row: row.field),
        Column("number", lambda row: row.number, numeric=True),
        Column("opening", lambda row: row.example),
        Column("path", lambda row: row.path or None),
    )

    def rows() -> Iterator[Opening]:
        for name in SUSPECTS:
            found = lacking(name, corpus.records(replace(filters, missing=(*filters.missing, name))))
            yield Opening(name, found.articles, "", "(without it)", "")
            if found.suspects:
                yield Opening(name, found.suspects, "", "(look as if they had it)", "")
            yield from found.openings()

    return Result("table", rows(), columns, lambda row: {column.name: column.value(row) for column in columns})


def _groups(grouped: Grouped, by: str) -> Result[Group]:
    columns: tuple[Column[Group], ...] = (
        Column(by, lambda group: group.label),
        Column("articles", lambda group: group.articles, numeric=True),
        Column("words", lambda group: group.words, numeric=True),
        Column("median", lambda group: group.median, numeric=True),
        Column("first", lambda group: group.first),
        Column("last", lambda group: group.last),
    )
    footer = f"{grouped.without:,} articles without" if grouped.without else ""
    return Result(
        "table",
        grouped.rows(),
        columns,
        lambda group: {column.name: column.value(group) for column in columns},
        options={"footer": lambda: footer},
    )
