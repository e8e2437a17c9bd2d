"""Tab-separated values with a header; tabs and line breaks in values as \\t and \\n."""

from typing import Any, TextIO

from newscli.render.formats import one_line
from newscli.results import Result

SUMMARY = "tab-separated values with a header"


def write(result: Result[Any], out: TextIO) -> None:
    out.write("\t".join(column.name for column in result.columns) + "\n")
    for item in result.items:
        out.write("\t".join(one_line(column.value(item)) for column in result.columns) + "\n")
