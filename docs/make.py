"""Everything in README.md and docs/ that is made from the code: sessions, tables and pictures.

    python docs/make.py            rewrite all of it
    python docs/make.py --check    say what is out of date, and exit 1 if anything is

A session is a fenced block whose first line begins with "$ newscli": the command is run here, in the project's folder,
and what it prints replaces the block: as in a terminal where the fence names a width ("```console 88"), else as in a
pipe. A fence that names a file of docs/ ("```toml docs/layouts/harbour.toml") holds that file. The pictures are
drawn by Rich's own recording, from seeds/ and the invented articles of docs/sample/. A test checks with the same
functions.
"""

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/schema.md", "docs/layouts.md", "docs/patterns.md")
SESSION = re.compile(r"^```console(?: (?P<width>\d+))?\n(?P<command>\$ newscli [^\n]*)\n.*?^```$", re.M | re.S)
SHOWN = re.compile(r"^```(?P<language>\w+) (?P<path>docs/\S+)\n.*?^```$", re.M | re.S)
PICTURES = {
    "list": (100, "newscli list seeds docs/sample"),
    "grep": (90, "newscli grep -i night docs/sample"),
    "stats": (100, "newscli stats seeds docs/sample"),
}


def run(command: str, width: int | None, color: str = "never") -> str:
    """What a newscli command prints: on a terminal of this width, or in a pipe (None); standard error included."""
    terminal = ["--color", color, "--format", "table"] if width else []
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"COLUMNS": str(width or 80), "TERM": "xterm-256color"}
        environment |= {"XDG_CACHE_HOME": cache, "XDG_CONFIG_HOME": cache}
        for name in ("NO_COLOR", "NEWSCLI_CORPUS", "LESS"):
            environment.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command), *terminal],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
    return done.stdout


def with_sessions(page: str) -> str:
    """The page, each session's output made anew, and each file that it shows as it is."""

    def rerun(session: re.Match[str]) -> str:
        width = session["width"]
        command, _, pipe = session["command"].removeprefix("$ ").partition(" | ")
        output = run(command, int(width) if width else None)
        if pipe:
            output = subprocess.run(shlex.split(pipe), input=output, stdout=subprocess.PIPE, text=True).stdout
        fence = f"```console {width}" if width else "```console"
        lines = "\n".join(line.rstrip() for line in output.splitlines())
        return f"{fence}\n{session['command']}\n{lines}\n```"

    def reread(block: re.Match[str]) -> str:
        return f"```{block['language']} {block['path']}\n{(ROOT / block['path']).read_text('utf-8').rstrip()}\n```"

    return SESSION.sub(rerun, SHOWN.sub(reread, page))


def picture(command: str, width: int) -> str:
    """An SVG of a terminal in which the command has just run."""
    from rich.console import Console
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme
    from rich.text import Text

    ansi = [DEFAULT_TERMINAL_THEME.ansi_colors[i] for i in range(16)]
    theme = TerminalTheme((24, 26, 30), (214, 216, 220), ansi[:8], ansi[8:])
    console = Console(width=width, record=True, force_terminal=True, color_system="256", file=io.StringIO(), highlight=False)
    console.print(Text(f"$ {command}\n", "dim"))
    console.print(Text.from_ansi(run(command, width, color="always").rstrip("\n")), soft_wrap=True)
    svg = console.export_svg(title="newscli", theme=theme, unique_id="newscli", font_aspect_ratio=0.602)
    return re.sub(r"\s*@font-face \{.*?\}\n", "\n", svg, flags=re.S)  # no fonts from elsewhere: the reader's own do


CONVENTIONS = """# The conventions

What newscli.parse recognises, in the order in which each table is tried. The name is what `newscli show --explain` and
`newscli export --spans` say of the characters that a rule has claimed. Every example is made up, and a test runs it.
To add one, copy the row above it in `src/newscli/parse/`; this page is made from those tables by `make docs`.
"""


def conventions() -> str:
    """The page of every convention, a table a field."""
    from newscli.parse.tables import TABLES

    lines = [CONVENTIONS]
    for heading, rows in TABLES.items():
        lines += [f"## {heading}\n", "| name | example |", "|---|---|"]
        lines += (f"| `{row.name}` | {_cell(row.example)} |" for row in rows)
        lines.append("")
    return "\n".join(lines)


def with_formats(page: str) -> str:
    """The page of formats with its tables made from the readers and containers."""
    from newscli import containers, readers

    rows = []
    for name, reader in readers.table().items():
        example = reader.example()[: readers.HEAD]
        because = (readers.recognised(f"download{next(iter(reader.ENDINGS), '')}", example) or ("", ""))[1]
        rows.append((name, reader.SUMMARY, _endings(reader.ENDINGS), because, ", ".join(reader.GIVES), _extra(reader)))
    page = _with_table(page, "formats", ("format", "what", "endings", "recognised by", "gives", "extra"), rows)
    held = [(name, one.SUMMARY, _endings(one.ENDINGS), _extra(one)) for name, one in containers.table().items()]
    return _with_table(page, "containers", ("container", "what", "endings", "extra"), held)


def _endings(endings: Iterable[str]) -> str:
    return " ".join(f"`{ending}`" if ending else "(none)" for ending in endings)


def _extra(module: object) -> str:
    return f"`{extra}`" if (extra := getattr(module, "EXTRA", "")) else ""


def _with_table(page: str, name: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    table = [heads, ("---",) * len(heads), *((f"`{row[0]}`", *(cell.replace("|", "\\|") for cell in row[1:])) for row in rows)]
    lines = "".join(f"| {' | '.join(row)} |\n" for row in table)
    before, _, rest = page.partition(begin)
    return before + begin + lines + end + rest.partition(end)[2]


def _cell(example: str) -> str:
    """Code that a table can hold: no bar, no line break."""
    shown = " ⏎ ".join(filter(None, example.replace("|", "\\|").splitlines()))
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def pages() -> Iterator[tuple[Path, str]]:
    """Every made file and what should stand in it."""
    for name in PAGES:
        path = ROOT / name
        yield path, with_sessions(path.read_text("utf-8"))
    yield ROOT / "docs" / "conventions.md", conventions()
    formats = ROOT / "docs" / "formats.md"
    yield formats, with_formats(formats.read_text("utf-8"))
    for name, (width, command) in PICTURES.items():
        yield ROOT / "docs" / "pictures" / f"{name}.svg", picture(command, width)


def main() -> int:
    stale = []
    for path, wanted in pages():
        if path.exists() and path.read_text("utf-8") == wanted:
            continue
        stale.append(str(path.relative_to(ROOT)))
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted, "utf-8")
    sys.stdout.write("".join(f"{'out of date' if '--check' in sys.argv else 'made'}: {name}\n" for name in stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
