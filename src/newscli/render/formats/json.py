"""JSON: an array with an object a line, or the one object that the answer is."""

from typing import Any, TextIO

from newscli.render.formats.jsonl import dumps
from newscli.results import Result

SUMMARY = "one JSON array"


def write(result: Result[Any], out: TextIO) -> None:
    if result.document:
        out.write(dumps(result.document(), indent=2) + "\n")
        return
    first = True
    for item in result.items:
        out.write(("[\n" if first else ",\n") + dumps(result.as_object(item)))
        first = False
    out.write("[]\n" if first else "\n]\n")
