from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.times.period import DAYS, MONTHS, Period, day_of, easter


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (Period("day", 2012, 7, 3), "2012-07-03"),
        (Period("month", 2012, 7), "2012-07"),
        (Period("quarter", 2012, 7), "2012-Q3"),
        (Period("half", 2012, 7), "2012-H2"),
        (Period("season", 2012, 12), "2012-WI"),
        (Period("decade", 1990), "199"),
        (Period("century", 1900), "19"),
        (Period("year", -480), "BC0480"),
        (Period("day", None, 9, 5), "XXXX-09-05"),
        (Period("day", None, weekday=5), "XXXX-WXX-5"),
        (Period("week", None), "XXXX-WXX"),
    ],
)
def test_timex_value_writes_x_for_what_is_not_known(period: Period, value: str) -> None:
    assert period.timex() == value


def test_weeks_are_those_of_iso_8601() -> None:
    assert day_of(date(2009, 12, 31)).at("week").timex() == "2009-W53"
    assert day_of(date(2010, 1, 3)).at("week").timex() == "2009-W53"
    assert day_of(date(2010, 1, 4)).at("weekend").timex() == "2010-W01-WE"


def test_months_are_counted_over_years_and_to_the_last_day_of_a_shorter_month() -> None:
    assert Period("day", 2011, 12, 31).shift(2, "month").timex() == "2012-02-29"


def test_there_is_no_year_between_1_bc_and_ad_1() -> None:
    assert Period("year", -1).shift(1).timex() == "0001"


def test_a_year_before_christ_has_no_days_of_our_calendar() -> None:
    assert Period("year", -480).interval() == (None, None)


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from([*MONTHS, *DAYS]))
def test_a_period_of_a_day_contains_the_day_or_ends_that_week(day: date, unit: str) -> None:
    first, last = day_of(day).at(unit).interval()
    assert first is not None and last is not None
    assert first <= last
    if unit != "weekend":
        assert first <= day <= last


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["week", "month", "quarter", "year", "decade"]))
def test_periods_follow_one_another_without_a_gap(day: date, unit: str) -> None:
    this = day_of(day).at(unit)
    last, following = this.interval()[1], this.shift(1).interval()[0]
    assert last is not None and following is not None
    assert (following - last).days == 1


def test_easter() -> None:
    assert easter(2010) == date(2010, 4, 4)
    assert easter(2011) == date(2011, 4, 24)
