"""Reading into a record: only what is new, each report once."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

import databases
from rashomon.archive import open_record
from rashomon.cli import app

REPORT = (
    "GOMA, Congo, Jan. 14, 2006 -- Rebels shelled the {} of Goma on Saturday, police said. Three people were killed.\n"
)


def read(*words):
    result = CliRunner(env={"COLUMNS": "160"}).invoke(app, ["read", *map(str, words)])
    assert result.exit_code == 0, result.output
    return result.output


def ids(where):
    with open_record(where) as record:
        return [each.report.id for each in record.readings.all()]


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("airport", "market"):
        (folder / f"{name}.txt").write_text(REPORT.format(name))
    return folder


def test_only_what_is_new_is_read(reports, tmp_path):
    assert "2 reports read" in read(reports, "--out", tmp_path / "record")
    (reports / "port.txt").write_text(REPORT.format("port"))
    output = read(reports, "--out", tmp_path / "record")
    assert "1 report read" in output
    assert "2 known and not read again" in output
    assert ids(tmp_path / "record") == ["airport", "market", "port"]


def test_what_has_changed_is_read_again(reports, tmp_path):
    read(reports, "--out", tmp_path / "record")
    (reports / "market.txt").write_text(REPORT.format("new market"))
    assert "1 report read" in read(reports, "--out", tmp_path / "record")
    assert "2 reports read" in read(reports, "--out", tmp_path / "record", "--publisher", "The Star")
    (tmp_path / "kinds.toml").write_text("")
    with_kinds = read(
        reports, "--out", tmp_path / "record", "--publisher", "The Star", "--kinds", tmp_path / "kinds.toml"
    )
    assert "2 reports read" in with_kinds
    assert sorted(ids(tmp_path / "record")) == ["airport", "market"]


def test_another_version_of_the_reader_reads_again(reports, tmp_path, monkeypatch):
    read(reports, "--out", tmp_path / "record")
    monkeypatch.setattr("rashomon.archive.readings.readers.__version__", "99.0")
    assert "2 reports read" in read(reports, "--out", tmp_path / "record")


def test_a_renamed_file_is_known(reports, tmp_path):
    read(reports, "--out", tmp_path / "record")
    (reports / "market.txt").rename(reports / "souk.txt")
    assert "2 known and not read again" in read(reports, "--out", tmp_path / "record")
    assert ids(tmp_path / "record") == ["airport", "market"]


def test_readings_of_other_reports_are_kept(reports, tmp_path):
    read(reports / "market.txt", "--out", tmp_path / "record")
    assert "1 earlier reading kept" in read(reports / "airport.txt", "--out", tmp_path / "record")


def test_where_all_is_known_no_language_model_is_loaded(reports, tmp_path):
    read(reports, "--out", tmp_path / "record")
    program = (
        "import sys; from typer.testing import CliRunner; from rashomon.cli import app;"
        f"print(CliRunner().invoke(app, ['read', {str(reports)!r}, '--out', {str(tmp_path / 'record')!r}]).output);"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "2 known and not read again" in done.stdout
    assert done.returncode == 0


def test_a_team_s_database_is_read_into_as_a_folder_is(reports):
    with databases.schema() as address:
        assert "2 reports read" in read(reports, "--out", address)
        assert "2 known and not read again" in read(reports, "--out", address)
        assert ids(address) == ["airport", "market"]
        with open_record(address) as record:
            assert [event.what for event in record.events()] == ["read", "read"]


def test_an_interrupted_run_goes_on_where_it_was(reports, tmp_path, monkeypatch):
    for n in range(4):
        (reports / f"r{n}.txt").write_text(REPORT.format(f"bridge {n}"))
    monkeypatch.setenv("RASHOMON_BATCH", "2")

    def until_interrupted(items, *, settings):
        from rashomon.api import try_many

        for n, item in enumerate(try_many(items, settings=settings)):
            if n == 5:
                raise KeyboardInterrupt
            yield item

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.intake.try_many", until_interrupted)
        assert CliRunner().invoke(app, ["read", str(reports), "--out", str(tmp_path / "record")]).exit_code == 130
    assert len(ids(tmp_path / "record")) == 4
    output = read(reports, "--out", tmp_path / "record")
    assert "2 reports read" in output
    assert "4 known" in output
    assert (tmp_path / "record" / "readings.jsonl").read_text().count("\n") == 6
