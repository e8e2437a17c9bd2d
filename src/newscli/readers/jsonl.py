"""JSON Lines: an article a line. A broken line loses only itself.

Which names state what: _record_names.KEYS. A line may hold several objects, or a list; a file whose first line is no whole
value is read as JSON (a value over many lines, another behind it).
"""

import json
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from newscli.readers import Broken, Item, Source, ending
from newscli.readers._lines import peek

if TYPE_CHECKING:
    from newscli.readers._record import Found

SUMMARY = "JSON Lines (NDJSON): news-please, CC-News, RealNews, HuffPost and others, an article a line"
ENDINGS = (".jsonl", ".ndjson", ".jl", ".jsonlines")
GIVES = ("date", "time", "headline", "byline", "url", "source", "section", "language", "subjects", "text")
ORDER = 40
_LONGEST = 1 << 26  # bytes of a line
_ACTIONS = frozenset(("index", "create", "update", "delete"))  # Elasticsearch wants such a line above each object
_DECODER = json.JSONDecoder(strict=False)


def sniff(head: bytes, name: str) -> str | None:
    text = peek(head)
    if not text.lstrip().startswith(("{", "[")):
        return None
    lines = [line for line in text.split("\n", 3) if line.strip()]
    named = ending(name) in ENDINGS
    if named:
        return "JSON Lines (its name's ending; it begins with an object)"
    if len(lines) < 2 or not all(line.lstrip().startswith('{"') for line in lines[:2]):
        return None
    return "JSON Lines: an object a line" if _whole(lines[0]) or _whole(lines[1]) else None


def _whole(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source) -> Iterator[Item]:
    from newscli.readers._json import encoding_of
    from newscli.readers._record import articles
    from newscli.readers.json import read_pieces

    first = source.stream.readline(_LONGEST)
    while first and not first.strip():
        first = source.stream.readline(_LONGEST)  # blank lines above count for nobody
    if encoding_of(first[:4]) != "utf-8" or not _is_value(first):
        yield from read_pieces(_Rewound(first, source.stream), source)
        return
    lines = chain((first,), iter(lambda: source.stream.readline(_LONGEST), b""))
    yield from articles(_records(lines), source.columns, "JSON in which no object")


def _is_value(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _records(lines: Iterator[bytes]) -> "Iterator[Found | Broken]":
    from newscli.readers._json import decoded
    from newscli.readers._record import Found

    cut = False
    for number, line in enumerate(lines, 1):
        behind_cut, cut = cut, len(line) == _LONGEST and not line.endswith(b"\n")
        if behind_cut or not line.strip(b" \t\r\n\0"):
            continue
        if cut:
            yield Broken(f"line {number:,}: longer than {_LONGEST:,} bytes")
            continue
        text, warnings = decoded(line)
        try:
            value = _DECODER.decode(text)  # json.loads makes a decoder for each line that may hold line breaks
        except (ValueError, RecursionError) as error:
            yield from _several(text, number, warnings, error)
            continue
        if isinstance(value, dict) and len(value) == 1 and not _ACTIONS.isdisjoint(value):
            continue
        for one in value if isinstance(value, list) else (value,):
            yield Found(number, one, warnings) if isinstance(one, dict) else Broken(f"line {number:,}: no JSON object")


def _several(text: str, number: int, warnings: tuple[str, ...], error: Exception) -> "Iterator[Found | Broken]":
    """The objects of a line that holds more than one value; what is broken from where it breaks."""
    from newscli.readers._record import Found

    at = 0
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield Broken(f"line {number:,}: {getattr(error, 'msg', error) if at == 0 else 'broken JSON behind an object'}")
            return
        if isinstance(value, dict):
            yield Found(number, value, warnings)
        while at < len(text) and (text[at].isspace() or text[at] == ","):
            at += 1


class _Rewound:
    """A stream whose first line has been read already."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self.first = first
        self.stream = stream

    def read(self, size: int = -1, /) -> bytes:
        first, self.first = self.first, b""
        return first + self.stream.read(max(size - len(first), 0) if size >= 0 else size)


def example() -> bytes:
    return (
        b'{"title": "Ferries cross the fjord again", "authors": ["Mara Lind", "Tom Acht"], "url": "https://harbour.example/f",'
        b' "maintext": "BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday.\\nThe wind had dropped.",'
        b' "date_publish": "2022-01-14 06:30:00", "source_domain": "harbour.example", "language": "en", "section": "Coast",'
        b' "keywords": ["ferries", "weather"]}\n'
        b'{"title": "Grain moves", "authors": [], "date_publish": "2022-01-15", "maintext": "Trains moved.", "url": null}\n'
    )
