"""Where and when a report is."""

from collections.abc import Callable

from rashomon.linking.actors.setting import country_of, period_of
from rashomon.record import Place, PlaceMention, Reading


def test_the_country_is_that_of_most_places(read_as: Callable[..., Reading]) -> None:
    def places(*countries: str) -> Reading:
        found = tuple(PlaceMention(span=(n, n + 1), place=Place(name="x", country=c)) for n, c in enumerate(countries))
        return read_as().model_copy(update={"places": found})

    assert country_of(places("MLI", "MLI", "NER")) == "MLI"
    assert country_of(places("MLI", "NER")) is None
    assert country_of(places()) is None


def test_years_go_by_fives(read_as: Callable[..., Reading]) -> None:
    assert [period_of(read_as(year=year)) for year in (2019, 2020, 2024)] == [2015, 2020, 2020]
    assert period_of(read_as()) is None
