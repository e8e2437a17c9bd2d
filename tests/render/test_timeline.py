"""A timeline on a terminal: what is drawn when a few dates are far from all others."""

import pytest

from newscli.render.screens.stats import _core

Values = tuple[tuple[str, int], ...]


def years(first: int, last: int, **articles: int) -> Values:
    return tuple((str(year), articles.get(f"y{year}", 0)) for year in range(first, last + 1))


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        pytest.param(years(2013, 3013, y2013=60, y2014=80, y3013=1), (0, 2), id="one typing error far behind"),
        pytest.param(years(1970, 2014, y1970=1, y2013=60, y2014=80), (43, 45), id="one clock that was never set"),
        pytest.param(years(1900, 2300, y1900=2, y2013=600, y2014=800, y2300=1), (113, 115), id="at both ends, in many"),
        pytest.param(years(1970, 2014, y1970=9, y2013=60, y2014=80), (0, 45), id="too many for strays"),
        pytest.param(years(2011, 2014, y2011=1, y2013=60, y2014=80), (0, 4), id="not far"),
        pytest.param(years(1990, 2014, y1990=1, y2014=3), (0, 25), id="a handful of articles has no strays"),
        pytest.param((("2022", 5),), (0, 1), id="one year"),
    ],
)
def test_a_few_strange_dates_leave_room_for_the_others(values: Values, drawn: tuple[int, int]) -> None:
    assert _core(values) == drawn
