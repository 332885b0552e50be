from datetime import date

import pytest

from making import reading
from rashomon.archive import listing
from rashomon.linking.mention import Sort
from rashomon.record import Basis, Published


def on(day):
    return Published(earliest=date(2021, 8, day), latest=date(2021, 8, day), basis=Basis.given)


@pytest.fixture
def told(record):
    """Each report tells of one incident, of the number of its place; b's and c's are one."""
    record.readings.put(
        [
            reading("a", "shot dead", published=on(20)),
            reading("b", "shot twice", published=on(21)),
            reading("c", "shot again", published=on(22)),
        ]
    )
    record.judgements.merge(["b/i1", "c/i1"], why="the same", who="Amal")
    return record


def test_what_most_reports_tell_comes_first_then_what_was_told_last(told):
    told.readings.put([reading("d", "shot there", published=on(25))])
    assert listing.most_told(told) == [2, 4, 1]
    assert listing.most_told(told, limit=1) == [2]


def test_who_tells_of_several_in_one_breath_counts_for_none_that_anybody_tells_of_alone(told):
    told.readings.put([reading("d", "shot there", published=on(25))])
    told.shelf.settle(Sort.incident, {3: 2}, {3: frozenset({1})})
    assert listing.most_told(told) == [4, 2, 1]
    told.shelf.settle(Sort.incident, {2: 2}, {2: frozenset({1})})
    assert listing.most_told(told) == [2, 4, 1]


def test_by_a_day_there_is_what_had_been_told_by_then(told):
    assert listing.most_told(told, as_of=date(2021, 8, 20)) == [1]
    assert listing.how_many(told, as_of=date(2021, 8, 20)) == 1
    assert listing.how_many(told) == 2


def test_a_report_without_a_day_had_been_told_by_no_day(told):
    told.readings.put([reading("undated", "shot somewhere")])
    assert listing.how_many(told) == 3
    assert listing.how_many(told, as_of=date(2030, 1, 1)) == 2


def test_the_incidents_of_some_reports_in_the_order_of_the_reports(told):
    assert list(listing.told_in(told, ["c", "a"])) == [2, 1]
    assert list(listing.told_in(told, ["nobody"])) == []


def test_a_withdrawn_report_tells_nothing(told):
    told.judgements.withdraw("a", why="a forgery", who="Amal")
    assert listing.most_told(told) == [2]


def test_how_many_reports_wait_to_be_linked(told):
    assert listing.waiting(told) == (3, 0)
    told.readings.set_linked(["a"])
    assert listing.waiting(told) == (2, 1)


def test_a_record_is_linked_as_soon_as_any_report_is_and_one_without_any_is_too(record):
    assert listing.is_linked(record)
    record.readings.put([reading("a", "shot dead")])
    assert not listing.is_linked(record)
    record.readings.set_linked(["a"])
    record.readings.put([reading("b", "shot twice")])
    assert listing.is_linked(record)
    record.readings.withdraw(["a"])
    assert not listing.is_linked(record)


def test_the_tellings_of_an_incident_have_the_numbers_by_which_they_can_be_told_apart(told):
    group = told.linked.incident("b/i1").id
    found = listing.tellings(told, int(group[1:]))
    assert found.keys() == {("b", "i1"), ("c", "i1")}
    assert len(set(found.values())) == 2
    assert int(group[1:]) in found.values()
