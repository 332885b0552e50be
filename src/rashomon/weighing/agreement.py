"""How far people who judged of the same things by themselves agree, beyond what chance would give: Krippendorff's alpha.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011 (https://repository.upenn.edu/asc_papers/43): 1 is perfect
agreement, 0 what chance gives, below 0 systematic disagreement. It takes any number of coders, and units that not all have coded.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

V = TypeVar("V", bound=Hashable)

Distance = Callable[[V, V], float]
"""How far two values are from each other, squared (section D of the paper)."""


def nominal(one: Hashable, other: Hashable) -> float:
    """The same or not: kinds of incident, acts."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """By how much they differ: days."""
    return (one - other) ** 2


def ratio(one: float, other: float) -> float:
    """By how much they differ, beside how large they are: two killed more or less are much of three and little of a hundred."""
    return ((one - other) / (one + other)) ** 2 if one + other else 0.0


def alpha(units: Iterable[Sequence[V]], distance: Distance[V]) -> float | None:
    """The agreement on units, each given by the values that its coders gave it; a unit that one alone has coded says nothing.

    None where there is nothing to compare, or where everybody always gives one value: there is then no telling agreement from
    habit.

    >>> alpha([["killing", "killing"], ["clash", "clash"], ["raid", "clash"]], nominal)
    0.5454545454545454
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    all_values: Counter[V] = sum(paired, Counter())
    total = all_values.total()
    expected = _apart(all_values, distance) / (total - 1) if total else 0.0
    if not expected:
        return None
    observed = sum(_apart(unit, distance) / (unit.total() - 1) for unit in paired)
    return 1 - observed / expected


def _apart(values: Mapping[V, int], distance: Distance[V]) -> float:
    """How far all pairs among some values are from each other, in sum."""
    return sum(2 * n * m * distance(one, other) for (one, n), (other, m) in combinations(values.items(), 2))
