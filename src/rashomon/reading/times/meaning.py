"""What temporal expressions mean: for each `meaning` that the grammar names, a function."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from rashomon.reading.times import tense
from rashomon.reading.times.anchor import Anchor
from rashomon.reading.times.find import Expression
from rashomon.reading.times.period import NOWHERE, Interval, Period
from rashomon.reading.times.vocabulary import table
from rashomon.record import TimeType


@dataclass(frozen=True)
class Meaning:
    """Type, TIMEX3 value and days; `period` is what the text has spoken of when it goes on."""

    type: TimeType
    value: str
    interval: Interval = NOWHERE
    period: Period | None = None


@dataclass
class Told:
    """An expression where it stands: its groups, its head in the sentence, and what it counts from."""

    expression: Expression
    head: Token
    anchor: Anchor

    def __getitem__(self, group: str) -> str:
        return self.expression.groups.get(group, "")

    def __contains__(self, group: str) -> bool:
        return group in self.expression.groups

    def only(self, *groups: str) -> "Told":
        """A part of the expression on its own: the date in "two days before May 3"."""
        kept = {name: text for name, text in self.expression.groups.items() if name in groups}
        return Told(replace(self.expression, groups=kept), self.head, self.anchor)

    @cached_property
    def way(self) -> int:
        """The way the clause looks (`tense`)."""
        return tense.looks(self.head)

    @property
    def part(self) -> str:
        """ "early", "mid", "late" or "within"."""
        return str(table("part").get(" ".join(self["part"].split()), "")) if "part" in self else ""


Understand = Callable[[Told], Meaning | None]
MEANINGS: dict[str, Understand] = {}


def meaning(understand: Understand) -> Understand:
    """Register the function for the meaning that bears its name."""
    MEANINGS[understand.__name__] = understand
    return understand


def dated(period: Period, *, part: str = "", day_part: str = "") -> Meaning:
    """A period as a DATE, or with a part of the day as a TIME: "Friday night" is `2006-01-13TNI`."""
    interval = narrowed(period, part)
    if day_part:
        return Meaning(TimeType.TIME, f"{period.timex()}T{day_part}", interval, period)
    return Meaning(TimeType.DATE, period.timex(), interval, period)


def narrowed(period: Period, part: str) -> Interval:
    """The days of a part of a period: the late 1990s are 1996 to 1999."""
    how = table("narrow").get(period.unit)
    if how is None or part not in how:
        return period.interval()
    return period.part(how["unit"], *how[part])
