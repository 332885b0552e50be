"""Whose copy a report carries, and who published it."""

import pytest

from rashomon.reports import report_of
from rashomon.reports.publisher import publisher_of

NEWS = "GOMA (AP) -- Rebels entered the city on Tuesday after the soldiers had fled, witnesses said."


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (NEWS, ("AP",)),
        (f"{NEWS}\n\nab/cd (AFP, dpa)", ("AP", "AFP", "dpa")),
        (f"{NEWS}\n\nThe army did not comment. (Reuters)", ("AP", "Reuters")),
        (f"Rebels Enter Goma\n\nBy The Associated Press\n\n{NEWS}", ("AP",)),
        (f"{NEWS}\n\nSome information for this report was provided by Reuters and AFP.", ("AP", "Reuters", "AFP")),
        ("Rebels told Reuters on Tuesday that they had entered the city.", ()),
    ],
)
def test_credits(text: str, credits: tuple[str, ...]) -> None:
    assert report_of(text).credits == credits


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2012 The Eastern Herald Company", "The Eastern Herald"),
        ("Copyright 2012 Lake Times. All rights reserved.", "Lake Times"),
        ("(c) Lake Times", "Lake Times"),
        ("The Wire's Goma bureau contributed to this report.", "The Wire"),
    ],
)
def test_publisher_from_credit_lines(line: str, publisher: str) -> None:
    assert publisher_of(None, [line], None, None) == publisher


def test_publisher_from_the_address() -> None:
    assert publisher_of(None, [], None, "https://www.nytimes.com/2012/11/20/x.html") == "The New York Times"
    assert publisher_of(None, [], None, "https://m.lake.example/x") == "lake.example"
    assert publisher_of(None, [], None, "http://[broken") is None


def test_a_given_publisher_counts_most() -> None:
    assert report_of(f"{NEWS}\n\n© 2012 Lake Times", publisher="Other").publisher == "Other"
