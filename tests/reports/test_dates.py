"""Days as reports write them."""

from datetime import date

import pytest

from rashomon.reports import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sunday, March 4, 2012", (2012, 3, 4, 6)),
        ("4 March 2012", (2012, 3, 4, None)),
        ("the 4th of March", (None, 3, 4, None)),
        ("Sept. 15", (None, 9, 15, None)),
        ("in May 2012", (2012, 5, None, None)),
        ("2012-03-04T10:00", (2012, 3, 4, None)),
        ("20120304", (2012, 3, 4, None)),
        ("31.12.2012", (2012, 12, 31, None)),
    ],
)
def test_forms(text: str, day: tuple[int | None, ...]) -> None:
    found = dates.first_in(text)
    assert found is not None
    assert found[:4] == day


def test_two_digit_years_only_where_they_are_expected() -> None:
    assert dates.first_in("4 FEB 90", short_years=True)[:3] == (1990, 2, 4)  # type: ignore[index]
    assert dates.first_in("on 4 Feb 90 people marched")[0] is None  # type: ignore[index]


@pytest.mark.parametrize(
    "text", ["Feb. 30, 2012", "13/13/2012", "may 2 or 3 come", "in 2012", "march of 10 men", "99999999"]
)
def test_no_days(text: str) -> None:
    found = dates.first_in(text)
    assert found is None or found.interval() is None


def test_a_day_without_year_was_the_last_one() -> None:
    day = dates.first_in("Dec. 30")
    assert day is not None
    assert dates.with_year(day, date(2006, 1, 2)) == date(2005, 12, 30)
    assert dates.with_year(day, date(2005, 12, 30)) == date(2005, 12, 30)
