"""Result to bytes: one file a format in `formats/`, and for terminals one file a screen in `screens/`.

Rows stream: nothing is collected but what a screen needs to line up its columns.
"""

import sys
from typing import TYPE_CHECKING, Any, TextIO

from newscli import registry
from newscli.results import Result

if TYPE_CHECKING:
    from newscli.render.terminal import Terminal

TABLE = "table"


def format_names() -> tuple[str, ...]:
    """The names of all output formats; `table` is what a terminal gets."""
    return (TABLE, *registry.names(registry.load(sys.modules[__name__], "formats")))


def write(result: Result[Any], format_name: str, out: TextIO, terminal: "Terminal | None") -> None:
    """Write a result; `terminal` says how wide and colourful `table` may be."""
    here = sys.modules[__name__]
    if format_name != TABLE:
        registry.load(registry.load(here, "formats"), format_name).write(result, out)
        return
    if terminal is None:
        raise ValueError("a table needs a terminal to fit")
    for line in registry.load(registry.load(here, "screens"), result.screen).draw(result, terminal):
        out.write(line + "\n")
