"""The day of publication, and how it is known."""

from datetime import date

import pytest

from rashomon.errors import BadSetting
from rashomon.record import Basis
from rashomon.reports import report_of
from rashomon.reports.published import from_address, interval_given

NEWS = "Rebels entered the city on Tuesday after the soldiers had fled, witnesses said."


def known(text: str, **about: object) -> tuple[str, str, str] | None:
    published = report_of(text, **about).published  # type: ignore[arg-type]
    return (str(published.earliest), str(published.latest), published.basis.value) if published else None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2006-01-15", "2006-01-15", "2006-01-15"),
        ("2006-01-15T10:00:00Z", "2006-01-15", "2006-01-15"),
        ("2006-02", "2006-02-01", "2006-02-28"),
        ("2006", "2006-01-01", "2006-12-31"),
        ("2006-01-14/2006-01-16", "2006-01-14", "2006-01-16"),
        ("Jan. 15, 2006", "2006-01-15", "2006-01-15"),
        ("Sun, 15 Jan 2006 10:00:00 GMT", "2006-01-15", "2006-01-15"),
        ("15/1/2006", "2006-01-15", "2006-01-15"),
    ],
)
def test_days_that_can_be_given(text: str, earliest: str, latest: str) -> None:
    assert tuple(map(str, interval_given(text))) == (earliest, latest)


@pytest.mark.parametrize("text", ["soon", "", "3/4/2006", "2006-13-01", "2006-02-30", "yesterday", "0000-01-01", "1"])
def test_what_is_no_day_is_named(text: str) -> None:
    with pytest.raises(BadSetting, match=r"is not a date; write it as 2006-01-15"):
        interval_given(text)


def test_given_counts_before_everything_else() -> None:
    text = f"GOMA, Nov. 20, 2012 -- {NEWS}"
    assert known(text, published="2012-11-22") == ("2012-11-22", "2012-11-22", "given")


def test_the_byline_counts_before_the_dateline() -> None:
    text = f"Rebels Enter Goma\n\nBy Ana Ruiz\nWednesday, November 21, 2012\n\nGOMA, Nov. 20 -- {NEWS}"
    assert known(text) == ("2012-11-21", "2012-11-21", "byline")


def test_yesterday_in_a_byline_is_relative_to_nothing() -> None:
    assert known(f"Rebels Enter Goma\nBy Ana Ruiz\nYesterday at 9:10 a.m. EST\n{NEWS}\n{NEWS}") is None


def test_the_dateline_with_a_year() -> None:
    assert known(f"GOMA, 20 NOV 89 (AFP) -- [TEXT] {NEWS.upper()}") == ("1989-11-20", "1989-11-20", "dateline")


def test_the_number_of_a_release_gives_the_month_and_its_title_the_day() -> None:
    assert known(f"Base Command\n2011-02-S-007\n\n{NEWS}") == ("2011-02-01", "2011-02-28", "byline")
    assert known(f"Morning Update, Feb. 3\n2011-02-S-007\n\n{NEWS}") == ("2011-02-03", "2011-02-03", "byline")


@pytest.mark.parametrize(
    ("url", "earliest", "latest"),
    [
        ("https://news.example/2021/08/20/kabul", "2021-08-20", "2021-08-20"),
        ("https://news.example/2021/aug/20/kabul", "2021-08-20", "2021-08-20"),
        ("https://news.example/kabul-20210820.html", "2021-08-20", "2021-08-20"),
        ("https://news.example/2021/08/kabul", "2021-08-01", "2021-08-31"),
    ],
)
def test_days_in_addresses(url: str, earliest: str, latest: str) -> None:
    published = from_address(url)
    assert published is not None
    assert (str(published.earliest), str(published.latest), published.basis) == (earliest, latest, Basis.url)


@pytest.mark.parametrize(
    "url", [None, "", "https://news.example/12345678", "https://news.example/story-202", "https://x.example/20219999"]
)
def test_addresses_without_a_day(url: str | None) -> None:
    assert from_address(url) is None


def test_when_the_file_was_made_counts_last() -> None:
    assert known(NEWS, made=date(2012, 12, 1)) == ("2012-12-01", "2012-12-01", "metadata")
    assert known(NEWS, made=date(2012, 12, 1), url="https://n.example/2012/11/21/x") == (
        "2012-11-21",
        "2012-11-21",
        "url",
    )
