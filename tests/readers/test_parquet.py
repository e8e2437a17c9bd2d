"""Parquet, Arrow and Feather: tables with a type for each column."""

import io
import sys
from datetime import UTC, date, datetime
from io import BytesIO

import pyarrow
import pytest
from pyarrow import feather, ipc, parquet
from tests.readers.reading import by, items, records

from newscli import readers
from newscli.errors import MissingExtra, UnreadableError
from newscli.readers import NotNews, RawArticle, Source, arrow

GRAIN = {"title": "Grain moves", "text": "Trains moved.", "date": date(2022, 1, 14)}


def made(kind: str, table: pyarrow.Table) -> bytes:
    """A table in one of the forms that pyarrow writes."""
    out = BytesIO()
    if kind == "parquet":
        parquet.write_table(table, out, row_group_size=2)
    elif kind == "feather":
        feather.write_feather(table, out)
    else:
        new = ipc.new_stream if kind == "stream" else ipc.new_file
        with new(out, table.schema) as writer:
            writer.write_table(table, max_chunksize=2)
    return out.getvalue()


KINDS = [
    pytest.param(reader, kind, id=kind)
    for reader, kind in (("parquet", "parquet"), ("arrow", "file"), ("arrow", "stream"), ("arrow", "feather"))
]


@pytest.mark.parametrize(("reader", "kind"), KINDS)
def test_a_row_is_an_article_in_each_form(reader: str, kind: str) -> None:
    data = made(kind, pyarrow.Table.from_pylist([GRAIN | {"title": f"Story {n}"} for n in range(5)]))
    taken = readers.recognised("download", data[: readers.HEAD])
    assert taken is not None
    assert taken[0] == reader
    found = records(reader, data)
    assert [one.headline for one in found] == [f"Story {n}" for n in range(5)]
    assert {one.date for one in found} == {"2022-01-14"}


@pytest.mark.parametrize(("reader", "kind"), KINDS)
def test_a_form_is_read_through_a_pipe_too(reader: str, kind: str) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.inner = BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer, says typeshed
            return self.inner.readinto(buffer)

    source = Source("a", "a", io.BufferedReader(Pipe(made(kind, pyarrow.Table.from_pylist([GRAIN])))))
    assert len(list(readers.table()[reader].read(source))) == 1


@pytest.mark.parametrize(
    ("when", "kind", "expected"),
    [
        (datetime(2022, 1, 14, 17, 32, tzinfo=UTC), pyarrow.timestamp("ns", "UTC"), ("2022-01-14", "17:32+00:00")),
        (datetime(2022, 1, 14, 17, 32), pyarrow.timestamp("s"), ("2022-01-14", "17:32")),
        (datetime(2022, 1, 14), pyarrow.timestamp("ms"), ("2022-01-14", None)),
        (date(2022, 1, 14), pyarrow.date64(), ("2022-01-14", None)),
        ("2022-01-14T17:32:00Z", pyarrow.string(), ("2022-01-14", "17:32+00:00")),
        (b"2022-01-14", pyarrow.binary(), ("2022-01-14", None)),
        (1642181520, pyarrow.int64(), ("2022-01-14", "17:32+00:00")),
        (None, pyarrow.timestamp("ns"), (None, None)),
    ],
)
def test_dates_of_any_type(when: object, kind: pyarrow.DataType, expected: tuple[str | None, str | None]) -> None:
    columns = {"title": ["Grain moves"], "text": ["Trains moved."], "date": pyarrow.array([when], kind)}
    (article,) = records("parquet", made("parquet", pyarrow.table(columns)))
    assert (article.date, article.time) == expected


def test_lists_objects_and_nothing() -> None:
    row = GRAIN | {
        "authors": ["Mara Lind", "Tom Acht"],
        "publisher": {"name": "Harbour Times"},
        "tags": ["rail", None],
        "url": None,
        "embedding": [0.5] * 8,
    }
    (article,) = records("parquet", made("parquet", pyarrow.Table.from_pylist([row])))
    assert by(article) == ["Mara Lind", "Tom Acht"]
    assert article.facts.as_json() == {"source": "Harbour Times", "subjects": ["rail"]}


def test_words_that_a_dictionary_holds_are_words() -> None:
    table = pyarrow.table({"title": ["A", "B"], "text": ["Trains moved."] * 2, "section": ["Coast"] * 2})
    coded = table.set_column(2, "section", table["section"].dictionary_encode())
    assert [one.facts.section for one in records("arrow", made("file", coded))] == ["Coast", "Coast"]


def test_a_value_that_no_calendar_has_loses_only_its_column() -> None:
    late = pyarrow.array([2**62], pyarrow.timestamp("s"))
    (article,) = records("arrow", made("file", pyarrow.table({"title": ["A"], "text": ["Trains moved."], "date": late})))
    assert (article.date, article.warnings) == (None, ("date: values that can't be read",))


def test_columns_of_the_user_also_inside_an_object() -> None:
    row = {"kop": "Grain moves", "inhoud": {"tekst": "Trains moved."}, "dag": date(2022, 1, 14)}
    data = made("parquet", pyarrow.Table.from_pylist([row]))
    (article,) = records("parquet", data, {"headline": "kop", "text": "inhoud.tekst", "date": "dag"})
    assert (article.headline, article.body, article.date) == ("Grain moves", ("Trains moved.",), "2022-01-14")
    with pytest.raises(UnreadableError, match=r"no column 'titel' \(it has kop, inhoud, dag\)"):
        items("parquet", data, {"headline": "titel"})


def test_a_table_of_something_else_says_what_it_has() -> None:
    with pytest.raises(NotNews, match=r"code, town.*--map"):
        items("parquet", made("parquet", pyarrow.Table.from_pylist([{"code": "OSE", "town": "Oslo"}])))


def test_an_arrow_file_that_is_cut_is_read_as_far_as_it_goes() -> None:
    data = made("file", pyarrow.Table.from_pylist([GRAIN | {"title": f"Story {n}"} for n in range(4)]))
    found = arrow.read(Source("a", "a", BytesIO(data[: len(data) * 2 // 3])))
    assert isinstance(next(found), RawArticle)
    with pytest.raises(UnreadableError, match="broken"):
        list(found)


def test_feather_1_says_what_can_be_done() -> None:
    with pytest.raises(UnreadableError, match=r"Feather 1.*Parquet"):
        items("arrow", b"FEA1" + bytes(100))


@pytest.mark.parametrize("reader", ["parquet", "arrow"])
def test_without_its_library_a_table_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    data = readers.table()[reader].example()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"`pip install 'newscli\[parquet\]'`"):
        items(reader, data)
