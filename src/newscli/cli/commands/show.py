"""Articles as a person would read them: what is known, captions, the story, who made it.

An article is named by the letters of its id, by its path, or by path#2. On a terminal the text is wrapped at a readable
measure; in a pipe a paragraph is a line.
"""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from newscli.article import Record
from newscli.cli import completion, diagnostics
from newscli.cli.options import CorpusOptions
from newscli.cli.output import OutputOptions, stream
from newscli.corpus import Corpus
from newscli.errors import Exit, QueryError, UnknownArticle
from newscli.query.fields import FIELDS
from newscli.results import Column, Result

SUMMARY = "An article as a person would read it."
EXAMPLES = """\
newscli show kpsntwq
newscli show news/harbour.txt --explain
newscli show kpsn --corpus news --json
newscli grep -l fog news | newscli show --ids-from -"""

COLUMNS: tuple[Column[Record], ...] = tuple(Column(f.name, f.value, f.numeric) for f in FIELDS)


def run(
    where: CorpusOptions,
    output: OutputOptions,
    articles: Annotated[
        list[str] | None,
        Argument(metavar="ID...", help="Ids, or paths; - is stdin.", show_default=False, autocompletion=completion.ids),
    ] = None,
    raw: Annotated[bool, Option("--raw", help="The exact original text.", show_default=False)] = False,
    explain: Annotated[
        bool, Option("--explain", help="Which characters belong to which field, by which rule.", show_default=False)
    ] = False,
    ids_from: Annotated[
        str | None,
        Option("--ids-from", metavar="FILE", help="Read ids or paths from here, one a line; - is standard input.",
               show_default=False),
    ] = None,
) -> int:  # fmt: skip
    wanted = [*(articles or ()), *_listed(ids_from)]
    if not wanted:
        raise QueryError("show: name an article by its id or path; `newscli list` shows ids")
    opened = where.open(None if where.corpus_paths or not _all_are_files(wanted) else wanted)
    found, status = _found(opened, wanted)
    if raw:
        out = stream()
        for record in found:
            out.write(record.article.text)
    elif found or not status:
        screen = "explain" if explain else "show"
        chosen = output.chosen(piped="table" if explain else "plain")
        output.write(_result(screen, found, opened), chosen, paged=True)
    return status or diagnostics.report(opened)


def _result(screen: str, found: list[Record], corpus: Corpus) -> Result[Record]:
    from newscli.render.pages import markdown_page, plain_page

    return Result(
        screen, found, COLUMNS, lambda record: record.as_json(spans=screen == "explain"), as_line=plain_page,
        as_page=markdown_page, options={"short_id": corpus.short_id},
    )  # fmt: skip


def _listed(source: str | None) -> list[str]:
    """One id or path a line; white space around it is left out."""
    if source is None:
        return []
    lines = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    return [line.strip() for line in lines.replace("\0", "\n").splitlines() if line.strip()]


def _all_are_files(wanted: list[str]) -> bool:
    """Whether only files (or standard input) are named: then they are the corpus, wherever one stands."""
    return all(one == "-" or Path(one).is_file() for one in wanted)


def _found(corpus: Corpus, wanted: list[str]) -> tuple[list[Record], Exit]:
    """The articles that are known; each that isn't is said, and makes the status."""
    found: list[Record] = []
    status = Exit.OK
    for reference in wanted:
        try:
            found += corpus.find(reference)
        except UnknownArticle as error:
            diagnostics.say(str(error))
            status = Exit.NO_MATCH
    return found, status
