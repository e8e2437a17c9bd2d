"""Any answer in columns: the first rows say how wide, then rows are written as they come."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from newscli.render.formats import text_of
from newscli.render.safe import safe
from newscli.render.terminal import ACCENT, Terminal, cells, cut, fit
from newscli.results import Cell, Column, Result

_MEASURED = 200
_GAP = "  "
_NARROWEST = 8


def draw(result: Result[Any], terminal: Terminal) -> Iterator[str]:
    items = iter(result.items)
    head = list(islice(items, _MEASURED))
    widths = _widths(result.columns, head, terminal.width)
    if head and len(result.columns) > 1:
        names = (fit(c.name, width, c.numeric) for c, width in zip(result.columns, widths, strict=True))
        yield _GAP.join(terminal.paint(name, "dim") for name in names).rstrip()
    for item in chain(head, items):
        cells_of_row = []
        for at, (column, width) in enumerate(zip(result.columns, widths, strict=True)):
            text = shown(column.value(item))
            style = ACCENT if at == 0 else "dim" if not text else ""
            cells_of_row.append(terminal.paint(fit(text or "–", width, column.numeric), style))
        yield _GAP.join(cells_of_row).rstrip()
    footer = result.options["footer"]() if "footer" in result.options else ""
    if footer:
        yield ""
        yield terminal.paint(cut(safe(footer), terminal.width), "dim")


def shown(cell: Cell) -> str:
    """A cell as a person reads it: numbers in groups of three."""
    return f"{cell:,}" if isinstance(cell, int) and not isinstance(cell, bool) else text_of(cell)


def _widths(columns: tuple[Column[Any], ...], items: list[Any], whole: int) -> list[int]:
    """What each column needs, the widest giving way until all fit."""
    wanted = [
        max([cells(column.name), *(min(cells(safe(shown(column.value(item)))), whole) for item in items), 1])
        for column in columns
    ]
    room = whole - len(_GAP) * (len(columns) - 1)
    while sum(wanted) > room and max(wanted) > _NARROWEST:
        widest = wanted.index(max(wanted))
        wanted[widest] -= min(sum(wanted) - room, max(1, wanted[widest] - sorted(wanted)[-2] if len(wanted) > 1 else 1))
        wanted[widest] = max(wanted[widest], 1)
    while sum(wanted) > room and max(wanted) > 1:
        wanted[wanted.index(max(wanted))] -= 1
    return wanted
