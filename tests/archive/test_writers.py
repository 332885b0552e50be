"""What happens to a record when several write at once, and when one of them dies: real processes, really killed."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from making import reading
from rashomon.archive import open_record
from rashomon.archive.tables import reading as reading_table

BATCH = 3

WRITER = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
from making import reading
from rashomon.archive import open_record, search
from rashomon.archive.readings import plain
from rashomon.archive.readings import putting

where, prefix, batches, point = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]

def die(*_):
    os.kill(os.getpid(), 9)

def half(self, before, new):
    with self.file.open("ab") as out:
        out.write(new[: len(new) // 2])
    die()

def at(call, do):
    calls = [0]
    def counting(original):
        def called(*given):
            calls[0] += 1
            return do(*given) if calls[0] == call else original(*given)
        return called
    return counting

def after(original):
    def called(*given):
        original(*given)
        die()
    return called

with open_record(where, create=True) as record:
    if point == "before the words are kept":
        search.Search.add = at(3, die)(search.Search.add)
    if point == "before the batch is confirmed":
        plain.Plain.added = at(3, die)(plain.Plain.added)
    if point == "before the lines are added":
        plain.Plain._append = at(3, die)(plain.Plain._append)
    if point == "with half of the lines added":
        plain.Plain._append = at(3, half)(plain.Plain._append)
    if point == "before the file is replaced":
        plain.os.replace = die
    if point == "after the file was replaced":
        plain.os.replace = after(os.replace)
    if point == "before what is replaced is confirmed":
        plain.Plain.changed = die
    ids = [f"{{prefix}}{{n}}" for n in range(batches * {BATCH})]
    for n in range(0, len(ids), {BATCH}):
        record.readings.put([reading(id, f"shot {{id}} by {{prefix}}", incidents=2) for id in ids[n : n + {BATCH}]])
        print(*ids[n : n + {BATCH}], flush=True)
"""


def writer(where, prefix, batches, point=""):
    command = [sys.executable, "-c", WRITER, where, prefix, str(batches), point]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def check(record):
    """Every reading is whole: found by its words, and in the plain copy where there is one."""
    readings = list(record.readings.all())
    assert sorted(record.search.reports("shot")) == sorted(each.report.id for each in readings)
    with record.looking() as connection:
        assert connection.execute(select(func.count()).select_from(reading_table)).scalar() == len(readings)
    if record.folder:
        lines = (record.folder / "readings.jsonl").read_text().splitlines()
        assert lines == [each.to_json() for each in readings]
    return [each.report.id for each in readings]


def test_two_that_write_at_once_both_write_everything(where):
    writers = [writer(where, prefix, 20) for prefix in ("a", "b")]
    for each in writers:
        out, _ = each.communicate(timeout=120)
        assert each.returncode == 0
        assert len(out.split()) == 20 * BATCH
    with open_record(where) as record:
        ids = check(record)
    for prefix in ("a", "b"):
        assert [id for id in ids if id.startswith(prefix)] == [f"{prefix}{n}" for n in range(20 * BATCH)]


ADDING = [
    "before the words are kept",
    "before the batch is confirmed",
    "before the lines are added",
    "with half of the lines added",
]
REPLACING = ["before what is replaced is confirmed", "before the file is replaced", "after the file was replaced"]


@pytest.mark.parametrize("point", [*ADDING, *REPLACING])
def test_one_that_is_killed_loses_nothing_that_was_confirmed_and_leaves_nothing_half_done(where, point):
    if where.startswith("postgresql") and ("lines" in point or "file" in point):
        pytest.skip("a record in PostgreSQL has no file")
    with open_record(where, create=True) as record:
        if point in REPLACING:
            record.readings.put(reading(f"a{n}") for n in range(4 * BATCH))
    killed = writer(where, "a", 4, point)
    out, _ = killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    confirmed = out.split()
    with open_record(where) as record:
        there = [each.report.id for each in record.readings.all() if len(each.incidents) == 2]
        assert there[: len(confirmed)] == confirmed
        assert len(there) % BATCH == 0
    finishing = writer(where, "a", 4)
    finishing.communicate(timeout=60)
    assert finishing.returncode == 0
    with open_record(where) as record:
        assert sorted(check(record)) == sorted(f"a{n}" for n in range(4 * BATCH))


@pytest.mark.parametrize("lines", [1, 7])
def test_one_that_is_killed_at_any_moment_does_no_harm(where, lines):
    killed = writer(where, "a", 1000)
    confirmed = [id for _ in range(lines) for id in killed.stdout.readline().split()]
    killed.kill()
    confirmed += killed.communicate()[0].split()
    with open_record(where) as record:
        there = [each.report.id for each in record.readings.all()]
        assert there[: len(confirmed)] == confirmed
        assert len(there) % BATCH == 0
        record.readings.put([reading("b", "shot")])
        check(record)
