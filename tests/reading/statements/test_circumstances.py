from collections.abc import Callable
from datetime import date

import pytest


@pytest.mark.parametrize(
    "text, channel",
    [
        ("Diallo told Reuters that the town had fallen.", "Reuters"),
        ("Diallo said in a statement that the town had fallen.", "a statement"),
        ("Diallo said on state television that the town had fallen.", "state television"),
        ("Diallo said that the town had fallen.", None),
        ("Diallo told his wife that the town had fallen.", None),
    ],
)
def test_the_channel_is_the_medium_in_the_reports_words(only: Callable, text: str, channel: str | None) -> None:
    assert only(text).statement.channel == channel


def test_the_day_of_the_saying_stands_in_the_cues_clause(only: Callable) -> None:
    found = only("The army said on March 4, 2015, that the town had fallen on March 2.", published="2015-03-05")
    assert found.statement.said == date(2015, 3, 4)


def test_the_day_of_what_is_told_is_not_the_day_of_the_saying(only: Callable) -> None:
    found = only("The army said that the town had fallen on March 2, 2015.", published="2015-03-05")
    assert found.statement.said is None
