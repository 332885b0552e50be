"""Which year a date belongs to that tells none, and which century "90" does."""

import re
from dataclasses import replace
from datetime import date

from rashomon.reading.document import text_of
from rashomon.reading.times import numbers, tense
from rashomon.reading.times.meaning import Told
from rashomon.reading.times.period import Period
from rashomon.reading.times.tense import BACK, FORWARD
from rashomon.reading.times.vocabulary import table

# How much farther off a date may be that goes with the tense of its clause than one that goes against it.
AGAINST_TENSE = 4.0
# The same for a date that lies ahead in a history, against one that goes back.
STORY_BACK = 1.5
# A year of two digits lies at most this far ahead of the text's own.
YEARS_AHEAD = 10
# So many characters after "Sept. 11" may stand before the end of what tells which one.
REACH = 20


def year_told(told: Told) -> int | None:
    """ "1990", "90", "480 BC", "the same year", "last year"."""
    if told["unit"] == "year":
        return _year_spoken_of(told)
    if "year" not in told:
        return None
    year = numbers.year(told["year"])
    if told["era"].startswith("b"):
        return -year
    return year if year >= 100 else in_century(told, year)


def _year_spoken_of(told: Told) -> int | None:
    which = told["which"].removeprefix("the ")
    base = told.anchor.here if which in ("last", "this", "next") else told.anchor.there
    if base is None or base.year is None:
        return None
    return Period("year", base.year).shift(table("which").get(which, 0)).year


def in_century(told: Told, year: int) -> int:
    """The full year of "90": the last one that ends so and is not far ahead."""
    here = told.anchor.here or told.anchor.there
    base = here.year if here and here.year and here.year > 0 else date.today().year
    full = base // 100 * 100 + year
    return full - 100 if full > base + YEARS_AHEAD else full


def in_year(told: Told, period: Period) -> Period:
    """A month, day, quarter or season whose year is not told: "in September", "last April", "on 6 March"."""
    if known := _known_year(told, period):
        return replace(period, year=known)
    here = told.anchor.here
    if here is None or here.year is None or period.unit == "year":
        return period
    this = Period(period.unit, here.year, period.month, period.day)
    step = table("which").get(told["after"] or told["which"])
    return nearest(this, told, here) if step is None else _next_or_last(this, here, step)


def _known_year(told: Told, period: Period) -> int | None:
    known = table("known_day").get(f"{period.month}-{period.day}")
    if known is None:
        return None
    start, end = told.expression.span
    following = re.findall(r"[a-z]+", text_of(told.head.doc)[start : end + REACH].lower())
    return known["year"] if set(known["before"]) & set(following) else None


def _next_or_last(this: Period, here: Period, step: int) -> Period:
    starts, until, now = this.first, this.interval()[1], here.first
    if starts is None or until is None or now is None or step == 0:
        return this
    if step < 0:
        return this if until < now else this.shift(-1, "year")
    return this if starts > now else this.shift(1, "year")


def nearest(this: Period, told: Told, here: Period) -> Period:
    """Of last year's, this year's and next year's the nearest, when the tense has had its say."""
    around = [p for p in (this.shift(-1, "year"), this, this.shift(1, "year")) if p.first is not None]
    if "weekday" in told:
        around = [p for p in around if p.first and p.first.isoweekday() == weekday_number(told)] or around
    now, until = here.interval()
    if now is None or until is None or not around:
        return this
    back, forward = _costs(told)
    return min(around, key=lambda p: _distance(p, now, until, back, forward))


def weekday_number(told: Told) -> int:
    """Monday is 1."""
    name = told["weekday"].rstrip(".")
    return int(table("weekday").get(name) or table("short_weekday")[name])


def _costs(told: Told) -> tuple[float, float]:
    """What a day back and a day forward weigh. Histories go forward; a verb in the past makes the future unlikely."""
    if told.anchor.narrative:
        return STORY_BACK, 1.0
    if tense.is_limit(told.head):
        return 1.0, 1.0
    return (AGAINST_TENSE if told.way == FORWARD else 1.0), (AGAINST_TENSE if told.way == BACK else 1.0)


def _distance(period: Period, now: date, until: date, back: float, forward: float) -> float:
    first, last = period.interval()
    if first is None or last is None or (first <= until and now <= last):
        return 0.0
    return (now - last).days * back if last < now else (first - until).days * forward
