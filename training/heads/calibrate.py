"""`python -m training.heads.calibrate DATA`: fit all confidences anew, on reports that taught the encoder nothing."""

import argparse
from pathlib import Path

from rashomon.reading.heads import confidence
from training.heads import calibrate_incidents, calibrate_statements
from training.heads.calibration import write


def main() -> None:
    """Statements first: incidents build on them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the benchmarks' data")
    data = parser.parse_args().data
    for part in (calibrate_statements, calibrate_incidents):
        for name, judge in part.calibrate(data).items():
            write(Path(confidence.__file__).with_suffix(".toml"), name, judge.weights, judge.threshold)
        confidence.judge.cache_clear()


if __name__ == "__main__":
    main()
