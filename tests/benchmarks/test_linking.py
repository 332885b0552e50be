"""The linking bench writes what was linked as the scorer's groups file."""

import json
from pathlib import Path

from benchmarks.linking import write_groups
from rashomon.record import Reader, Reading
from rashomon.reports import report_of

TEXTS = {
    "a": "The ferry Lindara sank off Marudi and 31 passengers are missing, the coast guard said.",
    "b": "Coast guard divers search for 31 passengers of the ferry Lindara, which sank off Marudi.",
    "c": "A court in Velbrook sentenced a banker for defrauding pensioners of the Harrow fund.",
}


def test_reports_of_one_story_are_a_line_and_a_report_alone_is_none(tmp_path: Path):
    readings = tmp_path / "readings.jsonl"
    reader = Reader(name="test", version="1")
    told = [report_of(text).model_copy(update={"id": id}) for id, text in TEXTS.items()]
    readings.write_text("\n".join(Reading(reader=reader, report=report).to_json() for report in told))
    lines = [json.loads(line) for line in write_groups(readings).read_text().splitlines()]
    assert lines == [{"incident": "S1", "reports": ["a", "b"]}]
