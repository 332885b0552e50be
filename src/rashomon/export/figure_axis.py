"""What accounts say of one number, on one axis: a number is easier to compare when it is seen."""

from collections.abc import Iterable, Iterator
from math import log10
from typing import NamedTuple

from markupsafe import Markup

from rashomon.export.story import Chart
from rashomon.export.svg import clipped, drawing, element
from rashomon.weighing import Range, WeighedFigure

WIDTH, LEFT, RIGHT = 400, 10, 390
ROW, TOP = 36, 4
LETTER = 6.6
"""Pixels that a letter of 12 pixels takes at most on average."""

LOG_FROM = 100
"""How many times the smallest the largest is, from which a linear axis would press the small ones into its corner."""

STEPS = tuple(n * 10**power for power in range(9) for n in (1, 2, 5))


class Scale(NamedTuple):
    """Where numbers are between left and right; `lowest` is None on a linear axis, which begins at nothing."""

    highest: float
    lowest: float | None = None

    def x(self, value: float) -> float:
        """Pixels from the left."""
        if self.lowest is None:
            part = value / self.highest
        else:
            part = log10(max(value, self.lowest) / self.lowest) / log10(self.highest / self.lowest)
        return LEFT + (RIGHT - LEFT) * part

    def ticks(self) -> list[int]:
        """Round numbers, at most six of them."""
        if self.lowest is None:
            step = next(step for step in STEPS if self.highest / step <= 5)
            return list(range(0, int(self.highest) + 1, step))
        powers = [10**n for n in range(10) if self.lowest <= 10**n <= self.highest]
        return powers[:: -(-len(powers) // 6)]


def figure_axis(chart: Chart, weighed: Iterable[WeighedFigure] = ()) -> Markup:
    """Each account's range of one kind of figure: a dot for a number, a line for a range, dashed where an end is open.

    Those who take part in the conflict have a diamond for a dot. What follows by the rule is the band on top, if the figures that
    were weighed are given.
    """
    derived = next((figure for figure in weighed if figure.kind.value == chart.kind), None)
    scale = _scale([r for _, r in chart.rows])
    rows = list(chart.rows)
    first = TOP + (ROW if derived else 0)
    floor = first + ROW * len(rows)
    parts = list(_ticks(scale, floor))
    parts += _derived(derived, scale, floor) if derived else []
    parts += [_row(told, by, by in chart.parties, first + ROW * n, scale) for n, (by, told) in enumerate(rows)]
    notes = list(_notes(chart, scale))
    parts += [element("text", note, x=LEFT, y=floor + 34 + 15 * n, class_="quiet") for n, note in enumerate(notes)]
    kind = chart.kind.replace("_", " ")
    about = "; ".join(f"{by}: {told}" for by, told in rows) + "."
    about += f" By the rule “{derived.rule}”: {derived}." if derived else ""
    return drawing("figures", f"{kind} by account", about, WIDTH, floor + 24 + 15 * len(notes), *parts)


def _scale(ranges: Iterable[Range]) -> Scale:
    values = [value for r in ranges for value in (r.low, r.high) if value]
    highest, lowest = max(values, default=1), min(values, default=1)
    if highest > LOG_FROM * lowest:
        return Scale(highest * 1.3, 10.0 ** int(log10(lowest)))
    return Scale(highest * 1.12)


def _ticks(scale: Scale, floor: float) -> Iterator[Markup]:
    yield element("line", x1=LEFT, x2=RIGHT, y1=floor + 2, y2=floor + 2, class_="axis")
    for value in scale.ticks():
        x = scale.x(value)
        yield element("line", x1=x, x2=x, y1=TOP, y2=floor + 5, class_="tick")
        yield element("text", f"{value:,}", x=x, y=floor + 18, text_anchor="middle", class_="tick")


def _derived(figure: WeighedFigure, scale: Scale, floor: float) -> list[Markup]:
    """The band from low to high, down through all accounts, and the best value as a line in it."""
    left, right = _ends(figure.low, figure.high, scale)
    y = TOP + 20
    best = f", best {figure.best:,}" if figure.best is not None and figure.low != figure.high else ""
    parts = [
        element("rect", x=left - 3, y=y - 2, width=right - left + 6, height=floor - y + 2, class_="band"),
        element("rect", x=left - 3, y=y - 2, width=right - left + 6, height=8, rx=2, class_="derived"),
        *_label(f"by the rule “{figure.rule}”", f"{figure}{best}", TOP + 12, "derived"),
    ]
    if figure.best is not None:
        x = scale.x(figure.best)
        parts.append(element("line", x1=x, x2=x, y1=y - 4, y2=y + 8, class_="best"))
    return parts


def _row(told: Range, by: str, party: bool, top: float, scale: Scale) -> Markup:
    """Who says it and what, and below it where that is."""
    left, right = _ends(told.low, told.high, scale)
    y = top + 22
    known = [x for x, end in ((left, told.low), (right, told.high)) if end is not None]
    dots = [_dot(x, y, party) for x in dict.fromkeys(known)]
    dashed = None if len(known) == 2 else "4 3"
    line = [element("line", x1=left, x2=right, y1=y, y2=y, stroke_dasharray=dashed)] if left != right else []
    return element("g", *_label(by, str(told), top + 12), *line, *dots, class_="account party" if party else "account")


def _label(text: str, value: str, y: float, class_: str | None = None) -> Iterator[Markup]:
    """The words to the left, cut where they would touch the value to the right."""
    room = int((RIGHT - LEFT) / LETTER) - len(value) - 2
    yield element("text", clipped(text, max(room, 8)), x=LEFT, y=y, class_=class_)
    yield element("text", value, x=RIGHT, y=y, text_anchor="end", class_="value")


def _ends(low: int | None, high: int | None, scale: Scale) -> tuple[float, float]:
    """An end that is open is that of the axis."""
    return (LEFT if low is None else scale.x(low)), (RIGHT if high is None else scale.x(high))


def _dot(x: float, y: float, party: bool) -> Markup:
    if party:
        return element("path", d=f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6-6z", class_="dot")
    return element("circle", cx=x, cy=y, r=4.5, class_="dot")


def _notes(chart: Chart, scale: Scale) -> Iterator[str]:
    if chart.parties:
        yield "◆ takes part in the conflict"
    if scale.lowest is not None:
        yield "Logarithmic: each tick is ten times the one before it or more."
