"""The paragraphs that match a pattern, under a line that says whose they are.

The unit is the paragraph, its line breaks folded to spaces, so that a phrase is found across wrapped lines; the number is
the line of the source file where the paragraph starts. Flags mean what they mean to grep.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Annotated, Any, Generic, TypeVar

from typer import Argument

from newscli.cli import diagnostics
from newscli.cli.greps import PatternOptions, ShowOptions
from newscli.cli.lines import Lines, count_line
from newscli.cli.options import CorpusOptions, FilterOptions, countable
from newscli.cli.output import OutputOptions
from newscli.corpus import Corpus
from newscli.engine import Depth, Found, addresses, search
from newscli.errors import Exit
from newscli.query.concordance import ConcordanceLine, arranged, concordance
from newscli.query.filters import Filters
from newscli.query.search import Hit, Search
from newscli.results import Column, Result

SUMMARY = "The paragraphs that match."
EXAMPLES = """\
newscli grep 'night train' news
newscli grep -i -w fog news --since 2022 --place shanghai
newscli grep -c --in headline '^UPDATE' news
newscli grep --kwic --sort right night news
newscli grep -e fog -e snow -l news"""


def run(
    looking: PatternOptions,
    showing: ShowOptions,
    filters: FilterOptions,
    where: CorpusOptions,
    output: OutputOptions,
    pattern: Annotated[str | None, Argument(metavar="PATTERN", help="A regular expression.", show_default=False)] = None,
    corpus: Annotated[
        list[str] | None,
        Argument(metavar="[CORPUS]...", help="Files and folders; - is standard input.", show_default=False),
    ] = None,
) -> int:
    paths = list(corpus or ())
    if (looking.patterns or looking.pattern_file) and pattern is not None:
        paths, pattern = [pattern, *paths], None
    lines = showing.count or showing.with_matches or showing.without or showing.only
    chosen = output.chosen(terminal="plain" if lines else "table")
    # Only what names fields has to know which field a hit is in.
    asked, wanted = filters.meant(), showing.meant(looking, pattern, placed=chosen not in ("plain", "table"))
    opened = where.open(paths, while_reading=True)
    if showing.quiet:
        found = next(addresses(opened, asked, wanted), None) is not None
    elif showing.with_matches:
        named = _Counted(islice(addresses(opened, asked, wanted), countable(showing.limit)))
        output.write(_addresses(named, showing), chosen)
        found = named.articles > 0
    else:
        counted = _Counted(_found(opened, asked, wanted, showing))
        output.write(_result(counted, showing, opened, chosen), chosen)
        found = counted.articles > 0
    if not (showing.quiet and found):
        diagnostics.report_undated(opened, asked)
    return diagnostics.report(opened) or (Exit.OK if found else Exit.NO_MATCH)


def _found(corpus: Corpus, filters: Filters, wanted: Search, showing: ShowOptions) -> Iterator[Found]:
    """What was found, cut off where --limit says; with -L what was not."""
    left = showing.limit
    depth = Depth.WHERE if showing.without else Depth.COUNT if showing.count else Depth.HITS
    for found in search(corpus, filters, wanted, showing.without, depth):
        if showing.without:
            if not found.count:
                yield found
            continue
        if left is not None:
            if left <= 0:
                return
            found = _first(found, left)
            left -= found.count
        yield found


def _first(found: Found, most: int) -> Found:
    """At most so many matching paragraphs of an article, and their context."""
    kept: list[Hit] = []
    left = most
    for hit in found.hits:
        if hit.matched:
            if left == 0:
                break
            left -= 1
        kept.append(hit)
    return replace(found, hits=tuple(kept), count=min(most, found.count))


Item = TypeVar("Item")


class _Counted(Generic[Item]):
    """Counts articles as they go by."""

    def __init__(self, found: Iterable[Item]) -> None:
        self.found = found
        self.articles = 0

    def __iter__(self) -> Iterator[Item]:
        for one in self.found:
            self.articles += 1
            yield one


Row = tuple[Found, Hit]
ROWS: tuple[Column[Row], ...] = (
    Column("id", lambda row: row[0].id),
    Column("path", lambda row: row[0].address),
    Column("line", lambda row: row[1].line, numeric=True),
    Column("field", lambda row: row[1].field),
    Column("text", lambda row: row[1].text),
    Column("matches", lambda row: [row[1].text[start:end] for start, end in row[1].matches]),
)
COUNTS: tuple[Column[Found], ...] = (
    Column("path", lambda found: found.address),
    Column("count", lambda found: found.count, numeric=True),
)


def _as_object(columns: tuple[Column[Any], ...]) -> Callable[[Any], object]:
    return lambda item: {column.name: column.value(item) for column in columns}


def _row_object(row: Row) -> object:
    found, hit = row
    return {
        "id": found.id,
        "path": found.address,
        "line": hit.line,
        "field": hit.field,
        "text": hit.text,
        "matches": [{"start": start, "end": end, "text": hit.text[start:end]} for start, end in hit.matches],
    }


def _result(found: _Counted[Found], showing: ShowOptions, corpus: Corpus, chosen: str) -> Result[Any]:
    if showing.without:
        return _addresses((one.address for one in found), showing)
    if showing.count:
        return Result("table", found, COUNTS, _as_object(COUNTS), as_line=lambda one: count_line(one, showing))
    if showing.kwic:
        lines = (line for one in found for line in concordance(one.record, one.hits))
        return _concordance(arranged(lines, showing.sort), corpus)
    if chosen == "table":
        gaps = bool(showing.before or showing.after or showing.context)
        return Result("grep", found, (), _row_object, options={"short_id": corpus.short_id, "gaps": gaps})
    rows = ((one, hit) for one in found for hit in one.hits)
    if showing.only:
        rows = (part for row in rows for part in _parts(row))
    return Result("table", rows, ROWS, _row_object, as_line=Lines(showing))


def _addresses(found: Iterable[str], showing: ShowOptions) -> Result[str]:
    """-l and -L: an article a line."""
    path: Column[str] = Column("path", str)
    end = "\0" if showing.null else "\n"
    return Result("table", found, (path,), lambda one: {"path": one}, as_line=str, options={"end": end})


def _parts(row: Row) -> Iterator[Row]:
    """-o: a row a match, its text the match alone."""
    found, hit = row
    for start, end in hit.matches:
        yield found, replace(hit, text=hit.text[start:end], matches=((0, end - start),))


def _concordance(lines: Iterable[ConcordanceLine], corpus: Corpus) -> Result[ConcordanceLine]:
    columns: tuple[Column[ConcordanceLine], ...] = (
        Column("id", lambda line: line.record.article.id),
        Column("date", lambda line: line.record.article.date),
        Column("left", lambda line: line.left),
        Column("match", lambda line: line.match),
        Column("right", lambda line: line.right),
    )
    return Result("kwic", lines, columns, _as_object(columns), options={"short_id": corpus.short_id})
