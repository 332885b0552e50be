"""Imports: one at a time in a process of its own; what is confirmed stays whatever happens, and is told."""

import os
import shutil
import signal
import time
from datetime import UTC, datetime

import pytest

import databases
from rashomon.archive import open_record
from rashomon.errors import NotInRecord, RecordUnavailable, UnreadableReport
from rashomon.importing import Imports, Order, OrderOptions, State
from rashomon.importing.apart import apart
from rashomon.importing.job import Job
from rashomon.importing.told import Came, Import
from rashomon.reports import report_of

REPORT = (
    "GOMA, Congo, Jan. 14, 2006 -- Rebels shelled the {} of Goma on Saturday, police said. Three people were killed.\n"
)
LONG = 120  # seconds within which an import is over on a slow machine


@pytest.fixture
def record(tmp_path, read):
    with open_record(tmp_path / "record", create=True) as record:
        record.readings.put([read(REPORT.format("bridge"), id="bridge")])
        yield record


@pytest.fixture
def imports(record):
    imports = Imports(record)
    yield imports
    imports.close()


def files(folder, **texts):
    """An order of files, in a folder that is the order's own."""
    folder.mkdir(exist_ok=True)
    paths = {folder / f"{name}.txt": f"{name}.txt" for name in texts}
    for (path, _), text in zip(paths.items(), texts.values(), strict=True):
        path.write_text(text)
    return Order.of_files(paths, OrderOptions(), folder)


def until_reading(imports, id):
    until = time.monotonic() + LONG
    while imports.get(id).state is State.waiting and time.monotonic() < until:
        time.sleep(0.01)


def test_what_is_read_is_linked_and_told_and_stands_in_the_history(imports, record, tmp_path):
    order = files(tmp_path / "given", airport=REPORT.format("airport"), empty="")
    (told,) = [imports.wait(imports.begin(order, "amal").id, LONG)]
    assert told.state is State.done, told.problem
    assert [(each.id, each.incidents) for each in told.read] == [("airport", 1)]
    assert [(each.input, each.reason) for each in told.refused] == [("empty.txt", "empty")]
    assert (told.linked, told.to_link) == (1, 1)
    assert [each.report.id for each in record.readings.unlinked()] == ["bridge"]  # it was not asked for
    assert not order.folder.exists()
    again = Imports(record)
    assert again.get(told.id) == told
    (event,) = [event for event in record.events() if event.what == "import"]
    assert event.details["who"] == "amal"


def test_a_team_s_database_is_imported_into_with_its_password(tmp_path):
    with databases.schema() as address, open_record(address, create=True) as record:
        imports = Imports(record)
        try:
            first = imports.begin(files(tmp_path / "one", airport=REPORT.format("airport")), "amal")
            second = imports.begin(files(tmp_path / "two", airport=REPORT.format("airport")), "ben")
            assert imports.get(second.id).state is State.waiting
            first, second = imports.wait(first.id, LONG), imports.wait(second.id, LONG)
        finally:
            imports.close()
        assert first.state is second.state is State.done, (first.problem, second.problem)
        assert [each.id for each in first.read] == [each.id for each in second.known] == ["airport"]
        assert [each.who for each in Imports(record).all()][::-1] == ["amal", "ben"]


def test_a_cancelled_import_ends_at_once_and_the_next_goes_on(imports, record, tmp_path):
    before = len(record.readings)
    first = imports.begin(files(tmp_path / "one", airport=REPORT.format("airport")), "amal")
    waiting = imports.begin(files(tmp_path / "two", market=REPORT.format("market")), "amal")
    assert imports.cancel(waiting.id).state is State.cancelled
    until_reading(imports, first.id)
    imports.cancel(first.id)
    told = imports.wait(first.id, LONG)
    assert (told.state, told.problem) == (State.cancelled, None)
    assert len(record.readings) == before
    assert [each.state for each in Imports(record).all()] == [State.cancelled] * 2
    assert not (tmp_path / "one").exists()
    assert not (tmp_path / "two").exists()


def test_a_process_that_the_system_ends_is_a_failed_import(imports, tmp_path):
    id = imports.begin(files(tmp_path / "one", airport=REPORT.format("airport")), "amal").id
    until_reading(imports, id)
    os.kill(imports._jobs[id].process.pid, signal.SIGKILL)
    told = imports.wait(id, LONG)
    assert told.state is State.failed
    assert "memory" in told.problem


def test_imports_end_with_the_desk(record, tmp_path):
    imports = Imports(record)
    id = imports.begin(files(tmp_path / "one", airport=REPORT.format("airport")), "amal").id
    until_reading(imports, id)
    imports.close()
    assert imports.get(id).state is State.cancelled


def test_there_is_no_import_that_nobody_asked_for(imports):
    with pytest.raises(NotInRecord, match="nothing"):
        imports.get("nothing")


def test_of_an_import_that_was_broken_off_only_what_is_kept_was_read(tmp_path):
    told = Import(id="1", who="amal", made=datetime.now(UTC), what="2 files", state=State.reading)
    job = Job(Order("2 files", []), told)
    for id in ("kept", "lost"):
        job.hear("read", Came(id=id, title=None, publisher=None, published=None, incidents=1))
    job.cancelled = True
    job.end(-15, {"kept"})
    assert [each.id for each in job.told.read] == ["kept"]
    assert job.told.counts["read"] == 1


def test_no_report_takes_the_place_of_another_that_is_called_the_same(record):
    there = next(record.readings.all()).report
    other = report_of(REPORT.format("airport"), id=there.id)
    same = there.model_copy(update={"id": "another-name"})
    notes = []
    passed = list(apart(record, [other, same, UnreadableReport("a.txt", "empty", "give its text")], notes.append))
    assert [each.id for each in passed[:2]] == [f"{there.id}-2", there.id]
    assert len(notes) == 1
    assert isinstance(passed[2], UnreadableReport)


def test_a_message_calls_an_input_as_whoever_gave_it_does(tmp_path):
    order = Order.of_text("half", "A title", OrderOptions(), tmp_path)
    problem = UnreadableReport(f"{order.inputs[0]}, line 1", "no sentence in it", "give the report's text")
    assert order.refused(problem).input == "the pasted text"
    given = Order.of_files({tmp_path / "0" / "a.txt": "reports/../a.txt"}, OrderOptions(), tmp_path)
    assert given.name(f"{tmp_path}/0/a.txt, line 3: broken") == "reports/../a.txt, line 3: broken"


def test_nothing_is_left_where_uploads_are_kept(imports, tmp_path):
    order = files(tmp_path / "given", airport=REPORT.format("airport"))
    shutil.rmtree(order.folder)
    told = imports.wait(imports.begin(order, "amal").id, LONG)
    assert told.state is State.done
    assert [each.reason for each in told.refused] == ["no such file or folder"]


def test_a_database_that_cannot_be_asked_stops_no_import_that_waits(imports, record, tmp_path, monkeypatch):
    def fails():
        raise RecordUnavailable("the server is down")

    first = imports.begin(files(tmp_path / "one", airport=REPORT.format("airport")), "amal")
    until_reading(imports, first.id)
    with monkeypatch.context() as patched:
        patched.setattr(record, "looking", fails)
        imports.wait(first.id, LONG)
    second = imports.begin(files(tmp_path / "two", port=REPORT.format("port")), "amal")
    assert imports.wait(second.id, LONG).state is State.done
