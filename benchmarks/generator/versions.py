"""How one telling differs from what happened: its day, its place, its word for it, its numbers, its culprit."""

from datetime import date, timedelta
from random import Random

from benchmarks.generator.happening import Happening, kin, made_kinds
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.tale import FigureSaid, WhenSaid, WhereSaid
from benchmarks.generator.words import rates
from rashomon.reading.actors.registry import Entry as Group

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def when(happening: Happening, published: date, random: Random) -> WhenSaid:
    """The day, the day before or after, only a week, or nothing."""
    rate, chance = rates()["time"], random.random()
    day = happening.day
    if chance < rate["not_stated"]:
        return WhenSaid(None, None, published, None, "incidents.when.published")
    if chance < rate["not_stated"] + rate["only_a_week"]:
        first = day - timedelta(days=day.weekday())
        text = "last week" if published >= first + timedelta(days=7) else "earlier in the week"
        return WhenSaid(text, first, first + timedelta(days=6), 3, "incidents.when.sentence")
    if chance < rate["not_stated"] + rate["only_a_week"] + rate["off_by_a_day"]:
        day = min(day + timedelta(days=1 if random.random() < 0.5 else -1), published)
    return WhenSaid(_day(day, published, random), day, day, 1, "incidents.when.sentence")


def _day(day: date, published: date, random: Random) -> str:
    if (published - day).days < 6 and random.random() < 0.7:
        return f"on {WEEKDAYS[day.weekday()]}"
    return f"on {MONTHS[day.month - 1]} {day.day}"


def where(happening: Happening, random: Random) -> WhereSaid:
    """The town, one near by, its district, province or country, or nothing."""
    rate, town, country = rates()["place"], happening.town, happening.country
    chance = random.random()
    for name in ("not_stated", "country", "province", "district", "neighbour"):
        chance -= rate[name]
        if chance < 0:
            break
    else:
        name = "town"
    if name == "not_stated":
        return WhereSaid("in", None, None, 7)
    if name == "country":
        return WhereSaid("in", country.place.name, country.place, 6)
    if name == "province" and (province := country.province(town)):
        return WhereSaid("in", f"{province.name} province", province, 4)
    if name == "district" and (district := country.district(town)):
        return WhereSaid("in the", f"{district.name} district", district, 3)
    if name == "neighbour":
        place = country.near(town, random).place
        return (
            WhereSaid("near", place.name, place, 2) if random.random() < 0.5 else WhereSaid("in", place.name, place, 1)
        )
    return WhereSaid("in", town.place.name, town.place, 1)


def kind(happening: Happening, random: Random) -> str:
    """The kind, or another of its family."""
    others = kin(happening.kind)
    if others and random.random() < rates()["kind"]["otherwise"]:
        return others[int(random.random() * len(others))]
    return happening.kind


def culprit(happening: Happening, random: Random) -> Group | None:
    """Who did it, somebody else, or nobody."""
    rate, chance = rates()["culprit"], random.random()
    if chance < rate["unknown"]:
        return None
    return happening.rival if chance < rate["unknown"] + rate["other"] else happening.culprit


def counted(happening: Happening, said_kind: str) -> list[tuple[str, int, str]]:
    """What a telling can count: of an incident told as of another kind, what that kind has."""
    fitting = made_kinds()[said_kind]["counts"]
    return [count for count in happening.counts if count[0] in fitting]


def figure(count: tuple[str, int, str], rival: float, shapes: Shapes, random: Random) -> FigureSaid:
    """A number, bounded as real ones are; by the chance of `rival`, another than it was."""
    what, number, of = count
    if random.random() < rival:
        least, most = rates()["figures"]["rival_span"]
        number = max(1, round(number * (least + (most - least) * random.random())))
    bound = shapes.bounds[int(random.random() * len(shapes.bounds))]
    if number == 1 or bound == "exact":
        return FigureSaid(what, of, number, number, f"{_said(number, random)} {_one(of) if number == 1 else of}")
    if bound == "least":
        return FigureSaid(what, of, number, None, f"at least {_said(number, random)} {of}")
    if bound == "most":
        return FigureSaid(
            what, of, None, number, f"{'as many as' if random.random() < 0.6 else 'up to'} {_said(number, random)} {of}"
        )
    high = number + 1 + int(number * 0.3 * random.random())
    return FigureSaid(what, of, number, high, f"between {number} and {high} {of}")


def _said(number: int, random: Random) -> str:
    return _NUMBERS[number] if number <= 10 and random.random() < 0.8 else f"{number:,}"


def _one(of: str) -> str:
    return {"people": "person", "men": "man", "policemen": "policeman", "children": "child", "women": "woman"}.get(
        of, of.removesuffix("s")
    )
