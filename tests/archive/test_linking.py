import multiprocessing
import os
import signal
import time
from contextlib import suppress

import pytest

import toys
from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked
from rashomon.errors import CannotDecide
from rashomon.linking.mention import Sort
from toys import groups, of

READINGS = [toys.reading(f"r{n}", n / 4, 100 - n / 3) for n in range(24)]


def state(where):
    with open_record(where) as record:
        told = {n: (b.report, b.local) for n in range(1, 49) for b in record.shelf.bearings(Sort.incident, [n])}
        found = {frozenset(told[n] for n in group) for group in groups(record)}
        return found, sum(1 for _ in record.readings.unlinked())


@pytest.fixture
def alone(tmp_path):
    """What comes out when nothing goes wrong."""
    with open_record(tmp_path / "alone", create=True) as record:
        toys.linked(record, *READINGS)
    return state(tmp_path / "alone")


def _link(where, pause, started=None):
    with toys.use(open_record(where)) as record:
        if started:
            started.wait()
        for _ in link_unlinked(record, batch=3):
            time.sleep(pause)


def _decide(where, started, refs):
    with toys.use(open_record(where)) as record:
        started.wait()
        made = None
        while made is None:
            with suppress(CannotDecide):  # somebody was faster; look again
                made = record.judgements.merge(refs, why="one", expect=record.judgements.seen(refs))
        record.judgements.undo(made.number, why="two")


def _processes(target, *arguments):
    context = multiprocessing.get_context("spawn")
    return [context.Process(target=target, args=some) for some in arguments]


def test_what_is_linked_in_batches_is_what_is_linked_at_once(where, alone):
    with toys.use(open_record(where, create=True)) as record:
        record.readings.put(READINGS)
        assert list(link_unlinked(record, batch=7)) == [7, 7, 7, 3]
        assert list(link_unlinked(record)) == []
    assert state(where) == alone


def test_linking_that_is_killed_loses_nothing_and_is_gone_on_with(where, alone):
    with open_record(where, create=True) as record:
        record.readings.put(READINGS)
    for pause in (0.005, 0.05):
        (process,) = _processes(_link, (where, 0.05))
        process.start()
        wait = time.monotonic() + 30
        before = state(where)[1]
        while state(where)[1] == before and before and time.monotonic() < wait:
            time.sleep(0.02)
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        found, _ = state(where)
        assert sum(map(len, found)) == 48  # half a batch is nowhere: every incident is there once
    _link(where, 0)
    assert state(where) == alone


def test_two_processes_that_link_one_record_take_turns(where, alone):
    with open_record(where, create=True) as record:
        record.readings.put(READINGS)
    started = multiprocessing.get_context("spawn").Barrier(2)
    processes = _processes(_link, (where, 0, started), (where, 0, started))
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert state(where) == alone


def test_two_people_who_decide_while_it_is_linked_are_not_in_each_others_way(where, alone):
    with open_record(where, create=True) as record:
        record.readings.put(READINGS)
    started = multiprocessing.get_context("spawn").Barrier(3)
    deciding = [(where, started, ["I1", "I20"]), (where, started, ["I3", "I30"])]
    processes = _processes(_link, (where, 0, started)) + _processes(_decide, *deciding)
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert state(where) == alone
    with open_record(where) as record:
        assert [j.what for j in record.judgements.log(people=True)].count("merge") == 2


def test_a_record_that_nothing_waits_in_is_left_alone(record):
    toys.linked(record, toys.reading("a", 3.0))
    assert list(link_unlinked(toys.use(record))) == []
    assert groups(record) == of({1})


def test_sqlite_has_seen_how_much_there_is_of_what_once_reports_are_linked(record):
    """Without, it would find the mentions of one group by going through all of their sort."""
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 3.0))
    with record.looking() as connection:
        if connection.dialect.name == "sqlite":
            surveyed = set(connection.exec_driver_sql("SELECT tbl FROM sqlite_stat1").scalars())
            assert {"mention", "bearing", "report"} <= surveyed
