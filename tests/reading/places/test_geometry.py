import pytest

from rashomon.reading.places import contains, distance_km, precision
from rashomon.record import Place

AFGHANISTAN = Place(name="Afghanistan", country="AFG", feature="PCLI", lat=33, lon=66)
BAGHLAN = Place(name="Baghlan", country="AFG", admin1="Baghlan", feature="ADM1", lat=35.8, lon=68.9)
ANDARAB = Place(name="Andarab", country="AFG", admin1="Baghlan", admin2="Andarab", feature="ADM2", lat=35.6, lon=69.3)
BANU = Place(name="Banu", country="AFG", admin1="Baghlan", admin2="Andarab", feature="PPLA2", lat=35.6, lon=69.3)
HERAT = Place(name="Herat", country="AFG", admin1="Herat", feature="PPLA", lat=34.35, lon=62.2)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [(AFGHANISTAN, BAGHLAN), (AFGHANISTAN, BANU), (BAGHLAN, ANDARAB), (BAGHLAN, BANU), (ANDARAB, BANU)],
)
def test_the_larger_holds_the_smaller_and_never_the_other_way(outer: Place, inner: Place) -> None:
    assert contains(outer, inner)
    assert not contains(inner, outer)


def test_nothing_holds_itself_or_what_lies_elsewhere() -> None:
    assert not contains(BAGHLAN, BAGHLAN)
    assert not contains(BAGHLAN, HERAT)
    assert not contains(BANU, BANU)


def test_distance_is_none_without_coordinates() -> None:
    assert distance_km(HERAT, Place(name="Dogharun")) is None
    assert distance_km(HERAT, HERAT) == 0


@pytest.mark.parametrize(
    ("feature", "near", "expected"),
    [("PPLA", False, 1), ("PPL", True, 2), ("ADM2", False, 3), ("ADM1", True, 4), ("RGN", False, 5), ("VAL", False, 5),
     ("PCLI", False, 6), ("SEA", False, 7), ("CHKP", False, 1)],
)  # fmt: skip
def test_precision_is_ucdps(feature: str, near: bool, expected: int) -> None:
    assert precision(Place(name="X", country="AFG", feature=feature), near=near) == expected
