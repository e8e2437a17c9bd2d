"""The output formats for pipes and files: a module has `SUMMARY` and `write(result, out)`. None of them knows terminals."""

from newscli.results import Cell

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
