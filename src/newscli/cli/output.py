"""Where an answer goes: which format, on what kind of terminal, through a pager or not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TextIO, cast

from typer import Option

from newscli.cli import completion
from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.results import Result

if TYPE_CHECKING:
    from newscli.render.terminal import Terminal


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _option(*flags: str, text: str, **more: Any) -> Any:
    return Option(*flags, help=text, rich_help_panel="Output", show_default=False, **more)


@frozen
class OutputOptions:
    """How the answer looks. On a terminal a table or a page; in a pipe plain lines, nothing cut."""

    format: Annotated[
        str | None,
        _option("--format", metavar="NAME", text="table, plain, tsv, csv, json, jsonl or markdown.",
                autocompletion=completion.formats),
    ] = None  # fmt: skip
    json: Annotated[bool, _option("--json", text="Short for --format json.")] = False
    pretty: Annotated[bool, _option("-p", "--pretty", text="As on a terminal, also in a pipe.")] = False
    color: Annotated[Color, _option("--color", text="Colours: auto, always or never.")] = Color.AUTO
    no_pager: Annotated[bool, _option("--no-pager", text="Don't page what doesn't fit the screen.")] = False
    safe_cells: Annotated[
        bool, _option("--safe-cells", text="An apostrophe before cells that a spreadsheet would run (csv, tsv).")
    ] = False

    def chosen(self, piped: str = "plain", terminal: str = "table") -> str:
        """The format that was asked for, or the one that suits where the output goes. QueryError if there is none."""
        name = "json" if self.json else self.format
        if name is None:
            return terminal if self.pretty or sys.stdout.isatty() else piped
        from newscli.render import format_names

        if name not in format_names():
            from newscli.query.fields import unknown

            raise QueryError(unknown("--format", name, list(format_names())))
        return name

    def write(self, result: Result[Any], chosen: str, paged: bool = False) -> None:
        """Write a result to standard output in the chosen format, through a pager if it may be long."""
        from newscli.render import write

        if chosen != "table":
            write(self._guarded(result), chosen, stream(), None)
            return
        terminal = self.terminal()
        if paged and not self.no_pager and sys.stdout.isatty():
            with pager() as out:
                write(result, chosen, out, terminal)
        else:
            write(result, chosen, sys.stdout, terminal)

    def _guarded(self, result: Result[Any]) -> Result[Any]:
        if not self.safe_cells:
            return result
        from newscli.render.formats import guarded

        return replace(result, columns=tuple(map(guarded, result.columns)))

    def terminal(self) -> "Terminal":
        from newscli.render.terminal import Terminal

        system = _color_system(self.color, self.pretty)
        return Terminal(_width(), system, links=system is not None and sys.stdout.isatty())


def stream() -> TextIO:
    """Standard output for what isn't made for a terminal: exact in a pipe or a file, safe where a terminal is."""
    if not sys.stdout.isatty():
        return sys.stdout
    from newscli.render.safe import SafeStream

    return cast(TextIO, SafeStream(sys.stdout))  # which has all that a format needs of one


def _width() -> int:
    """Columns: $COLUMNS, else of whichever standard stream is a terminal (`| less -R` leaves only some), else 80."""
    if os.environ.get("COLUMNS", "").isdigit():
        return max(20, int(os.environ["COLUMNS"]))
    for descriptor in (1, 2, 0):
        try:
            return max(20, os.get_terminal_size(descriptor).columns or 80)
        except OSError:
            continue
    return 80


def _color_system(color: Color, pretty: bool) -> str | None:
    """What may be painted, by the rules of NO_COLOR, TERM and COLORTERM; NO_COLOR keeps bold and dim ("mono")."""
    term = os.environ.get("TERM", "")
    if color is Color.NEVER:
        return None
    if color is Color.AUTO:
        if term in ("dumb", "unknown") or not (pretty or sys.stdout.isatty()):
            return None
        if os.environ.get("NO_COLOR"):
            return "mono"
    if os.environ.get("COLORTERM", "").casefold() in ("truecolor", "24bit"):
        return "truecolor"
    return "standard" if term in ("linux", "xterm", "screen", "vt100", "ansi") else "256"


@contextmanager
def pager() -> Iterator[TextIO]:
    """Standard input of the user's pager; standard output itself where there is none."""
    wanted = os.environ.get("NEWSCLI_PAGER", os.environ.get("PAGER", "less"))
    words = wanted.split()
    if not words or words == ["cat"] or not shutil.which(words[0]):
        yield sys.stdout
        return
    environment = os.environ | {"LESSCHARSET": "utf-8"}
    if os.path.basename(words[0]) == "less":  # noqa: PTH119  # a word of a command line, not a file to look at
        environment.setdefault("LESS", "FRX")
    sys.stdout.flush()
    process = subprocess.Popen(words, stdin=subprocess.PIPE, env=environment, encoding="utf-8", errors="surrogateescape")
    try:
        yield cast(TextIO, process.stdin)
    finally:
        _finish(process)


def _finish(process: "subprocess.Popen[str]") -> None:
    """Close the pager's input and let the reader read on; Ctrl-C is the pager's while it runs."""
    if process.stdin:
        with suppress(BrokenPipeError):  # the reader has seen enough
            process.stdin.close()
    while True:
        try:
            process.wait()
            return
        except KeyboardInterrupt:
            continue


@contextmanager
def progress_bar() -> Iterator[Callable[[Any], None] | None]:
    """A bar on standard error while long work runs; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from newscli.render.progress import ProgressBar

    with ProgressBar(sys.stderr, _width()) as bar:
        yield bar
