"""One range out of many accounts' figures, by a rule that is named in the result."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from rashomon.record import FigureKind, Noun
from rashomon.weighing.telling import Telling


class Range(Noun):
    """What one account says of one kind of figure, its parts added up: "an Afghan soldier and two insurgents" is 3 to 3."""

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


def _lows(ranges: Sequence[Range]) -> list[int]:
    return [r.low for r in ranges if r.low is not None]


def _highs(ranges: Sequence[Range]) -> list[int]:
    return [r.high for r in ranges if r.high is not None]


def _span(ranges: Sequence[Range]) -> tuple[int | None, int | None]:
    """The narrowest range that holds every value an account commits to; open where all accounts leave it open.

    "At least 22" beside "35" does not contradict it and adds nothing: it only leaves open what the other states.
    """
    exact = [r for r in ranges if not any(_leaves_open(r, other) for other in ranges)]
    values = _lows(exact) + _highs(exact)
    low = min(values) if _lows(exact) else None
    open_above = all(r.high is None for r in exact)
    return low, None if open_above else max(values, default=None)


def _leaves_open(a: Range, b: Range) -> bool:
    """Whether `a` has no upper end and holds all of `b`, which has one."""
    return a.high is None and b.high is not None and b.low is not None and (a.low or 0) <= b.low


def by_range(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """From the lowest to the highest value any account commits to; best is the lowest (ACLED: the most conservative)."""
    low, high = _span(ranges)
    return low, low, high


def conservative(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """The lowest account alone."""
    lowest = min(ranges, key=lambda r: (r.low if r.low is not None else r.high or 0, r.high or 0))
    return lowest.low, lowest.low if lowest.low is not None else lowest.high, lowest.high


def latest(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """The account that appeared last; among those of one day, the last in the report."""
    last = max(enumerate(ranges), key=lambda item: (item[1].published or date.min, item[0]))[1]
    return last.low, last.low if last.low is not None else last.high, last.high


def majority(ranges: Sequence[Range]) -> tuple[int | None, int | None, int | None]:
    """Best is the value that most accounts give, the lowest of them on a tie; low and high as by `range`."""
    low, high = _span(ranges)
    values = Counter(r.low if r.low is not None else r.high for r in ranges)
    best = min(values, key=lambda value: (-values[value], value or 0), default=None)
    return low, best, high


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
    """What each origin says of one kind; the same from one origin is listed once."""
    return list({(origin, r.low, r.high): r for origin, r in told_by_origin(tellings, kind)}.values())


def told_by_origin(tellings: Iterable[Telling], kind: FigureKind) -> list[tuple[str, Range]]:
    """Who gives which range, in the order of telling, the parts of one account added up."""
    found = []
    for telling in tellings:
        figures = [f for f in telling.account.figures if f.kind is kind]
        if figures:
            low = None if all(f.low is None for f in figures) else sum(f.low or 0 for f in figures)
            high = None if any(f.high is None for f in figures) else sum(f.high or 0 for f in figures)
            found.append((telling.origin, Range(low=low, high=high, of=figures[0].of, published=telling.published)))
    return found
