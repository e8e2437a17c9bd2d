"""Articles a day, a month or a year, as the span of dates asks for."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from newscli.query.labels import UNDATED
from newscli.results import Block
from newscli.statistics._counted import Counted

ORDER = 10
_LONGEST_IN_DAYS = 62
_LONGEST_IN_MONTHS = 20 * 12


class Tally(Counted):
    """Counts a date as it is written; a month or a year alone counts where periods are no finer than it."""

    kind = "date"

    def block(self) -> Block:
        dates = {date: number for date, number in self.counts.items() if date != UNDATED}
        undated = f"{self.counts[UNDATED]:,} undated" if self.counts[UNDATED] else ""
        if not dates:
            return Block("timeline", "articles a year", "timeline", (), note=undated)
        first, last = min(dates), max(dates)
        unit, length = _unit(first, last, min(map(len, dates)))
        counts: Counter[str] = Counter()
        for day, count in dates.items():
            counts[day[:length]] += count
        values = tuple((period, counts[period]) for period in _periods(first[:length], last[:length]))
        note = spoken_span(first, last)
        return Block("timeline", f"articles a {unit}", "timeline", values, note="   ".join(filter(None, (note, undated))))


def _unit(first: str, last: str, precision: int) -> tuple[str, int]:
    """The finest period that every date is precise enough for, and of which there are not too many."""
    months = (int(last[:4]) - int(first[:4])) * 12 + (int(last[5:7] or 12) - int(first[5:7] or 1))
    if precision == 10 and (date.fromisoformat(last) - date.fromisoformat(first)).days < _LONGEST_IN_DAYS:
        return "day", 10
    if precision >= 7 and months < _LONGEST_IN_MONTHS:
        return "month", 7
    return "year", 4


def _periods(first: str, last: str) -> Iterator[str]:
    """Every day, month or year from the first to the last, also those without an article."""
    if len(first) == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
    elif len(first) == 7:
        begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
        yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1))
    else:
        begin_day, end_day = date.fromisoformat(first), date.fromisoformat(last)
        yield from ((begin_day + timedelta(n)).isoformat() for n in range((end_day - begin_day).days + 1))


def spoken(day: str) -> str:
    """A date as one says it: "11 January 2022", "January 2022", "2022"."""
    if len(day) == 4:
        return day
    months = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    )  # fmt: skip
    month = f"{months[int(day[5:7]) - 1]} {int(day[:4])}"
    return f"{int(day[8:])} {month}" if len(day) == 10 else month


def spoken_span(first: str, last: str) -> str:
    """ "4 to 14 January 2022": what two dates share is said once."""
    if first == last:
        return spoken(first)
    begin, end = spoken(first).split(), spoken(last).split()
    if len(begin) == len(end):
        while len(begin) > 1 and begin[-1] == end[len(begin) - 1]:
            begin.pop()
    return f"{' '.join(begin)} to {' '.join(end)}"
