"""How far a report has come, by whom it was withdrawn, and who prints passages of it."""

from datetime import date

from rashomon.archive.linking import link_unlinked
from rashomon.archive.readings.report_facts import progress, sharers, withdrawal
from rashomon.record import Basis, Published, Region, RegionKind
from tests.making import reading

STORY = " ".join(
    f"On day {n} the column of trucks reached village number {n * 7} and burned {n + 2} houses there."
    for n in range(40)
)


def story(id, day):
    on = date(2024, 3, day)
    region = Region(kind=RegionKind.body, span=(0, len(STORY)))
    return reading(
        id, STORY, regions=(region,), title=f"{id}'s", published=Published(earliest=on, latest=on, basis=Basis.given)
    )


def test_a_report_waits_is_linked_and_counts_no_longer(record):
    record.readings.put([reading("a")])
    assert progress(record, "a").state == "waiting"
    assert sum(link_unlinked(record)) == 1
    assert progress(record, "a").state == "linked"
    assert withdrawal(record, "a") is None
    record.judgements.withdraw("a", why="a draft", who="Amal")
    assert progress(record, "a").state == "withdrawn"
    assert withdrawal(record, "a").who == "Amal"
    assert progress(record, "b") is None


def test_who_prints_its_passages_is_told_in_the_order_of_their_days(record):
    record.readings.put([story("second", 2), story("third", 3), story("first", 1), reading("other", "Something else.")])
    assert sum(link_unlinked(record)) == 4
    assert [each.report for each in sharers(record, "second")] == ["first", "third"]
    assert [each.report for each in sharers(record, "second", date(2024, 3, 2))] == ["first"]
    assert sharers(record, "other") == []
