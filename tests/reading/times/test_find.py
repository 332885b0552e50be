import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.times.find import as_read, expressions


def found(text: str) -> list[str]:
    return [text[slice(*expression.span)] for expression in expressions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "14 Jan 90",
        "4 FEB 90",
        "Sept. 11",
        "2006-01-14",
        "03/13/89",
        "Saturday, March 13, 2004",
        "the 1990s",
        "the mid-1990s",
        "the third quarter of the year",
        "earlier this month",
        "just over three weeks ago",
        "Two years later",
        "that same day",
        "Friday night",
        "around 4 p.m.",
        "the past three months",
        "more than a decade",
        "every Monday",
        "the night of 3 May 2007",
        "10 p.m. on Wednesday",
        "two days before the May 3 riots in 1992",
    ],
)
def test_an_expression_is_found_whole(text: str) -> None:
    assert found(f"The convoy moved, witnesses said, {text}, and stopped.") == [text]


@pytest.mark.parametrize("text", ["a 28-year-old teacher", "a widow aged 61 or 62", "a man in his mid-forties"])
def test_ages_are_no_times(text: str) -> None:
    assert {expression.meaning for expression in expressions(f"They killed {text}.")} == {"none"}


def test_ranges_are_two_expressions_and_the_shorter_borrows_from_the_longer() -> None:
    first, second = expressions("Fighting lasted from 15 to 20 October 1993.")
    assert first.groups == {"day": "15", "month": "october", "year": "1993"}
    assert second.groups == {"day": "20", "month": "october", "year": "1993"}


def test_what_goes_on_from_a_date_is_found() -> None:
    assert found("The town was shelled on May 4 and 5, 1999.") == ["May 4", "5, 1999"]
    assert found("The war of 1995-96 displaced them.") == ["1995", "96"]


def test_hours_of_the_day_may_have_two_clocks() -> None:
    assert found("A bomb went off at 2330 [0530 GMT] near the port.") == ["at 2330", "0530 GMT"]


def test_a_line_break_within_a_paragraph_is_a_space_and_between_paragraphs_is_not() -> None:
    assert found("They left on 3\nFebruary.") == ["3\nFebruary"]
    assert found("Killed: 3\n\nFebruary 2011") == ["February 2011"]


@pytest.mark.parametrize(
    "name", ["Black September", "the March 23 Movement", "the 19 April Movement", "Sunday school", "day-to-day repairs"]
)
def test_names_that_hold_a_date_are_no_times(name: str) -> None:
    assert {expression.meaning for expression in expressions(f"He belonged to {name} for a while.")} <= {
        "none",
        "vague",
    }


@given(st.text())
def test_any_text_is_read_at_its_own_length(text: str) -> None:
    assert len(as_read(text)) == len(text)
    assert all(0 <= e.span[0] < e.span[1] <= len(text) for e in expressions(text))
