import pytest
from typer.testing import CliRunner

import databases
from making import reading
from rashomon.archive import open_record
from rashomon.cli import app
from rashomon.errors import BadSetting


def run(*words):
    return CliRunner(env={"COLUMNS": "160"}).invoke(app, [str(word) for word in words], catch_exceptions=True)


@pytest.fixture
def folder(tmp_path):
    with open_record(tmp_path / "record", create=True) as record:
        record.readings.put([reading("a"), reading("b")])
    return tmp_path / "record"


def test_a_record_says_what_it_holds(folder):
    result = run("record", folder)
    assert result.exit_code == 0
    assert "2: 0 linked, 2 not yet linked" in result.output
    assert "0 by people, 0 by Rashomon" in result.output


def test_a_record_goes_into_a_team_s_database_and_back_into_a_folder(folder, tmp_path):
    with databases.schema() as address:
        result = run("record", folder, "--db", address)
        assert result.exit_code == 0, result.output
        assert "2 reports" in result.output
        assert "2: 0 linked" in run("record", address).output
        again = run("record", folder, "--db", address)
        assert isinstance(again.exception, BadSetting)
        assert run("record", folder, "--db", address, "--replace").exit_code == 0
        assert run("record", address, "--db", tmp_path / "back").exit_code == 0
    assert (tmp_path / "back" / "readings.jsonl").read_text() == (folder / "readings.jsonl").read_text()


def test_the_copy_is_in_the_log_of_what_was_copied(folder, tmp_path):
    assert run("record", folder, "--db", tmp_path / "copy").exit_code == 0
    with open_record(folder) as record:
        (event,) = record.events()
    assert (event.what, event.details["reports"]) == ("copy", 2)
