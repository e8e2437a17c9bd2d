"""What a source format says of its own text: where its headline, byline, dateline and captions stand.

The format knows, so nothing here is recognised; only a byline's people and a dateline's places still have to be read.
"""

import re
from collections.abc import Iterable, Sequence

from newscli.article import Dateline, Mark, Stated
from newscli.parse.bylines import claim_byline
from newscli.parse.captions import claim_caption
from newscli.parse.conventions import Convention, convention
from newscli.parse.dateline import claim_dateline
from newscli.parse.dates import DATELINE_DATE, filed
from newscli.parse.draft import Draft
from newscli.parse.headline import claim_headline
from newscli.parse.layout import squeeze
from newscli.parse.people import people
from newscli.parse.places import listed

ROWS: tuple[Convention, ...] = (
    convention("stated.headline", r"[^\n]+", "Ferries cross again"),
    convention("stated.dateline", r"[^\n]+", "Bergen"),
    convention("stated.credits", r"[^\n]+", "Mara Lind"),
    convention("stated.caption", r"[^\n]+", "Cranes stand idle in fog"),
    convention("stated.note", r"[^\n]+", "EDITORS: photos to follow", "advisory"),
    convention("stated.correction", r"[^\n]+", "Corrects number of boats in paragraph 2", "correction"),
    convention("stated.summary", r"[^\n]+", "The night boats sail again", "summary"),
    convention("stated.furniture", r"[^\n]+", "Harbour Times, page 3"),
)
_RULES = {row.name.partition(".")[2]: row for row in ROWS}
_PARTS = re.compile(rf"(?P<lead>[^()]*?)\s*,?\s*(?P<date>(?i:{DATELINE_DATE}))?\s*,?\s*(?:\((?P<agency>[^()]+)\))?")
_BY = re.compile(r"(?:By|Von|Par|Por|Door|Av|Af|Text|Tekst)\s*:?\s+(?=[^\W\d_a-z])", re.I)
_SEPARATOR = re.compile(r"\s*(?:--+|[-–—:.])?\s*")


def claim_stated(draft: Draft, stated: Stated) -> None:
    """Claim every mark but the dateline's, and begin the story behind those that stand above it."""
    draft.date, draft.time = stated.date, stated.time
    draft.date_from = "metadata" if stated.date else None
    for mark in stated.marks:
        if mark.field != "dateline":
            _claim(draft, mark)
    _step_over(draft, stated.marks)


def claim_stated_dateline(draft: Draft, marks: Iterable[Mark]) -> None:
    """The dateline that the format states: read like any other, and taken as it is where that fails."""
    for mark in marks:
        if mark.field != "dateline" or draft.dateline is not None:
            continue
        if draft.start <= mark.start:
            draft.advance(mark.start)
        if claim_dateline(draft) or draft.start != mark.start:
            continue
        if draft.claim(mark.start, mark.end, "dateline", _RULES["dateline"].name):
            draft.dateline = _read(squeeze(draft.text[mark.start : mark.end]), draft)
            behind = _SEPARATOR.match(draft.text, mark.end)
            end = behind.end() if behind else mark.end
            draft.claim(mark.end, end, "separator", _RULES["dateline"].name)
            draft.advance(end)


def _read(text: str, draft: Draft) -> Dateline:
    """A dateline of a form that no table has: "Bergen", "BERGEN (Harbour Radio)"."""
    found = _PARTS.fullmatch(text)
    if not found:
        return Dateline(text)
    named = listed(found["lead"].strip(" ,-"))
    iso, warning = filed(found["date"], draft.date) if found["date"] else (None, None)
    if warning:
        draft.warnings.append(warning)
    draft.agency = draft.agency or found["agency"]
    return Dateline(text, named.places if named else (), iso, found["agency"])


def _claim(draft: Draft, mark: Mark) -> None:
    row = _RULES[mark.field]
    if mark.field == "headline" and draft.headline is None:
        claim_headline(draft, mark.start, mark.end, row.name)
    elif mark.field == "credits":
        if not claim_byline(draft, mark.start, mark.end) and draft.claim(mark.start, mark.end, "credits", row.name):
            named = _BY.sub("", squeeze(draft.text[mark.start : mark.end]), count=1)
            draft.credit(mark.start, people(named, "by"))
    elif mark.field == "caption":
        claim_caption(draft, mark.start, mark.end, labelled=row.name)
    elif mark.field in ("note", "correction", "summary"):
        draft.note(mark.start, mark.end, row.kind, row.name)
    else:
        draft.claim(mark.start, mark.end, mark.field, row.name)


def step_back(draft: Draft, marks: Sequence[Mark]) -> None:
    """End before what is claimed at the bottom: captions and notes stand below a sign-off, which is looked for at the end."""
    for mark in reversed(marks):
        if mark.field == "dateline" or mark.end < draft.end or mark.start <= draft.start:
            return
        draft.retreat(mark.start)


def _step_over(draft: Draft, marks: Iterable[Mark]) -> None:
    """Begin behind what is claimed at the top."""
    for mark in marks:
        if mark.field == "dateline" or draft.start < mark.start:
            return
        draft.advance(mark.end)
