"""Reports in a line each: which, in which order, of how many incidents they tell."""

from datetime import date

import pytest

import toys
from rashomon.archive.readings.report_list import Asked, how_many_reports, publishers, report_lines
from rashomon.record import Published


def dated(reading, day, publisher):
    published = Published(earliest=day, latest=day, basis="given")
    about = reading.report.model_copy(update={"published": published, "publisher": publisher})
    return reading.model_copy(update={"report": about})


@pytest.fixture
def reports(record):
    """a and b are linked, c is not; d is withdrawn."""
    toys.linked(
        record,
        dated(toys.reading("a", 3.0, 8.0), date(2006, 1, 15), "Post"),
        dated(toys.reading("b", 3.1, words="market raid "), date(2006, 1, 14), "Post"),
        dated(toys.reading("d", 9.0), date(2006, 1, 16), "Herald"),
    )
    record.judgements.withdraw("d", why="–", who="Amal")
    record.readings.put([toys.reading("c", 20.0)])
    return record


def ids(record, limit=9, offset=0, by_day=True, **asked):
    return [line.id for line in report_lines(record, Asked(**asked), limit=limit, offset=offset, by_day=by_day)]


def test_the_latest_published_or_the_latest_added_come_first(reports):
    assert ids(reports) == ["d", "a", "b", "c"]
    assert ids(reports, by_day=False) == ["c", "d", "b", "a"]
    assert ids(reports, limit=2, offset=1) == ["a", "b"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "raid"}, ["b"]),
        ({"words": "nowhere"}, []),
        ({"publisher": "Post"}, ["a", "b"]),
        ({"state": "linked"}, ["a", "b"]),
        ({"state": "waiting"}, ["c"]),
        ({"state": "withdrawn"}, ["d"]),
        ({"without": frozenset("ad")}, ["b", "c"]),
        ({"publisher": "Post", "words": "attack"}, ["a"]),
    ],
)
def test_what_is_asked_must_all_hold(reports, asked, found):
    assert ids(reports, **asked) == found
    assert how_many_reports(reports, Asked(**asked)) == len(found)


def test_a_report_says_of_how_many_incidents_it_tells(reports):
    lines = {line.id: line for line in report_lines(reports, Asked(), limit=9)}
    assert {id: (line.incidents, line.state) for id, line in lines.items()} == {
        "a": (2, "linked"),
        "b": (1, "linked"),
        "c": (1, "waiting"),
        "d": (1, "withdrawn"),
    }


def test_publishers_are_listed_by_how_many_reports_are_theirs(reports):
    assert publishers(reports, 9) == [("Post", 2), ("Herald", 1)]
    assert publishers(reports, 1) == [("Post", 2)]
