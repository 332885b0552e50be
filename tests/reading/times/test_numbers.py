import pytest

from rashomon.reading.times.numbers import ordinal, quantity, year


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("three", 3),
        ("a", 1),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and ten", 210),
        ("two thousand", 2000),
        ("1,200", 1200),
        ("2 1/2", 2.5),
        ("three and a half", 3.5),
        ("half a", 0.5),
        ("a couple of", 2),
        ("two to three", 2),
        ("several", None),
        ("a few", None),
    ],
)
def test_quantity(text: str, number: float | None) -> None:
    assert quantity(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1987", 1987),
        ("'90", 90),
        ("nineteen eighty-seven", 1987),
        ("two thousand and three", 2003),
        ("twenty ten", 2010),
    ],
)
def test_year(text: str, number: int) -> None:
    assert year(text) == number


def test_ordinal() -> None:
    assert [ordinal("third"), ordinal("3rd"), ordinal("21st")] == [3, 3, 21]
