import argparse
import subprocess
import sys
import time

import pytest

from benchmarks import scale
from benchmarks.generator.shapes import Shapes, shapes_of
from benchmarks.watch import held, watched
from rashomon.archive import open_record
from rashomon.record import Act, SourceKind

POLICE = (SourceKind.security_force, False, Act.asserts)


@pytest.fixture
def shapes():
    return Shapes(voices=[(POLICE,), ()], bounds=["exact", "least"], nouns=shapes_of([]).nouns)


def test_a_run_measures_time_memory_disk_and_quality(tmp_path, shapes, monkeypatch):
    monkeypatch.setattr(scale, "_one_more", lambda where, report: {"one_more_s": 0.5})
    options = argparse.Namespace(folder=tmp_path, db=None, seed=1)
    figures = scale.run(40, shapes, options)
    assert figures["readings"] == 40
    assert min(figures[name] for name in ("put_s", "link_s", "disk_gb", "link_gb", "one_more_s")) > 0
    for name in ("incident", "actor", "copy"):
        assert 0 < figures[f"{name}_f1"] <= 1
        assert figures[f"{name}_pairs"] > 0
    with open_record(tmp_path / "record") as record:
        assert len(record.readings) == 40
        assert not list(record.readings.unlinked())
    assert (tmp_path / "one-more.jsonl").is_file()
    assert scale.table([figures]).count("\n") == 2


def test_growth_is_the_exponent_between_two_sizes():
    small = {"readings": 1000, "put_s": 1.0, "link_s": 9.0}
    assert scale.growth(small, {"readings": 10_000, "put_s": 10.0, "link_s": 90.0}) == pytest.approx(1.0)
    assert scale.growth(small, {"readings": 10_000, "put_s": 0.0, "link_s": 1000.0}) == pytest.approx(2.0)


def test_memory_is_that_of_this_process_and_its_children():
    before = held()
    with watched() as taken:
        hog = "import time; block = bytearray(200_000_000); time.sleep(1)"
        subprocess.run([sys.executable, "-c", hog], check=True)
    assert taken.memory > before + 150_000_000
    assert taken.seconds > 1


def test_time_is_on_the_wall():
    with watched() as taken:
        time.sleep(0.3)
    assert 0.3 <= taken.seconds < 2
