from collections.abc import Callable

import pytest

from rashomon.reading.times.amounts import length
from rashomon.record import Time, TimeType


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "week", "P3W"),
        (30, "minute", "PT30M"),
        (2.5, "year", "P2Y6M"),
        (0.5, "hour", "PT30M"),
        (1.5, "day", "P1DT12H"),
        (1, "decade", "P10Y"),
        (None, "month", "PXM"),
        (None, "hour", "PTXH"),
        (1, "fortnight", "P2W"),
    ],
)
def test_length(count: float | None, unit: str, value: str) -> None:
    assert length(count, unit) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("for three weeks", "P3W"),
        ("for a few years", "PXY"),
        ("over the past three months", "P3M"),
        ("for more than a decade", "P10Y"),
        ("for two and a half years", "P2Y6M"),
        ("for an hour and a half", "PT1H30M"),
        ("in recent weeks", "PXW"),
        ("for months", "PXM"),
        ("in a three-day battle", "P3D"),
    ],
)
def test_a_length_of_time_locates_no_day(times: Callable[..., list[Time]], told: str, value: str) -> None:
    (time,) = times(f"The two villages have fought {told}.", published="2011-03-09")
    assert (time.type, time.value, time.earliest, time.latest) == (TimeType.DURATION, value, None, None)


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("every Monday", "XXXX-WXX-1"),
        ("each year", "P1Y"),
        ("every two weeks", "P2W"),
        ("daily", "P1D"),
        ("twice a week", "P1W"),
        ("every July", "XXXX-07"),
        ("every night", "XXXX-XX-XXTNI"),
    ],
)
def test_what_recurs_is_a_set(times: Callable[..., list[Time]], told: str, value: str) -> None:
    (time,) = times(f"The army shells the valley {told}.", published="2011-03-09")
    assert (time.type, time.value, time.earliest) == (TimeType.SET, value, None)


def test_what_has_no_place_on_the_calendar_refers_to_past_present_or_future(times: Callable[..., list[Time]]) -> None:
    found = times("He was recently freed, is now abroad and fears the future.", published="2011-03-09")
    assert [time.value for time in found] == ["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


def test_shares_and_rates_are_no_lengths(times: Callable[..., list[Time]]) -> None:
    assert times("Three quarters of them earn $300 a month.", published="2011-03-09") == []
