"""What the benchmarks are: `benches.toml`, and the reports each reads."""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rashomon import reports
from rashomon.record import Report

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "bench"


@dataclass(frozen=True)
class FigureOf:
    """One figure of a benchmark: where it stands in the scorer's JSON, what to reach, what to beat."""

    at: str
    reach: float | None = None
    beat: str = ""


@dataclass(frozen=True)
class Bench:
    """One benchmark: its scorer, its data, and the figures that count."""

    name: str
    scorer: str
    figures: dict[str, FigureOf]
    data: str = ""
    gold: str = ""
    reports: str = ""

    @property
    def gold_path(self) -> Path:
        """The gold file of the scorer."""
        path = SHARED / "data" / (self.gold or self.data)
        return path if path.suffix == ".json" else path.with_name(path.name + ".gold.jsonl")

    @property
    def report_paths(self) -> list[Path]:
        """The files with the reports."""
        if self.reports:
            return sorted((SHARED / self.reports).glob("*.txt"))
        path = SHARED / "data" / self.data
        return [path.with_name(path.name + ".reports.jsonl")]

    @property
    def digest(self) -> str:
        """Of the reports and the gold: a floor holds only for the data it was measured on."""
        data = b"".join(path.read_bytes() for path in [*self.report_paths, self.gold_path])
        return hashlib.sha256(data).hexdigest()[:16]

    def read_reports(self) -> Iterator[Report]:
        """The reports, as a user of the program would have them."""
        if self.reports:
            for path in self.report_paths:
                yield reports.report_of(path.read_text(encoding="utf-8"), id=path.stem)
            return
        with self.report_paths[0].open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                about = {key: row[key] for key in ("id", "published", "title", "publisher")}
                yield reports.report_of(row["text"], **about)


@cache
def benches() -> dict[str, Bench]:
    """All benchmarks by name."""
    table = tomllib.loads((HERE / "benches.toml").read_text(encoding="utf-8"))
    found = {}
    for name, entry in table.items():
        figures = {figure: FigureOf(**about) for figure, about in entry.pop("figures").items()}
        found[name] = Bench(name=name, figures=figures, **entry)
    return found
