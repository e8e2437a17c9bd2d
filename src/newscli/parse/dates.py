"""Dates as news writes them: closed grammars, each reading checked against the calendar and its weekday.

Two kinds: a date that a header states, with its year; and the date of a dateline, mostly without one.
"""

import re
from datetime import date
from functools import lru_cache

from newscli.frozen import frozen
from newscli.parse.calendar_names import month_named, weekday_named
from newscli.parse.conventions import Convention, convention

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# As they have been mistyped in datelines.
_TYPOS = {
    "narch": 3, "apri": 4, "marc": 3, "macrh": 3, "mach": 3, "abr": 4, "sept": 9, "jne": 6, "febuary": 2, "feburary": 2,
    "januray": 1, "janurary": 1, "arpil": 4, "apirl": 4, "aprl": 4, "agust": 8, "septmber": 9, "septemer": 9,
    "junee": 6, "juen": 6, "marchg": 3, "ocotber": 10, "novemeber": 11, "novmber": 11, "decmber": 12, "decemeber": 12,
}  # fmt: skip
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    rf"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|{'|'.join(_TYPOS)})"
)
WEEKDAY = r"(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:sday|nesday|rsday|urday|day|s|rs|r)?\.?"
_ZONE = r"(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?|[A-Z]{2,4}|Z|[+-]\d\d:?\d\d"
# "5:32pm EST", "17.32", "5 p.m.", "1407 GMT (2207 HKT)".
CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?|(?=\s?[ap]\.?m)|(?P<minute2>\d\d)(?=\s?(?:GMT|UTC)))"
    rf"\s?(?P<half>[ap]\.?m\.?)?(?:\s?(?P<zone>{_ZONE}))?(?:\s?\([^()\n]{{4,16}}\))?"
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Names that mean one offset wherever they stand. BST, IST, CST and AST mean several, and stay without.
_OFFSETS = {
    "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "CET": "+01:00", "CEST": "+02:00",
    "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "HKT": "+08:00", "SGT": "+08:00", "JST": "+09:00",
}  # fmt: skip
# Every year-less dateline seen within this many days of its publication date is taken as meant; more is a warning.
FAR_IN_DAYS = 3
_LAST_OF_THIS_CENTURY = 50  # two-digit years up to here are 20xx
_HALF_A_YEAR = 184  # days

# A day that a line states, with its year; a time may stand behind it.
DAYS: tuple[Convention, ...] = (
    convention("date.iso", r"(?P<year>\d{4})(?P<between>[-/.])(?P<m>\d\d)(?P=between)(?P<day>\d\d)T?", "2022-01-14 14:04"),
    convention(
        "date.weekday-first",
        rf"{WEEKDAY},?\s+{MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        "Fri Jan 14, 2022 5:32pm EST",
        flags=re.I,
    ),
    convention(
        "date.month-first",
        rf"{MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?:,?\s+{WEEKDAY})?(?:, "
        rf"(?:\w+ ){{1,3}}Edition)?",
        "January 14, 2022 Friday 11:21 AM GMT",
        flags=re.I,
    ),
    convention(
        "date.day-first",
        rf"(?:{WEEKDAY},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+|-){MONTH}\.?(?:,?\s+|-)(?P<year>\d{{4}})",
        "14 January 2022",
        flags=re.I,
    ),
    convention(
        "date.basic",
        r"(?P<year>\d{4})(?P<m>\d\d)(?P<day>\d\d)T(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?",
        "20220114T192751+1100",
    ),
    convention(
        "date.other-language",
        r"(?:le\s+|am\s+|el\s+)?(?:(?P<named>[^\W\d_][\w-]{2,14}),?\s+(?:den\s+)?)?(?P<day>\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+)?"
        r"(?P<month>[^\W\d_]{3,12})\.?\s+(?:de\s+|del\s+)?(?P<year>\d{4})",
        "Freitag, 14. Januar 2022",
        flags=re.I,
    ),
    convention("date.chinese", r"(?P<year>\d{4})年(?P<m>\d{1,2})月(?P<day>\d{1,2})日", "2022年1月14日"),
    convention(
        "date.dots",
        r"(?:(?P<named>[^\W\d_]{4,12}),?\s+(?:den\s+)?)?(?P<day>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<year>\d{4})|(?P<day2>\d\d)\.(?P<m2>\d\d)\.(?P<year2>\d\d)(?!\d)",
        "14.1.2022",
    ),
    convention(
        "date.slashes",
        r"(?P<a>\d{1,2})(?P<between>[/-])(?P<b>\d{1,2})(?P=between)(?P<year>\d{4}|\d\d(?=\s+\d{1,2}:\d\d))",
        "31/12/2021",
    ),
    convention("date.month", rf"{MONTH},?\s+(?P<year>\d{{4}})", "January 2022", flags=re.I),
)
CLOCK_FIRST = convention("date.clock-first", rf"{CLOCK},?\s+(?:on\s+)?", "06:27 EST, 5 November 2013", flags=re.I)
STATED = (*DAYS, CLOCK_FIRST)
_CLOCK_BEHIND = re.compile(
    rf"[,\s•·|–—-]*(?:/\s)?(?:(?:at|à|um|kl\.?|a las)\s+)?{CLOCK}(?:\s+Uhr|, UK)?"
    r"(?:\s/\s(?:(?:\d+|an?) \w+ ago|Updated? [^\n/]{3,30}|[A-Z]{2,4} News|AP|CBS/AP|AFP))*"
    r"|\s+(?:GMT|UTC)",
    re.I,
)
# Whoever names one of these zones writes the month first.
_AMERICAN = frozenset({"ET", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PT", "PST", "PDT"})
# What a page writes before a date.
_LABEL = re.compile(
    r"\b(?:and\s+)?(?:(?:(?:first |last )?(?:published|posted|created|issued|aired|date)|publié|publicado|veröffentlicht"
    r"|publicerad|publisert|publiceret|gepubliceerd|pubblicato)"
    r"|(?P<again>(?:last )?(?:updated|modified)|mis à jour|modifié|aktualisiert|actualizado|atualizado"
    r"|uppdaterad|oppdatert|opdateret|bijgewerkt|aggiornato))\b"
    r"\s*(?:(?:at|on|le|am|el)\b|[:.])*\s*",
    re.I,
)

# As wires in other languages begin them, after the day: Spanish, Portuguese, Italian, French, German, Russian.
_ABROAD = {
    "ene": 1, "abr": 4, "ago": 8, "dic": 12, "fev": 2, "mai": 5, "out": 10, "dez": 12, "gen": 1, "mag": 5, "giu": 6,
    "lug": 7, "set": 9, "ott": 10, "jan": 1, "fév": 2, "mars": 3, "avr": 4, "juin": 6, "juil": 7, "aoû": 8, "déc": 12,
    "mär": 3, "okt": 10, "feb": 2, "mar": 3, "jun": 6, "jul": 7, "sep": 9, "nov": 11, "янв": 1, "фев": 2, "мар": 3,
    "апр": 4, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_MONTH_ABROAD = (
    rf"(?P<month2>(?:{'|'.join(sorted(_ABROAD, key=len, reverse=True))})[^\W\d_]{{0,8}}|{'|'.join(_TYPOS)}|may|august|aug"
    r"|oct\w*|dec\w*|apr\w*)"
)
DATELINE_DATE = (
    rf"(?:{MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:(?:\s?,\s?|\s)(?P<year>\d{{4}})(?!\d))?"
    rf"|(?:le\s)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er)?\.?\s+{_MONTH_ABROAD}\.?(?:,?\s+(?P<year2>\d{{4}}|\d\d)(?!\d))?"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\d))"
)
_MONTH_ALONE = re.compile(rf"{MONTH}\.?", re.I)
_DATELINE_DATE = re.compile(rf"{DATELINE_DATE}|(?P<month3>\d{{1,2}})月(?P<day3>\d{{1,2}})日", re.I)
_YEAR = re.compile(r"\d{4}|\d\d[./]\d\d[./]\d\d")


@frozen
class Moment:
    """ISO 8601; `time` is "17:32", or with an offset where the text names one."""

    date: str
    time: str | None
    rule: str


def labelled(text: str) -> Moment | None:
    """The date of a line such as "Published Jan. 11, 2022 | Updated 5:32 p.m. ET": not that of an update."""
    if not _YEAR.search(text):
        return None
    labels = list(_LABEL.finditer(text))
    moments: list[Moment] = []
    for label, behind in zip([None, *labels], [*labels, None], strict=True):
        piece = text[label.end() if label else 0 : behind.start() if behind else len(text)].strip(" |/·•–—-,.()")
        piece = piece.removeprefix("on ").removeprefix("On ")
        moment = stated(piece)
        if moment is None and piece and not (label and label["again"] and _CLOCK_BEHIND.fullmatch(piece)):
            return None
        if moment and not (label and label["again"]):
            moments.append(moment)
    return moments[0] if moments else None


def stated(text: str) -> Moment | None:
    """The date that the whole of `text` states, None if it states none that the calendar knows."""
    if not _YEAR.search(text):
        return None
    text = text.strip(" .")
    if (clock := CLOCK_FIRST.looks.match(text)) and (found := _stated(text[clock.end() :])):
        return Moment(found.date, _time(clock.groupdict()), CLOCK_FIRST.name)
    return _stated(text)


def _stated(text: str) -> Moment | None:
    for row in DAYS:
        found = row.looks.match(text)
        if not found:
            continue
        behind = _CLOCK_BEHIND.fullmatch(text, found.end())
        if behind is None and found.end() < len(text):
            continue
        day = _written(row, found.groups(), behind is not None and (behind["zone"] or "").upper() in _AMERICAN)
        time = _time(behind.groupdict() if behind else found.groupdict())
        return Moment(day, time, row.name) if day else None
    return None


@lru_cache(maxsize=4096)  # a day has many stories
def _written(row: Convention, groups: tuple[str | None, ...], american: bool) -> str | None:
    """The day, or the month, that a row has found; None if there is none such, or the weekday is another."""
    parts = {name: groups[at - 1] for name, at in row.looks.groupindex.items()}
    year = int(parts["year"] or parts["year2"] or 0)
    if year < 100:
        year += 1900 if year > _LAST_OF_THIS_CENTURY else 2000
    if parts.get("month"):
        month = (month_named if "named" in parts else month_number)(parts["month"] or "") or 0
    elif parts.get("a"):
        return _slashed(year, int(parts["a"] or 0), int(parts["b"] or 0), american)
    else:
        month = int(parts["m"] or parts["m2"] or 0)
    if "day" not in parts:
        return f"{year}-{month:02}"
    day = _day(year, month, int(parts["day"] or parts["day2"] or 0))
    if day is None:
        return None
    if name := parts.get("weekday"):
        return day.isoformat() if _DAYS[day.weekday()] == name[:3].casefold() else None
    name = parts.get("named")
    return day.isoformat() if not name or weekday_named(name) == day.weekday() else None


def _slashed(year: int, a: int, b: int, american: bool) -> str | None:
    """ "31/12/2021": None where either number may be the month, and so "3/4/2021" may be two days.

    It is one day where the time behind it is one of America's.
    """
    if a != b and a <= 12 and b <= 12 and not american:
        return None
    day = _day(year, b, a) if a > 12 or a == b else _day(year, a, b)
    return day.isoformat() if day else None


def month_number(name: str) -> int:
    """The month that a name begins like, or is misspelt for; 0 if it is none."""
    folded = name.casefold()
    found = _TYPOS.get(folded) or _ABROAD.get(folded[:4]) or _ABROAD.get(folded[:3])
    return found or (MONTHS.index(folded[:3]) + 1 if folded[:3] in MONTHS else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(parts: dict[str, str | None]) -> str | None:
    if not parts.get("hour"):
        return None
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or parts.get("minute2") or 0)
    half = (parts.get("half") or "").casefold()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    elif half:
        return None
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}{_offset(parts['zone'] or '')}"


@lru_cache(maxsize=256)
def _offset(zone: str) -> str:
    """ "+11:00" of "+1100", "UTC+11" and the like, and of names that mean one; else ""."""
    zone = zone.upper()
    digits = zone.removeprefix("GMT").removeprefix("UTC").replace(":", "")
    if digits[:1] in ("+", "-"):
        hours, minutes = (digits[1:-2], digits[-2:]) if len(digits) > 3 else (digits[1:], "00")
        return f"{digits[0]}{hours:0>2}:{minutes}"
    return _OFFSETS.get(zone, "")


def _nearest_month(month: int, published: str | None) -> str:
    """A month alone, in the year that brings it nearest to the month of publication."""
    if published is None or len(published) < 7:
        return f"XXXX-{month:02}"
    near = int(published[:4]) * 12 + int(published[5:7]) - 1
    months = min(((near // 12 + year) * 12 + month - 1 for year in (-1, 0, 1)), key=lambda one: abs(one - near))
    return f"{months // 12}-{month:02}"


def filed(text: str, published: str | None) -> tuple[str | None, str | None]:
    """A dateline's date, as ISO 8601 (or EDTF "XXXX-01-11"), and a warning.

    Without a year it takes the one that brings it nearest to the publication date; without that either, it stays
    year-less. None where the calendar has no such day.
    """
    found = _DATELINE_DATE.fullmatch(text.strip(" ,."))
    if not found:
        alone = _MONTH_ALONE.fullmatch(text.strip(" ,."))
        return _nearest_month(month_number(alone["month"]), published) if alone else None, None
    parts = found.groupdict()
    if written := parts["iso"]:
        return (written if _day(*map(int, written.split("-"))) else None), None
    named = parts["month"] or parts["month2"]
    month = month_number(named) if named else int(parts["month3"])
    day = int(parts["day"] or parts["day2"] or parts["day3"])
    if written := parts["year"] or parts["year2"]:
        year = int(written) + (0 if len(written) == 4 else 1900 if int(written) > _LAST_OF_THIS_CENTURY else 2000)
        known = _day(year, month, day)
        return known.isoformat() if known else None, None
    if not 1 <= month <= 12 or not _day(2024, month, day):  # a leap year knows every day
        return None, f"dateline: there is no {text.strip()}"
    if published is not None and len(published) == 7:
        near_month = _nearest_month(month, published)
        return (f"{near_month}-{day:02}", None) if _day(int(near_month[:4]), month, day) else (None, None)
    if published is None or len(published) != 10:
        return f"XXXX-{month:02}-{day:02}", None
    near = date.fromisoformat(published)
    candidates = [near_day for year in (-1, 0, 1) if (near_day := _day(near.year + year, month, day))]
    if not candidates or min(abs(one - near).days for one in candidates) > _HALF_A_YEAR:  # 29 February
        return None, f"dateline: there is no {text.strip()} near {published}"
    best = min(candidates, key=lambda one: abs(one - near))
    apart = abs((best - near).days)
    warning = f"dateline: {text.strip()} is {apart} days from {published}" if apart > FAR_IN_DAYS else None
    return best.isoformat(), warning
