"""Days as reports write them in bylines, datelines and sentences: "Sunday, March 4, 2012", "4 FEB 90", "20210820", "Nov. 3"."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from rashomon.reports.vocabulary import expand

Interval = tuple[date, date]

# Not `calendar.month_name`, which follows the locale.
MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_TURN = 70
"""Two-digit years from here on are of the 1900s: no report on the wars since 1975 is older."""


class Day(NamedTuple):
    """A day or a month as written: parts that are not there are None. `weekday` counts from Monday, 0."""

    year: int | None
    month: int
    day: int | None
    weekday: int | None
    start: int = 0
    end: int = 0

    def interval(self, year: int | None = None) -> Interval | None:
        """First and last day meant, in the year written or, failing that, `year`; None if there is no such day."""
        year = self.year or year
        if year is None:
            return None
        try:
            first = date(year, self.month, self.day or 1)
        except ValueError:
            return None
        return first, first if self.day else date(year, self.month, monthrange(year, self.month)[1])

    def fits(self, day: date) -> bool:
        """Whether the weekday written, if any, is the one of `day`."""
        return self.weekday is None or self.weekday == day.weekday()


_YEAR = r"(?:,?\s*\(?(?P<y@>(?:19|20)\d\d)\b)?"
_ANY_YEAR = r"(?:,?\s*\(?(?P<y@>(?:19|20)\d\d)\b|,?\s+'?(?P<s@>\d\d)\b(?!\s*(?:people|persons|%|[:.,]\d)))?"
_FORMS = (
    r"(?:\b(?P<w@>{weekday}),?\s+(?:the\s+)?)?\b(?P<m@>{month})\s*(?P<d@>\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.]\d)YEAR",
    r"(?:\b(?P<w@>{weekday}),?\s+(?:the\s+)?)?\b(?P<d@>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m@>{month})(?!\w)YEAR",
    r"\b(?P<m@>{month}),?\s+(?:of\s+)?(?P<y@>(?:19|20)\d\d)\b",
    r"\b(?P<y@>(?:19|20)\d\d)[-/](?P<m@>\d\d)[-/](?P<d@>\d\d)(?!\d)",
    r"\b(?P<y@>(?:19|20)\d\d)(?P<m@>[01]\d)(?P<d@>[0-3]\d)(?:\b|(?=T\d))",
    r"\b(?P<d@>\d{1,2})[./-](?P<m@>\d{1,2})[./-](?P<y@>(?:19|20)\d\d)\b",
)


@cache
def _pattern(short_years: bool) -> re.Pattern[str]:
    forms = (form.replace("YEAR", _ANY_YEAR if short_years else _YEAR) for form in _FORMS)
    return re.compile("|".join(expand(form).replace("@", str(n)) for n, form in enumerate(forms)), re.I)


def days_in(text: str, *, short_years: bool = False) -> Iterator[Day]:
    """The days and months that a text names, in order; two-digit years only where they can be expected.

    >>> [(d.year, d.month, d.day) for d in days_in("On Nov. 3 and in May 2012")]
    [(None, 11, 3), (2012, 5, None)]
    """
    for match in _pattern(short_years).finditer(text):
        found = {key[0]: value for key, value in match.groupdict().items() if value is not None}
        day = _day(found, match.start(), match.end())
        if day is not None:
            yield day


def month_number(name: str) -> int:
    """ "Sept." is 9."""
    return _position(name, MONTHS) + 1


def _position(name: str, names: Iterable[str]) -> int:
    """By the first three letters: "Tues." is the second weekday."""
    return next(n for n, full in enumerate(names) if full[:3].lower() == name[:3].lower())


def _day(found: dict[str, str], start: int, end: int) -> Day | None:
    month = int(found["m"]) if found["m"].isdigit() else month_number(found["m"])
    day = int(found["d"]) if "d" in found else None
    year = int(found["y"]) if "y" in found else _century(int(found["s"])) if "s" in found else None
    if month > 12 and day is not None and day <= 12:
        month, day = day, month
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    weekday = _position(found["w"], WEEKDAYS) if "w" in found else None
    return Day(year, month, day, weekday, start, end)


def _century(year: int) -> int:
    return 1900 + year if year >= _TURN else 2000 + year


def first_in(text: str, *, short_years: bool = False) -> Day | None:
    """The first day or month that a text names."""
    return next(days_in(text, short_years=short_years), None)


def with_year(day: Day, before: date) -> date | None:
    """The day in the last year in which it came no later than `before`: what "Nov. 3" means to who writes on that day.

    >>> with_year(Day(None, 12, 30, None), date(2006, 1, 2))
    datetime.date(2005, 12, 30)
    """
    for year in (before.year, before.year - 1):
        meant = day.interval(year)
        # A day ahead is forgiven: datelines are written on the far side of the date line.
        if meant and meant[0] <= before + timedelta(days=1):
            return meant[0]
    return None
