"""The load test of the desk: it clicks on what there is, measures what it says, and leaves the record as it was."""

import json
import socket
import subprocess
import sys

import pytest

from benchmarks.desk.analyst import Answer
from benchmarks.desk.figures import figures, table
from benchmarks.desk.places import fetched_at_once, files, kind_of, links, token
from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked

PAGE = """<body data-csrf="t0ken"><script src="/static/desk.js"></script><link href="/static/desk.css">
<a href="/incidents?kind=killing&amp;page=2#top">more</a> <a class="x" href="/incidents/I12">it</a> <a href="https://elsewhere.example/">out</a>
<div hx-get="/incidents/I12/why?a=1&amp;b=2" hx-target="#x" hx-trigger="load delay:1s"></div>
<div hx-get="/no" hx-trigger="every 5s"></div>"""


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/incidents", "incidents"),
        ("/incidents?kind=killing", "incidents, filtered"),
        ("/incidents?page=2&search=market", "incidents, searched"),
        ("/incidents/I12", "incident"),
        ("/incidents/I12/why", "incident, part"),
        ("/reports/2006/a report", "report"),
        ("/actors/A7", "actor"),
        ("/queue/item?refs=I1", "queue item"),
        ("/static/desk.css", "static"),
        ("/elsewhere", "other"),
    ],
)
def test_addresses_are_told_apart(address, kind):
    assert kind_of(address) == kind


def test_what_a_page_leads_to_and_needs_is_found():
    found = links(PAGE)
    assert found == {"incidents, filtered": ["/incidents?kind=killing&page=2"], "incident": ["/incidents/I12"]}
    assert files(PAGE) == ["/static/desk.js", "/static/desk.css"]
    assert fetched_at_once(PAGE) == ["/incidents/I12/why?a=1&b=2"]
    assert token(PAGE) == "t0ken"


def test_figures_say_how_long_most_and_the_slowest_took():
    answers = [Answer("incident", n / 1000, 200) for n in range(1, 101)] + [Answer("decide: merge", 0.02, 409)]
    found = figures(answers, {"incident": 3.5})
    assert found["incident"] == {
        "n": 100,
        "p50": 50.5,
        "p95": 96.0,
        "max": 100.0,
        "conflicts": 0,
        "failed": 0,
        "cost": 3.5,
    }
    assert found["all: decision"]["conflicts"] == 1
    assert "| all: page | 100 | 50.5 | 96.0 | 100.0 | 0 | 0 | – |" in table(found)


def free_port():
    with socket.socket() as at:
        at.bind(("127.0.0.1", 0))
        return at.getsockname()[1]


def test_the_record_is_as_it_was_when_the_analysts_have_gone(tmp_path, read):
    report = "GOMA, Congo, Jan. 14, 2006 -- Rebels shelled the {} of Goma on Saturday, police said. Three people were killed.\n"
    with open_record(tmp_path / "record", create=True) as record:
        record.readings.put([read(report.format(place), id=place) for place in ("airport", "port", "market")])
        list(link_unlinked(record))
        before = list(record.linked.incidents())
    command = [sys.executable, "-m", "benchmarks.desk", str(tmp_path / "record"), "--analysts", "2", "--seconds", "2"]
    command += ["--think", "0.1", "--of-each", "2", "--settle", "0", "--port", str(free_port())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["figures"]["all: page"]["failed"] == 0, done.stdout
    assert told["requests_per_second"] > 0
    with open_record(tmp_path / "record") as record:
        assert list(record.linked.incidents()) == before
        decisions = [each for each in record.judgements.log(people=True) if each.what != "undo"]
        assert decisions
        assert all(each.undone for each in decisions)
