"""Days from left to right, with ticks where a person would put them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from rashomon.export.svg import element

TICKS = 8
"""As many at most: a day's label takes 66 pixels."""

LETTER, EDGE = 6.8, 8
"""Pixels that a letter of a label takes, and that a drawing has to the right of its axis at least."""

YEARS, MONTHS, DAYS = (1, 2, 5, 10, 20, 50, 100, 500), (1, 3, 6), (1, 2, 7, 14)
"""From one tick to the next."""


class Axis(NamedTuple):
    """From a first day to a last one, and from where to where in pixels."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def x(self, day: date) -> float:
        """Where a day begins; days beyond an end are at it."""
        part = (day - self.first).days / self.days
        return self.left + (self.right - self.left) * min(max(part, 0.0), 1.0)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.x(day + timedelta(days=1)) if day < date.max else self.right


def axis(days: Sequence[date], left: float, right: float) -> Axis:
    """The axis on which all these days lie; a single one has some days around it."""
    first, last = min(days), max(days)
    if (last - first).days < 6:
        first = max(first, date.min + timedelta(days=3)) - timedelta(days=3)
        last = min(last, date.max - timedelta(days=3)) + timedelta(days=3)
    return Axis(first, last, left, right)


def ticks(along: Axis) -> list[tuple[date, str]]:
    """The days that are marked, with what stands at them: "2006", "2006-01" or "2006-01-14"."""
    if along.days > 366 * 2:
        step = next((n for n in YEARS if along.days / 365.25 / n <= TICKS), YEARS[-1])
        years = range(-(-along.first.year // step) * step, along.last.year + 1, step)
        return [(day, f"{day.year}") for year in years if year and _within(day := date(year, 1, 1), along)]
    if along.days > 7 * TICKS:
        step = next((n for n in MONTHS if along.days / 30.4 / n <= TICKS), MONTHS[-1])
        return [(day, f"{day:%Y-%m}") for day in _months(along.first, along.last, step) if _within(day, along)]
    step = next((n for n in DAYS if along.days / n <= TICKS), DAYS[-1])
    return [(day, str(day)) for n in range(0, along.days, step) if (day := along.first + timedelta(days=n))]


def _months(first: date, last: date, step: int) -> Iterator[date]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        if month % step == 0:
            yield date(month // 12, month % 12 + 1, 1)


def _within(day: date, along: Axis) -> bool:
    return along.first <= day <= along.last


def drawn_axis(along: Axis, y: float, top: float) -> Iterator[Markup]:
    """The line, and each tick with a hair line up to the top and, where there is room, its label below."""
    yield element("line", x1=along.left, x2=along.right, y1=y, y2=y, class_="axis")
    ends = 0.0
    for day, label in ticks(along):
        x, room = along.x(day), LETTER / 2 * len(label)
        yield element("line", x1=x, x2=x, y1=top, y2=y + 4, class_="tick")
        if x - room >= ends and x + room <= along.right + EDGE:
            yield element("text", label, x=x, y=y + 17, text_anchor="middle", class_="tick")
            ends = x + room + LETTER


def as_of_mark(along: Axis, day: date, top: float, y: float) -> Markup:
    """A line at the day as of which is looked; what is known goes no further."""
    x = along.x(day)
    beyond = " →" if day > along.last else ""
    right = x > (along.left + along.right) / 2
    text = element(
        "text", f"as of {day}{beyond}", x=x - 4 if right else x + 4, y=top + 8, text_anchor="end" if right else "start"
    )
    return element("g", element("line", x1=x, x2=x, y1=top, y2=y), text, class_="as-of")
