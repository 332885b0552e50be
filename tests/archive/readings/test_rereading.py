import pytest

import toys
from rashomon.archive.readings.rereading import counterparts
from rashomon.archive.refs import find
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort
from toys import groups, of


def numbers(record, report):
    return record.shelf.borne_by(Sort.incident, report)


def test_incidents_have_their_numbers_as_soon_as_they_are_read(record):
    record.readings.put([toys.reading("a", 3.0, 8.0), toys.reading("b", 3.1)])
    assert numbers(record, "a") == {"i1": 1, "i2": 2} and numbers(record, "b") == {"i1": 3}
    assert [incident.id for incident in record.linked.incidents()] == ["I1", "I2", "I3"]
    toys.use(record)
    toys.linked(record)
    assert groups(record) == of({1, 3}, {2})


def test_what_is_read_as_before_changes_nothing(record):
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 3.1))
    before = groups(record)
    record.readings.put([toys.reading("a", 3.0)])
    assert groups(record) == before and not list(record.readings.unlinked())


def test_an_incident_that_is_read_otherwise_keeps_its_number_and_what_was_ruled(record):
    toys.linked(record, toys.reading("a", 3.0, 20.0), toys.reading("b", 3.1), toys.reading("c", 8.0))
    record.judgements.merge(["I1", "I4"], why="one raid")
    record.judgements.rename("I1", "The raid", why="–")
    record.readings.put([toys.reading("a", 3.2, 20.0, version="2")])
    assert numbers(record, "a") == {"i1": 1, "i2": 2}
    toys.linked(record)
    assert groups(record) == of({1, 3, 4}, {2})
    assert record.linked.incident("I4").name == "The raid"


def test_words_that_have_moved_take_their_incident_along(record):
    toys.linked(record, toys.reading("a", 3.0, words="the market was struck "), toys.reading("b", 3.1))
    record.readings.put([toys.reading("a", 3.0, words="the market was struck ", shift=40)])
    assert numbers(record, "a") == {"i1": 1}
    toys.linked(record)
    assert groups(record) == of({1, 2})


def test_an_incident_that_is_read_no_more_leaves_a_tombstone_and_its_ruling_is_reported(record):
    toys.linked(record, toys.reading("a", 3.0, 20.0), toys.reading("b", 21.0), toys.reading("c", 8.0))
    made = record.judgements.merge(["I2", "I4"], why="–")
    assert not record.judgements.orphaned()
    record.readings.put([toys.reading("a", 3.0, version="2")])
    toys.linked(record)
    assert find(record, "I2", Sort.incident).redirect == "I2 is now I2" or find(record, "I4", Sort.incident).ref == "I2"
    assert [told.report for told in record.linked.incident("I2").told] == ["c"]
    assert [j.number for j in record.judgements.orphaned()] == [made.number]


def test_the_number_of_an_incident_that_nobody_tells_of_any_more_says_so(record):
    toys.linked(record, toys.reading("a", 3.0, 20.0))
    record.readings.put([toys.reading("a", 3.0, version="2")])
    with pytest.raises(NotInRecord, match="I2 is gone; its report was read anew"):
        record.linked.incident("I2")
    assert [incident.id for incident in record.linked.incidents()] == ["I1"]
    record.readings.put([toys.reading("a", 3.0, 20.0, version="3")])
    assert record.linked.incident("I2").told[0].incident.id == "i2"


def test_an_incident_that_is_read_again_has_lost_what_it_was_alike(record):
    toys.linked(record, toys.reading("a", 3.0, 20.0), toys.reading("b", 20.1))
    assert groups(record) == of({1}, {2, 3})
    record.readings.put([toys.reading("a", 3.0, version="2")])
    toys.linked(record)
    record.readings.put([toys.reading("a", 3.0, 40.0, version="3")])
    toys.linked(record)
    assert groups(record) == of({1}, {2}, {3})


def test_what_only_an_incident_that_is_gone_held_together_comes_apart(record):
    toys.linked(record, toys.reading("a", 8.0), toys.reading("b", 20.0, 8.4), toys.reading("c", 8.8))
    assert of({1, 3, 4}, {2}) == groups(record)
    record.readings.put([toys.reading("b", 20.0, version="2")])
    toys.linked(record)
    assert not any({1, 4} <= group for group in groups(record))


def test_a_counterpart_is_of_the_same_words_and_nothing_else_is():
    former = toys.reading("a", 3.0, 8.0, words="the market was struck ")
    assert {k: v.id for k, v in counterparts(former, former).items()} == {"i1": "i1", "i2": "i2"}
    other = toys.reading("a", 3.0, words="twelve miners went home ")
    assert counterparts(former, other) == {}
