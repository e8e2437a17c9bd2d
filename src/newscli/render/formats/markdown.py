"""Markdown: a table, or a page an item where the answer is articles."""

import re
from typing import Any, TextIO

from newscli.render.formats import text_of
from newscli.results import Result

SUMMARY = "a Markdown table, or pages"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return " ".join(_SPECIAL.sub(r"\\\1", text).split("\n")).replace("\r", " ").replace("\t", " ")


def write(result: Result[Any], out: TextIO) -> None:
    if result.as_page:
        for at, item in enumerate(result.items):
            out.write(("\n---\n\n" if at else "") + result.as_page(item))
        return
    out.write("| " + " | ".join(column.name for column in result.columns) + " |\n")
    out.write("|" + "|".join(" ---: " if column.numeric else " --- " for column in result.columns) + "|\n")
    for item in result.items:
        out.write("| " + " | ".join(escape(text_of(column.value(item))) for column in result.columns) + " |\n")
