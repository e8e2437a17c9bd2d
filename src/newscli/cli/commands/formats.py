"""What newscli reads; and, for files that are named, what each is taken for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from typer import Argument

from newscli import readers
from newscli.cli.output import OutputOptions
from newscli.errors import Exit
from newscli.results import Column, Result

SUMMARY = "What newscli reads, and what a file is taken for."
EXAMPLES = """\
newscli formats
newscli formats news/*"""

Row = tuple[str, str, str]


def run(
    output: OutputOptions,
    files: Annotated[list[str] | None, Argument(metavar="[FILE]...", help="Files.", show_default=False)] = None,
) -> int:
    from newscli.cli.diagnostics import say

    status = Exit.OK

    def looked_at() -> Iterator[Row]:
        nonlocal status
        for name in files or ():
            try:
                with Path(name).open("rb") as opened:
                    taken = readers.recognised(name, opened.read(readers.HEAD))
            except OSError as error:
                say(f"{name}: {error.strerror}")
                status = Exit.TROUBLE
                continue
            yield name, *(taken or ("", "nothing that newscli reads"))

    if files:
        output.write(_result(("file", "format", "because"), looked_at()), output.chosen())
        return status
    known = ((name, " ".join(e or "(none)" for e in r.ENDINGS), r.SUMMARY) for name, r in readers.table().items())
    output.write(_result(("format", "endings", "meaning"), known), output.chosen())
    return status


def _result(names: Row, rows: Iterator[Row]) -> Result[Row]:
    first, second, third = names
    columns: tuple[Column[Row], ...] = (
        Column(first, lambda row: row[0]),
        Column(second, lambda row: row[1]),
        Column(third, lambda row: row[2]),
    )
    return Result("table", rows, columns, lambda row: dict(zip(names, row, strict=True)))
