"""Laws of every reader, tried on its own example."""

from collections.abc import Iterator
from io import BytesIO
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli import readers
from newscli.article import FACTS, MARKS
from newscli.errors import UnreadableError
from newscli.parse import parse
from newscli.readers import Item, NotNews, RawArticle, Source

FIELDS = {"date", "time", "headline", "byline", "dateline", "captions", "agency", "rights", "text", *FACTS}
READERS = [pytest.param(name, reader, id=name) for name, reader in readers.table().items()]


def read(reader: ModuleType, data: bytes, name: str = "a") -> list[Item]:
    """What a reader makes of these bytes; a file that it refuses has nothing."""
    found: list[Item] = []
    try:
        items: Iterator[Item] = reader.read(Source(name, name, BytesIO(data)))
        found.extend(items)
    except (UnreadableError, NotNews):
        pass
    return found


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_a_reader_says_what_it_is(name: str, reader: ModuleType) -> None:
    assert reader.__doc__
    assert "\n" not in reader.SUMMARY
    assert all(ending == "" or (ending.startswith(".") and ending == ending.lower()) for ending in reader.ENDINGS)
    assert set(reader.GIVES) <= FIELDS


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_an_example_is_recognised_by_its_content_whatever_it_is_called(name: str, reader: ModuleType) -> None:
    head = reader.example()[: readers.HEAD]
    for called in ("download", f"download{next(iter(reader.ENDINGS), '')}"):
        taken = readers.recognised(called, head)
        assert taken is not None
        assert taken[0] == name
        assert taken[1]


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_an_example_has_articles_with_what_its_reader_gives(name: str, reader: ModuleType) -> None:
    items = read(reader, reader.example(), f"a{next(iter(reader.ENDINGS), '')}")
    raw = [item for item in items if isinstance(item, RawArticle)]
    assert raw
    records = [parse(one.text, one.stated, one.warnings, one.line) for one in raw]
    assert all(record.body for record in records)
    for field in reader.GIVES:
        assert any(_has(record, field) for record in records), field


def _has(record: object, field: str) -> bool:
    if field == "byline":
        return bool(getattr(record, "credits", None))
    if field == "rights":
        return any(note.kind == "copyright" for note in getattr(record, "notes", ()))
    if field in FACTS:
        return bool(getattr(getattr(record, "facts", None), field))
    return bool(getattr(record, field))


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_marks_are_in_order_and_inside_the_text(name: str, reader: ModuleType) -> None:
    for one in read(reader, reader.example()):
        if isinstance(one, RawArticle):
            edges = [edge for mark in one.stated.marks for edge in mark[:2]]
            assert edges == sorted(edges)
            assert all(0 <= edge <= len(one.text) for edge in edges)
            assert {mark.field for mark in one.stated.marks} <= set(MARKS)


@pytest.mark.parametrize(("name", "reader"), READERS)
@given(data=st.data())
@settings(max_examples=60)
def test_a_file_cut_or_damaged_anywhere_is_read_as_far_as_it_goes_or_refused(
    name: str, reader: ModuleType, data: st.DataObject
) -> None:
    whole = bytearray(reader.example())
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    for item in read(reader, cut):
        if isinstance(item, RawArticle):
            parse(item.text, item.stated, item.warnings, item.line)
