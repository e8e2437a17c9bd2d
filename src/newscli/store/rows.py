"""An article as rows of the catalog, and back again as the Summary that lists show."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from newscli.article import Article, Place, Summary
from newscli.query.fields import has_fields
from newscli.query.filters import days, fold

LEDE_CHARACTERS = 300
ARTICLE_COLUMNS = (
    "number, file, id, path, ordinal, format, date, first_day, last_day, time, headline, lede, lede_cut, places, place,"
    " agency, people, byline, words, paragraphs, has, warnings, places_folded, agency_folded"
)
SUMMARY_COLUMNS = (
    "number, id, path, ordinal, format, date, time, headline, lede, lede_cut, places, agency, people, words, paragraphs,"
    " has, warnings"
)


def article_row(number: int, path: bytes, ordinal: int, format_name: str, a: Article) -> tuple[Any, ...]:
    """One row of `articles`; its file is filled in when that has a number."""
    first, last = days(a.date) if a.date else (None, None)
    places = a.dateline.places if a.dateline else ()
    folded = "|".join(fold(text) for p in places for text in (p.name, p.region, str(p)) if text)
    agencies = {name for name in (a.agency, a.dateline.agency if a.dateline else None) if name}
    lede = None if a.headline else a.lede  # a list shows one or the other
    return (
        number, None, a.id, path, ordinal, format_name, a.date, first, last, a.time, a.headline,
        lede[:LEDE_CHARACTERS] if lede else None, bool(lede and len(lede) > LEDE_CHARACTERS),
        json.dumps([[p.name, p.region] for p in places]) if places else None, "/".join(map(str, places)) or None,
        a.agency, json.dumps([[c.role, c.name] for c in a.credits]) if a.credits else None,
        "; ".join(a.byline) or None, a.words, len(a.body), " ".join(sorted(has_fields(a))), len(a.warnings),
        folded, "|".join(map(fold, sorted(agencies))),
    )  # fmt: skip


def credit_rows(number: int, a: Article) -> Iterator[tuple[int, str, str, str]]:
    """The rows of `credits`: number, role, name, folded name."""
    return ((number, c.role, c.name, fold(c.name)) for c in a.credits)


def summary(row: Sequence[Any], display: Callable[[bytes], str]) -> Summary:
    """A Summary from a row of SUMMARY_COLUMNS; `display` makes the path that the user sees."""
    (number, ident, path, ordinal, format_name, date, time, headline, lede, lede_cut, places, agency, people, words,
     paragraphs, has, warnings) = row  # fmt: skip
    return Summary(
        number=number,
        id=ident,
        path=display(path),
        ordinal=ordinal,
        format=format_name,
        date=date,
        time=time,
        headline=headline,
        lede=lede,
        lede_cut=bool(lede_cut),
        places=_places(places) if places else (),
        agency=agency,
        people=_people(people) if people else (),
        words=words,
        paragraphs=paragraphs,
        has=_names(has),
        warnings=warnings,
    )


# The same places, teams and fields come again and again: reading them once is half of what a list of everything costs.


@lru_cache(maxsize=16_384)
def _places(encoded: str) -> tuple[Place, ...]:
    return tuple(Place(name, region) for name, region in json.loads(encoded))


@lru_cache(maxsize=16_384)
def _people(encoded: str) -> tuple[tuple[str, str], ...]:
    return tuple((role, name) for role, name in json.loads(encoded))


@lru_cache(maxsize=1_024)
def _names(encoded: str) -> frozenset[str]:
    return frozenset(encoded.split())
