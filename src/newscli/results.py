"""What a command hands to a renderer: items in their order, and each way to see them.

Nothing here knows of terminals, files or formats. Items stream: a renderer takes them one by one and may stop.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, Generic, TypeVar

from newscli.frozen import frozen

Cell = str | int | float | bool | None | list[str]  # a list is written "a; b" where a format has no lists
Item = TypeVar("Item")


@frozen
class Column(Generic[Item]):
    """One column of the tabular formats: `value` takes it from an item."""

    name: str
    value: Callable[[Item], Cell]
    numeric: bool = False


@frozen
class Result(Generic[Item]):
    """The answer to one command.

    screen     which of render's screens draws it on a terminal ("list", "show", "grep", ...)
    items      the rows, streaming
    columns    the tabular formats (tsv, csv, markdown tables, plain) write these
    as_object  the JSON formats write this for an item
    document   where JSON is one object and not an array (stats, index info): that object, made when asked
    as_line    what `plain` writes for an item, where that isn't its columns with tabs between them
    as_page    what `markdown` writes for an item, where that isn't a row of a table
    options    what only the screen needs (screen-specific, see render's screens)
    """

    screen: str
    items: Iterable[Item]
    columns: tuple[Column[Item], ...]
    as_object: Callable[[Item], object]
    document: Callable[[], object] | None = None
    as_line: Callable[[Item], str] | None = None
    as_page: Callable[[Item], str] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@frozen
class Block:
    """One statistic, ready to be shown: a title, labelled values in order, and the shape that suits them.

    shape "totals": a few numbers in a line; "timeline": a bar a period; "bars": the top of a ranking;
    "histogram": a small distribution, `note` says its quartiles; "coverage": shares of `total`.
    """

    name: str  # its key in JSON
    title: str
    shape: str
    values: tuple[tuple[str, int], ...]
    total: int = 0
    note: str = ""
