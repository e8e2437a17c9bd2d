"""What newscli reads; and, for files that are named, what each is taken for."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

from typer import Argument

from newscli import containers
from newscli.cli.output import OutputOptions
from newscli.errors import Exit
from newscli.results import Column, Result

if TYPE_CHECKING:
    from newscli.corpus.manner import Manner

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
    from newscli.corpus.manner import meant

    status = Exit.OK
    manner = meant(False, None, (), os.environ)

    def looked_at() -> Iterator[Row]:
        nonlocal status
        for name in files or ():
            try:
                if _waits(name):
                    yield name, "", "a pipe, which is read where a command that reads is given it"
                    continue
                with Path(name).open("rb") as opened:
                    yield from _inside(name, opened, manner)
            except OSError as error:
                say(f"{name}: {error.strerror}")
                status = Exit.TROUBLE

    if files:
        output.write(_result(("file", "format", "because"), looked_at()), output.chosen())
        return status
    both = (*manner.readers().items(), *containers.table().items())
    known = ((name, " ".join(e or "(none)" for e in one.ENDINGS), one.SUMMARY) for name, one in both)
    output.write(_result(("format", "endings", "meaning"), known), output.chosen())
    return status


def _waits(name: str) -> bool:
    """Whether opening a file may wait for somebody to write: a pipe with a name, other than those that a shell makes."""
    path = Path(name)
    return path.is_fifo() and not name.startswith("/dev/")


def _inside(name: str, opened: BinaryIO, manner: "Manner") -> Iterator[Row]:
    """What a file is taken for, or everything in it."""
    from newscli.readers import _foreign as foreign

    for leaf in containers.leaves(opened, name, manner.limits, lambda _: True):
        shown = containers.below(name, leaf.inner)
        if isinstance(leaf, containers.Refused):
            yield shown, "", leaf.reason
            continue
        taken = manner.recognised(leaf.name, containers.head_of(leaf.stream))
        found, reason = taken or ("", foreign.known(containers.head_of(leaf.stream)) or "nothing that newscli reads")
        yield shown, found, f"{reason} (in {', in '.join(reversed(leaf.through))})" if leaf.through else reason


def _result(names: Row, rows: Iterator[Row]) -> Result[Row]:
    first, second, third = names
    columns: tuple[Column[Row], ...] = (
        Column(first, lambda row: row[0]),
        Column(second, lambda row: row[1]),
        Column(third, lambda row: row[2]),
    )
    return Result("table", rows, columns, lambda row: dict(zip(names, row, strict=True)))
