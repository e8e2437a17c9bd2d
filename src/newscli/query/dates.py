"""Dates as a person means them: a closed grammar, each form a row, never a guess.

python-dateutil alone reads `2022` as today's month and day and `01/02/2022` as 2 January; so it is only asked to read
what a row has already recognised as a day with a written-out month.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.query.filters import Interval, days

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_SPELLED = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october",
    "november", "december",
}  # fmt: skip


@frozen
class Form:
    """One way to write a date: how it looks and what it means. The examples are shown where no form fits."""

    example: str
    looks: re.Pattern[str]
    means: Callable[[re.Match[str], date], Interval]


def interval(text: str, today: date) -> Interval:
    """The whole days that `text` names, both ends included; QueryError if it names none, or could be two."""
    written = " ".join(text.split()).casefold()
    for form in FORMS:
        if found := form.looks.fullmatch(written):
            try:
                return form.means(found, today)
            except (ValueError, OverflowError):
                raise QueryError(f"there is no such date as {text!r}") from None
    examples = ", ".join(repr(form.example) if " " in form.example else form.example for form in FORMS)
    raise QueryError(f"{text!r} is not a date that newscli reads; these are: {examples}")


def _partial(found: re.Match[str], _: date) -> Interval:
    """`2022`, `2022-01`, `2022-01-11`."""
    parts = [int(part) for part in found.groups() if part]
    date(*[*parts, 1, 1][:3])  # an impossible one raises
    return Interval(*days("-".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(parts))))


def _month(found: re.Match[str], _: date) -> Interval:
    name = found["month"].rstrip(".")
    if name not in _SPELLED and name not in _MONTHS:
        raise ValueError(name)
    return Interval(*days(f"{int(found['year']):04}-{_MONTHS.index(name[:3]) + 1:02}"))


def _spelled_day(found: re.Match[str], today: date) -> Interval:
    _month(found, today)
    from dateutil.parser import parse

    day = parse(found[0], default=None).date().isoformat()
    return Interval(day, day)


def _numbers(found: re.Match[str], _: date) -> Interval:
    """`13/01/2022` can only be a day before its month; `01/02/2022` could be either, and is refused."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["year"])
    readings = []
    for day, month in ((first, second), (second, first)):
        if 1 <= month <= 12:
            readings.append(date(year, month, day).isoformat())
    if len(set(readings)) > 1:
        raise QueryError(f"{found[0]!r} could be {readings[0]} or {readings[1]}; write the one you mean")
    if not readings:
        raise ValueError(found[0])
    return Interval(readings[0], readings[0])


def _ago(found: re.Match[str], today: date) -> Interval:
    """`7d`: from seven days ago until today."""
    number, unit = int(found["number"]), found["unit"]
    if unit in "dw":
        first = today - timedelta(days=number * (7 if unit == "w" else 1))
    else:
        from dateutil.relativedelta import relativedelta

        first = today - relativedelta(months=number * (12 if unit == "y" else 1))
    return Interval(first.isoformat(), today.isoformat())


def _near(found: re.Match[str], today: date) -> Interval:
    day = (today - timedelta(days=found[0] == "yesterday")).isoformat()
    return Interval(day, day)


def _this_or_last(found: re.Match[str], today: date) -> Interval:
    """`this month`, `last week` (Monday to Sunday), `last year`."""
    back = found["which"] == "last"
    if found["unit"] == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return Interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if found["unit"] == "year":
        return Interval(*days(f"{today.year - back:04}"))
    month = (today.replace(day=1) - timedelta(days=back)).isoformat()[:7]
    return Interval(*days(month))


_YEAR = r"(?P<year>[12]\d{3})"
FORMS = tuple(
    Form(example, re.compile(looks), means)
    for example, looks, means in (
        ("2022", r"([12]\d{3})", _partial),
        ("2022-01", r"([12]\d{3})[-/](\d{1,2})", _partial),
        ("2022-01-11", r"([12]\d{3})[-/](\d{1,2})[-/](\d{1,2})", _partial),
        ("20220111", r"([12]\d{3})(\d{2})(\d{2})", _partial),
        ("Jan 2022", rf"{_MONTH},? {_YEAR}", _month),
        ("11 Jan 2022", rf"\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}(?:,? |-){_YEAR}", _spelled_day),
        ("Jan 11, 2022", rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}", _spelled_day),
        ("13/01/2022", rf"(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-]{_YEAR}", _numbers),
        ("today", r"today|yesterday", _near),
        ("7d", r"(?P<number>\d{1,4}) ?(?P<unit>[dwmy])(?: ago)?", _ago),
        ("last month", r"(?P<which>this|last) (?P<unit>week|month|year)", _this_or_last),
    )
)
