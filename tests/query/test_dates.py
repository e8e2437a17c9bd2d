"""Dates as a person means them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import QueryError
from newscli.query.dates import FORMS, interval

TODAY = date(2022, 3, 31)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-01-11", "2022-01-11", "2022-01-11"),
        ("2022/1/11", "2022-01-11", "2022-01-11"),
        ("20220111", "2022-01-11", "2022-01-11"),
        ("Jan 2022", "2022-01-01", "2022-01-31"),
        ("january 2022", "2022-01-01", "2022-01-31"),
        ("11 Jan 2022", "2022-01-11", "2022-01-11"),
        ("11-Jan-2022", "2022-01-11", "2022-01-11"),
        ("Sept. 1st, 2022", "2022-09-01", "2022-09-01"),
        ("January 11, 2022", "2022-01-11", "2022-01-11"),
        ("13/01/2022", "2022-01-13", "2022-01-13"),
        ("1/1/2022", "2022-01-01", "2022-01-01"),
        ("today", "2022-03-31", "2022-03-31"),
        ("Yesterday", "2022-03-30", "2022-03-30"),
        ("7d", "2022-03-24", "2022-03-31"),
        ("2 w", "2022-03-17", "2022-03-31"),
        ("1m", "2022-02-28", "2022-03-31"),
        ("1y ago", "2021-03-31", "2022-03-31"),
        ("last month", "2022-02-01", "2022-02-28"),
        ("this week", "2022-03-28", "2022-04-03"),
        ("last year", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_date_is_its_whole_interval(written: str, first: str, last: str) -> None:
    found = interval(written, TODAY)
    assert (found.first, found.last) == (first, last)


def test_an_ambiguous_date_is_refused_and_shows_both_readings() -> None:
    with pytest.raises(QueryError, match="2022-02-01 or 2022-01-02"):
        interval("01/02/2022", TODAY)


@pytest.mark.parametrize("written", ["31 June 2022", "2022-13", "2022-02-30", "30/30/2022", "99999y"])
def test_a_date_that_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(QueryError):
        interval(written, TODAY)


@pytest.mark.parametrize("written", ["", "May", "Sat", "10:00", "mayor 2022", "22", "2022 BC", "soon"])
def test_what_is_no_date_is_never_guessed(written: str) -> None:
    with pytest.raises(QueryError):
        interval(written, TODAY)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_the_example_of_every_form_is_read(form) -> None:  # type: ignore[no-untyped-def]
    found = interval(form.example, TODAY)
    assert found.first is not None
    assert found.last is not None
    assert found.first <= found.last


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_iso_day_means_itself(day: date) -> None:
    assert interval(day.isoformat(), TODAY).first == day.isoformat()
