"""Dates told by name or number: "14 January", "the third quarter", "the late 1990s", "in 479"."""

from rashomon.reading.times import numbers, plausible
from rashomon.reading.times.meaning import Meaning, Told, dated, meaning
from rashomon.reading.times.period import SEASON_STARTS, Period
from rashomon.reading.times.vocabulary import table
from rashomon.reading.times.years import in_century, in_year, year_told


@meaning
def date(told: Told) -> Meaning | None:
    """ "September 11, 2001", "mid-November", "the third quarter": a missing year comes from the anchor."""
    if not plausible.is_date(told):
        return None
    period = _period(told, year_told(told))
    if period is None:
        return None
    if period.year is None:
        period = in_year(told, period)
    if "back" in told:
        period = period.shift(-1, "year")
    return None if _is_no_day(period) else dated(period, part=told.part)


def _period(told: Told, year: int | None) -> Period | None:
    if "quarter" in told:
        return Period("quarter", year, min(numbers.ordinal(told["quarter"]), 4) * 3 - 2)
    if "half" in told:
        return Period("half", year, 1 if told["half"] == "first" else 7)
    if "season" in told:
        return Period("season", year, SEASON_STARTS[table("season")[told["season"]]])
    month, day = _month_and_day(told)
    if month is None:
        return Period("year", year)
    return Period("month", year, month) if day is None else Period("day", year, month, day)


def _month_and_day(told: Told) -> tuple[int | None, int | None]:
    day = numbers.ordinal(told["day"]) if "day" in told else None
    if "month_number" in told:
        month = int(told["month_number"])
        return (day, month) if month > 12 and day else (month, day)
    name = told["month"].rstrip(".")
    return table("month").get(name) or table("short_month").get(name), day


def _is_no_day(period: Period) -> bool:
    """31 April, and the 14th month."""
    if period.month is not None and period.month > 12:
        return True
    return period.unit == "day" and period.year is not None and period.year > 0 and period.first is None


@meaning
def the_day(told: Told) -> Meaning | None:
    """ "the 13th", of the month spoken of."""
    base = told.anchor.there
    if base is None or base.month is None or base.unit not in ("day", "month") or not plausible.is_day_of_month(told):
        return None
    return dated(Period("day", base.year, base.month, numbers.ordinal(told["day"])))


@meaning
def old_year(told: Told) -> Meaning | None:
    """ "In 479": a year, where the text counts years before Christ, and after "in", "by" and the like."""
    base = told.anchor.there
    if base is None or base.year is None or base.year > 0 or not told.head.i:
        return None
    before = told.head.nbor(-1)
    if before.lower_ not in table("before_month") and before.lower_ not in ("-", "–", "early", "late", "and", "to"):
        return None
    return dated(Period("year", -int(told["year"])))


@meaning
def decade(told: Told) -> Meaning | None:
    """ "the mid-1990s", "the nineties", "the 470s BC"."""
    number = int(told["decade"]) if "decade" in told else int(table("decade_name")[told["decade_name"]])
    if told["era"]:
        return dated(Period("decade", -number), part=told.part)
    return dated(Period("decade", number if number >= 100 else in_century(told, number)), part=told.part)


@meaning
def century(told: Told) -> Meaning | None:
    """ "the early 20th century": 1900 to 1933."""
    number = (numbers.ordinal(told["ordinal"]) - 1) * 100
    return dated(Period("century", -number if told["era"].startswith("b") else number), part=told.part)


@meaning
def season(told: Told) -> Meaning | None:
    """ "the summer of 2007", "last fall"; not "the fall of the city"."""
    return date(told) if plausible.is_season(told) else None
