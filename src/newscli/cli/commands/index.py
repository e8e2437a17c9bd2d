"""The index of a corpus: build it, look at it, check it against the files, throw it away.

Every command keeps it up to date by itself; it is derived from the files and never the only copy of anything. Building
takes at most NEWSCLI_MEMORY (500M) of memory.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from newscli.cli import diagnostics
from newscli.cli.options import CorpusOptions
from newscli.cli.output import OutputOptions, progress_bar
from newscli.errors import Exit
from newscli.results import Column, Result

if TYPE_CHECKING:
    from newscli.corpus.maintenance import Facts

SUMMARY = "Build, inspect, check or clear the index."
EXAMPLES = """\
newscli index build news
newscli index info news
newscli index check news
newscli index clear news"""


class Action(StrEnum):
    BUILD = "build"
    INFO = "info"
    CHECK = "check"
    CLEAR = "clear"


Row = tuple[str, str | int]
COLUMNS: tuple[Column[Row], ...] = (Column("what", lambda row: row[0]), Column("value", lambda row: row[1]))


def run(
    where: CorpusOptions,
    output: OutputOptions,
    action: Annotated[Action, Argument(help="build, info, check or clear.", show_default=False)],
    corpus: Annotated[list[str] | None, Argument(metavar="[CORPUS]...", help="Folders.", show_default=False)] = None,
) -> int:
    from newscli.corpus import maintenance

    chosen = output.chosen()
    status: Exit = Exit.OK
    found: list[Facts] = []
    for index in maintenance.indexes(where.paths(corpus), where.manner(), where.index_folder()):
        if action is Action.BUILD:
            with progress_bar() as progress:
                built = index.build(progress)
            for notice in built.notices:
                diagnostics.say(notice)
            status = diagnostics.report(built) or status
        elif action is Action.CLEAR:
            diagnostics.say(f"{index.root}: {index.clear():,} bytes freed")
            if chosen not in ("json", "jsonl"):
                continue
        elif action is Action.CHECK:
            faults = index.check()
            for fault in faults:
                diagnostics.say(fault)
            status = Exit.TROUBLE if faults else status
        found.append(index.info())
    if found:
        output.write(_result(found), chosen)
    return status


def _result(indexes: "list[Facts]") -> Result[Row]:
    """A row a fact, and one for each file that could not be read. JSON is an array only where there are several indexes."""

    def rows() -> Iterator[Row]:
        for name, value in chain.from_iterable(facts.items() for facts in indexes):
            if isinstance(value, list):
                yield from ((name, f"{path}: {reason}") for path, reason in value)
            else:
                yield name, value

    def document() -> object:
        objects = list(map(_object, indexes))
        return objects[0] if len(objects) == 1 else objects

    return Result("table", list(rows()), COLUMNS, list, document=document)


def _object(facts: "Facts") -> dict[str, object]:
    lists = {name: value for name, value in facts.items() if isinstance(value, list)}
    return facts | {name: [{"path": path, "reason": reason} for path, reason in value] for name, value in lists.items()}
