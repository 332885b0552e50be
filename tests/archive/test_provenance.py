"""Whose tellings the accounts of a record are: what its reports show of one another, and no report that was not out yet."""

from datetime import date, timedelta

import pytest

from linking.copies.wire import OTHER, WIRE, report
from rashomon.archive.linking import link_unlinked
from rashomon.archive.sharing import FIRST, sharing
from rashomon.linking.mention import Sort
from rashomon.record import Account, Actor, ActorKind, Basis, Published, Reader, Reading, Source, SourceKind

DAY = date(2019, 9, 8)
QUOTED = WIRE[1]


def told(id, *paragraphs, day=0, publisher=None, credits=(), name=None):
    """A reading in which nobody but an actor, perhaps, was found."""
    on = DAY + timedelta(days=day)
    about = {"publisher": publisher or f"The {id}", "published": Published(earliest=on, latest=on, basis=Basis.given)}
    found = report(id, *paragraphs, credits=credits).model_copy(update=about)
    actors = (Actor(id="a1", name=name, kind=ActorKind.person, mentions=((0, 1),)),) if name else ()
    return Reading(reader=Reader(name="none", version="0"), report=found, actors=actors)


def own_voice(reading, paragraph):
    """The report's own account, read from a paragraph."""
    start = reading.report.text.index(paragraph)
    return Account(source=Source(kind=SourceKind.author), evidence=((start, start + len(paragraph)),))


@pytest.fixture
def put(record):
    def link(*readings):
        record.readings.put(readings)
        assert sum(link_unlinked(record)) == len(readings)
        return record.linked.provenance

    return link


def origin(provenance, reading, paragraph, *others):
    return provenance.among({reading.report.id, *others}).chain(own_voice(reading, paragraph), reading).origin


def test_one_quoted_paragraph_is_found_among_the_reports_of_an_incident(put):
    """It is too little to be found all over the record, and the reports of one incident are looked through word by word."""
    first, later = told("first", *OTHER[:2], QUOTED, *OTHER[2:]), told("later", "Nobody was hurt.", QUOTED, day=1)
    provenance = put(first, later)()
    assert origin(provenance, later, QUOTED, "first") == "The first"
    assert origin(provenance, later, "Nobody was hurt.", "first") == "The later"


def test_a_report_of_another_incident_that_prints_the_story_tells_whose_it_is(put):
    first, later = told("first", *WIRE, credits=("Reuters",)), told("later", *WIRE, day=1)
    assert origin(put(first, later)(), later, QUOTED) == "Reuters"


def test_what_appears_later_was_not_known_by_the_day(put):
    first, later = told("first", *WIRE), told("later", *WIRE, day=2, credits=("Reuters",))
    provenance = put(first, later)
    assert origin(provenance(), first, QUOTED) == "Reuters"
    assert origin(provenance(as_of=DAY + timedelta(days=1)), first, QUOTED) == "The first"
    assert origin(provenance(as_of=DAY + timedelta(days=2)), first, QUOTED) == "Reuters"


def test_a_name_that_only_later_reports_give_was_not_known_by_the_day(put, record):
    early, late = told("early", *WIRE, name="Diallo"), told("late", *OTHER, day=1, name="Omar Diallo")
    provenance = put(early, late)
    both = [f"{id}/a1" for id in ("early", "late")]
    record.judgements.merge(both, why="the same", sort=Sort.actor)
    assert provenance().among(["early"]).actor("a1", early) == "Omar Diallo"
    assert provenance(as_of=DAY).among(["early"]).actor("a1", early) == "Diallo"


def test_fetched_for_many_incidents_at_once_it_is_the_same_as_for_each(put):
    readings = [told("a", *WIRE, credits=("AP",)), told("b", *WIRE, day=1), told("c", *OTHER, day=2)]
    provenance = put(*readings)
    at_once = provenance()
    at_once.have(["a", "b", "c"])
    for reading in readings:
        paragraph = QUOTED if reading.report.id != "c" else OTHER[0]
        assert origin(at_once, reading, paragraph) == origin(provenance(), reading, paragraph)


def test_of_a_story_that_all_print_the_first_to_publish_it_are_looked_at(put, record):
    put(*(told(f"{n:02}", *WIRE, day=n) for n in range(FIRST + 5)))
    last = f"{FIRST + 4:02}"
    assert sharing(record, [last])[last] == {f"{n:02}" for n in range(FIRST)}
    record.judgements.withdraw("00", why="forged")
    assert sharing(record, [last])[last] == {f"{n:02}" for n in range(1, FIRST + 1)}
    assert sharing(record, [last], DAY + timedelta(days=1))[last] == {"01"}


def test_a_report_that_shares_nothing_is_left_out(put, record):
    put(told("a", *WIRE), told("b", *OTHER))
    assert sharing(record, ["a", "b"]) == {}
