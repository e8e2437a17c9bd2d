"""Dates as formats state them: ISO 8601 in its long and short forms, mail's, and those that people write."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

_ISO = re.compile(
    r"(?P<y>\d{4})[-/]?(?P<m>\d\d)(?:[-/]?(?P<d>\d\d))?"
    r"(?:[T ]?(?P<H>\d\d):?(?P<M>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
)
# "1/11/2022 5:32 PM", "11.01.22": which is the month, only other dates can say; behind full stops it is the second.
_NUMBERS = re.compile(
    r"(?P<a>\d\d?)(?P<between>[./-])\s?(?P<b>\d\d?)(?P=between)\s?(?P<y>\d{4}|\d\d)"
    r"(?:,?[T ]+(?P<H>\d\d?):(?P<M>\d\d)(?::\d\d)?\s?(?P<half>[AaPp])?\.?(?:[Mm]\.?)?)?"
)
_EPOCH = re.compile(r"(?:\d{9,10}|\d{13})(?:\.\d+)?")
_SHORT_YEAR = re.compile(r"(?P<day>\d\d?)[- ](?P<month>[A-Za-z]{3})[- ](?P<year>\d\d)")  # "14-Feb-18"
_YEAR = re.compile(r"[12]\d{3}")
# What Unix and the older Twitter API write: "Tue Jan 11 14:02:00 +0000 2022".
_UNIX = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d?) (?P<clock>\d\d:\d\d)(?::\d\d)? (?P<zone>\S+ )?(?P<year>\d{4})"
)
_WEEKDAY_BEHIND = re.compile(r",\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_NOTHING: tuple[None, None] = (None, None)


def moment(text: object, day_first: bool | None = None) -> tuple[str | None, str | None]:
    """(date, time) of the record: "2022-01-11" and "17:32" or "17:32-05:00"; None for what isn't stated, or is no date.

    `day_first` says how "1/2/2022" is meant (see day_first below); without it, such a date is none.
    """
    if isinstance(text, datetime):
        return _of(text)
    if isinstance(text, date):
        return text.isoformat(), None
    if isinstance(text, int | float) and not isinstance(text, bool):
        text = f"{text:.0f}" if abs(text) < 1e15 else ""  # a number that a database gave may be a year, a day or seconds
    if not isinstance(text, str) or not text.strip():
        return _NOTHING
    squeezed = " ".join(text.split()).removesuffix(".0").replace(" de ", " ")
    if squeezed.isdigit() or _EPOCH.fullmatch(squeezed):
        return _digits(squeezed)
    if found := _ISO.fullmatch(squeezed):
        return _iso(found)
    if found := _NUMBERS.fullmatch(squeezed):
        return _numbers(found, day_first)
    from newscli.parse.dates import stated  # here and below: a start without files to read needs no tables

    if found_day := stated(squeezed):
        return found_day.date, found_day.time
    return _rare(squeezed)


def _digits(text: str) -> tuple[str | None, str | None]:
    """Digits alone: a year, "20220111", or the seconds since 1970."""
    if _EPOCH.fullmatch(text):
        return _since_epoch(float(text))
    if _YEAR.fullmatch(text):
        return text, None
    found = _ISO.fullmatch(text)
    return _iso(found) if found else _NOTHING


def _rare(text: str) -> tuple[str | None, str | None]:
    """The forms that few sources write."""
    from newscli.parse.dates import filed, stated

    if found := _UNIX.fullmatch(text):
        day = stated(f"{found['month']} {found['day']}, {found['year']}")
        zone = (found["zone"] or "").strip()
        return (day.date, found["clock"] + (_offset(zone) if zone[:1] in ("+", "-") else "")) if day else _NOTHING
    if found := _SHORT_YEAR.fullmatch(text):
        text = f"{found['day']} {found['month']} {'19' if found['year'] > '50' else '20'}{found['year']}"
    if found := _WEEKDAY_BEHIND.search(text):  # "03 Aug 2017,Thursday"
        return moment(text[: found.start()])
    iso, _ = filed(text, None)
    if iso and not iso.startswith("XXXX"):  # "11 janvier 2022"
        return iso, None
    from email.utils import parsedate_to_datetime

    try:
        return _of(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return _NOTHING


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether dates such as "1/2/2022" put the day first, as far as these show; None if none does, or they disagree."""
    seen = set()
    for text in texts:
        if (found := _NUMBERS.fullmatch(" ".join(text.split()))) and found["between"] != ".":
            if int(found["a"]) > 12:
                seen.add(True)
            elif int(found["b"]) > 12:
                seen.add(False)
    return seen.pop() if len(seen) == 1 else None


def _numbers(found: "re.Match[str]", day_first: bool | None) -> tuple[str | None, str | None]:
    a, b = int(found["a"]), int(found["b"])
    if found["between"] == "." or a > 12:
        day_first = True
    elif b > 12:
        day_first = False
    elif a == b:
        day_first = True
    if day_first is None:
        return _NOTHING
    year = int(found["y"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    hour = int(found["H"] or 0)
    if found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (found["half"] in "Pp")
    day, month = (a, b) if day_first else (b, a)
    try:
        whole = datetime(year, month, day, hour, int(found["M"] or 0))
    except ValueError:
        return _NOTHING
    return whole.date().isoformat(), f"{whole:%H:%M}" if found["H"] else None


def _iso(found: "re.Match[str]") -> tuple[str | None, str | None]:
    year, month, day = found["y"], found["m"], found["d"]
    try:
        datetime(int(year), int(month), int(day or 1), int(found["H"] or 0), int(found["M"] or 0))
    except ValueError:  # "20220000": a form that was never filled in
        return _NOTHING
    if not day:
        return (f"{year}-{month}", None) if "-" in found[0] else _NOTHING
    clock = f"{found['H']}:{found['M']}{_offset(found['zone'])}" if found["H"] else None
    return f"{year}-{month}-{day}", clock


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone.replace(":", "").ljust(5, "0")
    return f"{digits[:3]}:{digits[3:]}"


def _of(moment: datetime) -> tuple[str, str]:
    offset = moment.utcoffset()
    zone = "" if offset is None else f"{'-' if offset < timedelta(0) else '+'}{_clock(abs(offset))}"
    return moment.date().isoformat(), f"{moment:%H:%M}{zone}"


def _clock(offset: timedelta) -> str:
    hours, minutes = divmod(int(offset.total_seconds()) // 60, 60)
    return f"{hours:02}:{minutes:02}"


def _since_epoch(number: float) -> tuple[str | None, str | None]:
    """Seconds since 1970, or milliseconds: what databases and scrapers write."""
    from datetime import UTC

    seconds = number / 1000 if abs(number) >= 100_000_000_000 else number
    try:
        return _of(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return _NOTHING
