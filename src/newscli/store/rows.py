"""An article as a row for the catalog, and back again as the Summary that lists show.

The catalog keeps values that come again and again (places, agencies, people, sets of fields) once each, under a number.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from newscli.article import ROLES, Article, Place, Summary
from newscli.errors import DamagedIndex
from newscli.query.fields import has_fields
from newscli.query.filters import fold
from newscli.query.labels import ATTRIBUTES, Counts, counted
from newscli.text import ID_LENGTH, packed_id, unpacked_id

SUMMARY_COLUMNS = (
    "number, id, path, ordinal, format, date, time, headline, places, agency, team, words, paragraphs, has, warnings"
)
People = tuple[tuple[str, str], ...]


class Row(NamedTuple):
    """One article, in values that any process can be sent. `places` are JSON, None where there are none.

    `agencies` are those that a filter finds it by, folded.
    """

    number: int
    id: bytes
    path: bytes
    ordinal: int
    format: str
    date: str | None
    time: str | None
    headline: str | None
    places: str | None
    agency: str | None
    agencies: str
    people: People
    words: int
    paragraphs: int
    has: str
    warnings: int


def article_row(number: int, path: bytes, ordinal: int, format_name: str, a: Article) -> Row:
    places = a.dateline.places if a.dateline else ()
    agencies = {name for name in (a.agency, a.dateline.agency if a.dateline else None) if name}
    return Row(
        number=number,
        id=packed_id(a.id),
        path=path,
        ordinal=ordinal,
        format=format_name,
        date=a.date,
        time=a.time,
        headline=a.headline,
        places=json.dumps([[p.name, p.region] for p in places]) if places else None,
        agency=a.agency,
        agencies="|".join(map(fold, sorted(agencies))),
        people=tuple((c.role, c.name) for c in a.credits),
        words=a.words,
        paragraphs=len(a.body),
        has=" ".join(sorted(has_fields(a))),
        warnings=len(a.warnings),
    )


def folded_places(encoded: str) -> str:
    """What a filter finds places by: name, region, and both."""
    return "|".join(fold(text) for place in places_of(encoded) for text in (place.name, place.region, str(place)) if text)


def shown_places(encoded: str) -> str:
    """Places as a list shows them."""
    return "/".join(map(str, places_of(encoded)))


def counts_of(rows: Iterable[Row]) -> Counts:
    """What these articles add to the statistics."""
    decoded: dict[str, Callable[[Any], Any]] = {"places": places_of, "has": fields_of}
    columns = dict(zip(Row._fields, zip(*rows, strict=True), strict=False))
    occurring = {name: Counter(columns.get(name, ())).items() for name in ATTRIBUTES}
    return counted(
        {name: [(decoded.get(name, _as_it_is)(value), number) for value, number in found] for name, found in occurring.items()}
    )


def _as_it_is(value: Any) -> Any:
    return value


def summary(row: Sequence[Any], display: Callable[[bytes], str], people: Callable[[str | None], People]) -> Summary:
    """A Summary from a row of SUMMARY_COLUMNS.

    `display` makes the path that the user sees, `people` names a team's members. DamagedIndex where a value can't be one.
    """
    (number, ident, path, ordinal, format_name, date, time, headline, places, agency, team, words, paragraphs, has,
     warnings) = row  # fmt: skip
    try:
        return Summary(
            number=number,
            id=ident_of(ident),
            path=display(path),
            ordinal=ordinal,
            format=format_name,
            date=date,
            time=time,
            headline=headline,
            lede=None,
            places=places_of(places),
            agency=agency,
            people=people(team),
            words=words,
            paragraphs=paragraphs,
            has=fields_of(has),
            warnings=warnings,
        )
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise DamagedIndex(f"what it has of article {number}: {error}") from None


def ident_of(packed: bytes) -> str:
    """An article's id as it is shown; DamagedIndex where it can't be one."""
    if not isinstance(packed, bytes) or 2 * len(packed) != ID_LENGTH:
        raise DamagedIndex(f"the id of an article: {packed!r}")
    return unpacked_id(packed)


def team_of(people: People, code: Callable[[str], int]) -> str | None:
    """Credits as "4.17 1.3": the number of a role and of a person each; None where there are none."""
    return " ".join(f"{ROLES.index(role)}.{code(name)}" for role, name in people) or None


def members(team: str | None) -> Iterable[tuple[int, int]]:
    """The roles' and people's numbers of a team."""
    for member in team.split() if team else ():
        role, _, person = member.partition(".")
        yield int(role), int(person)


# The same places, teams and fields come again and again: reading them once is half of what a list of everything costs.


@lru_cache(maxsize=16_384)
def places_of(encoded: str | None) -> tuple[Place, ...]:
    """DamagedIndex where they are not what was stored: a catalog has no checksums."""
    try:
        return tuple(Place(name, region) for name, region in json.loads(encoded)) if encoded else ()
    except (ValueError, TypeError) as error:
        raise DamagedIndex(f"places of an article: {error}") from None


@lru_cache(maxsize=1_024)
def fields_of(encoded: str) -> frozenset[str]:
    return frozenset(encoded.split())
