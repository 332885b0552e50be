"""`python -m benchmarks.sample` reads the bundled sample and prints how well each component does, beside its floor."""

import argparse
import sys

from benchmarks.sample import SAMPLE
from benchmarks.sample.case import percent, rates
from benchmarks.sample.floors import floors, pin
from benchmarks.sample.score import score
from rashomon.reading.reader import Reader
from rashomon.record import Reading, Report
from rashomon.reports import reports_in


def read_sample(reader: Reader) -> list[Reading]:
    """The readings of all reports of the sample that could be read."""
    found = reports_in([SAMPLE / "reports"])
    return list(reader.read_many(report for report in found if isinstance(report, Report)))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sample", description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list what was missed")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured, less a margin")
    options = parser.parse_args()
    cases = list(score(read_sample(Reader())))
    table = rates(cases)
    if options.pin:
        pin(table)
    print(f"{'component':16}{'%':>6}{'floor':>7}{'right':>7}{'of':>5}")
    for component, share in percent(table).items():
        right, n = table.get(component, ("", ""))
        print(f"{component:16}{share:6.1f}{floors().get(component, 0.0):7.1f}{right:7}{n:5}")
    if options.verbose:
        print(*(f"{case.component}: {case.what}" for case in cases if not case.right), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
