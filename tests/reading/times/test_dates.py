from collections.abc import Callable

import pytest

from rashomon.record import Time

Values = Callable[..., list[str]]
Days = Callable[..., tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("September 3, 1998", "1998-09-03"),
        ("3rd September 1998", "1998-09-03"),
        ("3 SEP 98", "1998-09-03"),
        ("1998-09-03", "1998-09-03"),
        ("09/03/98", "1998-09-03"),
        ("23/09/1998", "1998-09-23"),
        ("September 1998", "1998-09"),
        ("early September 1998", "1998-09"),
        ("1998", "1998"),
        ("nineteen ninety-eight", "1998"),
        ("the summer of 1998", "1998-SU"),
        ("the second half of 1998", "1998-H2"),
        ("the late 1970s", "197"),
        ("the 19th century", "18"),
        ("431 BC", "BC0431"),
    ],
)
def test_absolute_dates(values: Values, told: str, value: str) -> None:
    assert values(f"The garrison surrendered in {told}.", published="2004-05-06") == [value]


@pytest.mark.parametrize(
    ("told", "earliest", "latest"),
    [
        ("the mid-1990s", "1994-01-01", "1996-12-31"),
        ("the late 1990s", "1996-01-01", "1999-12-31"),
        ("early 1998", "1998-01-01", "1998-04-30"),
        ("the end of February 2004", "2004-02-21", "2004-02-29"),
        ("the third quarter of 1998", "1998-07-01", "1998-09-30"),
        ("the winter of 1998", "1998-12-01", "1999-02-28"),
    ],
)
def test_a_part_of_a_period_has_its_own_days(days: Days, told: str, earliest: str, latest: str) -> None:
    assert days(f"The garrison surrendered in {told}.", published="2004-05-06") == (earliest, latest)


def test_a_date_without_a_year_is_the_nearest_that_the_tense_allows(values: Values) -> None:
    assert values("Rebels attacked the barracks in September.", published="2006-01-15") == ["2005-09"]
    assert values("The council will vote in September.", published="2006-01-15") == ["2006-09"]
    assert values("Rebels attacked the barracks on Jan. 3.", published="2006-01-15") == ["2006-01-03"]
    assert values("The truce was extended until March 3.", published="2006-01-15") == ["2006-03-03"]


def test_a_day_of_the_week_beside_a_date_settles_the_year(values: Values) -> None:
    assert values("They met on Monday, September 15.", published="2009-11-01") == ["2008-09-15"]


def test_last_and_next_with_a_month(values: Values) -> None:
    assert values("He fled last April.", published="2006-04-15") == ["2005-04"]
    assert values("He returns next April.", published="2006-04-15") == ["2007-04"]


def test_a_year_of_two_digits_is_in_the_century_of_the_report(values: Values) -> None:
    assert values("SAN JOSE, 8 JUN 89 -- REBELS FREED A JUDGE ON 2 JUN 89.")[-1] == "1989-06-02"


def test_modal_may_and_the_march_are_no_months(values: Values) -> None:
    assert values("They may attack during the march to the coast.", published="2006-04-15") == []
    assert values("They attacked in May and in March.", published="2006-06-15") == ["2006-05", "2006-03"]


def test_numbers_are_not_taken_for_years(values: Values) -> None:
    assert values("Resolution 1973 was passed and 1400 soldiers left.", published="2012-04-15") == []


def test_days_that_do_not_exist_are_left_out(values: Values) -> None:
    assert values("The file was dated 31 April 2001.", published="2012-04-15") == []


def test_the_fall_of_a_city_is_no_season(values: Values) -> None:
    assert values("After the fall of the capital he fled.", published="2012-04-15") == []
    assert values("He fled in the fall of 2009.", published="2012-04-15") == ["2009-FA"]


def test_a_day_without_a_month_is_in_the_month_spoken_of(times: Callable[..., list[Time]]) -> None:
    told = times(
        "Shelling began on 3 May 1999. On the 7th, the bridge fell to the 4th brigade.", published="2012-04-15"
    )
    assert [time.value for time in told] == ["1999-05-03", "1999-05-07"]


def test_a_day_known_by_what_happened_needs_no_year(values: Values) -> None:
    assert values("He praised them after the Sept. 11 attacks.", published="2016-09-30") == ["2001-09-11"]
    assert values("He was shot two days before the September 11 terrorist attacks.", published="2016-09-30") == [
        "2001-09-09"
    ]
    assert values("He praised them on Sept. 11.", published="2016-09-30") == ["2016-09-11"]
