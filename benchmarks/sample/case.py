"""One question of the gold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Case(NamedTuple):
    """One question of the gold, and whether the reading answers it. `what` tells a miss."""

    component: str
    right: bool
    what: str


def rates(cases: Iterable[Case]) -> dict[str, tuple[int, int]]:
    """Component → right answers, questions."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for case in cases:
        found[case.component].append(case.right)
    return {component: (sum(right), len(right)) for component, right in found.items()}


def percent(table: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Each component's share of right answers, and the mean of the components."""
    shares = {component: 100 * right / n for component, (right, n) in table.items()}
    return {**shares, "mean": sum(shares.values()) / len(shares)}
