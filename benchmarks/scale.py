"""`python -m benchmarks.scale --readings 1000 10000`: how time, memory, disk and quality of linking grow with the readings.

For each number: makes so many readings (benchmarks.generator), puts them into a fresh record, links them, compares what was linked
with the truth, and adds one further report in a fresh process. Prints a line of figures for each and appends it as JSON to `--out`;
`--table` prints the lines of a file as the table of docs/scale.md.
"""

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select, text

from benchmarks.generator.__main__ import real_shapes
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.stream import make
from benchmarks.generator.truth import Made, Truth
from benchmarks.pairs import Pairs, of_copies, of_groups, write_table
from benchmarks.watch import watched
from rashomon.archive import Record, open_record
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import bearing, mention
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Sort
from rashomon.record import Reading

Result = TypeVar("Result")
Figures = dict[str, Any]


def main() -> None:
    """Run the sizes asked for."""
    options = arguments()
    if options.table:
        print(table([json.loads(line) for line in options.table.read_text().splitlines()]))
        return
    shapes, runs = real_shapes(options.like), []
    for number in options.readings:
        runs.append(run(number, shapes, options))
        print(json.dumps(runs[-1]), flush=True)
        if options.out:
            with options.out.open("a", encoding="utf-8") as out:
                out.write(json.dumps(runs[-1]) + "\n")
    print(table(runs))


def arguments() -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--readings", type=int, nargs="+", default=[1000], help="how many readings, one run each")
    parser.add_argument("--seed", type=int, default=1, help="of the generator")
    parser.add_argument("--like", metavar="FILE", help="readings whose shapes to take instead of the sample's")
    parser.add_argument("--db", metavar="URL", help="a PostgreSQL database to put the record into, which must be empty")
    parser.add_argument("--folder", type=Path, help="where to work; the record is left there")
    parser.add_argument("--out", type=Path, help="append the figures to this file, a line of JSON a run")
    parser.add_argument("--table", metavar="FILE", type=Path, help="only print the table of such a file")
    return parser.parse_args()


def run(number: int, shapes: Shapes, options: argparse.Namespace) -> Figures:
    """One size: its figures."""
    with ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rashomon-scale-")))
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / "record", ignore_errors=True)
        stream = make(shapes, number + 1, options.seed)
        with open_record(options.db or folder / "record", create=True) as record:
            figures: Figures = {"readings": number, "date": date.today().isoformat(), "cores": os.cpu_count()}
            figures |= {"machine": platform.machine(), "database": record.engine.dialect.name}
            figures |= _put(record, islice(stream, number), folder)
            figures |= _linked(record)
            figures |= quality(record, folder)
            figures["disk_gb"] = round(_disk(record) / 1e9, 3)
        _write_report(next(stream).reading, folder / "one-more.jsonl")
        return figures | _one_more(options.db or str(folder / "record"), folder / "one-more.jsonl")


def _put(record: Record, stream: Iterable[Made], folder: Path) -> Figures:
    """Make the readings and put them; the truth goes into files. Making counts by itself."""
    making = 0.0
    with _Truths(folder) as truths:

        def readings() -> Iterator[Reading]:
            nonlocal making
            made = iter(stream)
            while True:
                started = time.perf_counter()
                each = next(made, None)
                if each is not None:
                    truths.add(each.truth)
                making += time.perf_counter() - started
                if each is None:
                    return
                yield each.reading

        with watched() as taken:
            record.readings.put(readings())
    return {"make_s": round(making, 2), "put_s": round(taken.seconds - making, 2), "put_gb": _gb(taken.memory)}


class _Truths:
    """The truth as tables: report, local id, who or what it is."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            name: (folder / f"true-{name}.csv").open("w", encoding="utf-8") for name in ("incident", "actor", "copy")
        }

    def __enter__(self) -> "_Truths":
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def add(self, truth: Truth) -> None:
        """Write down one report's."""
        for name, places in (("incident", truth.incidents), ("actor", truth.actors)):
            self._files[name].writelines(f"{truth.report},{local},{place}\n" for local, place in places.items())
        self._files["copy"].writelines(f"{truth.report},,{tale}\n" for tale in truth.tales)


def _linked(record: Record) -> Figures:
    """Link what was put. Of each sort, the seconds that finding its mentions and comparing them took; the shelf has the rest."""
    seconds: defaultdict[str, float] = defaultdict(float)
    vars(record)["linkables"] = {sort: _timed(linkable, seconds) for sort, linkable in record.linkables.items()}
    with watched() as taken:
        for _ in link_unlinked(record):
            pass
    del vars(record)["linkables"]
    seconds["shelf"] = taken.seconds - sum(seconds.values())
    by_step = {f"link_{step}_s": round(spent, 2) for step, spent in seconds.items()}
    return {"link_s": round(taken.seconds, 2), **by_step, "link_gb": _gb(taken.memory)}


def _timed(linkable: Linkable, seconds: defaultdict[str, float]) -> Linkable:
    """The same, adding up what its two steps take."""

    def timed(name: str, step: Callable[..., Iterable[Result]]) -> Callable[..., list[Result]]:
        def run(*given: object) -> list[Result]:
            started = time.perf_counter()
            results = list(step(*given))
            seconds[f"{linkable.sort}_{name}"] += time.perf_counter() - started
            return results

        return run

    compare = timed("compare", linkable.compare)
    return replace(linkable, mentions=timed("mentions", linkable.mentions), compare=compare)


def quality(record: Record, folder: Path) -> Figures:
    """Pairwise precision, recall and F1 of incidents, actors and copies, against the truth that lies in the folder."""
    figures: Figures = {}
    for name, sort in (("incident", Sort.incident), ("actor", Sort.actor), ("copy", Sort.passage)):
        write_table(folder / f"found-{name}.csv", _groups(record, sort))
        pairs = of_copies if name == "copy" else of_groups
        figures |= _scores(name, pairs(folder / f"true-{name}.csv", folder / f"found-{name}.csv"))
    return figures


def _scores(name: str, pairs: Pairs) -> Figures:
    return {
        f"{name}_p": round(pairs.precision, 4),
        f"{name}_r": round(pairs.recall, 4),
        f"{name}_f1": round(pairs.f1, 4),
        f"{name}_pairs": pairs.true,
    }


def _groups(record: Record, sort: Sort) -> Iterator[tuple[str, str, int]]:
    """Of each mention: report, local id, group."""
    same = (mention.c.sort == bearing.c.sort) & (mention.c.number == bearing.c.number)
    asked = select(bearing.c.report, bearing.c.local, mention.c.group_number).join(mention, same)
    with record.looking() as connection:
        rows = connection.execution_options(yield_per=10_000).execute(asked.where(bearing.c.sort == sort))
        yield from rows


def _disk(record: Record) -> int:
    """Bytes that the record takes."""
    if record.folder:
        return sum(file.stat().st_size for file in record.folder.rglob("*") if file.is_file())
    with record.looking() as connection:
        return int(connection.execute(text("select pg_database_size(current_database())")).scalar_one())


def _write_report(reading: Reading, path: Path) -> None:
    """A made reading's report as an input for `rashomon read`."""
    report, published = reading.report, reading.report.published
    day = published.earliest if published else None
    row = {"id": report.id, "text": report.text, "publisher": report.publisher, "published": str(day)}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")


def _one_more(where: str, report: Path) -> Figures:
    """Seconds for one further report: in a fresh process step by step, and without what is loaded once."""
    command = [sys.executable, "-m", "benchmarks.one_more", where, str(report)]
    root = Path(__file__).parent.parent
    started = time.perf_counter()
    steps = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=root).stdout)
    taken = time.perf_counter() - started
    warm = sum(seconds for name, seconds in steps.items() if name != "load")
    return {"one_more_cold_s": round(taken, 2), "one_more_s": round(warm, 2)} | {
        f"one_more_{name}_s": round(seconds, 3) for name, seconds in steps.items()
    }


def _gb(size: int) -> float:
    return round(size / 1e9, 2)


_COLUMNS = {
    "readings": "{readings:,}",
    "put": "{put_s:,.0f} s",
    "linked": "{link_s:,.0f} s",
    "a reading": "{each_ms:.1f} ms",
    "growth": "{growth}",
    "memory": "{link_gb:.2f} GB",
    "disk": "{disk_gb:.2f} GB",
    "incidents F1": "{incident_f1:.3f}",
    "actors F1": "{actor_f1:.3f}",
    "copies F1": "{copy_f1:.3f}",
    "one more": "{one_more_s:.2f} s",
}


def table(runs: list[Figures]) -> str:
    """Runs as a table in Markdown. Growth is the exponent from the row above: 1 is in proportion to the number of readings."""
    lines = ["| " + " | ".join(_COLUMNS) + " |", "|" + "---:|" * len(_COLUMNS)]
    growths = ["", *(f"{growth(one, other):.2f}" for one, other in pairwise(runs))]
    for figures, exponent in zip(runs, growths, strict=True):
        each = 1000 * (figures["put_s"] + figures["link_s"]) / figures["readings"]
        lines.append(
            "| "
            + " | ".join(form.format(**figures, each_ms=each, growth=exponent) for form in _COLUMNS.values())
            + " |"
        )
    return "\n".join(lines)


def growth(small: Figures, large: Figures) -> float:
    """The exponent with which putting and linking grow from one run to a larger one."""
    times = (large["put_s"] + large["link_s"]) / (small["put_s"] + small["link_s"])
    return math.log(times) / math.log(large["readings"] / small["readings"])


if __name__ == "__main__":
    main()
