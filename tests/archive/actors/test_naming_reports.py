from datetime import date

import pytest

from making import reading
from rashomon.archive.actors.naming_reports import naming_reports
from rashomon.archive.linking import link_unlinked
from rashomon.archive.refs import find
from rashomon.linking.mention import Sort
from rashomon.record import Actor, ActorKind, Published


def named(id, name, day, *aliases):
    published = Published(earliest=day, latest=day, basis="given") if day else None
    actor = Actor(
        id="a1", name=name, kind=ActorKind.armed_group, mentions=((5, 5 + len(name)),), aliases=aliases, country="AFG"
    )
    return reading(id, f"shot {name}", published=published).model_copy(update={"actors": (actor,)})


@pytest.fixture
def group(record):
    record.readings.put(
        [
            named("old", "Marsh Brigade", date(2001, 1, 1)),
            named("new", "Marsh Brigade", date(2006, 1, 1), "the Brigade"),
            named("undated", "Marsh Brigade", None),
        ]
    )
    list(link_unlinked(record))
    return find(record, "old/a1", Sort.actor).group


def test_the_latest_come_first_and_those_of_unknown_days_last(record, group):
    naming = naming_reports(record, group, 2)
    assert naming.reports == 3
    assert naming.latest == ["new", "old"]
    assert naming_reports(record, group, 9).latest == ["new", "old", "undated"]


def test_names_are_counted_by_report(record, group):
    assert naming_reports(record, group, 1).names == {"Marsh Brigade": 3, "the Brigade": 1}


def test_as_of_a_day_later_reports_are_not_there(record, group):
    naming = naming_reports(record, group, 9, date(2002, 1, 1))
    assert (naming.reports, naming.latest) == (1, ["old"])


def test_a_withdrawn_report_does_not_count(record, group):
    record.judgements.withdraw("new", why="a hoax", who="Amal")
    assert naming_reports(record, group, 9).latest == ["old", "undated"]
