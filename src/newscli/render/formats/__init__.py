"""The output formats for pipes and files: a module has `SUMMARY` and `write(result, out)`. None of them knows terminals."""

from typing import Any

from newscli.results import Cell, Column

# What makes a spreadsheet take a cell for a formula, its full-width forms included: OWASP, "CSV Injection".
_RUN = tuple("=+-@\t\r\n＝＋－＠")
_ESCAPES = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r"})


def text_of(cell: Cell) -> str:
    """A cell as text: nothing for None, "a; b" for a list."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "; ".join(cell) if isinstance(cell, list) else str(cell)


def one_line(cell: Cell) -> str:
    """A cell as text that holds neither tabs nor line breaks."""
    return text_of(cell).translate(_ESCAPES)


def guarded(column: Column[Any]) -> Column[Any]:
    """The column with an apostrophe before every text that a spreadsheet would run as a formula."""

    def value(item: Any) -> Cell:
        cell = column.value(item)
        if isinstance(cell, str | list) and (text := text_of(cell)).startswith(_RUN):
            return f"'{text}"
        return cell

    return Column(column.name, value, column.numeric)
