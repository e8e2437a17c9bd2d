"""Comma-separated values with a header, quoted as RFC 4180 has it; lines end in "\\n"."""

import csv
from typing import Any, TextIO

from newscli.render.formats import text_of
from newscli.results import Result

SUMMARY = "comma-separated values with a header"


def write(result: Result[Any], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in result.columns)
    for item in result.items:
        writer.writerow(text_of(column.value(item)) for column in result.columns)
