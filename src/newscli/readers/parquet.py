"""Parquet: an article a row, as data hubs and data tools publish collections. What _columnar reads (the extra "parquet")."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from newscli.readers import Item, Source

SUMMARY = "Parquet: an article a row, with columns named as in CSV and JSON"
ENDINGS = (".parquet", ".pq")
GIVES = ("date", "time", "headline", "byline", "url", "source", "section", "language", "subjects", "text")
ORDER = 5
DECLARES = True
EXTRA = "parquet"

_SIGN = b"PAR1"
_ROWS = 256  # in memory at once
_BUFFER = 1 << 20  # bytes of a column that are read at once


def sniff(head: bytes, name: str) -> str | None:
    return "the mark of Parquet at its beginning" if head.startswith(_SIGN) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _columnar

    def opening(stream: BinaryIO) -> _columnar.Table:
        from pyarrow.parquet import ParquetFile

        # Without pre_buffer, what is in memory is a page of each column, not a group of a million rows.
        file = ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
        return _columnar.Table(file.schema_arrow, lambda names: file.iter_batches(_ROWS, columns=names, use_threads=False))

    if not source.stream.seekable():  # in an archive or a pipe: where the rows are stands at the end
        source = replace(source, stream=BytesIO(source.read()))
    yield from _columnar.articles(source, "a Parquet file", opening)


def example() -> bytes:
    from newscli.readers import _columnar

    return _columnar.example("parquet")
