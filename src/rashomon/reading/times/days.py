"""Days told by name: "on Friday night", "yesterday", "by Christmas"."""

from datetime import date, timedelta

from rashomon.reading.times import numbers
from rashomon.reading.times.meaning import Meaning, Told, dated, meaning
from rashomon.reading.times.period import Period, day_of, easter
from rashomon.reading.times.tense import FORWARD
from rashomon.reading.times.vocabulary import table
from rashomon.reading.times.years import nearest, weekday_number
from rashomon.record import TimeType

# Feasts are reckoned by the Gregorian calendar, which begins in 1582.
FIRST_GREGORIAN_YEAR = 1583


@meaning
def weekday(told: Told) -> Meaning | None:
    """ "on Friday", "last Monday", "Friday night"; "on Mondays" is a SET."""
    number = weekday_number(told)
    day_part = table("day_part").get(told["day_part"], "")
    if "plural" in told:
        return Meaning(TimeType.SET, f"XXXX-WXX-{number}" + (f"T{day_part}" if day_part else ""))
    return dated(_weekday(told, number), day_part=table("hour_name").get(told["hour_name"]) or day_part)


def _weekday(told: Told, number: int) -> Period:
    which = told["which"] or told["after"]
    follows = told.anchor.narrative or which in ("following", "previous")
    base = told.anchor.fine("day") if follows else told.anchor.now
    now = base.first if base else None
    if now is None or (told.anchor.narrative and not which):
        return Period("day", None, weekday=number)
    since = (now.isoweekday() - number) % 7
    step = table("which").get(which, 0)
    if step:
        return day_of(now - timedelta(since or 7) if step < 0 else now + timedelta(7 - since))
    return day_of(now + timedelta(-since % 7) if told.way == FORWARD else now - timedelta(since))


@meaning
def near_day(told: Told) -> Meaning | None:
    """ "yesterday", "tomorrow morning"."""
    offset, day_part = table("near_day")[told["near_day"]], table("day_part").get(told["day_part"], "")
    if told.anchor.narrative and not offset and not day_part:
        return Meaning(TimeType.DATE, "PRESENT_REF")
    return dated(_today(told).shift(offset, "day"), day_part=day_part)


@meaning
def tonight(told: Told) -> Meaning | None:
    """ "tonight", "last night"; "overnight" began the evening before."""
    today = _today(told)
    if "overnight" in told:
        return Meaning(TimeType.TIME, today.timex() + "TNI", (today.shift(-1).first, today.first), today)
    night = "EV" if told["last"].endswith("evening") else "NI"
    return dated(today.shift(-1 if "last" in told else 0), day_part=night)


def _today(told: Told) -> Period:
    today = told.anchor.fine("day") if told.anchor.narrative else told.anchor.now
    return today or Period("day", None)


@meaning
def holiday(told: Told) -> Meaning | None:
    """ "Christmas Eve", "last Thanksgiving"."""
    feast = table("holiday")[told["holiday"].replace("’", "'")]
    here = told.anchor.here
    year = feast.get("year") or (numbers.year(told["year"]) if "year" in told else here and here.year)
    if not year or year < FIRST_GREGORIAN_YEAR:
        return dated(Period("day", None, feast.get("month"), feast.get("day")))
    this = day_of(_feast_day(feast, year))
    if "year" in told or "year" in feast or told.anchor.narrative or here is None:
        return dated(this)
    if step := table("which").get(told["which"], 0):
        return dated(_feast_beyond(feast, here, step) or this)
    return dated(nearest(this, told, here))


def _feast_beyond(feast: dict[str, int], here: Period, step: int) -> Period | None:
    now, year = here.first, here.year
    if now is None or year is None:
        return None
    around = [_feast_day(feast, year + n) for n in (-1, 0, 1)]
    return day_of(min(d for d in around if d > now) if step > 0 else max(d for d in around if d < now))


def _feast_day(feast: dict[str, int], year: int) -> date:
    if "easter" in feast:
        return easter(year) + timedelta(feast["easter"])
    if "nth" not in feast:
        return date(year, feast["month"], feast["day"])
    if feast["nth"] > 0:
        first = date(year, feast["month"], 1)
        return first + timedelta((feast["weekday"] - first.isoweekday()) % 7 + 7 * (feast["nth"] - 1))
    last = date(year, feast["month"] + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - feast["weekday"]) % 7)
