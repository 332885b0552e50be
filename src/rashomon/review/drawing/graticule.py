"""Lines of latitude and longitude, and a bar that says how long so many kilometres are."""

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from rashomon.export.svg import element
from rashomon.review.drawing.scale import Scale

STEPS = (0.5, 1, 2, 5, 10, 20, 30)
"""Degrees between lines."""

LINES = 6
"""As many across at most."""

ROOM = 40
"""Pixels that a label takes."""

LENGTHS = tuple(n * 10**power for power in range(4) for n in (1, 2, 5))
"""Kilometres that a bar may stand for."""


def graticule(view: Scale, width: int) -> Iterator[Markup]:
    """The lines with their degrees at the edges."""
    box, height = view.box, view.height
    step = next((step for step in STEPS if box.width / step <= LINES), STEPS[-1])
    for lon in _between(box.west, box.east, step):
        x, _ = view.at(0, lon)
        yield element("line", x1=x, x2=x, y1=0, y2=height, class_="degree")
        if x < width - ROOM:
            yield element(
                "text", f"{abs(lon):g}°{'W' if lon < 0 else 'E' if lon else ''}", x=x + 3, y=11, class_="degree"
            )
    for lat in _between(box.south, box.north, step):
        _, y = view.at(lat, 0)
        yield element("line", x1=0, x2=width, y1=y, y2=y, class_="degree")
        if 24 < y < height - 30:
            yield element(
                "text", f"{abs(lat):g}°{'S' if lat < 0 else 'N' if lat else ''}", x=3, y=y - 3, class_="degree"
            )


def _between(low: float, high: float, step: float) -> Iterator[float]:
    value = ceil(low / step) * step
    while value <= high:
        yield value
        value += step


def scale_bar(view: Scale, width: int) -> Markup:
    """The longest round distance that takes at most a sixth of the width."""
    km = max((length for length in LENGTHS if view.pixels(length) <= width / 6), default=LENGTHS[0])
    right, y = width - 12, view.height - 12
    left = right - view.pixels(km)
    line = element("path", d=f"M{left:.1f} {y - 5:.1f}v5H{right}v-5")
    return element("g", line, element("text", f"{km:,} km", x=right, y=y - 8, text_anchor="end"), class_="bar")
