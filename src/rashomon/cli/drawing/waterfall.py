"""Why two mentions are held to be one or not: a bar for each comparison, from where the sum stood to where it then stands."""

from collections.abc import Iterator
from itertools import accumulate

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.linking.linkable import Step, Waterfall

BAR = 28
"""Characters of the drawing; half of them on a narrow terminal."""
NARROW = 100


def waterfall(drawn: Waterfall, width: int, left: str = "", right: str = "") -> RenderableType:
    """The comparisons with what they compared, what they add in bits, and the sum."""
    sums = list(accumulate((step.weight for step in drawn.steps), initial=drawn.prior))
    axis = _Axis(min(0.0, *sums), max(0.0, *sums), BAR if width >= NARROW else BAR // 2)
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("compared")
    for heading in (left or "one", right or "other", "found"):
        table.add_column(heading, ratio=1, overflow="fold")
    table.add_column("bits", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, min_width=axis.width)
    table.add_row(Text("before looking", style="dim"), "", "", "", bits(drawn.prior), axis.bar(0.0, drawn.prior))
    for step, before, after in zip(drawn.steps, sums, sums[1:], strict=False):
        if not _is_silent(step):
            said = (step.left, step.right, step.level)
            table.add_row(step.comparison, *map(Text, said), bits(step.weight), axis.bar(before, after))
    table.add_row(
        Text("together", style="bold"), "", "", odds(drawn.weight), bits(drawn.weight), axis.bar(0.0, drawn.weight)
    )
    silent = ", ".join(step.comparison for step in drawn.steps if _is_silent(step))
    return Group(table, Text(f"nothing to compare: {silent}", style="dim")) if silent else table


def _is_silent(step: Step) -> bool:
    """Whether there was nothing to compare, and so nothing to weigh."""
    return not (step.left and step.right) and not round(step.weight, 1)


def bits(weight: float) -> Text:
    """ "+3.2", "−8.1"."""
    return Text(f"{weight:+.1f}".replace("-", "−"), style="green" if weight > 0 else "red" if weight < 0 else "dim")


def odds(weight: float) -> str:
    """A weight as odds.

    >>> odds(10.0), odds(-1.0), odds(40.0)
    ('1,024 to 1 that they are one', '2 to 1 that they are two', 'over a million to 1 that they are one')
    """
    one = "they are one" if weight >= 0 else "they are two"
    return f"over a million to 1 that {one}" if abs(weight) >= 20 else f"{2 ** abs(weight):,.0f} to 1 that {one}"


class _Axis:
    """Where on the drawing a sum of bits stands."""

    def __init__(self, low: float, high: float, width: int) -> None:
        self.low, self.scale, self.width = low, (width - 1) / ((high - low) or 1.0), width

    def _place(self, value: float) -> int:
        return round((value - self.low) * self.scale)

    def bar(self, before: float, after: float) -> Text:
        """From one sum to the next, with a line where the odds are even."""
        start, end = sorted((self._place(before), self._place(after)))
        style = "green" if after > before else "red" if after < before else ""
        return Text.assemble(*self._cells(start, end, style))

    def _cells(self, start: int, end: int, style: str) -> Iterator[tuple[str, str]]:
        even = self._place(0.0)
        for place in range(self.width):
            if style and start <= place <= end:
                yield "█", style
            else:
                yield ("│", "dim") if place == even else (" ", "")
