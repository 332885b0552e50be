"""Small drawings for the page, as inline SVG: a number is easier to compare when it is seen."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from rashomon.weighing import Range

WIDTH, ROW, LEFT = 460, 22, 170
"""Pixels: the whole chart, one account's row, and the room for its source's name."""


def range_chart(rows: Sequence[tuple[str, Range]], kind: str) -> Markup:
    """Each account's range of one kind on a common axis: a dot for a number, a line for a range, dashed where an end is open."""
    top = max((r.high or r.low or 0) for _, r in rows) * 1.25 or 1
    lines = [_row(n, source, told, top) for n, (source, told) in enumerate(rows)]
    height = ROW * len(rows) + 10
    head = f'<svg class="range" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(kind)} by account">'
    return Markup(head + "".join(lines) + "</svg>")


def _row(n: int, source: str, told: Range, top: float) -> str:
    y = ROW * n + 14
    low, high = _x(told.low or 0, top), _x(told.high if told.high is not None else top, top)
    name = escape(source if len(source) <= 22 else source[:21] + "…")
    shape = f'<circle cx="{low}" cy="{y}" r="5"/>' if told.low == told.high else _bar(told, low, high, y)
    return f'<text x="0" y="{y + 4}">{name}</text>{shape}<text class="n" x="{high + 10}" y="{y + 4}">{escape(str(told))}</text>'


def _bar(told: Range, low: float, high: float, y: int) -> str:
    known = [x for x, end in ((low, told.low), (high, told.high)) if end is not None]
    ends = "".join(f'<circle cx="{x}" cy="{y}" r="4"/>' for x in known)
    dashed = "" if len(known) == 2 else ' stroke-dasharray="3 3"'
    return f'<line x1="{low}" x2="{high}" y1="{y}" y2="{y}"{dashed}/>{ends}'


def _x(value: float, top: float) -> float:
    return round(LEFT + (WIDTH - LEFT - 90) * value / top, 1)
