from collections.abc import Callable

import pytest

from rashomon.record import Time, TimeType


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("around 4 p.m.", "2011-03-09T16:00"),
        ("at 5:34 AM", "2011-03-09T05:34"),
        ("at 12.15 a.m.", "2011-03-09T00:15"),
        ("at 19:05", "2011-03-09T19:05"),
        ("at 1930 GMT", "2011-03-09T19:30Z"),
        ("at 1625", "2011-03-09T16:25"),
        ("at noon", "2011-03-09T12:00"),
        ("at five o'clock in the morning", "2011-03-09T05:00"),
        ("at 10 p.m. on Monday", "2011-03-07T22:00"),
        ("on the night of 2 March", "2011-03-02TNI"),
        ("this morning", "2011-03-09TMO"),
    ],
)
def test_hours_and_parts_of_the_day(times: Callable[..., list[Time]], told: str, value: str) -> None:
    (time,) = times(f"Two shells hit the hospital {told}.", published="2011-03-09")
    assert (time.type, time.value) == (TimeType.TIME, value)


def test_an_hour_belongs_to_the_day_told_last(times: Callable[..., list[Time]]) -> None:
    found = times("The raid was on 3 May 1999. It began at 4 a.m.", published="2011-03-09")
    assert found[-1].value == "1999-05-03T04:00"


def test_greetings_and_names_of_operations_are_no_times(times: Callable[..., list[Time]]) -> None:
    assert times("Good evening, said the host, and praised Operation Dawn.", published="2011-03-09") == []


def test_four_digits_after_around_are_an_hour_and_not_a_medieval_year(times: Callable[..., list[Time]]) -> None:
    assert [t.value for t in times("Rebels attacked around 1100 on Monday.", published="1989-11-03")] == [
        "1989-10-30T11:00"
    ]
    assert times("About 1100 rebels attacked.", published="1989-11-03") == []
