import json

import pytest
from typer.testing import CliRunner

import toys
from rashomon.archive import open_record
from rashomon.cli import app
from rashomon.cli.app import main


@pytest.fixture
def run(capsys, monkeypatch):
    """`run("log", record)` gives what the command prints; what goes wrong is raised."""

    def run(*words) -> str:
        result = CliRunner().invoke(app, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    return run


@pytest.fixture
def record(tmp_path) -> str:
    """I1 of two reports and I3."""
    with open_record(tmp_path / "record", create=True) as record:
        toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 3.1), toys.reading("c", 30.0))
    return str(tmp_path / "record")


def test_a_decision_says_what_was_and_what_is_and_how_to_undo_it(run, record):
    said = run("decide", record, "merge", "I2", "I3", "--why", "one raid", "--who", "ada")
    assert "note: I2 is now I1" in said
    assert "judgement 2: merge by ada: one raid" in said
    assert "before: I1 with I2; I3" in said and "now:    I1 with I2 with I3" in said
    assert f"rashomon decide {record} undo 2 --why" in said
    said = run("decide", record, "undo", "2", "--why", "two raids")
    assert "now:    I1 with I2; I3" in said


def test_every_decision_can_be_made_by_its_command(run, record):
    assert "I1; I2" in run("decide", record, "split", "I1", "b", "--why", "–")
    assert "not-same" in run("decide", record, "not-same", "I1", "I3", "--why", "–")
    assert "I3 is The raid" in run("decide", record, "rename", "I3", "The raid", "--why", "–")
    assert "A1 is The Front" in run("decide", record, "rename", "the Front", "The Front", "--why", "–")
    assert "withdraw" in run("decide", record, "withdraw", "c", "--why", "forged")
    assert run("log", record, "--people").count("UTC") == 5


def test_a_reason_is_asked_for(run, record):
    assert "Missing option '--why'" in run("decide", record, "merge", "I1", "I3")
    assert run("log", record, "--people") == ""


def test_the_log_is_of_the_record_or_of_one_incident_in_words_or_json(run, record):
    run("decide", record, "merge", "I1", "I3", "--why", "one raid", "--who", "ada")
    run("decide", record, "undo", "2", "--why", "no", "--who", "bea")
    words = run("log", record)
    assert "ada  merge: I1 with I2; I3 → I1 with I2 with I3; undone\n    one raid" in words
    assert "bea  undo of judgement 2" in words and "rashomon  merge: I1; I2 → I1 with I2" in words
    lines = [json.loads(line) for line in run("log", record, "--incident", "I3", "--json").splitlines()]
    assert [line["number"] for line in lines] == [3, 2]
    assert lines[1]["before"] == [["I1", "I2"], ["I3"]] and lines[1]["undone"]
    assert run("log", record, "--limit", "1").count("UTC") == 1


def test_what_cannot_be_decided_is_said_in_a_line(record, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["rashomon", "decide", record, "merge", "I1", "I2", "--why", "–"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "error: I1 and I2 are one already" in capsys.readouterr().err


def test_what_a_value_is_can_be_said_reviewed_and_opined(run, record):
    said = run("decide", record, "code", "a/i1", "killed", '[{"low": 15, "span": [0, 6]}]', "--why", "misheard")
    assert "before: I1: killed in a: 30" in said and "now:    I1: killed in a: 15 or more" in said
    run("decide", record, "code", "a/i1", "act", "denies", "--account", "own", "--why", "–")
    said = run("log", record, "--people")
    assert "code: I1: killed in a: 30 → 15 or more" in said
    assert "code: I1: act in a's own account: asserts → denies" in said
    assert "misread" in run("decide", record, "code", "c/i1", "incident", "null", "--why", "a film")
    assert "review by" in run("decide", record, "review", "I1", "--why", "gone through")
    run("decide", record, "undo", "4", "--why", "no film")
    assert "I1 and I3: unsure" in run("decide", record, "opine", "unsure", "I1", "I3", "--why", "–")
    assert "Invalid value" in run("decide", record, "opine", "perhaps", "I1", "I3", "--why", "–")


def test_what_a_person_said_is_shown_and_explained(run, record):
    run("decide", record, "code", "a/i1", "killed", '[{"low": 15, "high": 15, "span": [0, 6]}]', "--why", "misheard")
    assert "15" in run("show", record, "--incident", "I1")
    assert "judgement 2" in run("explain", record, "I1")
    assert '"low": 15' in run("show", record, "--incident", "I1", "--json")
