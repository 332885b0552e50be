"""Who was tied to whom, from when to when, according to whom: a row for each tie, in the order of time."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from rashomon.export.svg import clipped, drawing, element, linked
from rashomon.export.words import counted
from rashomon.review.drawing.axis import Axis, as_of_mark, axis, drawn_axis
from rashomon.review.drawing.bars import OPEN, bar
from rashomon.review.drawing.shapes import Bond

WIDTH, TOP, ROW = 960, 14, 26
LANE = 9
"""Pixels between two reports of one tie that say otherwise when it held."""

BESIDE = 10
"""Pixels between two marks of one day."""

LABEL, LETTER = 320, 7.1
"""Pixels to the left of the axis for what the tie is, and that a letter of it takes."""

FEW = 20
"""Rows that are seen at once; those behind them are unfolded."""

# How a report's mark looks that says so: its legend, and a small drawing around (0, 0).
MARKS = {
    "current": ("said to hold", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"),
    "former": ("said to have held once", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"),
    "alleged": ("alleged", "M0 -5l5 5l-5 5l-5 -5z"),
    "denied": ("denied", "M-4 -4l8 8m0 -8l-8 8"),
}

Rows = Sequence[tuple[str, Sequence[Bond]]]


def tie_timeline(bonds: Sequence[Bond], *, as_of: date | None = None, title: str = "Ties over time") -> Markup:
    """Each tie in a row, the earliest first: a bar for each span in which it is said to have held, open ends dashed and fading.

    A mark stands at each day on which a report told of it: a disc where it holds, a ring where it held once, a diamond where it is
    alleged, a cross where it is denied. What no report gives a day of is counted below.
    """
    days = [day for bond in bonds for day in (first_day(bond.since), last_day(bond.until), bond.said) if day]
    if not days:
        return element("p", "No days are told of any tie.", class_="empty")
    along = axis(days, LABEL + OPEN, WIDTH - OPEN)
    rows, undated = _rows(bonds)
    parts = [_drawn(rows[:FEW], along, as_of, title)]
    if rest := rows[FEW:]:
        folded = _drawn(rest, along, as_of, f"{title}, {len(rest)} later ones")
        parts.append(element("details", element("summary", f"{counted(len(rest), 'later tie')}"), folded))
    note = element("figcaption", _legend({bond.status for bond in bonds if bond.said}), _undated(undated))
    return element("figure", *parts, note, class_="drawn")


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


def _rows(bonds: Sequence[Bond]) -> tuple[Rows, int]:
    """The tellings of each tie together, the tie first that is known of first; and how many have no day at all."""
    found: dict[str, list[Bond]] = defaultdict(list)
    for bond in bonds:
        found[bond.tie].append(bond)
    dated = [(tie, told) for tie, told in found.items() if any(b.since or b.until or b.said for b in told)]
    return sorted(dated, key=lambda row: _begins(row[1])), len(found) - len(dated)


def _begins(told: Iterable[Bond]) -> date:
    """The first day that is told of a tie: when it began or, where nobody says, when it ended or was told."""
    days = (first_day(bond.since) or last_day(bond.until) or bond.said for bond in told)
    return min(day for day in days if day)


def _drawn(rows: Rows, along: Axis, as_of: date | None, title: str) -> Markup:
    """Some rows, with the axis below them."""
    parts: list[Markup] = []
    y = float(TOP)
    for tie, told in rows:
        row, y = _row(tie, told, along, y)
        parts.append(row)
    if as_of:
        parts.append(as_of_mark(along, as_of, 2, y))
    about = "; ".join(_said(tie, told) for tie, told in rows) + "."
    links = any(bond.href for _, told in rows for bond in told)
    svg = drawing("ties", title, about, WIDTH, y + 26, *drawn_axis(along, y, TOP), *parts, links=links)
    return element("div", svg, class_="scroll")


def _row(label: str, told: Sequence[Bond], along: Axis, top: float) -> tuple[Markup, float]:
    """One tie, and where the next one goes."""
    spans = list(dict.fromkeys((bond.since, bond.until, bond.status) for bond in told if bond.since or bond.until))
    middle = top + ROW / 2
    below = middle + LANE * max(len(spans) - 1, 0)
    parts = [element("line", x1=LABEL, x2=WIDTH - OPEN, y1=below, y2=below, class_="row"), _label(label, told, middle)]
    for n, (since, until, status) in enumerate(spans):
        parts.append(bar(along, first_day(since), last_day(until), middle + LANE * n, status))
    for day in dict.fromkeys(bond.said for bond in told if bond.said):
        of_day = {bond.status: bond for bond in told[::-1] if bond.said == day}
        parts += [_telling(of_day[status], along.x(day) + BESIDE * n, below) for n, status in enumerate(sorted(of_day))]
    return element("g", *parts, class_="tie"), below + ROW / 2


def _label(label: str, told: Sequence[Bond], y: float) -> Markup:
    """What the tie is, to the left of all; and how it is told where it does not simply hold."""
    statuses = list(dict.fromkeys(bond.status for bond in told if bond.status != "current"))
    how = f" ({', '.join(statuses)})" if statuses else ""
    room = int(LABEL / LETTER) - len(how)
    shape = element("text", clipped(label, room) + how, x=0, y=y + 4)
    return linked(next((bond.href for bond in told if bond.href), None), shape, label=label + how)


def _telling(bond: Bond, x: float, y: float) -> Markup:
    """A mark at the day of publication."""
    mark = element("path", d=MARKS[bond.status][1], class_="said", transform=f"translate({x:.1f} {y:.1f})")
    return element("g", element("title", f"{bond.by}, {bond.said}: {bond.status}"), mark, class_=bond.status)


def _said(tie: str, told: Sequence[Bond]) -> str:
    when = next((f", {b.since or '?'} to {b.until or '?'}" for b in told if b.since or b.until), "")
    return f"{tie}{when}, told {counted(len(told), 'time')}"


def _legend(statuses: set[str]) -> Markup:
    """What the marks mean, each drawn beside its word."""
    entries = []
    for status, (word, path) in MARKS.items():
        if status in statuses:
            mark = element("g", element("path", d=path, class_="said"), class_=status)
            svg = element("svg", mark, viewBox="-8 -6 16 12", class_="drawing ties key", aria_hidden="true")
            entries.append(element("span", svg, f" {word} ", class_="key"))
    return element(
        "span", "Bars: when it is said to have held. At the day of a report: ", Markup(" ").join(entries), " "
    )


def _undated(ties: int) -> Markup:
    return element("span", f"{ties} without any day.", class_="key") if ties else Markup("")
