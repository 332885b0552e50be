from collections.abc import Callable

import pytest

Days = Callable[..., tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("told", "earliest", "latest"),
    [
        ("the week of June 6", "2012-06-04", "2012-06-10"),
        ("the last week of June", "2012-06-24", "2012-06-30"),
        ("the second week of June", "2012-06-08", "2012-06-14"),
        ("the first three days of 2012", "2012-01-01", "2012-01-03"),
    ],
)
def test_a_week_of_a_month_has_its_days(days: Days, told: str, earliest: str, latest: str) -> None:
    assert days(f"Sixty people were killed in {told}.", published="2012-07-20") == (earliest, latest)
