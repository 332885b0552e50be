"""Marks that would lie on one another, put together with their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import hypot
from typing import NamedTuple

from rashomon.review.drawing.scale import Scale
from rashomon.review.drawing.shapes import Box, Mark

APART = 36.0
"""Pixels between the middles of two clusters at least: twice as far as the largest number reaches."""

COUNTRY = 6
"""The precision (UCDP where_prec) of what is known only to have been in a country."""

BESIDE = 24.0
"""Pixels from what is in its middle, at which a country's number stands: it must still be seen to be that country's."""

ASIDE = ((0, 0), (-1, 0), (1, 0), (0, 1), (0, -1), (-1, 1), (1, 1), (-1, -1), (1, -1))
"""Where a country's number goes if its middle is taken, in so many times that."""


class Cluster(NamedTuple):
    """Marks close to one another, drawn as one where the first is, which has most incidents: pixels from the left and the top."""

    marks: list[Mark]
    x: float
    y: float

    @property
    def incidents(self) -> int:
        """How many in all."""
        return sum(mark.incidents for mark in self.marks)

    @property
    def precision(self) -> int:
        """That of the least precise."""
        return max(mark.precision for mark in self.marks)

    @property
    def box(self) -> Box:
        """Where its marks lie."""
        lats, lons = [mark.lat for mark in self.marks], [mark.lon for mark in self.marks]
        return Box(min(lons), min(lats), max(lons), max(lats))


def clusters(marks: Iterable[Mark], scale: Scale) -> list[Cluster]:
    """Each mark with the fullest one close to it; what is known by country alone stays apart, to the side if need be.

    The least precise come first, so that nothing precise is hidden.
    """
    grid = _Grid()
    national: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (-m.incidents, m.lat, m.lon)):
        x, y = scale.at(mark.lat, mark.lon)
        if mark.precision == COUNTRY:
            national.append(mark)
        elif near := grid.near(x, y):
            near.marks.append(mark)
        else:
            grid.add(Cluster([mark], x, y))
    for mark in sorted(national, key=lambda m: grid.near(*scale.at(m.lat, m.lon), BESIDE) is not None):
        x, y = scale.at(mark.lat, mark.lon)
        around = ((x + BESIDE * dx, y + BESIDE * dy) for dx, dy in ASIDE)
        free = next((at for at in around if not grid.near(*at, BESIDE)), (x, y))
        grid.add(Cluster([mark], *free))
    return sorted(grid.all(), key=lambda each: (-each.precision, -each.incidents, each.y, each.x))


class _Grid:
    """Clusters by where they are, so that only those close by are looked at."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Cluster]] = defaultdict(list)

    def add(self, cluster: Cluster) -> None:
        self._cells[self._cell(cluster.x, cluster.y)].append(cluster)

    def all(self) -> Iterator[Cluster]:
        return chain.from_iterable(self._cells.values())

    def near(self, x: float, y: float, most: float = APART) -> Cluster | None:
        """The closest of those that are closer than so: by default, than two clusters may be."""
        column, row = self._cell(x, y)
        cells = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        there = ((hypot(x - each.x, y - each.y), each) for cell in cells for each in self._cells.get(cell, ()))
        away, found = min(there, key=lambda each: each[0], default=(most, None))
        return found if away < most else None

    @staticmethod
    def _cell(x: float, y: float) -> tuple[int, int]:
        return int(x // APART), int(y // APART)
