"""RIS, in which databases hand on what they found to programs for references: a tag a line, an article up to "ER".

    TY  - NEWS
    TI  - Ferries cross the fjord again
    AU  - Lind, Mara
    T2  - Harbour Post
    DA  - 2022/01/14/
    AB  - Ferries crossed the fjord again on Friday ...
    ER  -

Tags: https://en.wikipedia.org/wiki/RIS_(file_format)#Tags. What a database
has of a text stands under "AB" or "N2", if anywhere.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.readers import Broken, Item, Source
from newscli.readers._lines import lines, peek

if TYPE_CHECKING:
    from newscli.readers._record import Found

SUMMARY = "RIS: what databases export for programs that keep references"
ENDINGS = (".ris", ".txt")
GIVES = ("date", "headline", "byline", "source", "section", "language", "subjects", "url", "text")
ORDER = 42

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}- ?(?P<value>.*)")
_FIRST, _LAST = "TY", "ER"
# By the names of _record_names, best first: the first that a record has is taken.
_MEANS = {
    "headline": ("TI", "T1", "CT"),
    "authors": ("AU", "A1"),
    "source": ("T2", "JO", "JF", "JA", "PB"),
    "date": ("DA", "Y1", "PY"),
    "section": ("SE",),
    "language": ("LA",),
    "keywords": ("KW",),
    "url": ("UR", "L2", "LK"),
    "abstract": ("AB", "N2"),
}


def sniff(head: bytes, name: str) -> str | None:
    for line in peek(head).lstrip("\ufeff \t\r\n").splitlines()[:1]:
        found = _TAG.fullmatch(line.rstrip())
        return "a line TY, which begins a record of RIS" if found and found["tag"] == _FIRST else None
    return None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers._record import articles

    warnings: list[str] = []
    yield from articles(
        _records(lines(source.stream, source.path, warnings), warnings), source.columns, "RIS in which no record"
    )


def _records(found: Iterator[str], warnings: list[str]) -> "Iterator[Found | Broken]":
    """A record for each run of tags; a line without one goes on with that above it."""
    from newscli.readers._record import Found

    tags: dict[str, list[str]] = {}
    begun, last = 1, ""
    for number, line in enumerate(found, 1):
        tagged = _TAG.fullmatch(line.rstrip())
        if tagged is None:
            if last and tags:
                tags[last][-1] += f"\n{line.strip()}"
            continue
        last = tagged["tag"]
        if last == _FIRST:
            begun, tags = number, {}
        if last == _LAST and tags:
            yield Found(begun, _named(tags), tuple(warnings))
            tags = {}
        elif last != _LAST:
            tags.setdefault(last, []).append(tagged["value"].strip())
    if tags:
        yield Broken(f"line {begun:,}: a record that never ends")


def _named(tags: dict[str, list[str]]) -> dict[str, object]:
    """A record by names that say what they are."""
    from newscli.readers._names import byline

    values: dict[str, object] = {}
    for name, means in _MEANS.items():
        said = next((found for tag in means if (found := list(filter(None, tags.get(tag, ()))))), [""])
        if name == "authors":
            values[name] = [named for one in said if (named := byline(one, inverted=True))]
        else:
            values[name] = said if name == "keywords" else said[0]
    return values | {"date": _day(str(values["date"]))}


def _day(date: str) -> str:
    """ "2022/01/14/" and "2022///" without what isn't stated."""
    return "-".join(part.zfill(2) for part in date.split("/")[:3] if part) if "/" in date else date


def example() -> bytes:
    return (
        b"TY  - NEWS\r\nTI  - Ferries cross the fjord again\r\nAU  - Lind, Mara\r\nAU  - Acht, Tom\r\nT2  - Harbour Post\r\n"
        b"DA  - 2022/01/14/\r\nPY  - 2022\r\nSE  - Coast\r\nSP  - B1\r\nLA  - English\r\nKW  - Ferries\r\nKW  - Fjords\r\n"
        b"AB  - BERGEN, Norway - Ferries crossed the fjord again on Friday.\r\nNo ship was late.\r\n"
        b"UR  - https://harbour.example/f\r\nER  - \r\n\r\n"
        b"TY  - NEWS\r\nT1  - Grain moves\r\nJO  - Harbour Post\r\nY1  - 2022/01/15\r\nN2  - Trains moved.\r\nER  -\r\n"
    )
