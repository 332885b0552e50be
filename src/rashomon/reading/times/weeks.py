"""Weeks and days of a larger period: "the week of 6 March", "the last week of September", "the first three days of 2006"."""

from datetime import date as Day
from datetime import timedelta

from rashomon.reading.times import numbers
from rashomon.reading.times.amounts import length
from rashomon.reading.times.dates import date
from rashomon.reading.times.meaning import Meaning, Told, dated, meaning
from rashomon.reading.times.period import DAYS, Interval
from rashomon.reading.times.vocabulary import table
from rashomon.record import TimeType


@meaning
def week_of(told: Told) -> Meaning | None:
    """ "the week of March 6": Monday to Sunday."""
    start = date(told.only("month", "day", "year"))
    return dated(start.period.at("week")) if start and start.period else None


@meaning
def stretch(told: Told) -> Meaning | None:
    """ "the last week of September": a length, and the days it takes."""
    whole = date(told.only("month", "day", "year")) if "month" in told or "year" in told else None
    if whole is None:
        return None
    unit = table("unit")[told["unit"]]
    count = numbers.quantity(told["count"]) if "count" in told else 1.0
    first, last = whole.interval
    if first and last and count and unit in DAYS:
        first, last = _stretch(told["end"], first, last, timedelta(int(count) * DAYS[unit] - 1))
    return Meaning(TimeType.DURATION, length(count, unit), (first, last), whole.period)


def _stretch(end: str, first: Day, last: Day, days: timedelta) -> Interval:
    if end in ("last", "final"):
        return last - days, last
    nth = 1 if end == "opening" else numbers.ordinal(end)
    start = first + (nth - 1) * (days + timedelta(1))
    return start, min(start + days, last)
