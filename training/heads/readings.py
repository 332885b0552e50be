"""`python -m training.heads.readings DATA OUT`: what the rules alone read in the sets that teach triggers."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from rashomon import reports
from rashomon.reading.reader import Reader
from rashomon.record import Report

SETS = ("muc4/train", "wikievents/train_derived", "wikievents/dev", "rams/dev")


def main() -> None:
    """Write a file of readings per set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the benchmarks' data")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    with reader.nlp.select_pipes(disable=["rashomon_heads"]):
        for name in SETS:
            with (options.out / f"{name.replace('/', '_')}.jsonl").open("w", encoding="utf-8") as out:
                for reading in reader.read_many(_reports(options.data / f"{name}.reports.jsonl")):
                    out.write(reading.to_json() + "\n")


def _reports(path: Path) -> Iterator[Report]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield reports.report_of(row["text"], id=row["id"], published=row["published"], title=row["title"])


if __name__ == "__main__":
    main()
