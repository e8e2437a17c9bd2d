"""What a reader's tests begin with: a made file in, its records out."""

from collections.abc import Callable
from io import BytesIO

import pytest

from newscli import readers
from newscli.article import Article
from newscli.parse import parse
from newscli.readers import Broken, RawArticle, Source

Records = Callable[..., list[Article]]


def _items(data: str | bytes, name: str) -> tuple[str, list[RawArticle | Broken]]:
    raw = data.encode() if isinstance(data, str) else data
    taken = readers.recognised(name, raw[: readers.HEAD])
    assert taken is not None
    return taken[0], list(readers.table()[taken[0]].read(Source(name, name, BytesIO(raw))))


@pytest.fixture
def records() -> Records:
    """records(data, expected format, name): the articles of a file, which must be recognised by its content."""

    def made(data: str | bytes, expected: str, name: str = "download") -> list[Article]:
        format_name, items = _items(data, name)
        assert format_name == expected
        return [parse(one.text, one.stated, one.warnings, one.line) for one in items if isinstance(one, RawArticle)]

    return made


@pytest.fixture
def reasons() -> Callable[[str | bytes], list[str]]:
    """Why articles of a file could not be read."""
    return lambda data: [one.reason for one in _items(data, "download")[1] if isinstance(one, Broken)]
