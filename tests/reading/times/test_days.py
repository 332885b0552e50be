from collections.abc import Callable

import pytest

Values = Callable[..., list[str]]
Days = Callable[..., tuple[str | None, str | None]]


def test_a_weekday_is_the_last_one_or_the_next_by_the_tense(values: Values) -> None:
    assert values("Gunmen killed a judge on Thursday.", published="2011-03-07") == ["2011-03-03"]
    assert values("Envoys will meet on Thursday.", published="2011-03-07") == ["2011-03-10"]
    assert values("Gunmen killed a judge on Monday.", published="2011-03-07") == ["2011-03-07"]


def test_last_friday_and_next_friday(values: Values) -> None:
    assert values("He was shot last Friday.", published="2011-03-11") == ["2011-03-04"]
    assert values("He will be tried next Friday.", published="2011-03-11") == ["2011-03-18"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("today", "2011-03-07"),
        ("yesterday", "2011-03-06"),
        ("tomorrow", "2011-03-08"),
        ("the day before yesterday", "2011-03-05"),
        ("last night", "2011-03-06TNI"),
        ("tonight", "2011-03-07TNI"),
        ("yesterday morning", "2011-03-06TMO"),
        ("on Sunday night", "2011-03-06TNI"),
    ],
)
def test_days_named_from_the_day_of_the_report(values: Values, told: str, value: str) -> None:
    assert values(f"Shells hit the market {told}.", published="2011-03-07") == [value]


def test_capitals_and_lower_case_are_read_alike(values: Values) -> None:
    assert values("GUNMEN KILLED A JUDGE LAST NIGHT, 2 DAYS AGO AND ON 3 FEBRUARY.", published="2011-03-07") == [
        "2011-03-06TNI",
        "2011-03-05",
        "2011-02-03",
    ]
    assert values("gunmen killed a judge on thursday in march.", published="2011-03-07") == ["2011-03-03", "2011-03"]


def test_overnight_begins_the_evening_before(days: Days) -> None:
    assert days("Jets bombed the port overnight.", published="2011-03-07") == ("2011-03-06", "2011-03-07")


def test_mondays_are_a_set(values: Values) -> None:
    assert values("The court sits on Mondays.", published="2011-03-07") == ["XXXX-WXX-1"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("on Christmas Eve", "2010-12-24"),
        ("last Christmas", "2010-12-25"),
        ("on Easter Sunday 2010", "2010-04-04"),
        ("last Thanksgiving", "2010-11-25"),
        ("after 9/11", "2001-09-11"),
    ],
)
def test_feasts(values: Values, told: str, value: str) -> None:
    assert values(f"The two sides traded fire {told}.", published="2011-03-07") == [value]


def test_without_a_day_of_writing_days_stay_relative(values: Values, days: Days) -> None:
    assert values("He died on Friday, a day after the raid last week.")[0] == "XXXX-WXX-5"
    assert days("He died on Friday.") == (None, None)
    assert values("He died last week.") == ["XXXX-WXX"]
    assert values("He died in September.") == ["XXXX-09"]
