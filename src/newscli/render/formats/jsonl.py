"""JSON Lines: one object a line."""

import json
import re
from typing import Any, TextIO

from newscli.render.safe import IN_JSON
from newscli.results import Result

SUMMARY = "one JSON object a line"


def dumps(value: object, indent: int | None = None) -> str:
    """JSON in UTF-8. What is no character (a lone surrogate, from a name that is not UTF-8) stays an escape, and so does
    what is hidden, turns the direction of writing, or would pass for the end of a line.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    return IN_JSON.sub(_escaped, text).encode("utf-8", "backslashreplace").decode("utf-8")


def _escaped(found: re.Match[str]) -> str:
    return "\\u007f" if found[0] == "\x7f" else json.dumps(found[0])[1:-1]


def write(result: Result[Any], out: TextIO) -> None:
    if result.document:
        out.write(dumps(result.document()) + "\n")
        return
    for item in result.items:
        out.write(dumps(result.as_object(item)) + "\n")
