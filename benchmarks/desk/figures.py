"""What the answers come to: how long half of them, nineteen of twenty and the slowest took, by kind."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.desk.analyst import Answer


def group_of(kind: str) -> str:
    """Whether it is a page, a decision, or a file that every page needs."""
    return "decision" if kind.startswith("decide") else "file" if kind == "static" else "page"


def figures(answers: Iterable[Answer], cost: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """By kind, and all pages and all decisions together: how many, milliseconds, and how many were refused (409) or failed.

    `cost` is what one costs in processor time, by kind.
    """
    by: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by[f"all: {group_of(answer.kind)}"].append(answer)
        by[answer.kind].append(answer)
    return {kind: _figures(some) | {"cost": cost.get(kind)} for kind, some in sorted(by.items())}


def _figures(answers: list[Answer]) -> dict[str, Any]:
    took = sorted(1000 * answer.seconds for answer in answers)
    return {
        "n": len(took),
        "p50": round(statistics.median(took), 1),
        "p95": round(took[min(len(took) - 1, int(0.95 * len(took)))], 1),
        "max": round(took[-1], 1),
        "conflicts": sum(answer.status == 409 for answer in answers),
        "failed": sum(answer.status >= 400 and answer.status != 409 for answer in answers),
    }


def table(figures: dict[str, dict[str, Any]]) -> str:
    """The same for people."""
    lines = [
        "| what | n | p50 ms | p95 ms | max ms | conflicts | failed | cost ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {kind} | " + " | ".join("–" if value is None else str(value) for value in row.values()) + " |"
        for kind, row in figures.items()
    ]
    return "\n".join(lines)
