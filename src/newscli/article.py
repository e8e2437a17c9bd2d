"""The records: what a text says of itself, where in the text it says so, and the JSON that others read.

Everything here is frozen and plain. Absent is None or empty, never a guess. All offsets count characters of the
decoded text (`Article.text`), newlines as they are in the source file.
"""

from collections.abc import Iterator
from typing import NamedTuple

from newscli.frozen import frozen

SCHEMA = 1

ROLES = ("by", "reporting", "additional", "writing", "editing", "photo", "other")
CREDIT_KINDS = ("person", "desk")
NOTE_KINDS = ("link", "correction", "refile", "advisory", "boilerplate", "contact", "currency", "copyright", "summary")
PLACE_KINDS = ("city", "ship", "aircraft")
DATE_SOURCES = ("header", "dateline", "metadata", "path")

# What a span can belong to. "furniture" is recognised but has no field of its own (a web address, an end mark);
# "separator" holds two fields apart (the dash behind a dateline, the "-- " before a header line).
SPAN_FIELDS = (
    "date", "headline", "tag", "dateline", "credits", "caption", "note", "body", "furniture", "separator",
)  # fmt: skip


class Span(NamedTuple):  # a tuple: a text has dozens, and they are made three times as fast
    """`text[start:end]` belongs to `field`; `rule` is the convention that said so ("" for body)."""

    start: int
    end: int
    field: str
    rule: str


class Paragraph(NamedTuple):
    """One paragraph of the whole text, header lines and captions too: grep's unit.

    `line` is the line of the source file, from 1, where it starts. `text[start:end]` has no white space at either
    end, may hold line breaks, and is never empty.
    """

    start: int
    end: int
    line: int


@frozen
class Place:
    """Name and region as written; `country` is ISO 3166-1 alpha-2, and like `kind` None where a reader can't be certain."""

    name: str
    region: str | None = None
    country: str | None = None
    kind: str | None = None  # one of PLACE_KINDS

    def __str__(self) -> str:
        return f"{self.name}, {self.region}" if self.region else self.name


@frozen
class Dateline:
    """`text` without the closing dash. `date` is ISO 8601, or EDTF "XXXX-01-11" where no year can be known."""

    text: str
    places: tuple[Place, ...] = ()
    date: str | None = None
    agency: str | None = None


@frozen
class Credit:
    name: str
    role: str
    kind: str = "person"
    place: str | None = None


@frozen
class Caption:
    text: str
    credit: str | None = None


@frozen
class Note:
    kind: str
    text: str


@frozen
class Facts:
    """What a source format states beside the text and the fields: each a key of the record where it is stated."""

    url: str | None = None
    source: str | None = None  # the publication or wire that it came from: "Harbour Times"
    section: str | None = None
    language: str | None = None  # as written: "en", "fr-CA"
    subjects: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Only what is stated."""
        stated: dict[str, object] = {}
        for name in FACTS:
            value = getattr(self, name)
            if value:
                stated[name] = list(value) if isinstance(value, tuple) else value
        return stated


NO_FACTS = Facts()
FACTS = ("url", "source", "section", "language", "subjects")


@frozen
class Article:
    """What one text says. `spans` are in order, don't overlap, and leave out nothing but white space."""

    text: str
    id: str
    date: str | None = None
    time: str | None = None  # "17:32", or "17:32-05:00" where the text names a zone
    date_from: str | None = None
    headline: str | None = None
    tags: tuple[str, ...] = ()
    dateline: Dateline | None = None
    agency: str | None = None
    credits: tuple[Credit, ...] = ()
    captions: tuple[Caption, ...] = ()
    notes: tuple[Note, ...] = ()
    body: tuple[str, ...] = ()
    words: int = 0
    warnings: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    facts: Facts = NO_FACTS

    @property
    def lede(self) -> str | None:
        return self.body[0] if self.body else None

    @property
    def byline(self) -> tuple[str, ...]:
        """Whom a list shows: the names under "By", else those who reported."""
        return bylined((credit.role, credit.name) for credit in self.credits)


class Mark(NamedTuple):
    """`text[start:end]` is what the format says it is: one of MARKS."""

    start: int
    end: int
    field: str


MARKS = ("headline", "dateline", "credits", "caption", "note", "correction", "summary", "furniture")


@frozen
class Stated:
    """What a source format states of an article.

    Headline, byline, dateline and captions stand in the text, where people look for them, and `marks` say where, in the
    order of the text. The parser reads the text for the rest; what is stated wins.
    """

    date: str | None = None  # ISO 8601: a day, or a month or a year alone
    time: str | None = None  # "17:32", or "17:32-05:00"
    agency: str | None = None
    credits: tuple[Credit, ...] = ()  # whom no mark names
    rights: str | None = None
    marks: tuple[Mark, ...] = ()
    facts: Facts = NO_FACTS


NOTHING_STATED = Stated()


def address(path: str, ordinal: int) -> str:
    """What an article is called by: its path, and "#2" for the second of its file."""
    return path if ordinal == 1 else f"{path}#{ordinal}"


@frozen
class Record:
    """An article and where it stands. `path` is as the user named the corpus, then down."""

    path: str
    ordinal: int  # its place in its source file, from 1
    format: str
    article: Article

    @property
    def address(self) -> str:
        """`path`, or `path#2` for the second article of its file."""
        return address(self.path, self.ordinal)

    def as_json(self, spans: bool = False) -> dict[str, object]:
        """The record of schema 1 (docs/schema.md); with `spans`, one more key that holds every claim."""
        a = self.article
        line = a.dateline
        record: dict[str, object] = {
            "schema": SCHEMA,
            "id": a.id,
            "path": self.path,
            "ordinal": self.ordinal,
            "format": self.format,
            "date": a.date,
            "time": a.time,
            "date_from": a.date_from,
            "headline": a.headline,
            "tags": list(a.tags),
            "dateline": line
            and {
                "text": line.text,
                "places": [
                    {"name": place.name, "region": place.region, "country": place.country, "kind": place.kind}
                    for place in line.places
                ],
                "date": line.date,
                "agency": line.agency,
            },
            "agency": a.agency,
            "credits": [{"name": c.name, "role": c.role, "kind": c.kind, "place": c.place} for c in a.credits],
            "captions": [{"text": c.text, "credit": c.credit} for c in a.captions],
            "notes": [{"kind": note.kind, "text": note.text} for note in a.notes],
            "lede": a.lede,
            "words": a.words,
            "paragraphs": len(a.body),
            "body": list(a.body),
            "warnings": list(a.warnings),
            **a.facts.as_json(),
        }
        if spans:
            record["spans"] = [{"start": s.start, "end": s.end, "field": s.field, "rule": s.rule} for s in a.spans]
        return record


@frozen
class Summary:
    """One line of a list: what the catalog knows of an article without opening its text.

    `lede` is None where there is a headline, and where nobody asked for it: it is read from the text. `people` are (role,
    name) in text order, persons and desks.
    """

    number: int  # the article's number in its index, never reused; means nothing outside it
    id: str
    path: str
    ordinal: int
    format: str
    date: str | None
    time: str | None
    headline: str | None
    lede: str | None
    places: tuple[Place, ...]
    agency: str | None
    people: tuple[tuple[str, str], ...]
    words: int
    paragraphs: int
    has: frozenset[str]  # the fields it has, by the names of query.fields
    warnings: int

    @property
    def address(self) -> str:
        return address(self.path, self.ordinal)

    @property
    def byline(self) -> tuple[str, ...]:
        return bylined(iter(self.people))

    @property
    def place(self) -> str | None:
        """The dateline's places as one reads them: "PORTLAND, Ore.", "ASTANA/MOSCOW"."""
        return "/".join(map(str, self.places)) or None


def bylined(people: Iterator[tuple[str, str]]) -> tuple[str, ...]:
    """The names under "By", else those who reported."""
    by: list[str] = []
    reporting: list[str] = []
    for role, name in people:
        if role == "by":
            by.append(name)
        elif role == "reporting":
            reporting.append(name)
    return tuple(by or reporting)
