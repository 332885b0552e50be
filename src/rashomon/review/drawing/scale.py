"""From degrees to places on a drawing."""

from math import cos, radians
from typing import NamedTuple

from rashomon.review.drawing.shapes import Box

KM_PER_DEGREE = 111.2
"""Of latitude."""

WORLD = Box(-180, -58, 180, 84)
LOWEST, TALLEST = 290, 420
"""Pixels that a map takes from top to bottom."""

LEAST = 3.0
"""Degrees across: a single place is shown with what lies around it."""

MARGIN = 0.12
"""Of the room that marks take, left free on each side of them."""


class Scale(NamedTuple):
    """An equirectangular map, true at its middle latitude: how many pixels a degree takes, and what part of the world it is."""

    box: Box
    x: float
    y: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        return (lon - self.box.west) * self.x, (self.box.north - lat) * self.y

    @property
    def height(self) -> float:
        """Of the whole map, in pixels."""
        return self.box.height * self.y

    def pixels(self, km: float) -> float:
        """How long so many kilometres are."""
        return km / KM_PER_DEGREE * self.y


def around(places: list[tuple[float, float]]) -> Box:
    """The part of the world in which these places (latitude, longitude) lie, with a margin; all of it where there are none."""
    if not places:
        return WORLD
    lats, lons = [lat for lat, _ in places], [lon for _, lon in places]
    across = max(max(lons) - min(lons), max(lats) - min(lats), LEAST) * MARGIN
    return Box(min(lons) - across, min(lats) - across, max(lons) + across, max(lats) + across)


def scale(box: Box, width: int) -> Scale:
    """A map that has all of a box in its middle, as tall as it needs within limits."""
    lat, lon = box.middle
    narrow = cos(radians(min(abs(lat), 70)))
    wide, tall = max(box.width, LEAST), max(box.height, LEAST)
    height = min(max(width * tall / (wide * narrow), LOWEST), TALLEST)
    tall = min(max(tall, wide * narrow * height / width), WORLD.height)
    wide = min(tall * width / height / narrow, WORLD.width)
    lat = max(WORLD.south + tall / 2, min(WORLD.north - tall / 2, lat))
    shown = Box(lon - wide / 2, lat - tall / 2, lon + wide / 2, lat + tall / 2)
    return Scale(shown, width / shown.width, height / shown.height)


def nearer(box: Box, factor: float) -> Box:
    """The same middle from closer by: `nearer(box, 2)` is half as wide, `nearer(box, 0.5)` twice."""
    lat, lon = box.middle
    wide, tall = box.width / factor / 2, box.height / factor / 2
    return Box(lon - wide, lat - tall, lon + wide, lat + tall)


def moved(box: Box, east: float, north: float) -> Box:
    """As much further, by parts of its own size."""
    dx, dy = box.width * east, box.height * north
    return Box(box.west + dx, box.south + dy, box.east + dx, box.north + dy)
