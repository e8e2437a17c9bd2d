"""Dates as formats state them: ISO 8601 in its long and short forms, mail's, and those that people write."""

import re
from datetime import datetime, timedelta

from newscli.parse.dates import stated

_ISO = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)(?:-?(?P<d>\d\d))?"
    r"(?:[T ](?P<H>\d\d):?(?P<M>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
)
_NOTHING: tuple[None, None] = (None, None)


def moment(text: object) -> tuple[str | None, str | None]:
    """(date, time) of the record: "2022-01-11" and "17:32" or "17:32-05:00"; None for what isn't stated, or is no date."""
    if isinstance(text, datetime):
        return _of(text)
    if isinstance(text, int | float) and not isinstance(text, bool):
        return _since_epoch(text)
    if not isinstance(text, str) or not text.strip():
        return _NOTHING
    squeezed = " ".join(text.split())
    if found := _ISO.fullmatch(squeezed):
        return _iso(found)
    if found_day := stated(squeezed):
        return found_day.date, found_day.time
    from email.utils import parsedate_to_datetime

    try:
        return _of(parsedate_to_datetime(squeezed))
    except (ValueError, TypeError, IndexError, OverflowError):
        return _NOTHING


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
