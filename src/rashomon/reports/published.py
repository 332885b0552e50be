"""The day of publication: the surest of what is known of it.

given → metadata → byline → dateline → release number → address → inferred from the text. The stamp of a file (a PDF) tells when it
was made; it is believed only where all these fail.
"""

import re
from collections.abc import Iterable
from datetime import date

from rashomon.errors import BadSetting
from rashomon.record import Basis, Published
from rashomon.reports import dates

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*[/_-]?(?P<d>0[1-9]|[12]\d|3[01]))?(?!\d)(?P<folder>/?)",
    re.I,
)
_RELEASE = re.compile(r"\b((?:19|20)\d\d)-(\d{1,2})-[A-Z]{1,3}[-–]\w")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?$")


def interval_given(text: str) -> dates.Interval:
    """What a user or a table gives as the day: 2006-01-15, "Jan. 15, 2006", "Sun, 15 Jan 2006 10:00 GMT"; a month, 2006-01; a
    range, 2006-01-14/2006-01-16.

    Raises BadSetting for anything else, and for 3/4/2006, which is two different days to two readers.
    """
    text = text.strip()
    whole, first, last = _interval(text), *(_interval(part) for part in (*text.split("/", 1), "")[:2])
    if first and last and "/" in text[4:] and first[0] <= last[1]:
        return first[0], last[1]
    if whole is None:
        raise BadSetting(
            f"{text!r} is not a date; write it as 2006-01-15, a month as 2006-01, a range as 2006-01-14/2006-01-16"
        )
    return whole


def _interval(text: str) -> dates.Interval | None:
    iso = _ISO.match(text)
    if iso:
        year, month, day = (int(part) if part else None for part in iso.groups())
        if month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if year else None
        return dates.Day(year, month, day, None).interval() if 1 <= month <= 12 else None
    numbers = re.match(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}", text)
    if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12 and numbers[1] != numbers[2]:
        return None
    named = dates.first_in(text) if len(text) < 60 else None
    return named.interval() if named else None


def published_given(day: str | date | Published | None) -> Published | None:
    """What is given, as it stands in the record. Raises BadSetting if it is no date."""
    if isinstance(day, Published):
        return day
    if not day:
        return None
    return _within((day, day) if isinstance(day, date) else interval_given(day), Basis.given)


def from_bylines(lines: Iterable[str]) -> Published | None:
    """The first full date in the byline; "Yesterday at 9:10 a.m." is relative to nothing."""
    for line in lines:
        for day in dates.days_in(line):
            interval = day.interval()
            if interval and day.day:
                return _within(interval, Basis.byline)
    return None


def from_dateline(day: date | None) -> Published | None:
    """Agency copy is published on the day it is filed, a newspaper's on the next: the day is kept as the dateline has it."""
    return _within((day, day), Basis.dateline) if day else None


def from_release(chrome: Iterable[str], titles: Iterable[str]) -> Published | None:
    """The month in a press release's number, "2012-03-S-001", or the day of that month that its title gives."""
    number = next((found for line in chrome if (found := _RELEASE.search(line))), None)
    month = dates.Day(int(number[1]), int(number[2]), None, None) if number else None
    if month is None or not 1 <= month.month <= 12:
        return None
    named = (day for title in titles for day in dates.days_in(title))
    day = next((d for d in named if d.day and d.month == month.month and d.year in {None, month.year}), month)
    interval = day.interval(month.year)
    return interval and _within(interval, Basis.byline)


def from_address(url: str | None) -> Published | None:
    """The date in an address: /2021/08/20/, /2021/aug/20/, 20210820; of /2021/08/ the month."""
    for found in _IN_ADDRESS.finditer(url or ""):
        month, day = found["m"].lower(), found["d"]
        if not day and not found["folder"]:
            continue
        number = int(month) if month.isdigit() else dates.month_number(month)
        interval = dates.Day(int(found["y"]), number, int(day) if day else None, None).interval()
        if interval:
            return _within(interval, Basis.url)
    return None


def from_stamp(day: date | None) -> Published | None:
    """The day that a file was made: a PDF's, weeks or years after the report at times."""
    return _within((day, day), Basis.metadata, "the day the file was made") if day else None


def _within(interval: dates.Interval, basis: Basis, reason: str | None = None) -> Published:
    return Published(earliest=interval[0], latest=interval[1], basis=basis, reason=reason)


def filed_on(day: dates.Day | None, known: Published | None, years: Iterable[str]) -> date | None:
    """The day of a dateline. Where it lacks the year: that of publication, or the one year that `years` (byline, © line) give."""
    if day is None or day.day is None:
        return None
    if day.year:
        interval = day.interval()
        return interval[0] if interval else None
    if known and known.latest:
        return dates.with_year(day, known.latest)
    named = {int(year) for text in years for year in _YEAR.findall(text)}
    interval = day.interval(named.pop()) if len(named) == 1 else None
    return interval[0] if interval and day.fits(interval[0]) else None
