"""What the tests of single readers share: bytes to items, and to records as the parser makes them."""

from collections.abc import Mapping
from importlib import import_module
from io import BytesIO

from newscli.article import Article
from newscli.parse import parse
from newscli.readers import Broken, Item, RawArticle, Source


def items(format_name: str, data: bytes | str, columns: Mapping[str, str] | None = None, name: str = "a") -> list[Item]:
    """What a reader makes of these bytes."""
    raw = data.encode() if isinstance(data, str) else data
    reader = import_module(f"newscli.readers.{format_name}")
    return list(reader.read(Source(name, name, BytesIO(raw), columns or {})))


def records(format_name: str, data: bytes | str, columns: Mapping[str, str] | None = None) -> list[Article]:
    """The articles of a file, parsed."""
    return [
        parse(one.text, one.stated, one.warnings, one.line)
        for one in items(format_name, data, columns)
        if isinstance(one, RawArticle)
    ]


def broken(found: list[Item]) -> list[str]:
    """The reasons of what can't be read."""
    return [one.reason for one in found if isinstance(one, Broken)]


def by(article: Article) -> list[str]:
    """The names under "By"."""
    return [credit.name for credit in article.credits if credit.role == "by"]
