"""Countries in names."""

from rashomon.linking.names.country import country_apart, seat_of


def test_a_country_may_be_of_several_words_or_said_of_its_people() -> None:
    assert country_apart("police of burkina faso".split()) == ("BFA", ["police", "of"])
    assert country_apart(["colombian", "army"]) == ("COL", ["army"])


def test_two_countries_are_none() -> None:
    assert country_apart(["syrian", "turkish", "border"]) == (None, ["syrian", "turkish", "border"])


def test_a_capital_stands_for_its_government_only_by_itself() -> None:
    assert seat_of("Bogotá") == "COL"
    assert seat_of("Bogotá police") is None
