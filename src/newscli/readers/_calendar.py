"""Dates as databases write them, in the languages of their users: "29 décembre 2011", "March 14, 2013 Thursday 11:21 AM GMT".

Weekdays are stepped over and not checked: what an export says of the day is a number, and the word beside it is made
by a program in the language of whoever asked.
"""

import re
from datetime import date

from newscli.frozen import frozen
from newscli.parse.calendar_names import month_named
from newscli.parse.dates import CLOCK, stated

_WORD = r"[^\W\d_]{3,12}"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?P<year>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|º|ª|°|st|nd|rd|th)?(?:\s|-)*(?:de\s+|of\s+|d['’])?(?P<month>{_WORD})\.?"
        r"(?:\s|-|,)*(?:de\s+|del\s+)?(?P<year>\d{4})(?!\d)",
        rf"(?<!\w)(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?,?\s+(?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
    )
)
_MONTH_ALONE = re.compile(rf"(?<!\w)(?P<month>{_WORD})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})(?!\d)", re.I)
_CLOCK = re.compile(CLOCK, re.I)
_HALF = re.compile(r"[AP]\.?M\b\.?")
_FAR = 60  # characters behind a date in which its time may stand


@frozen
class Written:
    """A date that stands at `start` to `end` of a text. `date` is a day, or a month ("2013-03"); `time` as in the record."""

    start: int
    end: int
    date: str
    time: str | None


def written(text: str) -> Written | None:
    """The first date with its year that a text holds, and the time that stands behind it."""
    found = [one for form in _FORMS for one in _days(form, text)]
    if found:
        first = min(found, key=lambda one: (one.start, -one.end))
        time = _CLOCK.search(text[: first.end + _FAR], first.end)
        return Written(first.start, first.end, first.date, clock(time[0]) if time else None)
    for one in _MONTH_ALONE.finditer(text):
        if month := month_named(one["month"]):
            return Written(one.start(), one.end(), f"{one['year']}-{month:02}", None)
    return None


def _days(form: "re.Pattern[str]", text: str) -> list[Written]:
    """Where a form finds a day that the calendar has."""
    days = []
    for one in form.finditer(text):
        parts = one.groupdict()
        month = int(parts["m"]) if parts.get("m") else month_named(parts["month"] or "") or 0
        try:
            day = date(int(one["year"]), month, int(one["day"]))
        except ValueError:
            continue
        days.append(Written(one.start(), one.end(), day.isoformat(), None))
    return days


def clock(text: str) -> str | None:
    """A time that fills a text: "15:32", "3:00 PM GMT"."""
    moment = stated("2000-01-01 " + _HALF.sub(lambda found: found[0].casefold(), text.strip()))
    return moment.time if moment else None
