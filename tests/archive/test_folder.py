import json

import pytest

from rashomon.archive import RecordFolder
from rashomon.errors import BadData, NotInRecord
from rashomon.record import Incident, Reader, Reading, Report


def reading(id, incidents=1):
    told = tuple(Incident(id=f"i{n + 1}", kind="killing", trigger=(0, 4), evidence=((0, 4),)) for n in range(incidents))
    return Reading(
        reader=Reader(name="rules", version="1"), report=Report(id=id, text="shot", sha256="0" * 64), incidents=told
    )


def folder_of(path, *readings):
    folder = RecordFolder(path)
    with folder.replacing() as writer:
        for each in readings:
            writer.add(each)
    return folder


def test_incidents_are_numbered_through_the_record(tmp_path):
    folder = folder_of(tmp_path, reading("a", 2), reading("b", 1))
    assert [located.ref for located in folder.incidents()] == ["i1", "i2", "i3"]
    assert folder.incident("i3").reading.report.id == "b"
    assert folder.incident("b/i1").ref == "i3"


def test_an_incident_that_is_not_there_names_those_that_are(tmp_path):
    with pytest.raises(NotInRecord, match="i1 to i2"):
        folder_of(tmp_path, reading("a", 2)).incident("i9")


def test_rereading_replaces_a_report_and_keeps_the_others(tmp_path):
    folder_of(tmp_path, reading("a", 1), reading("b", 1))
    folder = folder_of(tmp_path, reading("a", 3))
    assert {r.report.id: len(r.incidents) for r in folder.readings()} == {"a": 3, "b": 1}


def test_a_run_that_dies_half_way_leaves_the_record_as_it_was(tmp_path):
    folder = folder_of(tmp_path, reading("a", 1))
    with pytest.raises(KeyboardInterrupt), folder.replacing() as writer:
        writer.add(reading("a", 3))
        raise KeyboardInterrupt
    assert [len(r.incidents) for r in folder.readings()] == [1]


def test_a_folder_without_readings_says_how_to_make_one(tmp_path):
    with pytest.raises(NotInRecord, match="rashomon read"):
        next(RecordFolder(tmp_path).readings())


def test_a_broken_line_is_named_by_file_and_number(tmp_path):
    folder = folder_of(tmp_path, reading("a"))
    with folder.file.open("a") as out:
        out.write('{"schema": "something else"}\n')
    with pytest.raises(BadData, match=r"readings\.jsonl, line 2"):
        list(folder.readings())


def test_the_log_says_what_was_done_and_when(tmp_path):
    folder = folder_of(tmp_path)
    folder.log("export", profile="internal")
    entry = json.loads((tmp_path / "log.jsonl").read_text())
    assert entry["what"] == "export"
    assert entry["profile"] == "internal"
    assert entry["when"].endswith("+00:00")
