"""Lines above a story that say its day: alone, behind an agency, or behind its author."""

import re

from newscli.parse import agencies, bylines
from newscli.parse.bylines import claim_byline
from newscli.parse.conventions import Convention, convention
from newscli.parse.dates import Moment, labelled
from newscli.parse.draft import Draft
from newscli.parse.layout import squeeze
from newscli.parse.people import people

ROWS: tuple[Convention, ...] = (
    convention("byline.dated",
               r"(?P<line>(?:(?:Posted|Published|Written) )?[Bb][Yy] [^\n|]{3,100}?)\s*(?:[|•·–—,]\s*|\s-\s)?"
               r"(?P<date>(?:\b(?:Published|Updated|Posted|[Oo]n|[Aa]t)\b.{0,12})?(?:\d{1,2}[ /.]|\d{4}-"
               r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)[^\n|]{5,50})",
               "By Mara Lind | January 11, 2022 at 5:32 p.m. EST"),
    convention("byline.behind-day", r"(?P<date>[^|\n]{4,40}\d{4}),? (?P<line>[Bb]y [A-Z][^\n|]{3,60})",
               "Posted on January 11, 2022 by Mara Lind"),
    convention("byline.barred",
               r"(?P<people>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}) ?\| ?[^|\n]{2,40} ?\| ?(?P<date>[^|\n]{8,60})",
               "Mara Lind | Harbour News | Jan 11, 2022, 05:32 IST"),
)  # fmt: skip
_DATED_BYLINE, _BEHIND_DAY, _BARRED = ROWS
_DIGIT = re.compile(r"\d")


def claim_day(draft: Draft, start: int, end: int) -> bool:
    """A date line: "Published Jan. 11, 2022", "KYODO NEWS - Jan 11, 2022 - 17:32"."""
    if not draft.undated or not _DIGIT.search(draft.text, start, end):
        return False
    line = squeeze(draft.text[start:end])
    agency, dash, day = line.partition(" - ")
    moment = labelled(day if dash and agencies.known(agency) else line)
    if moment:
        claim_moment(draft, moment, start, end, moment.rule)
    return moment is not None


def claim_dated_byline(draft: Draft, start: int, end: int) -> bool:
    """A byline and the day of publication on one line, in either order."""
    if not draft.undated or not _DIGIT.search(draft.text, start, end):
        return False
    for row in (_DATED_BYLINE, _BEHIND_DAY):
        found = row.looks.fullmatch(draft.text, start, end)
        moment = labelled(squeeze(found["date"])) if found else None
        if found and moment and claim_byline(draft, *found.span("line")):
            claim_moment(draft, moment, *(found.span("date") if row is _BEHIND_DAY else (found.start("date"), end)), row.name)
            return True
    return False


def claim_barred_name(draft: Draft, start: int, end: int) -> bool:
    """Below a headline, a name, whom its owner writes for, and the day, with bars between them."""
    found = _BARRED.looks.fullmatch(draft.text, start, end) if draft.undated and draft.headline else None
    if not found or bylines.is_house(found["people"]):
        return False
    moment, named = labelled(squeeze(found["date"])), people(found["people"], "by")
    if not moment or not named:
        return False
    draft.claim(start, found.start("date"), "credits", _BARRED.name)
    draft.credit(start, named)
    claim_moment(draft, moment, found.start("date"), end, _BARRED.name)
    return True


def claim_moment(draft: Draft, moment: Moment, start: int, end: int, rule: str) -> None:
    """Claim what states a moment, and publish the story then, unless its format says otherwise."""
    draft.claim(start, end, "date", rule)
    draft.undated = False
    if draft.date is None:
        draft.date, draft.time, draft.date_from = moment.date, moment.time, "header"
    elif moment.date[: len(draft.date)] != draft.date[: len(moment.date)]:
        draft.warnings.append(f"date: the text says {moment.date}, its format {draft.date}")
