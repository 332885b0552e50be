"""One range out of many accounts' figures, by a rule that is named in the result."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import inf

from rashomon.record import FigureKind, Noun
from rashomon.weighing.telling import Telling, in_order


class Range(Noun):
    """What one account says of one kind of figure, its parts added up: "an Afghan soldier and two insurgents" is 3 to 3.

    `published` is the day by which it had first appeared.
    """

    low: int | None
    high: int | None
    of: str
    published: date | None = None

    def __str__(self) -> str:
        return bounds(self.low, self.high)


class WeighedFigure(Noun):
    """ "between 15 and 30 killed, best 15, by the rule `range`": low, best and high are null where no account bounds them."""

    kind: FigureKind
    of: str
    low: int | None
    best: int | None
    high: int | None
    rule: str

    def __str__(self) -> str:
        return bounds(self.low, self.high)


def bounds(low: int | None, high: int | None) -> str:
    """A range as a person would write it.

    >>> bounds(None, 30), bounds(22, None), bounds(15, 30), bounds(9, 9)
    ('up to 30', '22 or more', '15 to 30', '9')
    """
    if low == high:
        return str(low)
    if low is None:
        return f"up to {high}"
    return f"{low} or more" if high is None else f"{low} to {high}"


def _value(told: Range) -> int:
    """The one number for what an account says: the lower end, or the upper where that alone is stated."""
    return told.low if told.low is not None else told.high or 0


def _lows(ranges: Sequence[Range]) -> list[int]:
    return [r.low for r in ranges if r.low is not None]


def _highs(ranges: Sequence[Range]) -> list[int]:
    return [r.high for r in ranges if r.high is not None]


def _span(ranges: Sequence[Range]) -> tuple[int | None, int | None]:
    """The narrowest range that holds every value an account commits to; open where all accounts leave it open.

    "At least 22" beside "35" does not contradict it and adds nothing: it only leaves open what the other states.
    """
    stating = _stating(ranges)
    values = _lows(stating) + _highs(stating)
    low = min(values) if _lows(stating) else None
    open_above = all(r.high is None for r in stating)
    return low, None if open_above else max(values, default=None)


def _stating(ranges: Sequence[Range]) -> list[Range]:
    """The ranges but those without an upper end that hold all of one which has both ends."""
    highest = max((r.low for r in ranges if r.low is not None and r.high is not None), default=-1)
    return [r for r in ranges if r.high is not None or (r.low or 0) > highest]


def by_range(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """From the lowest to the highest value any account commits to; best is the lowest (ACLED: the most conservative)."""
    low, high = _span(ranges)
    return low, low, high


def conservative(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """The lowest account alone; of two that begin with one number, the one that ends lower."""
    lowest = min(ranges, key=lambda r: (_value(r), inf if r.high is None else r.high))
    return lowest.low, _value(lowest), lowest.high


def latest(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """What appeared last; what appeared on one day as by `range`, since nobody knows the hour."""
    last = max(r.published or date.min for r in ranges)
    return by_range([r for r in ranges if (r.published or date.min) == last])


def majority(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """Best is the value that most accounts give, the lowest of them on a tie; low and high as by `range`."""
    low, high = _span(ranges)
    values = Counter(_value(r) for r in _stating(ranges))
    return low, min(values, key=lambda value: (-values[value], value)), high


RULES: dict[str, Callable[[Sequence[Range]], tuple[int | None, int | None, int | None]]] = {
    "range": by_range,
    "conservative": conservative,
    "latest": latest,
    "majority": majority,
}


def weigh_figures(tellings: Iterable[Telling], rule: str = "range") -> list[WeighedFigure]:
    """The figures of an incident, one per kind, by the named rule. An origin that is told twice counts once."""
    told = list(tellings)
    weighed = []
    for kind in FigureKind:
        ranges = told_ranges(told, kind)
        if ranges:
            low, best, high = RULES[rule](ranges)
            weighed.append(WeighedFigure(kind=kind, of=ranges[0].of, low=low, best=best, high=high, rule=rule))
    return weighed


def told_ranges(tellings: Iterable[Telling], kind: FigureKind) -> list[Range]:
    """What each origin says of one kind; the same from one origin counts once, on the day when it first appeared."""
    first: dict[tuple[str, int | None, int | None], Range] = {}
    for origin, told in told_by_origin(tellings, kind):
        first.setdefault((origin, told.low, told.high), told)
    return list(first.values())


def told_by_origin(tellings: Iterable[Telling], kind: FigureKind) -> list[tuple[str, Range]]:
    """Who gives which range, in the order of publication, the parts of one account added up; no number is no range."""
    found = []
    giving = [telling for telling in tellings if any(figure.kind is kind for figure in telling.account.figures)]
    for telling in in_order(giving):
        figures = [f for f in telling.account.figures if f.kind is kind and (f.low, f.high) != (None, None)]
        if figures:
            low = None if all(f.low is None for f in figures) else sum(f.low or 0 for f in figures)
            high = None if any(f.high is None for f in figures) else sum(f.high or 0 for f in figures)
            found.append((telling.origin, Range(low=low, high=high, of=figures[0].of, published=telling.published)))
    return found
