"""Bars from day to day: solid between what is stated, dashed and fading where an end is open."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from rashomon.export.svg import element
from rashomon.review.drawing.axis import Axis

OPEN = 34
"""Pixels that an open end is drawn on."""

SHORT = 9
"""Pixels: a bar shorter than so is a dot."""

Thing = TypeVar("Thing")


def reach(along: Axis, first: date | None, last: date | None) -> tuple[float, float]:
    """From where to where a bar goes, open ends included."""
    left = along.x(first) if first else along.x(last or along.last) - OPEN
    right = along.after(last) if last else along.x(first or along.first) + OPEN
    return max(left, 0.0), max(right, left + 3)


def bar(along: Axis, first: date | None, last: date | None, y: float, status: str = "") -> Markup:
    """One bar at a height: a line, an end stated closed by a stroke, an open one dashed and ever fainter."""
    left, right = reach(along, first, last)
    if first and last and right - left < SHORT:
        return element(
            "g", element("circle", cx=(left + right) / 2, cy=y, r=4, class_="short"), class_=f"bar {status}".strip()
        )
    known = element("line", x1=left, x2=right, y1=y, y2=y, class_="known") if first and last else Markup("")
    parts = [known]
    if not (first and last):
        parts += list(_fading(left, right, y, first is not None))
    parts += [element("line", x1=x, x2=x, y1=y - 4, y2=y + 4, class_="end") for x in _stated(left, right, first, last)]
    return element("g", *parts, class_=f"bar {status}".strip())


def _stated(left: float, right: float, first: date | None, last: date | None) -> Iterator[float]:
    if first:
        yield left
    if last:
        yield right


def _fading(left: float, right: float, y: float, rightwards: bool) -> Iterator[Markup]:
    """Three pieces, each fainter than the one nearer to the end that is known."""
    third = (right - left) / 3
    for piece in range(3):
        x = left + piece * third
        faint = piece if rightwards else 2 - piece
        yield element("line", x1=x, x2=x + third, y1=y, y2=y, stroke_dasharray="4 3", class_=f"open faint{faint}")


def lanes(things: Iterable[tuple[float, float, Thing]]) -> list[tuple[int, Thing]]:
    """In which row each goes, so that as few as can be are needed and nothing touches what is in its row."""
    ends: list[float] = []
    placed = []
    for left, right, thing in sorted(things, key=lambda each: each[:2]):
        row = next((n for n, end in enumerate(ends) if end + 4 <= left), len(ends))
        ends[row : row + 1] = [right]
        placed.append((row, thing))
    return placed
