"""Tables that lie column by column (Parquet, Arrow, Feather), through pyarrow (the extra "parquet"): some rows at a time.

Only the columns that state something of news are read; which those are, _record_names.KEYS says, or --map.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from newscli.errors import MissingExtra, UnreadableError
from newscli.readers import Item, NotNews, Source

if TYPE_CHECKING:
    from pyarrow import Array, RecordBatch, Schema

    from newscli.readers._record import Found

_WHAT = "a table in which no row"
_ROWS = 256  # as Python's objects at once
_OTHERS = frozenset(("type",))  # tells a picture from a story


class Table(NamedTuple):
    """An open file: its columns, and its rows with the columns of some names."""

    schema: "Schema"
    batches: Callable[[list[str]], Iterator["RecordBatch"]]


def articles(source: Source, what: str, opening: Callable[[BinaryIO], Table]) -> Iterator[Item]:
    """The rows of a table as articles. MissingExtra without pyarrow, NotNews where no column is one of news."""
    try:
        import pyarrow  # noqa: F401  # whether it is there
    except ImportError:
        raise MissingExtra(source.path, what, "parquet") from None
    from newscli.readers import _record
    from newscli.readers._record_names import INSIDE, folded, known

    with _told_as_broken(source.path):
        table = opening(source.stream)
        names: list[str] = list(table.schema.names)
    if missing := [column for column in source.columns.values() if not _has(names, column)]:
        raise UnreadableError(source.path, f"has no column {missing[0]!r} (it has {', '.join(names)})")
    if not source.columns and not known(names) and not any(name in INSIDE for name in names):
        raise NotNews(_record.unknown(_WHAT, names))
    mapped = {folded(part) for column in source.columns.values() for part in (column, column.partition(".")[0])}
    telling = [name for name in names if known((name,)) or name in _OTHERS or name in INSIDE or folded(name) in mapped]
    yield from _record.articles(_found(table.batches(telling), telling, source.path), source.columns, _WHAT)


@contextmanager
def _told_as_broken(path: str) -> Iterator[None]:
    """What pyarrow says of a file that it can't read, as UnreadableError. Nothing but pyarrow is called in here."""
    import pyarrow

    try:
        yield
    except (pyarrow.ArrowException, OSError, ValueError, LookupError, OverflowError, MemoryError) as error:
        reason = " ".join(str(error).partition("\n")[0].split()).rstrip(".") or "it names no size that can be"
        raise UnreadableError(path, f"is broken, or too new for the installed pyarrow ({reason})") from None


def _has(names: Sequence[str], column: str) -> bool:
    from newscli.readers._record_names import folded

    known = set(map(folded, names))
    return folded(column) in known or folded(column.partition(".")[0]) in known


def _found(batches: "Iterator[RecordBatch]", names: Sequence[str], path: str) -> "Iterator[Found]":
    """Each row as a record."""
    from newscli.readers._record import Found

    while True:
        with _told_as_broken(path):
            batch = next(batches, None)
            if batch is None:
                return
            batch.validate(full=True)  # of a damaged one, any byte in memory could be asked for
        for start in range(0, batch.num_rows, _ROWS):
            part = batch.slice(start, _ROWS)
            columns = {name: _values(part.column(at)) for at, name in enumerate(names)}
            told = {name: values for name, values in columns.items() if values is not None}
            warnings = tuple(f"{name}: values that can't be read" for name in columns if name not in told)
            for row in range(part.num_rows):
                yield Found(1, {name: values[row] for name, values in told.items()}, warnings)


def _values(column: "Array") -> list[Any] | None:
    """A column as Python's values; None where there are none for it: a year beyond 9999, a zone that nobody knows."""
    import pyarrow
    from pyarrow import types

    kind = column.type
    try:
        if types.is_timestamp(kind) and kind.unit == "ns":
            column = column.cast(pyarrow.timestamp("us", kind.tz), safe=False)
        elif types.is_binary(kind) or types.is_large_binary(kind):  # as old writers wrote text
            column = column.cast(pyarrow.large_string())
        values: list[Any] = column.to_pylist()
    except (ValueError, OverflowError, LookupError):  # pyarrow's own are ValueErrors
        return None
    return [dict(value) if value else None for value in values] if types.is_map(kind) else values


def example(kind: str) -> bytes:
    """A small table as Parquet or Arrow; pyarrow writes it."""
    from datetime import UTC, datetime

    import pyarrow
    from pyarrow import ipc, parquet

    rows = [
        {
            "title": "Ferries cross the fjord again",
            "text": "BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday.\nThe wind had dropped.",
            "authors": ["Mara Lind", "Tom Acht"],
            "date_publish": datetime(2022, 1, 14, 6, 30, tzinfo=UTC),
            "url": "https://harbour.example/f",
            "source_domain": "harbour.example",
            "language": "en",
            "section": "Coast",
            "tags": ["ferries", "weather"],
            "embedding": [0.25, 0.5],
        },
        {"title": "Grain moves", "text": "Trains moved.", "authors": [], "date_publish": None},
    ]
    table = pyarrow.Table.from_pylist(rows)
    made = BytesIO()
    if kind == "parquet":
        parquet.write_table(table, made)
    else:
        with ipc.new_file(made, table.schema) as writer:
            writer.write_table(table)
    return made.getvalue()
