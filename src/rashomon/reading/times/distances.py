"""Times told by their distance from another: "last week", "two years later", "just over three weeks ago"."""

from dataclasses import replace
from datetime import timedelta

from rashomon.reading.document import tokens_in
from rashomon.reading.times import numbers
from rashomon.reading.times.amounts import CLOCK, length
from rashomon.reading.times.dates import date
from rashomon.reading.times.meaning import Meaning, Told, dated, meaning
from rashomon.reading.times.period import FINENESS, NOWHERE, Interval, Period
from rashomon.reading.times.vocabulary import table
from rashomon.record import TimeType

# Counted from the day of writing; "the previous", "the following" and "that" go on from what was told last.
DEICTIC = frozenset({"", "last", "this", "next", "past", "this past", "this coming", "coming", "current", "upcoming"})
# Which unit is meant when a distance is told in another: nobody counts centuries to the decade.
ROUGH = {"fortnight": "week", "century": "decade", "millennium": "century", "weekend": "week"}
# "Just over three weeks ago" leaves so many days more to either side: half a unit.
SLACK = {"day": 1, "week": 3, "month": 15, "year": 182}


@meaning
def near(told: Told) -> Meaning | None:
    """ "last week" is Monday to Sunday of the week before; "the following day" the one after the day told last."""
    unit = table("unit").get(told["unit"] or told["possessor"], "day")
    unit = "week" if unit == "fortnight" else unit
    which = " ".join(told["which"].split())
    if unit in CLOCK:
        return None
    definite = which and tokens_in(told.head.doc, told.expression.span)[0].lower_ == "the"
    if definite and which != "current" and _runs(told):
        return Meaning(TimeType.DURATION, length(1.0, unit))
    deictic = which in DEICTIC and not (definite and which == "next")
    base = told.anchor.here if deictic and not told.anchor.narrative else told.anchor.fine(unit)
    if base is None:
        return dated(_somewhere(unit, told.anchor.there if not deictic else None))
    return dated(base.at(unit).shift(table("which").get(which, 0)), part=told.part or ("late" if "end" in told else ""))


def _somewhere(unit: str, base: Period | None) -> Period:
    """ "That day", "two days later", when only a month or a year was told: `1943-07-XX`, `1943-XX-XX`."""
    if base is None or FINENESS.index(base.unit) > FINENESS.index("year"):
        return Period(unit, None)
    return Period(unit, base.year, base.month if unit == "day" and base.unit == "month" else None)


def _runs(told: Told) -> bool:
    """ "for the next year": as long as a year, not the year after."""
    return told.head.dep_ == "pobj" and told.head.head.lower_ in table("throughout")


@meaning
def shift(told: Told) -> Meaning | None:
    """ "two years later", "several weeks ago", "the day before"."""
    unit = "day" if told["unit"] == "night" else table("unit")[told["unit"]]
    direction = table("direction").get(told["direction"], 1)
    count = _count(told)
    if unit in CLOCK:
        return _hours(told, count, unit)
    if count is None:
        return Meaning(TimeType.DATE, "PAST_REF" if direction < 0 else "FUTURE_REF")
    base = None if "clause" in told else _base(told, unit, count)
    if base is None or (unit == "week" and base.first is None):
        return dated(Period(ROUGH.get(unit, unit), None))
    if FINENESS.index(base.unit) > max(FINENESS.index(unit), FINENESS.index("week")):
        return dated(_somewhere(unit, Period("year", base.year)))
    return moved(told, base, direction * count, unit)


def _count(told: Told) -> float | None:
    if "count" in told:
        return numbers.quantity(told["count"])
    return None if told["unit"].endswith("s") else 1.0


def _base(told: Told, unit: str, count: float) -> Period | None:
    anchor = told.anchor
    if unit == "year" and count == 1 and not anchor.narrative and (quarter := anchor.last("quarter")):
        return quarter  # sales "a year earlier" are those of the same quarter
    if told["direction"] in ("ago", "hence", "from now", "from today"):
        return anchor.here
    return anchor.fine("day" if unit == "week" else unit) or anchor.there


def moved(told: Told, base: Period, steps: float, unit: str) -> Meaning:
    """The period `steps` units from the base, as fine as the unit is."""
    if base.unit == "quarter":
        return replace(dated(base.shift(int(steps), unit)), period=None)
    if steps % 1 and unit in ("year", "week"):
        steps, unit = (steps * 12, "month") if unit == "year" else (steps * 7, "day")
    there = base.shift(int(steps), unit)
    if FINENESS.index(base.unit) <= FINENESS.index(unit):
        there = there.at(ROUGH.get(unit, unit))
    return replace(dated(there), interval=_around(there, unit)) if "approximately" in told else dated(there)


def _around(period: Period, unit: str) -> Interval:
    first, last = period.interval()
    slack = timedelta(SLACK.get(unit, 0))
    return (first - slack, last + slack) if first and last else (first, last)


def _hours(told: Told, count: float | None, unit: str) -> Meaning:
    """ "ten minutes later" is on the same day; "five hours later" may not be."""
    day = told.anchor.now if told["direction"] == "ago" else told.anchor.fine("day")
    return Meaning(TimeType.DURATION, length(count, unit), day.interval() if day and unit != "hour" else NOWHERE)


@meaning
def from_date(told: Told) -> Meaning | None:
    """ "two days before the May 3 coup in 1992"."""
    start = date(told.only("month", "day", "year"))
    if start is None or start.period is None:
        return None
    return moved(
        told, start.period, table("direction")[told["direction"]] * (_count(told) or 1.0), table("unit")[told["unit"]]
    )


@meaning
def bare(told: Told) -> Meaning | None:
    """ "the quarter", "the weekend": the one that was spoken of, or that of the report."""
    unit, anchor = table("unit")[told["unit"]], told.anchor
    if "bounded" in told or "fiscal" in told:
        return Meaning(TimeType.DURATION, length(1.0, unit))
    if unit == "quarter":
        quarter = anchor.last("quarter")
        return dated(quarter) if quarter else None
    if anchor.here is None:
        return None
    this = anchor.here.at(unit)
    first, now = this.interval()[0], anchor.here.first
    past = unit == "weekend" and told.way <= 0 and first and now and now < first
    return dated(this.shift(-1) if past else this)
