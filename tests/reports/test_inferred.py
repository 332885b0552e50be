"""The day of publication, inferred from what the text speaks of."""

from datetime import date

import pytest

from rashomon.reports.ago import agos_in
from rashomon.reports.inferred import inferred_from
from rashomon.reports.landmarks import landmarks


def interval(text: str, *captions: str) -> tuple[str, str] | None:
    found = inferred_from(text, captions)
    return (str(found.earliest), str(found.latest)) if found else None


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("today", "2012-11-20", "2012-11-20"),
        ("yesterday", "2012-11-20", "2012-11-21"),
        ("last week", "2012-11-25", "2012-12-02"),
        ("last month", "2012-12-01", "2012-12-31"),
        ("last year", "2013-01-01", "2013-12-31"),
        ("two weeks ago", "2012-11-29", "2012-12-09"),
    ],
)
def test_when_somebody_wrote_who_says_so_of_a_tuesday(phrase: str, earliest: str, latest: str) -> None:
    (ago,) = agos_in(f"They took the town {phrase}.")
    assert tuple(map(str, ago.written(date(2012, 11, 20)))) == (earliest, latest)


def test_a_landmark_last_week_dates_a_report() -> None:
    text = "Jonas Savimbi, the leader of the rebels, was shot dead last week. Nobody here has seen his body."
    found = inferred_from(text)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2002, 2, 24), date(2002, 3, 3))
    assert found.reason is not None
    assert "Jonas Savimbi (2002-02-22)" in found.reason
    assert "'last week'" in found.reason


def test_what_is_told_of_a_friday_since_then_was_on_the_first_friday_after() -> None:
    text = (
        "The ferry sailed again on Friday, for the first time since the rebels swept into Damascus last week. "
        "The bridge has been shut since 2019. Its guards left when the rebels took Damascus last weekend."
    )
    assert interval(text) == ("2024-12-13", "2024-12-15")


def test_days_without_a_year_fall_into_the_months_known() -> None:
    text = "The Taliban entered Kabul last month. In 2020 few had expected it. Shots were heard on Sept. 12 near the river."
    assert interval(text, "A guard stands at a gate in Kabul, May 3, 2019.") == ("2021-09-12", "2021-09-30")


def test_a_place_that_was_taken_more_than_once_dates_nothing() -> None:
    assert interval("Taliban fighters seized Kunduz last week.") is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fall of Kampala to the National Resistance Army", "Soldiers who had seized Kampala in 1986 were tried."),
        ("killing of Velupillai Prabhakaran", "Prabhakaran was killed on a spit of sand."),
        ("United States invasion of Grenada", "He had taken part in the invasion of Grenada."),
    ],
)
def test_a_landmark_is_known_by_how_reports_speak_of_it(name: str, sentence: str) -> None:
    assert name in {landmark.name for landmark in landmarks() if landmark.is_in(sentence)}


def test_a_landmark_in_a_sentence_about_another_year_dates_nothing() -> None:
    assert interval("Osama bin Laden, who was killed in 2011, was named in a trial that began last week.") is None


def test_a_landmark_without_how_long_ago_dates_nothing() -> None:
    assert interval("Police recalled how Osama bin Laden was killed.") is None


def test_the_weekday_gives_the_year_of_a_day() -> None:
    text = "The pact of July 2021 was broken in August 2021. On Tuesday, March 4, police arrested the gunman."
    assert interval(text) == ("2025-03-04", "2026-03-04")


def test_a_single_date_may_be_history() -> None:
    assert interval("The pact was signed in August 1946. On Tuesday, March 4, police arrested the gunman.") == (
        "1946-08-01",
        "None",
    )


def test_a_day_to_come_bounds_nothing() -> None:
    assert (
        interval("Elections will be held on Tuesday, March 4. Troops are to leave by May 2021 and by June 2021.")
        is None
    )


def test_a_bound_on_one_side_leaves_the_other_end_open() -> None:
    assert interval("A truce was signed on Jan. 12, 2001. Rebels shelled the port yesterday.") == (
        "2001-01-12",
        "None",
    )


def test_every_landmark_is_whole() -> None:
    days = [landmark.day for landmark in landmarks()]
    assert days == sorted(days)
    assert date(1975, 1, 1) <= days[0] and days[-1] <= date.today()
    assert len({landmark.name for landmark in landmarks()}) == len(landmarks())
