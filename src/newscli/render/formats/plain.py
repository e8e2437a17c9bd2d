"""Lines for a pipe: complete, uncut, tabs between values, no header."""

from typing import Any, TextIO

from newscli.render.formats import one_line
from newscli.results import Result

SUMMARY = "lines for a pipe, tabs between values"


def write(result: Result[Any], out: TextIO) -> None:
    end = str(result.options.get("end", "\n"))
    for item in result.items:
        if result.as_line:
            out.write(result.as_line(item) + end)
        else:
            out.write("\t".join(one_line(column.value(item)) for column in result.columns) + end)
