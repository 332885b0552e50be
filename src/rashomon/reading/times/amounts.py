"""How long and how often: "three weeks", "the past decade", "every Monday"; and times with no place on the calendar."""

from rashomon.reading.times import numbers
from rashomon.reading.times.meaning import Meaning, Told, meaning
from rashomon.reading.times.vocabulary import table
from rashomon.record import TimeType

# Designators of ISO 8601, and what it has none for. Hours and less stand after a T.
DESIGNATORS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
MULTIPLES = {
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
}
VAGUE_MULTIPLES = {"decade": "DE", "century": "CE", "millennium": "ML"}
CLOCK = frozenset({"second", "minute", "hour"})
FRACTIONS = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S"), "day": (24, "H")}


def length(count: float | None, unit: str) -> str:
    """A duration as TIMEX3 has it.

    >>> length(2.5, "year")
    'P2Y6M'
    """
    t = "T" if unit in CLOCK else ""
    if count is None:
        return f"P{t}X{VAGUE_MULTIPLES.get(unit) or DESIGNATORS.get(unit) or MULTIPLES[unit][1]}"
    if unit in MULTIPLES:
        times, letter = MULTIPLES[unit]
        return f"P{count * times:g}{letter}"
    whole, rest = divmod(count, 1)
    if rest and unit in FRACTIONS:
        times, letter = FRACTIONS[unit]
        lead = f"{whole:g}{DESIGNATORS[unit]}" if whole else ""
        inner = "T" if unit == "day" else t
        return f"P{t}{lead}{rest * times:g}{letter}" if inner == t else f"P{lead}T{rest * times:g}{letter}"
    return f"P{t}{count:g}{DESIGNATORS[unit]}"


@meaning
def duration(told: Told) -> Meaning | None:
    """ "three weeks", "more than a decade", "the past three months"."""
    unit = table("unit")[told["unit"]]
    if _is_no_length(told, unit):
        return None
    count = numbers.quantity(told["count"]) if "count" in told else _unnumbered(told)
    return Meaning(TimeType.DURATION, length(count + 0.5 if "and_half" in told and count else count, unit))


def _unnumbered(told: Told) -> float | None:
    return None if told["unit"].endswith("s") or told["unit"] == "centuries" else 1.0


def _is_no_length(told: Told, unit: str) -> bool:
    """ "three quarters" of something, "two second lieutenants", "40 barrels a day", "on a day of violence"."""
    if (unit == "quarter" and "which" not in told) or told["unit"] == "second":
        return True
    if told["count"] not in ("a", "an"):
        return False
    return _is_rate(told) or (told.head.dep_ == "pobj" and told.head.head.lower_ == "on")


@meaning
def recent(told: Told) -> Meaning | None:
    """ "in recent weeks", "the coming months": a length of time that nobody told; no day can be named."""
    return Meaning(TimeType.DURATION, length(None, table("unit")[told["unit"]]))


@meaning
def every(told: Told) -> Meaning | None:
    """ "every Monday", "each year", "twice a week", "per day"."""
    if "weekday" in told:
        return Meaning(TimeType.SET, f"XXXX-WXX-{table('weekday')[told['weekday']]}")
    if "month" in told:
        name = told["month"].rstrip(".")
        return Meaning(TimeType.SET, f"XXXX-{table('month').get(name) or table('short_month')[name]:02}")
    if "season" in told:
        return Meaning(TimeType.SET, f"XXXX-{table('season')[told['season']]}")
    if "day_part" in told:
        return Meaning(TimeType.SET, f"XXXX-XX-XXT{table('day_part')[told['day_part']]}")
    count = 2.0 if told["count"] == "other" else numbers.quantity(told["count"]) if "count" in told else 1.0
    return Meaning(TimeType.SET, length(count, table("unit")[told["unit"]]))


def _is_rate(told: Told) -> bool:
    """ "40 barrels a day", "three times a year": the unit hangs on a noun or number."""
    return told.head.dep_ in ("npadvmod", "nmod", "appos") and told.head.head.pos_ in ("NOUN", "NUM", "SYM", "PROPN")


@meaning
def recurring(told: Told) -> Meaning | None:
    """ "daily", "annually"."""
    return Meaning(TimeType.SET, table("recurring")[told["recurring"]])


@meaning
def vague(told: Told) -> Meaning | None:
    """ "now", "recently", "in the near future"."""
    return Meaning(TimeType.DATE, table("vague")[told["vague"]])


@meaning
def none(told: Told) -> Meaning | None:
    """What only looks like a time: "a 28-year-old"."""
    return None
