"""Hours and parts of a day: "around 4 p.m.", "the night of 18 April", "2330 [0530 GMT]"."""

from rashomon.reading.times import numbers
from rashomon.reading.times.meaning import MEANINGS, Meaning, Told, dated, meaning
from rashomon.reading.times.period import Period
from rashomon.reading.times.plausible import is_part_of_day
from rashomon.reading.times.vocabulary import table


@meaning
def clock(told: Told) -> Meaning | None:
    """An hour of the day spoken of last, or of the report's."""
    hour = _hour(told)
    return dated(_day(told), day_part=hour) if hour else None


@meaning
def clock_on_day(told: Told) -> Meaning | None:
    """ "10 p.m. on Wednesday", "the night of 18 April"."""
    day = MEANINGS[told["day_meaning"]](told)
    if day is None or day.period is None:
        return None
    return dated(day.period, day_part=_hour(told) or table("day_part").get(told["day_part"], ""))


def _hour(told: Told) -> str | None:
    if "hour_name" in told:
        return str(table("hour_name")[told["hour_name"]])
    if "hour" not in told:
        return None
    hour = int(told["hour"]) if told["hour"].isdigit() else int(numbers.quantity(told["hour"]) or 0)
    half = told["meridiem"][:1] or {"morning": "a"}.get(
        told["day_part"], "p" if "day_part" in told or "at_night" in told else ""
    )
    if hour > 24 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    zone = "Z" if told["zone"] in ("gmt", "utc", "z", "zulu") else ""
    minute = told["minute"] or "00"
    return f"{hour:02}:{minute}{zone}"


def _day(told: Told) -> Period:
    """The day that an hour belongs to."""
    day = told.anchor.last("day") if told.anchor.told and told.anchor.told.unit == "day" else None
    return day or (None if told.anchor.narrative else told.anchor.now) or Period("day", None)


@meaning
def this_part(told: Told) -> Meaning | None:
    """ "this morning", "that night", "the next morning"."""
    which = told["which"]
    base = told.anchor.now if which == "this" and not told.anchor.narrative else told.anchor.fine("day")
    if which in ("past", "last", "current", "coming", "upcoming"):
        base = told.anchor.here
    if base is None or base.unit != "day":
        base = Period("day", None)
    return dated(base.shift(table("which").get(which, 0), "day"), day_part=table("day_part")[told["day_part"]])


@meaning
def part_of_day(told: Told) -> Meaning | None:
    """ "at night", "in the morning", on the day spoken of; not "good evening", "Operation Dawn"."""
    if not is_part_of_day(told):
        return None
    return dated(_day(told), day_part=table("day_part")[told["day_part"]])
