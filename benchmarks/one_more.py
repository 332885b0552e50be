"""`python -m benchmarks.one_more RECORD REPORTS`: one further report into a record, in a fresh process; the seconds of each."""

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Read the report, put it, link it. What is loaded once (language model, Splink) is a step of its own: services pay it once."""
    where, reports = sys.argv[1:]
    steps, started = {}, time.perf_counter()

    def step(name: str) -> None:
        nonlocal started
        now = time.perf_counter()
        steps[name], started = now - started, now

    from rashomon.archive import open_record
    from rashomon.archive.linking import link_unlinked
    from rashomon.linking import linkables, scoring
    from rashomon.reading.reader import Reader
    from rashomon.record import Report
    from rashomon.reports import reports_in

    reader = Reader()
    reader.read(next(r for r in reports_in([_warm()]) if isinstance(r, Report)))
    assert linkables.LINKABLES and scoring.TYPES  # both are loaded by now
    step("load")
    with open_record(where) as record:
        step("open")
        readings = list(reader.read_many(r for r in reports_in([reports]) if isinstance(r, Report)))
        step("read")
        record.readings.put(readings)
        step("put")
        for _ in link_unlinked(record):
            pass
        step("link")
    print(json.dumps(steps))


def _warm() -> Path:
    """A report that is read first, so that what is loaded on first use counts as loading."""
    return Path(__file__).parent.parent / "sample" / "reports" / "mh17.txt"


if __name__ == "__main__":
    main()
