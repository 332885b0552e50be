"""Read a benchmark's reports and have the scorer of ../shared/bench score the readings."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.bench import SHARED, Bench
from benchmarks.linking import write_groups
from rashomon.api import read_many
from rashomon.reading.reader import Reader
from rashomon.record import Reading, Report
from rashomon.settings import Settings


def write_readings(
    bench: Bench, path: Path, *, workers: int = 1, keep_parses: bool = False, limit: int | None = None
) -> None:
    """Read the benchmark's reports into `path`."""
    reports = islice(bench.read_reports(), limit)
    with path.open("w", encoding="utf-8") as out:
        for reading in _readings(reports, workers, keep_parses):
            out.write(reading.to_json() + "\n")


def _readings(reports: Iterable[Report], workers: int, keep_parses: bool) -> Iterator[Reading]:
    if keep_parses:
        from benchmarks.parses import RememberingReader

        reader: Reader = RememberingReader(Settings.from_environment())
        return reader.read_many(reports)
    return read_many(reports, settings=Settings.from_environment(workers=workers))


def score(bench: Bench, path: Path, *, verbose: bool = False, as_json: bool = False) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(SHARED / "score.py"), bench.scorer]
    command += ["--gold", str(bench.gold_path)]
    command += ["--groups", str(write_groups(path))] if bench.scorer == "linking" else ["--readings", str(path)]
    command += ["--verbose"] * verbose + ["--json"] * as_json
    command += ["--only", "001,003"] if bench.scorer == "seeds" else []
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def figures(bench: Bench, path: Path) -> dict[str, float]:
    """The figures that count."""
    result = json.loads(score(bench, path, as_json=True))
    return {name: look_up(result, figure.at) for name, figure in bench.figures.items()}


def look_up(result: dict[str, Any], where: str) -> float:
    """`look_up({"value": {"f1": 72.0}}, "value.f1")` is 72.0."""
    value: Any = result
    for key in where.split("."):
        value = value[key]
    return float(value)
