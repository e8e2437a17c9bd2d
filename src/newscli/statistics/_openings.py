"""`stats --coverage`: how many articles lack a field, and how those begin (or end) that look as if they had it.

What is listed here is what the parser does not know yet: a form that stands often under "dateline" is a convention
that a table of newscli.parse lacks.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from newscli.article import Article, Record
from newscli.frozen import frozen

MOST_SHAPES = 5  # a field
_SHOWN = 60  # characters


@frozen
class Opening:
    """One form: `shape` has "A" for a word in capitals, "Aa" for one with a capital, "a" for one without, "9" for digits."""

    field: str
    number: int
    shape: str
    example: str
    path: str


@dataclass(slots=True)
class Lacking:
    """The articles that lack one field. `suspects` are those that look as if they had it."""

    name: str
    articles: int = 0
    suspects: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        self.articles += 1
        text = SUSPECTS[self.name](record.article)
        if text is None:
            return
        self.suspects += 1
        shown = text[:_SHOWN]
        kind = shape(shown)
        self.shapes[kind] += 1
        self.examples.setdefault(kind, (shown, record.address))

    def openings(self) -> Iterator[Opening]:
        """The commonest forms first."""
        for kind, number in self.shapes.most_common(MOST_SHAPES):
            yield Opening(self.name, number, kind, *self.examples[kind])


_WORD = re.compile(r"[^\W\d_]+|\d+")
_HEAD = re.compile(r"[\"“(]?[^\W\d_a-z]{2}[^a-z\n]{2,50}?(?:\(|\)|—|–|--| - | _ |: )|.{3,60}?\([A-Z][\w /]{1,20}\) ?[-–—]")
_NAMES = re.compile(r"(?:[Bb]y|BY|From|Von|Por|Par)\s+[^\W\d_a-z]")
_SIGNED = re.compile(
    r"\b(?i:report|writ|edit|compil|contribut|graphic|translat)\w*\b[^.]{0,30}\b(?:by|from) [^\W\d_a-z]|contributed to this"
)
_PHOTO = re.compile(
    r"\b(?i:photo(?:graph)?|picture|image)\s?(?:by|:|credit|courtesy|caption)|/(?:AP|AFP|Reuters|Getty)\b| via [A-Z]\w+$"
)
_DATED = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b")


def _begins(looks: re.Pattern[str]) -> Callable[[Article], str | None]:
    """The first line of the body that begins so, among the first three."""
    return lambda a: next((line for line in a.body[:3] if looks.match(line)), None)


def _short_line(looks: re.Pattern[str], longest: int) -> Callable[[Article], str | None]:
    return lambda a: next((line for line in a.body if len(line) <= longest and looks.search(line)), None)


def _ends(looks: re.Pattern[str]) -> Callable[[Article], str | None]:
    def end(a: Article) -> str | None:
        tail = a.body[-1][-300:] if a.body else ""
        found = looks.search(tail)
        return tail[found.start() :] if found else None

    return end


# How an article looks that may have the field after all.
SUSPECTS: dict[str, Callable[[Article], str | None]] = {
    "date": _short_line(_DATED, 40),
    "dateline": _begins(_HEAD),
    "byline": _begins(_NAMES),
    "sign-off": _ends(_SIGNED),
    "caption": _short_line(_PHOTO, 300),
}


def shape(text: str) -> str:
    """What kind of words and marks stand in a text, runs of one kind made one: "OSLO, Jan 11 (AP) -" is "A, Aa 9 (A) -"."""
    kinds = _WORD.sub(lambda found: _kind(found[0]), text)
    return re.sub(r"\b(A|Aa|a|9)(?: \1\b)+", r"\1+", " ".join(kinds.split()))[:40]


def _kind(word: str) -> str:
    if word.isdigit():
        return "9"
    if word.isupper():
        return "A"
    return "Aa" if word[0].isupper() else "a"


def lacking(name: str, records: Iterable[Record]) -> Lacking:
    """The tally of the records that lack a field."""
    found = Lacking(name)
    for record in records:
        found.add(record)
    return found
