"""Who was tied to whom, from when to when, according to whom: a row for each tie."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from rashomon.export.svg import clipped, drawing, element, linked
from rashomon.export.words import counted
from rashomon.review.drawing.axis import Axis, as_of_mark, axis, drawn_axis
from rashomon.review.drawing.bars import OPEN, bar, reach
from rashomon.review.drawing.shapes import Bond

WIDTH, TOP, ROW = 720, 18, 34
LANE = 11
"""Pixels between two reports of one tie that say otherwise when it held."""

LETTER = 6.8


def tie_timeline(bonds: Sequence[Bond], *, as_of: date | None = None, title: str = "Ties over time") -> Markup:
    """Each tie with a name and below it a bar from since to until for each span that is told, open ends dashed and fading.

    A tick stands at each day on which a report told of it. Former ties are lighter, alleged ones dotted, denied ones crossed.
    """
    days = [day for bond in bonds for day in (first_day(bond.since), last_day(bond.until), bond.said) if day]
    if not days:
        return element("p", "No days are told of any tie.", class_="empty")
    along = axis(days, OPEN + 4, WIDTH - OPEN)
    parts: list[Markup] = []
    y = float(TOP)
    rows, undated = _rows(bonds)
    for tie, told in rows.items():
        row, y = _row(tie, told, along, y)
        parts.append(row)
    if as_of:
        parts.append(as_of_mark(along, as_of, 2, y))
    about = "; ".join(_said(tie, told) for tie, told in rows.items()) + "."
    svg = drawing(
        "ties", title, about, WIDTH, y + 26, *drawn_axis(along, y, TOP), *parts, links=any(b.href for b in bonds)
    )
    said = "Bars: when the tie is said to have held. Ticks: when reports said so."
    note = element("figcaption", said + (f" {undated} without any day." if undated else ""))
    return element("figure", element("div", svg, class_="scroll"), note, class_="drawn")


def first_day(told: str | None) -> date | None:
    """Of a day, month or year that a report gives: "2001-11" begins on its first."""
    if not told:
        return None
    year, month, day = (*map(int, told.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(told: str | None) -> date | None:
    """ "2001-11" ends on the 30th."""
    if not told:
        return None
    given = tuple(map(int, told.split("-")))
    year, month = given[0], given[1] if len(given) > 1 else 12
    return date(year, month, given[2] if len(given) > 2 else monthrange(year, month)[1])


def _rows(bonds: Sequence[Bond]) -> tuple[dict[str, list[Bond]], int]:
    """The tellings of each tie together, in the order given; and how many ties have no day at all."""
    found: dict[str, list[Bond]] = defaultdict(list)
    for bond in bonds:
        found[bond.tie].append(bond)
    dated = {tie: told for tie, told in found.items() if any(b.since or b.until or b.said for b in told)}
    return dated, len(found) - len(dated)


def _row(label: str, told: Sequence[Bond], along: Axis, top: float) -> tuple[Markup, float]:
    """One tie, and where the next one goes."""
    spans = list(dict.fromkeys((bond.since, bond.until, bond.status) for bond in told if bond.since or bond.until))
    y = top + 20
    parts = [_label(label, told, along, top)]
    for n, (since, until, status) in enumerate(spans):
        parts.append(bar(along, first_day(since), last_day(until), y + LANE * n, status))
    base = y + LANE * max(len(spans) - 1, 0)
    parts += [_telling(bond, along, base) for bond in {b.said: b for b in reversed(told) if b.said}.values()]
    return element("g", *parts, class_="tie"), base + ROW - 20 + 6


def _label(label: str, told: Sequence[Bond], along: Axis, top: float) -> Markup:
    """The name over the bar, where the bar begins or, late on the axis, up to where it ends."""
    statuses = list(dict.fromkeys(bond.status for bond in told if bond.status != "current"))
    text = f"{label} ({', '.join(statuses)})" if statuses else label
    ends = [_reach(bond, along) for bond in told]
    left, right = min(end for end, _ in ends), max(end for _, end in ends)
    late = left > WIDTH / 2
    x, anchor, room = (right, "end", right) if late else (left, "start", WIDTH - left)
    shape = element("text", clipped(text, int(room / LETTER)), x=x, y=top + 10, text_anchor=anchor)
    return linked(next((bond.href for bond in told if bond.href), None), shape, label=text)


def _reach(bond: Bond, along: Axis) -> tuple[float, float]:
    if bond.since or bond.until:
        return reach(along, first_day(bond.since), last_day(bond.until))
    x = along.x(bond.said or along.first)
    return x, x


def _telling(bond: Bond, along: Axis, y: float) -> Markup:
    """A tick at the day of publication."""
    x = along.x(bond.said or along.first)
    tick = element("path", d=f"M{x:.1f} {y - 5:.1f}v10", class_="said")
    return element("g", element("title", f"{bond.by}, {bond.said}: {bond.status}"), tick, class_=bond.status)


def _said(tie: str, told: Sequence[Bond]) -> str:
    when = next((f", {b.since or '?'} to {b.until or '?'}" for b in told if b.since or b.until), "")
    return f"{tie}{when}, told {counted(len(told), 'time')}"
