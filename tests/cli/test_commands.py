import json

import pytest
from typer.testing import CliRunner

from rashomon.cli import app

REPORT = (
    "BAGHDAD, Jan. 14, 2006 -- Two gunmen shot dead a judge in the northern city of Mosul on Saturday, police said. "
    "A militant group, the Brigades of the North, claimed responsibility for the killing. "
    "The governor of Mosul said that three people had been killed. The claims could not be independently verified.\n"
)


@pytest.fixture(scope="module")
def run():
    runner = CliRunner(env={"COLUMNS": "160"})
    return lambda *words, **more: runner.invoke(app, [str(word) for word in words], **more)


@pytest.fixture(scope="module")
def record(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("record")
    (folder / "mosul.txt").write_text(REPORT)
    assert run("read", folder / "mosul.txt", "--out", folder / "record").exit_code == 0
    return folder / "record"


def test_read_writes_a_reading_per_report(record):
    lines = (record / "readings.jsonl").read_text().splitlines()
    assert [json.loads(line)["report"]["id"] for line in lines] == ["mosul"]


def test_read_takes_standard_input(run, tmp_path):
    result = run("read", "-", "--published", "2006-01-15", "--out", tmp_path, input=REPORT)
    assert result.exit_code == 0
    assert json.loads((tmp_path / "readings.jsonl").read_text())["report"]["published"]["basis"] == "given"


def test_what_cannot_be_read_is_named_the_rest_is_read_and_the_exit_code_is_1(run, tmp_path):
    (tmp_path / "good.txt").write_text(REPORT)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.jsonl").write_text('{"text": "Rebels shelled the town of Goma."}\n{"text": "cut off\n')
    result = run("read", tmp_path, "--out", tmp_path / "record")
    assert result.exit_code == 1
    for named in ("empty.txt", "binary.txt", "broken.jsonl, line 2"):
        assert named in result.output
    assert "2 reports read" in result.output
    assert "3 not read" in result.output


def test_nothing_to_read_is_said_and_leaves_the_record_alone(run, record):
    before = (record / "readings.jsonl").read_text()
    assert run("read", "no-such-file.txt", "--out", record).exit_code == 1
    assert (record / "readings.jsonl").read_text() == before


def test_a_column_map_must_be_one(run, tmp_path):
    result = run("read", "-", "--column", "text", "--out", tmp_path, input=REPORT)
    assert result.exit_code == 2
    assert "text=body" in result.output


def test_schema_is_json_schema(run):
    assert json.loads(run("schema").output)["title"] == "Reading"


def test_kinds_are_listed_and_their_file_can_be_printed(run):
    assert "suicide_bombing" in run("kinds").output
    assert "[suicide_bombing]" in run("kinds", "--toml").output


def test_version(run):
    assert run("--version").output.startswith("rashomon ")


def test_a_record_among_the_reports_is_not_read_as_a_report(run, tmp_path):
    (tmp_path / "good.txt").write_text(REPORT)
    for said in ("1 report read", "1 known and not read again"):
        result = run("read", tmp_path, "--out", tmp_path / "record")
        assert result.exit_code == 0
        assert said in result.output
        assert "; 0 not read" in result.output
