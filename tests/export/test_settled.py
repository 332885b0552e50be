from datetime import date

import pytest

from rashomon.export.settled import settled_place, settled_time
from rashomon.record import IncidentPlace, IncidentTime


def day(first, last=None):
    return IncidentTime(
        earliest=date(2021, 8, first) if first else None, latest=date(2021, 8, last or first) if last or first else None
    )


def place(name, precision, admin1="Baghlan", country="AFG"):
    return IncidentPlace(name=name, admin1=admin1, country=country, precision=precision)


@pytest.mark.parametrize(
    ("told", "settled"),
    [
        ([day(20), day(21), day(21)], day(21)),
        ([day(1, 31), day(1, 31), day(20)], day(20)),
        ([day(20), day(21)], day(20)),
        ([day(1, 10), day(1, 10), day(20)], day(1, 10)),
        ([IncidentTime()], None),
        ([], None),
    ],
)
def test_the_commonest_time_is_made_finer_by_what_lies_within_it(told, settled):
    assert settled_time(told) == settled


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ([place("Baghlan", 4), place("Baghlan", 4), place("Bano", 1)], "Bano"),
        ([place("Baghlan", 4), place("Baghlan", 4), place("Kabul", 1, admin1="Kabul")], "Baghlan"),
        ([place("Bano", 1), place("Pul-e Hisar", 1), place("Pul-e Hisar", 1)], "Pul-e Hisar"),
        ([place("Afghanistan", 6, admin1=None), place("Baghlan", 4), place("Bano", 1)], "Bano"),
    ],
)
def test_the_commonest_place_is_made_finer_by_what_lies_within_it(told, name):
    assert settled_place(told).name == name
