from datetime import date

import pytest

from making import reading
from rashomon.archive import open_record
from rashomon.archive.readings.readings import PAGE
from rashomon.errors import NotInRecord
from rashomon.record import Basis, Published


def ids(readings):
    return [each.report.id for each in readings]


def test_readings_come_back_as_they_were_put_in_the_order_in_which_they_came(record):
    published = Published(earliest=date(2006, 1, 14), latest=date(2006, 1, 15), basis=Basis.byline)
    put = [reading("b", "Überfall in Kunduz. \U0001f4a5"), reading("a", title="A", published=published), reading("c")]
    assert record.readings.put(put) == 3
    assert list(record.readings.all()) == put
    assert record.readings.get("a") == put[1]
    assert list(record.readings.some(["c", "b", "z"])) == [put[0], put[2]]
    assert len(record.readings) == 3


def test_a_report_that_is_not_there_is_named(record):
    with pytest.raises(NotInRecord, match="no report 'x'"):
        record.readings.get("x")


def test_more_readings_than_a_page_holds_come_once_each(record):
    record.readings.put(reading(f"r{n}") for n in range(2 * PAGE))
    assert ids(record.readings.all()) == [f"r{n}" for n in range(2 * PAGE)]


def test_readings_can_be_put_while_they_are_given_out(record):
    record.readings.put(reading(f"r{n}") for n in range(PAGE + 5))
    for each in record.readings.all():
        record.readings.set_linked([each.report.id])
    assert not list(record.readings.unlinked())


def test_a_report_that_is_read_anew_keeps_its_place_and_waits_to_be_linked(record):
    record.readings.put([reading("a"), reading("b")])
    record.readings.set_linked(["a", "b"])
    record.readings.put([reading("a", incidents=3)])
    assert {each.report.id: len(each.incidents) for each in record.readings.all()} == {"a": 3, "b": 1}
    assert ids(record.readings.all()) == ["a", "b"]
    assert ids(record.readings.unlinked()) == ["a"]


def test_the_same_reading_again_changes_nothing(record):
    record.readings.put([reading("a")])
    record.readings.set_linked(["a"])
    record.readings.put([reading("a")])
    assert len(record.readings) == 1
    assert not list(record.readings.unlinked())


def test_a_text_that_has_changed_replaces_what_was(record):
    record.readings.put([reading("a", "shots in Herat"), reading("b")])
    record.readings.put([reading("a", "shots in Kabul")])
    assert [each.report.text for each in record.readings.all()] == ["shot", "shots in Kabul"]
    assert record.search.reports("Herat") == []
    assert record.search.reports("Kabul") == ["a"]


def test_of_two_readings_of_one_report_the_later_holds(record):
    record.readings.put([reading("a"), reading("b"), reading("a", incidents=2)])
    assert len(record.readings.get("a").incidents) == 2
    assert len(record.readings) == 2


def test_known_is_what_was_read_with_the_same_and_has_not_changed_at_all(record):
    record.readings.put([reading("a"), reading("b"), reading("c")], "rules 1")
    asked = [
        reading("a").report,
        reading("b", "shots").report,
        reading("c", publisher="The Star").report,
        reading("d").report,
    ]
    assert record.readings.known(asked, "rules 1") == {"a"}
    assert record.readings.known(asked, "rules 1 model=en_core_web_lg") == set()


def test_unless_it_is_said_a_reading_is_known_by_its_reader(record):
    record.readings.put([reading("a", version="0.1.0")])
    assert record.readings.known([reading("a").report], "rules 0.1.0") == {"a"}


def test_a_report_under_another_id_is_recognised_by_its_content(record):
    record.readings.put([reading("a", title="Shots"), reading("b")])
    assert record.readings.same_as(reading("c", title="Shots").report) == "a"
    assert record.readings.same_as(reading("c", title="More shots").report) is None


def test_withdrawn_reports_are_given_out_only_when_asked_for(record):
    record.readings.put([reading("a"), reading("b")])
    record.readings.withdraw(["a"])
    assert ids(record.readings.all()) == ["b"]
    assert ids(record.readings.all(withdrawn=True)) == ["a", "b"]
    assert record.search.reports("shot") == ["b"]
    record.readings.withdraw(["a"], False)
    assert ids(record.readings.all()) == ["a", "b"]


def test_no_report_can_be_flagged(record):
    record.readings.put([reading("a")])
    record.readings.set_linked([])
    record.readings.withdraw([])
    assert ids(record.readings.unlinked()) == ["a"]


def test_a_null_character_is_no_obstacle(record):
    odd = reading("a", "shots\0fired", title="nothing\0ness")
    record.readings.put([odd])
    assert record.readings.get("a") == odd
    assert record.search.reports("fired") == ["a"]


def test_what_was_put_is_there_when_the_record_is_opened_again(where):
    with open_record(where, create=True) as record:
        record.readings.put([reading("a")])
    with open_record(where) as record:
        assert ids(record.readings.all()) == ["a"]


def test_batches_are_confirmed_one_by_one(record):
    def broken():
        yield from (reading(f"r{n}") for n in range(5))
        raise ValueError("the reader broke")

    with pytest.raises(ValueError, match="broke"):
        record.readings.put(broken(), batch=2)
    assert ids(record.readings.all()) == ["r0", "r1", "r2", "r3"]
