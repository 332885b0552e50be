"""What times are told from: the day of the report, or the day that a narrative has come to.

News is *deictic*: "on Friday" and "last month" count from the day it was written. A history is a *narrative*: "the following
day", "in March" count from the date told last, and its day of publication says nothing. Which of the two a text is, is decided
by how it speaks: "yesterday", "today", "ago" and bare weekdays against dates told with their years.
"""

from collections.abc import Iterable
from datetime import date

from rashomon.reading.times.find import Expression
from rashomon.reading.times.numbers import year
from rashomon.reading.times.period import FINENESS, Period, day_of
from rashomon.record import Report

# A history must have at least this many dates with a year, and this many times as many as words that point to a day of writing.
YEARS_OF_A_HISTORY = 4
YEARS_PER_POINTER = 3
# What lies less than this many years before the day of writing may be news.
YEARS_OF_NEWS = 2


class Anchor:
    """The day of writing, and the periods told so far."""

    def __init__(self, now: date | None, narrative: bool) -> None:
        self.now = None if now is None else day_of(now)
        self.narrative = narrative
        self.told: Period | None = None
        self._by_unit: dict[str, Period] = {}

    @property
    def here(self) -> Period | None:
        """What "last month", "in March" and "on Friday" count from."""
        return self.told if self.narrative else self.now

    @property
    def there(self) -> Period | None:
        """What "the following day" and "two years later" count from."""
        return self.told or (None if self.narrative else self.now)

    def fine(self, unit: str) -> Period | None:
        """The period told last that is no coarser than the unit: for "the next day" a day."""
        told = self.there
        if told is None or FINENESS.index(told.unit) <= FINENESS.index(unit):
            return told
        finer = self._by_unit.get(unit)
        return finer if finer and finer.year == told.year else None

    def tell(self, period: Period) -> None:
        """Remember a period that the text has spoken of."""
        if period.year is not None:
            self.told = period
            self._by_unit[period.unit] = period

    def last(self, unit: str) -> Period | None:
        """The last period of exactly this unit: the quarter spoken of."""
        return self._by_unit.get(unit)


def days_of_writing(report: Report | None) -> tuple[date | None, date | None]:
    """The interval in which a report was written: the dateline's day where it has one."""
    if report is None:
        return None, None
    if report.dateline and report.dateline.date:
        return report.dateline.date, report.dateline.date
    if report.published is None:
        return None, None
    if report.published.earliest is None or report.published.latest is None:
        return None, None  # "yesterday" of a day that is known from one side only is no day
    return report.published.earliest, report.published.latest


def is_narrative(found: Iterable[Expression], now: date | None) -> bool:
    """Whether a text tells history, by the expressions found in it."""
    years, pointers = 0, 0
    for expression in found:
        years += _is_history(expression, now)
        pointers += _points(expression)
    return years >= YEARS_OF_A_HISTORY and years >= YEARS_PER_POINTER * pointers


def _is_history(expression: Expression, now: date | None) -> bool:
    if expression.meaning != "date" or "year" not in expression.groups:
        return False
    told = year(expression.groups["year"])
    return told >= 100 and (now is None or told <= now.year - YEARS_OF_NEWS or "era" in expression.groups)


def _points(expression: Expression) -> bool:
    """ "yesterday", "three weeks ago", "last month", "on Friday"."""
    groups = expression.groups
    if expression.meaning == "near_day":
        return True
    if expression.meaning == "weekday":
        return "plural" not in groups
    return groups.get("direction") == "ago" or groups.get("which") in ("last", "this")
