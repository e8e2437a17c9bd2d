"""JSON Lines: one object a line."""

import json
from typing import Any, TextIO

from newscli.results import Result

SUMMARY = "one JSON object a line"
# Valid in JSON, but many readers that go line by line take them for the end of one.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def dumps(value: object, indent: int | None = None) -> str:
    """JSON in UTF-8; what is no character (a lone surrogate, from a name that is not UTF-8) stays an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii():
        return text
    return text.translate(_LINE_ENDS).encode("utf-8", "backslashreplace").decode("utf-8")


def write(result: Result[Any], out: TextIO) -> None:
    if result.document:
        out.write(dumps(result.document()) + "\n")
        return
    for item in result.items:
        out.write(dumps(result.as_object(item)) + "\n")
