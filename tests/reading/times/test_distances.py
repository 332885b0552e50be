from collections.abc import Callable

import pytest

from rashomon.record import Time, TimeType

Values = Callable[..., list[str]]
Days = Callable[..., tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("told", "value", "earliest", "latest"),
    [
        ("last week", "2011-W09", "2011-02-28", "2011-03-06"),
        ("earlier this month", "2011-03", "2011-03-01", "2011-03-31"),
        ("last month", "2011-02", "2011-02-01", "2011-02-28"),
        ("last year", "2010", "2010-01-01", "2010-12-31"),
        ("early last year", "2010", "2010-01-01", "2010-04-30"),
        ("three weeks ago", "2011-W07", "2011-02-14", "2011-02-20"),
        ("just over three weeks ago", "2011-W07", "2011-02-11", "2011-02-23"),
        ("two days ago", "2011-03-07", "2011-03-07", "2011-03-07"),
        ("five months ago", "2010-10", "2010-10-01", "2010-10-31"),
        ("two and a half years ago", "2008-09", "2008-09-01", "2008-09-30"),
        ("last weekend", "2011-W09-WE", "2011-03-05", "2011-03-06"),
    ],
)
def test_counted_from_the_day_of_the_report(
    times: Callable[..., list[Time]], told: str, value: str, earliest: str, latest: str
) -> None:
    (time,) = times(f"Militiamen burned the village {told}.", published="2011-03-09")
    assert (time.value, str(time.earliest), str(time.latest)) == (value, earliest, latest)


def test_counted_from_what_was_told_before(values: Values) -> None:
    text = "In 1999 he joined the rebels. Two years later he left them."
    assert values(text, published="2006-01-15") == ["1999", "2001"]
    text = "The raid was on 3 May 1999. The following day and two days later the town was shelled; that month 40 died."
    assert values(text, published="2006-01-15") == ["1999-05-03", "1999-05-04", "1999-05-06", "1999-05"]


def test_counted_from_a_date_told_in_the_same_breath(values: Values) -> None:
    assert values("He was shot two days before the June 4 uprising in 1988.", published="2006-01-15") == ["1988-06-02"]


def test_before_an_event_of_unknown_day_a_distance_is_only_a_length(times: Callable[..., list[Time]]) -> None:
    (time,) = times("Two months after the rebels fled, the bridge was mined.", published="2006-01-15")
    assert (time.type, time.value, time.earliest) == (TimeType.DURATION, "P2M", None)


def test_nobody_knows_how_many_years_ago(values: Values) -> None:
    assert values("He fled several years ago.", published="2006-01-15") == ["PAST_REF"]


def test_a_period_that_something_lasted_is_a_length(values: Values) -> None:
    assert values("The siege lasted for the next year.", published="2006-01-15") == ["P1Y"]


def test_a_day_of_a_month_that_was_told_without_days_keeps_the_month(values: Values) -> None:
    assert (
        values("The town fell in July 1943; that same day the mayor fled.", published="2006-01-15")[-1] == "1943-07-XX"
    )
