import json

import pytest
from typer.testing import CliRunner

from rashomon.archive import open_record
from rashomon.cli import app

WIRE = (
    "BAGHDAD, Jan. 14, 2006 -- Two gunmen shot dead a judge in the northern city of Mosul on Saturday, police said. "
    "A militant group, the Brigades of the North, claimed responsibility for the killing. "
    "The governor of Mosul, Duraid Kashmoula, said that three people had been killed in the attack near the courthouse.\n"
)
OTHER = "KHARTOUM, March 3, 2011 -- Floods displaced families in the Sudanese town of Kassala on Thursday, officials said.\n"


@pytest.fixture(scope="module")
def run():
    runner = CliRunner(env={"COLUMNS": "160"})

    def run(*words) -> str:
        result = runner.invoke(app, [str(word) for word in words])
        assert result.exit_code == 0, result.output
        return result.output

    return run


@pytest.fixture(scope="module")
def record(run, tmp_path_factory):
    """Two papers with one wire story, and another story."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in (("herald", WIRE), ("tribune", WIRE.replace("Two gunmen", "Gunmen")), ("nile", OTHER)):
        (folder / f"{name}.txt").write_text(text)
    run("read", folder, "--out", folder / "record")
    return folder / "record"


def test_linking_says_what_it_merged_and_writes_who_tells_of_one_event(run, record, tmp_path):
    said = run("link", record, "--groups", tmp_path / "groups.jsonl")
    assert "3 reports linked in" in said
    assert "incidents: " in said and "told by 2 reports" in said
    lines = [json.loads(line) for line in (tmp_path / "groups.jsonl").read_text().splitlines()]
    assert {tuple(line["reports"]) for line in lines} == {("herald", "tribune")}
    assert all(set(line) == {"incident", "reports"} for line in lines)


def test_what_is_linked_is_not_linked_again(run, record):
    run("link", record)
    with open_record(record) as opened:
        last = opened.judgements.last()
    assert "0 reports linked" in run("link", record)
    with open_record(record) as opened:
        assert opened.judgements.last() == last


def test_one_incident_of_two_papers_is_one_voice(run, record):
    run("link", record)
    with open_record(record) as opened:
        incident = next(i for i in opened.linked.incidents() if len(i.told) == 2)
        provenance = opened.linked.provenance().among({told.report for told in incident.told})
        chains = {
            provenance.chain(account, opened.readings.get(told.report)).origin
            for told in incident.told
            for account in told.incident.accounts[:1]
        }
    assert len(chains) == 1
