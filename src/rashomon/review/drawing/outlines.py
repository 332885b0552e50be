"""Country outlines as paths, made once and kept: Natural Earth's, simplified (see CARD.md beside this)."""

import gzip
import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.review.drawing.shapes import Box

SHIPPED = Path(__file__).with_name("outlines.json.gz")

UNITS, AROUND = 100, 36000
"""Paths count hundredths of a degree, and northward is up, so that they count down; so many go around the world."""

# From how many degrees across the less detailed outlines do: their borders are then off by half a pixel.
WIDEST = ((100.0, 0), (25.0, 1), (0.0, 2))


class Outline(NamedTuple):
    """One polygon of a country (its mainland, an island); `path` is the `d` of an SVG path in hundredths of a degree."""

    code: str | None
    name: str
    box: Box
    path: str


def outlines(box: Box) -> list[Outline]:
    """The polygons that reach into a part of the world, as detailed as its size can show."""
    level = next(level for across, level in WIDEST if box.width > across)
    return [outline for outline in _level(level) if _meet(outline.box, box)]


def _meet(one: Box, other: Box) -> bool:
    return one.west < other.east and one.east > other.west and one.south < other.north and one.north > other.south


@cache
def _shipped() -> dict[str, Any]:
    shipped: dict[str, Any] = json.loads(gzip.decompress(SHIPPED.read_bytes()))
    return shipped


@cache
def _level(level: int) -> tuple[Outline, ...]:
    """Every polygon at a level of detail, but for those too small to be seen at it."""
    shipped = _shipped()
    arcs = [list(_points(steps)) for steps in shipped["levels"][level]]
    return tuple(
        outline
        for country in shipped["countries"]
        for polygon in country["polygons"]
        for outline in _outlines(country, [_ring(ring, arcs) for ring in polygon])
    )


def _points(steps: list[int]) -> Iterator[tuple[int, int]]:
    return zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)


def _ring(ring: Iterable[int], arcs: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The points around a polygon; an arc begins where the one before it ends, if need be beyond the 180th meridian."""
    points: list[tuple[int, int]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        back = AROUND * round((arc[0][0] - points[-1][0]) / AROUND) if points else 0
        points += [(x - back, y) for x, y in (arc[1:] if points else arc)]
    return points[:-1]


def _outlines(country: dict[str, Any], rings: list[list[tuple[int, int]]]) -> Iterator[Outline]:
    """A polygon; what reaches beyond the 180th meridian is there again on the other side of the map."""
    if len(rings[0]) < 3:
        return
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    beyond = {-AROUND: max(xs) > AROUND / 2, AROUND: min(xs) < -AROUND / 2}
    for shift in (0, *(shift for shift, reaches in beyond.items() if reaches)):
        box = Box((min(xs) + shift) / UNITS, min(ys) / UNITS, (max(xs) + shift) / UNITS, max(ys) / UNITS)
        path = "".join(_path([(x + shift, y) for x, y in ring]) for ring in rings if len(ring) > 2)
        yield Outline(country["code"], country["name"], box, path)


def _path(ring: list[tuple[int, int]]) -> str:
    (x, y), *_ = ring
    steps = (f"{bx - ax} {ay - by}" for (ax, ay), (bx, by) in pairwise(ring))
    return f"M{x} {-y}l{' '.join(steps)}z"
