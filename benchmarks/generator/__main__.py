"""`python -m benchmarks.generator --readings 1000` writes made readings and their truth."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generator.shapes import Shapes, shapes_of
from benchmarks.generator.stream import make
from rashomon.reading.reader import Reader
from rashomon.record import Reading, Report
from rashomon.reports import reports_in

SAMPLE = Path(__file__).parents[2] / "sample" / "reports"


def real_shapes(readings: str | None = None) -> Shapes:
    """The shapes of a file of readings, or of the sample's reports, which the rules reader reads for it."""
    return shapes_of(_read(Path(readings)) if readings else _sample())


def _sample() -> Iterator[Reading]:
    read = Reader()
    return read.read_many(report for report in reports_in([SAMPLE]) if isinstance(report, Report))


def _read(path: Path) -> Iterator[Reading]:
    with path.open(encoding="utf-8") as lines:
        yield from map(Reading.from_json, lines)


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generator", description=__doc__)
    parser.add_argument("--readings", type=int, default=1000, help="how many to make")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same readings")
    parser.add_argument("--like", metavar="FILE", help="readings whose shapes to take instead of the sample's")
    parser.add_argument("--out", type=Path, default=Path("readings.jsonl"), help="where the readings go")
    parser.add_argument("--truth", type=Path, default=Path("truth.jsonl"), help="where the truth goes")
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out, options.truth.open("w", encoding="utf-8") as truth:
        for made in make(real_shapes(options.like), options.readings, options.seed):
            out.write(made.reading.to_json() + "\n")
            truth.write(made.truth.to_json() + "\n")


if __name__ == "__main__":
    main()
