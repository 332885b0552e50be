"""Stretches of the calendar: the third quarter of 1995, the week before, the 470s BC. TIMEX3 values and days from them.

A period is a unit and its first day. What is not known is None and becomes X in TIMEX3 ("XXXX-09-05"). Years are astronomical
only in their sign: -480 is 480 BC ("BC0480", as TIMEX2 has it), which lies before the days that Python's calendar knows.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

Interval = tuple[date | None, date | None]

MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
FINENESS = (
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_OF = {month: code for code, month in SEASON_STARTS.items()}
NOWHERE: Interval = (None, None)


@dataclass(frozen=True)
class Period:
    """`Period("quarter", 1995, 7)` is the third quarter of 1995."""

    unit: str
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def timex(self) -> str:
        """The TIMEX3 value: `1995-Q3`, `199`, `2006-W02`, `XXXX-WXX-5`."""
        if self.unit in ("week", "weekend", "fortnight"):
            return _week_timex(self) + "-WE" * (self.unit == "weekend")
        if self.unit in _CODES:
            return self._year() + _CODES[self.unit](self)
        if self.unit == "decade":
            return self._year()[:-1]
        if self.unit == "century":
            return self._year()[:-2]
        return self._year()

    def interval(self) -> Interval:
        """First and last day; open where the calendar cannot say."""
        first = self.first
        if first is None:
            return NOWHERE
        if self.unit == "weekend":
            return first + timedelta(5), first + timedelta(6)
        following = self.shift(1).first
        return first, None if following is None else following - timedelta(1)

    def part(self, unit: str, begin: int, end: int) -> Interval:
        """From the `begin`th to the `end`th of the smaller units in it: years 4 to 6 of the 1990s."""
        inner = Period(unit, self.year, self.month or 1, self.day or 1)
        last = self.interval()[1]
        first, until = inner.shift(begin).interval()[0], inner.shift(end).interval()[1]
        return first, min(until, last) if until and last else last

    def shift(self, n: int, unit: str | None = None) -> "Period":
        """The period as long as this one, n units later: two years after May 1999, three weeks before 4 May."""
        unit = unit or self.unit
        if unit in DAYS:
            first = self.first
            return self if first is None else _moved(self, first, n * DAYS[unit])
        if self.year is None:
            return self
        months = _elapsed(self.year) * 12 + (self.month or 1) - 1 + n * MONTHS[unit]
        year, month = _numbered(months // 12), months % 12 + 1
        day = self.day and min(self.day, _month_length(year, month))
        return replace(self, year=year, month=self.month and month, day=day)

    def at(self, unit: str) -> "Period":
        """The period of this unit in which it begins: the quarter of 2001-11-14 is the fourth of 2001."""
        if unit in ("week", "weekend", "fortnight"):
            return self._monday(unit)
        if self.year is None or unit == "day":
            return Period(unit, self.year, *((self.month, self.day) if unit == "day" else (None, None)))
        month = self.month or 1
        if unit == "season":
            return Period(unit, self.year - (month < 3), (month // 3 * 3) or 12)
        if unit in ("month", "quarter", "half"):
            return Period(unit, self.year, (month - 1) // MONTHS[unit] * MONTHS[unit] + 1)
        years = MONTHS[unit] // 12
        whole = abs(self.year) // years * years
        return Period(unit, whole if self.year >= 0 else -whole)

    def _monday(self, unit: str) -> "Period":
        first = self.first
        return Period(unit, None) if first is None else day_of(first - timedelta(first.weekday()), unit)

    @property
    def first(self) -> date | None:
        """The first day, where it is known and in the calendar."""
        if (
            self.year is None
            or not 1 <= self.year <= 9999
            or (self.unit in ("day", "week", "weekend") and not self.day)
        ):
            return None
        try:
            return date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None

    def _year(self) -> str:
        if self.year is None:
            return "XXXX"
        return f"{self.year:04}" if self.year >= 0 else f"BC{-self.year:04}"


def day_of(day: date, unit: str = "day") -> Period:
    """The period that begins on this day."""
    return Period(unit, day.year, day.month, day.day)


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


def _day_code(p: Period) -> str:
    return f"-WXX-{p.weekday}" if p.weekday and p.day is None else f"-{_two(p.month)}-{_two(p.day)}"


def _week_timex(p: Period) -> str:
    if p.first is None:
        return f"{p._year()}-WXX"
    iso = p.first.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


_CODES: dict[str, Callable[["Period"], str]] = {
    "day": _day_code,
    "month": lambda p: f"-{_two(p.month)}",
    "season": lambda p: f"-{SEASON_OF.get(p.month or 0, 'XX')}",
    "quarter": lambda p: f"-Q{(p.month + 2) // 3 if p.month else 'X'}",
    "half": lambda p: f"-H{(p.month + 5) // 6 if p.month else 'X'}",
}


def _moved(period: Period, first: date, days: int) -> Period:
    try:
        moved = first + timedelta(days)
    except OverflowError:
        return Period(period.unit, None)
    return replace(period, year=moved.year, month=moved.month, day=moved.day)


def _elapsed(year: int) -> int:
    """There is no year 0: 1 BC is followed by AD 1."""
    return year if year > 0 else year + 1


def _numbered(elapsed: int) -> int:
    return elapsed if elapsed > 0 else elapsed - 1


def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= year <= 9999 else 30


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
