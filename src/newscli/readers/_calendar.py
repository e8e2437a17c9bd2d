"""Dates as databases write them, in the languages of their users: "29 décembre 2011", "March 14, 2013 Thursday 11:21 AM GMT".

Weekdays are stepped over and not checked: what an export says of the day is a number, and the word beside it is made
by a program in the language of whoever asked.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from newscli.parse.dates import CLOCK, stated

# A line a language: English, French, German, Spanish, Italian, Portuguese, Dutch, Danish and Norwegian, Swedish,
# Finnish, Polish, Russian (as it stands in dates), Turkish, Indonesian and Malay.
_NAMES = """
january february march april may june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
januar februar marz april mai juni juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januar februar marts april maj juni juli august september oktober november desember
januari februari mars april maj juni juli augusti september oktober november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
januari februari mac april mei jun julai ogos september oktober november disember
jan feb mar apr may jun jul aug sep oct nov dec
janv fevr mar avr mai juin juil aou sept oct nov dec
jan feb mrz apr mai jun jul aug sep okt nov dez
ene feb mar abr may jun jul ago sept oct nov dic
gen feb mar apr mag giu lug ago set ott nov dic
jan fev mar abr mai jun jul ago set out nov dez
"""


def _plain(word: str) -> str:
    """A word without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


_MONTHS = {_plain(name): number for line in _NAMES.split("\n") for number, name in enumerate(line.split(), start=1) if name} | {
    "setiembre": 9,
    "jänner": 1,
    "janner": 1,
    "ιαν": 1,
    "sierpien": 8,
    "maerz": 3,
    "januarie": 1,
}
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


@dataclass(frozen=True, slots=True)
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
        if month := _MONTHS.get(_plain(one["month"])):
            return Written(one.start(), one.end(), f"{one['year']}-{month:02}", None)
    return None


def _days(form: "re.Pattern[str]", text: str) -> list[Written]:
    """Where a form finds a day that the calendar has."""
    days = []
    for one in form.finditer(text):
        parts = one.groupdict()
        month = int(parts["m"]) if parts.get("m") else _MONTHS.get(_plain(parts["month"] or ""), 0)
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
