"""Records whose names mean something else than they do elsewhere, each known by names that no other has together.

The names are compared as in _record_names. What isn't said here means what it always does.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

_OCR = tuple(
    f"ocr{language}" for language in "eng ger fre spa ita dan swe nor fin pol cze hun dut por jpn chi rus lit slv".split()
)


class Kind(NamedTuple):
    """`names` of which a record has all, or that are all it has (`alone`); what states which field (nothing: none does); and
    whether a day stands before its month, where that is known."""

    what: str
    names: frozenset[str]
    means: Mapping[str, tuple[str, ...]]
    alone: bool = False
    day_first: bool | None = None


KINDS = (
    # Its title is the newspaper's; a snippet is where a search found something.
    Kind(
        "Trove, newspapers of Australia: https://trove.nla.gov.au/about/create-something/using-api",
        frozenset(("heading", "title", "troveurl")),
        {"headline": ("heading",), "source": ("title",), "url": ("troveurl",), "summary": ()},
    ),
    # A page, without any headline; its subjects are the newspaper's.
    *(
        Kind(
            "Chronicling America, newspapers of the United States: https://chroniclingamerica.loc.gov/about/api/",
            frozenset(("lccn", ocr)),
            {"headline": (), "source": ("title",), "text": _OCR, "subjects": (), "url": ("url",), "summary": ()},
        )
        for ocr in _OCR
    ),
    Kind(
        "Bing's news search: https://learn.microsoft.com/bing/search-apis/bing-news-search/reference/response-objects",
        frozenset(("name", "provider", "datepublished", "description")),
        {"headline": ("name",), "source": ("provider",)},
    ),
    # Its time is that of the crawl: https://huggingface.co/datasets/allenai/c4
    Kind("C4", frozenset(("text", "timestamp", "url")), {"date": ()}, alone=True),
    # https://github.com/rowanz/grover/tree/master/realnews: "%m-%d-%Y"
    Kind("RealNews", frozenset(("publishdate", "warcdate", "domain", "text")), {}, day_first=False),
)


def kind(names: Collection[str]) -> Kind | None:
    """The kind of a record with these names, folded; None for one whose names mean what they always do."""
    return next((one for one in KINDS if one.names <= set(names) and not (one.alone and len(names) > len(one.names))), None)
