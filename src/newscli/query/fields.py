"""One vocabulary of fields for --has, --missing, --in, --fields, --per and --sort.

A row says what the field is called, how to tell whether an article has it, which spans of the text are its own, and
what a list writes for it. Names are accepted in the singular and in the plural.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from newscli.article import Article, Record
from newscli.errors import QueryError, closest
from newscli.results import Cell


class Field(NamedTuple):
    """One row of the vocabulary; what is None or empty says where the field can't be used.

    has     tells whether an article has it (--has, --missing)
    spans   the span fields that are its text (--in)
    value   what --fields and the tabular formats write
    sort    an attribute of Summary to sort by (--sort)
    """

    name: str
    summary: str
    value: Callable[[Record], Cell]
    plural: str = ""
    aliases: tuple[str, ...] = ()
    has: Callable[[Article], bool] | None = None
    spans: tuple[str, ...] = ()
    sort: bool = False
    numeric: bool = False


def _credits(*roles: str) -> Callable[[Record], Cell]:
    return lambda record: [c.name for c in record.article.credits if c.role in roles]


def _has_credit(*roles: str) -> Callable[[Article], bool]:
    def has(article: Article) -> bool:
        for credit in article.credits:  # noqa: SIM110  # any() takes three times as long, and every article is asked
            if credit.role in roles:
                return True
        return False

    return has


def _dateline_places(record: Record) -> Cell:
    line = record.article.dateline
    return [str(place) for place in line.places] if line else []


def _dateline(record: Record) -> Cell:
    return record.article.dateline.text if record.article.dateline else None


_SIGNED = ("reporting", "additional", "writing", "editing", "other")

FIELDS: tuple[Field, ...] = (
    Field("id", "80 bits of the text, in letters", lambda r: r.article.id, sort=True),
    Field("path", "where the article stands", lambda r: r.address, sort=True),
    Field("ordinal", "its number in its source file", lambda r: r.ordinal, numeric=True, sort=True),
    Field("format", "the reader that took its file", lambda r: r.format, plural="formats", sort=True),
    Field("date", "publication date", lambda r: r.article.date, "dates",
          has=lambda a: a.date is not None, spans=("date",), sort=True),
    Field("time", "time of publication", lambda r: r.article.time, "times",
          has=lambda a: a.time is not None, sort=True),
    Field("date_from", "what the date was taken from", lambda r: r.article.date_from, aliases=("date-from",)),
    Field("headline", "headline, as written", lambda r: r.article.headline, "headlines",
          aliases=("title",), has=lambda a: a.headline is not None, spans=("headline", "tag"), sort=True),
    Field("tag", "UPDATE 2, EXCLUSIVE, FACTBOX ...", lambda r: list(r.article.tags), "tags",
          has=lambda a: bool(a.tags)),
    Field("dateline", "SHANGHAI, Jan 11 (Reuters)", _dateline, "datelines",
          has=lambda a: a.dateline is not None, spans=("dateline",)),
    Field("place", "where the dateline was filed from", _dateline_places, "places",
          aliases=("city", "location"), has=lambda a: bool(a.dateline and a.dateline.places), sort=True),
    Field("agency", "Reuters, AP, AFP ...", lambda r: r.article.agency, "agencies",
          aliases=("source",), has=lambda a: a.agency is not None, sort=True),
    Field("byline", "names under By, else those who reported", lambda r: list(r.article.byline), "bylines",
          aliases=("by", "author", "authors"), has=_has_credit("by"), sort=True),
    Field("sign-off", "names in a sign-off", _credits(*_SIGNED), "sign-offs",
          aliases=("signoff", "sign_off", "signoffs"), has=_has_credit(*_SIGNED)),
    Field("reporting", "who reported", _credits("reporting"), aliases=("reporter", "reporters"),
          has=_has_credit("reporting")),
    Field("additional", "who reported in addition", _credits("additional"), has=_has_credit("additional")),
    Field("writing", "who wrote", _credits("writing"), aliases=("writer", "writers"), has=_has_credit("writing")),
    Field("editing", "who edited", _credits("editing"), aliases=("editor", "editors"), has=_has_credit("editing")),
    Field("photo", "who took the pictures", _credits("photo"), "photos", has=_has_credit("photo")),
    Field("credit", "every person and desk, with the role",
          lambda r: [f"{c.role}: {c.name}" for c in r.article.credits], "credits",
          aliases=("people", "person"), has=lambda a: bool(a.credits), spans=("credits",)),
    Field("caption", "text under a photo", lambda r: [c.text for c in r.article.captions], "captions",
          has=lambda a: bool(a.captions), spans=("caption",)),
    Field("note", "corrections, links, boilerplate ...", lambda r: [n.text for n in r.article.notes], "notes",
          has=lambda a: bool(a.notes), spans=("note",)),
    Field("correction", "a correction or refile note",
          lambda r: [n.text for n in r.article.notes if n.kind in ("correction", "refile")], "corrections",
          has=lambda a: any(n.kind in ("correction", "refile") for n in a.notes)),
    Field("lede", "first paragraph", lambda r: r.article.lede, "ledes", aliases=("lead",)),
    Field("body", "the story", lambda r: list(r.article.body), has=lambda a: bool(a.body), spans=("body",)),
    Field("words", "words of the body", lambda r: r.article.words, aliases=("word", "length"), numeric=True, sort=True),
    Field("paragraphs", "paragraphs of the body", lambda r: len(r.article.body), aliases=("paragraph",),
          numeric=True, sort=True),
    Field("warning", "what a reader should know", lambda r: list(r.article.warnings), "warnings",
          has=lambda a: bool(a.warnings)),
)  # fmt: skip

_TESTS = tuple((field.name, field.has) for field in FIELDS if field.has)


@cache
def _names() -> dict[str, Field]:
    return {name: f for f in FIELDS for name in (f.name, f.plural, *f.aliases) if name}


def field(name: str, use: Callable[[Field], object] = bool, option: str = "field") -> Field:
    """The field of this name, plural or alias, if it passes `use`; QueryError with suggestions otherwise."""
    found = _names().get(name.strip().casefold())
    if found and use(found):
        return found
    allowed = [f.name for f in FIELDS if use(f)]
    raise QueryError(unknown(option, name, allowed))


def unknown(what: str, given: str, allowed: list[str]) -> str:
    """One or two sentences: what is wrong, what may have been meant, what there is."""
    close = closest(given.casefold(), allowed)
    meant = f" Did you mean {close!r}?" if close else ""
    return f"{what}: there is no {given!r}.{meant} There are: {', '.join(allowed)}."


def has_fields(article: Article) -> frozenset[str]:
    """The names of all fields that the article has."""
    return frozenset([name for name, test in _TESTS if test(article)])
