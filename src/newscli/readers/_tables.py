"""Tables that come without a header line, each known by its first row."""

import re
from typing import NamedTuple


class Known(NamedTuple):
    """A table by what its first row is like, what holds its cells apart, and what its columns are."""

    what: str
    row: "re.Pattern[str]"
    separator: str
    names: tuple[str, ...]


KNOWN = (
    # https://github.com/msnews/msnews.github.io/blob/master/assets/doc/introduction.md
    Known(
        "MIND's table of news",
        re.compile(r"N\d+\t[^\t]*\t[^\t]*\t[^\t]+\t[^\t]*\thttps?://[^\t]*\t(?:\[[^\t]*)?\t(?:\[.*)?"),
        "\t",
        ("news_id", "category", "subcategory", "title", "abstract", "url", "title_entities", "abstract_entities"),
    ),
    # https://huggingface.co/datasets/fancyzhx/ag_news: 1 World, 2 Sports, 3 Business, 4 Sci/Tech
    Known(
        "AG News's table",
        re.compile(r'"[1-4]","(?:[^"]|"")+","(?:[^"]|"")+"'),
        ",",
        ("class", "title", "description"),
    ),
)


def known(text: str) -> Known | None:
    """The table that begins so; None for one that nobody knows."""
    first = text.partition("\n")[0].rstrip("\r")
    return next((one for one in KNOWN if one.row.fullmatch(first)), None)
