"""Days and numbers as the gold writes them, and when what was read is the same."""

from datetime import date, timedelta
from typing import NamedTuple, Self

ABOUT = 0.2
"""How far the ends of a range may lie from a number that the report calls "about": a convention of ours."""


class Days(NamedTuple):
    """An interval of days, ends included. Null is an end that the report does not tell."""

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def of(cls, text: str) -> Self:
        """`"2022-03-23..2022-03-31"`, `"1997-12-13.."` or one day."""
        first, dots, last = text.partition("..")
        return cls(_day(first), _day(last if dots else first))

    def right(self, read: "Days") -> bool:
        """Whether what was read meets these days and is at most one day wider. With an open end, "not known" is right too."""
        if None in self:
            return None in read or self.meets(read)
        return None not in read and self.meets(read) and read.width() <= self.width() + timedelta(days=1)

    def meets(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return (self.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
            self.latest or date.max
        )

    def width(self) -> timedelta:
        """From the first day to the last."""
        return (self.latest or date.max) - (self.earliest or date.min)

    def __str__(self) -> str:
        return "..".join(str(day or "") for day in self)


class Amount(NamedTuple):
    """A number as a source gave it: 9 (9, 9), at least 281 (281, null), at most 10 (null, 10), about 300."""

    low: int | None = None
    high: int | None = None
    about: bool = False

    @classmethod
    def of(cls, text: str) -> Self:
        """`"9"`, `"281.."`, `"..10"`, `"100..300"` or `"~300"`."""
        first, dots, last = text.removeprefix("~").partition("..")
        return cls(_number(first), _number(last if dots else first), text.startswith("~"))

    def right(self, low: int | None, high: int | None) -> bool:
        """Whether a range that was read says the same. "More than 280" and "at least 281" do."""
        if self.about and self.low and low and high:
            return self.low * (1 - ABOUT) <= low <= self.low <= high <= self.low * (1 + ABOUT)
        if self.low is not None and self.high is None:
            return high is None and low in (self.low, self.low + 1)
        if self.low is None:
            return high == self.high and low in (None, 0, 1)
        return (low, high) == (self.low, self.high)

    def __str__(self) -> str:
        return "~" * self.about + "..".join(str("" if end is None else end) for end in (self.low, self.high))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> int | None:
    return int(text) if text else None
