import pytest

from making import reading
from rashomon.archive.holdings import holdings
from rashomon.archive.migrations import VERSIONS
from rashomon.linking.mention import Mention, Sort


@pytest.fixture
def record(record):
    record.readings.put(reading(id, incidents=0) for id in "abc")
    with record.writing():
        record.shelf.shelve(Sort.incident, [Mention(id, "i1", id, {}, ()) for id in "ab"])
        record.shelf.settle(Sort.incident, {1: 1, 2: 1}, {})
        record.shelf.shelve(Sort.actor, [Mention("a", f"a{n}", f"a{n}", {}, ()) for n in range(3)])
    record.readings.set_linked(["a", "b"])
    return record


def test_a_record_says_what_it_holds(record):
    held = holdings(record)
    assert (held.reports, held.linked, held.withdrawn) == (3, 2, 0)
    assert (held.incidents, held.actors) == (1, 3)
    assert (held.decided, held.merged) == (0, 1)
    assert held.size > 10_000
    assert held.version == VERSIONS[-1]


def test_what_only_withdrawn_reports_have_is_not_counted(record):
    record.readings.withdraw(["a"])
    held = holdings(record)
    assert (held.reports, held.withdrawn, held.incidents, held.actors) == (3, 1, 1, 0)
