"""Arrow and Feather: an article a row, as data tools keep tables between two runs. What _columnar reads (the extra "parquet").

An Arrow file has a mark at both ends, and says behind the last row where each is; a stream (what Hugging Face's libraries
cache) is without.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from newscli.errors import UnreadableError
from newscli.readers import Item, Source
from newscli.readers._lines import begun

SUMMARY = "Arrow and Feather: an article a row, with columns named as in CSV and JSON"
ENDINGS = (".arrow", ".feather", ".ipc", ".arrows")
GIVES = ("date", "time", "headline", "byline", "url", "source", "section", "language", "subjects", "text")
ORDER = 5
DECLARES = True
EXTRA = "parquet"

_FILE, _FEATHER_1 = b"ARROW1\0\0", b"FEA1"
_MESSAGE = b"\xff\xff\xff\xff"  # begins each message of a stream, then its length
_LONGEST_SCHEMA = 1 << 24  # bytes


def sniff(head: bytes, name: str) -> str | None:
    if head.startswith((_FILE, _FEATHER_1)):
        return "the mark of Arrow at its beginning" if head.startswith(_FILE) else "the mark of Feather at its beginning"
    return "begins with a schema, as Arrow streams do" if _is_stream(head) else None


def _is_stream(head: bytes) -> bool:
    if not head.startswith(_MESSAGE) or len(head) < 16:
        return False
    length, root = int.from_bytes(head[4:8], "little"), int.from_bytes(head[8:12], "little")
    return 0 < length < _LONGEST_SCHEMA and length % 8 == 0 and 4 <= root < 256


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _columnar

    def opening(stream: BinaryIO) -> _columnar.Table:
        from pyarrow import ipc

        table = ipc.open_stream(stream)
        return _columnar.Table(table.schema, lambda names: (batch.select(names) for batch in table))

    head, stream = begun(source.stream)
    if head.startswith(_FEATHER_1):
        raise UnreadableError(source.path, "is Feather 1, which pyarrow reads no more; what wrote it can write Parquet")
    if head.startswith(_FILE):
        stream.read(len(_FILE))  # a file is a stream between its marks: so one that is cut is read as far as it goes
    yield from _columnar.articles(replace(source, stream=stream), "an Arrow file", opening)


def example() -> bytes:
    from newscli.readers import _columnar

    return _columnar.example("arrow")
