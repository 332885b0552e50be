"""`python -m benchmarks [NAME …]` reads the benchmarks' reports and prints what their scorers say, beside the numbers to beat."""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.bench import SHARED, Bench, benches
from benchmarks.floors import fallen, floor_figures, pin
from benchmarks.run import figures, score, write_readings


def main() -> int:
    """Run the named benchmarks, or all; exit code 1 where a figure fell below its floor."""
    options = arguments()
    if not SHARED.is_dir():
        print(f"skipped: there is no {SHARED}, where the benchmarks' data would be")
        return 0
    problems: list[str] = []
    table = [("benchmark", "figure", "measured", "floor", "reach", "to beat")]
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names or benches():
            bench = chosen(benches()[name], options.data)
            path = Path(options.readings or Path(folder) / f"{bench.data.replace('/', '-') or name}.jsonl")
            read_once(bench, path, options)
            print(f"\n== {name}\n{score(bench, path, verbose=options.verbose)}", flush=True)
            measured = figures(bench, path)
            table += rows(bench, measured)
            problems += gated(bench, measured, options)
    print_table(table)
    print("\n".join(f"below its floor: {problem}" for problem in problems))
    return 1 if problems else 0


def arguments() -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(benches())}; all by default")
    parser.add_argument("--verbose", action="store_true", help="list what was missed, where the scorer can")
    parser.add_argument("--workers", type=int, default=1, help="processes that read")
    parser.add_argument("--limit", type=int, help="only the first N reports")
    parser.add_argument("--data", help="other data of the same form, e.g. polnear/train (one benchmark only)")
    parser.add_argument("--readings", metavar="FILE", help="keep the readings (one benchmark only)")
    parser.add_argument(
        "--keep-parses", action="store_true", help="keep the language model's parses between runs (.cache)"
    )
    parser.add_argument("--pin", action="store_true", help="pin the figures as floors; refuses to lower one")
    parser.add_argument("--lower", metavar="WHY", default="", help="pin, and lower floors for this reason")
    options = parser.parse_args()
    if unknown := sorted(set(options.names) - benches().keys()):
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(benches())}")
    if (options.data or options.readings) and len(options.names) != 1:
        parser.error("--data and --readings are for one benchmark; name it")
    return options


def chosen(bench: Bench, data: str | None) -> Bench:
    """The benchmark, over other data where asked."""
    if not data:
        return bench
    return replace(bench, data=data, gold=data + bench.gold.removeprefix(bench.data) if bench.gold else "")


def read_once(bench: Bench, path: Path, options: argparse.Namespace) -> None:
    """Write the readings, unless another benchmark has read the same reports."""
    if path.exists() and not options.readings:
        return
    started = time.perf_counter()
    write_readings(bench, path, workers=options.workers, keep_parses=options.keep_parses, limit=options.limit)
    print(f"{bench.name}: read in {time.perf_counter() - started:.1f} s", flush=True)


def gated(bench: Bench, measured: dict[str, float], options: argparse.Namespace) -> list[str]:
    """Pin the figures or hold them against their floors, and say which fell; neither on other data than the benchmark's own."""
    if options.data or options.limit:
        return []
    return pin(bench, measured, options.lower) if options.pin or options.lower else fallen(bench, measured)


def rows(bench: Bench, measured: dict[str, float]) -> list[tuple[str, str, str, str, str, str]]:
    """A benchmark's rows of the table."""
    pinned = floor_figures(bench.name)
    return [
        (bench.name, name, f"{measured[name]:.2f}", _shown(pinned.get(name)), _shown(figure.reach), figure.beat)
        for name, figure in bench.figures.items()
    ]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def print_table(table: list[tuple[str, str, str, str, str, str]]) -> None:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[n]) for row in table) for n in range(6)]
    print()
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
