"""The pinned floors: no change may lower a figure unseen. `floors.json` has each figure with the digest of its data."""

import json
from pathlib import Path
from typing import TypedDict

from benchmarks.bench import Bench

PATH = Path(__file__).parent / "floors.json"
MARGIN = 0.3
"""Points a figure may differ by between machines: the language model's arithmetic is not the same on every processor."""


class Floors(TypedDict):
    """A benchmark's floors: the digest of its data, the figures, and the reasons why any was ever lowered."""

    digest: str
    figures: dict[str, float]
    lowered: list[str]


def floors() -> dict[str, Floors]:
    """The pinned floors, by benchmark."""
    table: dict[str, Floors] = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    return table


def floor_figures(name: str) -> dict[str, float]:
    """The floors of one benchmark's figures; none where none were pinned."""
    pinned = floors().get(name)
    return pinned["figures"] if pinned else {}


def fallen(bench: Bench, measured: dict[str, float]) -> list[str]:
    """The figures below their floor, in words; none where the floor was pinned on other data."""
    pinned = floors().get(bench.name)
    if pinned is None or pinned["digest"] != bench.digest:
        return []
    return [
        f"{bench.name}: {name} is {measured[name]:.2f}, its floor {value:.2f}"
        for name, value in pinned["figures"].items()
        if name in measured and measured[name] < value - MARGIN
    ]


def pin(bench: Bench, measured: dict[str, float], why_lower: str = "") -> list[str]:
    """Pin the figures as floors. One that would be lowered is refused, and named, unless a reason is given."""
    table = floors()
    lower = fallen(bench, measured)
    if lower and not why_lower:
        return lower
    reasons = table[bench.name]["lowered"] if bench.name in table else []
    table[bench.name] = {
        "digest": bench.digest,
        "figures": {name: round(value, 2) for name, value in measured.items()},
        "lowered": [*reasons, f"{why_lower} ({'; '.join(lower)})"] if lower else reasons,
    }
    PATH.write_text(json.dumps(dict(sorted(table.items())), indent=1) + "\n", encoding="utf-8")
    return []
