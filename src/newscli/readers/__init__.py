"""Source file to article texts: one file a format, found by its file.

A reader module has `SUMMARY`, `ENDINGS`, `sniff(head)` and `read(data, path)`. Endings are lower-case with their dot;
"" stands for a name without any.
"""

import sys
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from newscli import registry
from newscli.article import Stated

HEAD = 8192  # bytes that sniff() is shown


_NOTHING = Stated()


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article's text as it stands in its file, and what the format itself states of it."""

    text: str
    stated: Stated = _NOTHING
    warnings: tuple[str, ...] = ()


@cache
def table() -> dict[str, ModuleType]:
    """Every reader by name."""
    here = sys.modules[__name__]
    return {name: registry.load(here, name) for name in registry.names(here)}


@cache
def endings() -> dict[str, str]:
    """Which reader takes files of which ending."""
    return {ending: name for name, reader in table().items() for ending in reader.ENDINGS}


def ending(name: str) -> str:
    """A file name's ending: ".txt", or "" where there is none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def format_of(name: str, head: bytes) -> str | None:
    """The reader that takes a file of this name and beginning; None if it is nothing that newscli reads."""
    by_ending = endings().get(ending(name))
    if by_ending and table()[by_ending].sniff(head):
        return by_ending
    return next((reader for reader, module in table().items() if module.sniff(head)), None)
