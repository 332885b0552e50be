"""Incidents along the days: one by one where they are few, counted where they are many."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, log10

from markupsafe import Markup

from rashomon.export.svg import clipped, drawing, element, linked
from rashomon.export.words import counted
from rashomon.review.drawing.axis import Axis, as_of_mark, axis, drawn_axis
from rashomon.review.drawing.bars import OPEN, bar, lanes, reach
from rashomon.review.drawing.shapes import Bin, Stretch
from rashomon.weighing.dispute import days

WIDTH, LEFT, RIGHT, TOP = 720, 36, 712, 16
TALL = 84
"""Pixels that the fullest bin takes."""

FEW = 60
"""Incidents that are drawn one by one."""

NAMED = 14
"""Incidents that are, and have a row of their own with their name in it."""

ROW, LANE = 30, 12
"""Pixels: a row with a name, one without."""


def timeline(
    bins: Sequence[Bin] = (),
    stretches: Sequence[Stretch] = (),
    *,
    as_of: date | None = None,
    undated: int = 0,
    title: str = "When",
) -> Markup:
    """When incidents were: each a bar from its earliest to its latest day where they are few, else how many in each bin.

    An end that nobody states is dashed and fades. `undated` ones are told of below; `as_of` is marked.
    """
    dated = [each for each in stretches if each.earliest or each.latest]
    without = undated + len(stretches) - len(dated)
    if 0 < len(dated) <= FEW:
        svg = _one_by_one(dated, as_of, title)
    elif any(each.incidents for each in bins):
        svg = _histogram(bins, as_of, title)
    else:
        said = f"{counted(without, 'incident')} without a date. " if without else ""
        return element("p", f"{said}There is nothing to put on a timeline.", class_="empty")
    note = element("figcaption", f"{counted(without, 'incident')} without a date.") if without else Markup("")
    return element("figure", element("div", svg, class_="scroll"), note, class_="drawn")


def _histogram(bins: Sequence[Bin], as_of: date | None, title: str) -> Markup:
    along = axis([day for each in bins for day in (each.first, each.last)], LEFT, RIGHT)
    floor, most = TOP + TALL, max(each.incidents for each in bins)
    fullest = max(bins, key=lambda each: each.incidents)
    about = (
        f"{counted(sum(each.incidents for each in bins), 'incident')} from {along.first} to {along.last}; "
        f"most, {most:,}, from {fullest.first} to {fullest.last}."
    )
    parts = [*_levels(most, floor), *drawn_axis(along, floor, floor)]
    parts += [_bin(each, along, most, floor) for each in bins if each.incidents]
    parts += [as_of_mark(along, as_of, 2, floor)] if as_of else []
    return drawing("timeline", title, about, WIDTH, floor + 24, *parts, links=any(each.href for each in bins))


def _levels(most: int, floor: float) -> Iterator[Markup]:
    """Two lines to read heights by: the fullest bin's, rounded down to a round number, and half of it if that is one."""
    power = 10 ** int(log10(most))
    top = most // power * power
    for level in sorted({top, top // 2 if top % 2 == 0 else top}):
        y = floor - TALL * level / most
        yield element("line", x1=LEFT, x2=RIGHT, y1=y, y2=y, class_="level")
        yield element("text", f"{level:,}", x=LEFT - 5, y=y + 4, text_anchor="end", class_="tick")


def _bin(each: Bin, along: Axis, most: int, floor: float) -> Markup:
    left, right = along.x(each.first), along.after(each.last)
    wide = max(right - left - (1 if right - left > 3 else 0), 1.5)
    tall = max(TALL * each.incidents / most, 2.0)
    hit = element("rect", x=left, y=TOP, width=max(right - left, 1.5), height=TALL, class_="hit")
    shape = element("rect", x=left, y=floor - tall, width=wide, height=tall, class_="count")
    label = each.label or f"{each.first} to {each.last}"
    return linked(each.href, hit, shape, label=f"{label}: {counted(each.incidents, 'incident')}", class_="bin")


def _one_by_one(stretches: Sequence[Stretch], as_of: date | None, title: str) -> Markup:
    stated = [day for each in stretches for day in (each.earliest, each.latest) if day]
    along = axis(stated, OPEN + 4, RIGHT - OPEN)
    named = len(stretches) <= NAMED
    in_order = sorted(stretches, key=lambda s: (s.earliest or s.latest or date.max, s.latest or date.max))
    rows = list(enumerate(in_order)) if named else lanes((*reach(along, s.earliest, s.latest), s) for s in in_order)
    tall = ROW if named else LANE
    floor = TOP + tall * (max(row for row, _ in rows) + 1) + 4
    parts = [*drawn_axis(along, floor, TOP)]
    parts += [_stretch(each, along, TOP + tall * row + (tall - 8 if named else tall / 2), named) for row, each in rows]
    parts += [as_of_mark(along, as_of, 2, floor)] if as_of else []
    about = f"{counted(len(stretches), 'incident')} from {min(stated)} to {max(stated)}."
    return drawing("timeline", title, about, WIDTH, ceil(floor) + 24, *parts, links=any(s.href for s in stretches))


def _stretch(each: Stretch, along: Axis, y: float, named: bool) -> Markup:
    left, right = reach(along, each.earliest, each.latest)
    hit = element("rect", x=left - 2, y=y - 6, width=right - left + 4, height=12, class_="hit")
    shapes = [hit, bar(along, each.earliest, each.latest, y)]
    if named:
        shapes.append(_name(each.label, left, right, y))
    return linked(each.href, *shapes, label=f"{each.label}, {days(each.earliest, each.latest)}", class_="stretch")


def _name(label: str, left: float, right: float, y: float) -> Markup:
    """Above the bar, from where it begins or, where it begins late, up to where it ends; as much of it as fits."""
    late = left > WIDTH / 2
    room = right if late else WIDTH - left
    text = clipped(label, int(room / 6.6))
    return element("text", text, x=right if late else left, y=y - 8, text_anchor="end" if late else "start")
