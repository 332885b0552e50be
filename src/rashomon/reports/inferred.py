"""When a report that does not say was published, as its own text lets one infer, the way an archivist would.

- It was published on or after the last past day that it names with its year.
- A day named with weekday but without year ("Thursday, September 4") has its year by the calendar: the first after that in which it
  fits. Whoever leaves the year out writes within twelve months.
- Something that it says was "last week", and that is known to have been on a certain day, puts it a week after (`landmarks`).
- What is told "on Friday", "since" that, was on the first Friday after it.
- Days without a year are then those of these months, and bound it from below.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rashomon.record import Basis, Published
from rashomon.reports import dates
from rashomon.reports.landmarks import Tie, sentences_of, ties_in
from rashomon.reports.vocabulary import pattern

_YEAR = timedelta(days=365)


class Bounds(NamedTuple):
    """The interval so far, and what it was inferred from."""

    earliest: date | None = None
    latest: date | None = None
    reasons: tuple[str, ...] = ()

    def after(self, day: date, reason: str) -> "Bounds":
        """Not before `day`; unchanged if that says nothing new or contradicts what is known."""
        if (self.earliest and day <= self.earliest) or (self.latest and day > self.latest):
            return self
        return Bounds(day, self.latest, (*self.reasons, reason))

    def within(self, interval: dates.Interval, reason: str) -> "Bounds":
        """Narrowed to `interval`; unchanged if it contradicts what is known."""
        earliest = max(interval[0], self.earliest or interval[0])
        latest = min(interval[1], self.latest or interval[1])
        if earliest > latest or (earliest, latest) == (self.earliest, self.latest):
            return self
        return Bounds(earliest, latest, (*self.reasons, reason))


def inferred_from(news: str, captions: Iterable[str] = ()) -> Published | None:
    """The interval that title and body, and the dates of pictures, allow.

    None unless it is bounded on both sides: "after 2001" is no day from which to count back to "yesterday".

    >>> inferred_from("The truce of May 2003 was broken in June 2003. On Thursday, September 4, rebels shelled the port.").earliest
    datetime.date(2003, 9, 4)
    """
    named = _named_as_past(news, captions)
    bounds = _after_full_dates(Bounds(), named)
    bounds = _after_weekday_dates(bounds, named)
    bounds = _within_ties(bounds, list(ties_in(news)))
    bounds = _after_yearless_days(bounds, named)
    if bounds.earliest is None:
        return None
    return Published(
        earliest=bounds.earliest, latest=bounds.latest, basis=Basis.inferred, reason="; ".join(bounds.reasons)
    )


class _Named(NamedTuple):
    day: dates.Day
    text: str


def _named_as_past(news: str, captions: Iterable[str]) -> list[_Named]:
    """The days, months and years that sentences about the past name, and those on which pictures were taken."""
    told = [sentence for sentence in sentences_of(news) if _is_past(sentence)]
    named = [_Named(day, part[day.start : day.end]) for part in (*told, *captions) for day in dates.days_in(part)]
    years = [found["year"] for sentence in told for found in pattern("inferred", "year").finditer(sentence)]
    return named + [_Named(dates.Day(int(year), 1, None, None), year) for year in years]


def _is_past(sentence: str) -> bool:
    return bool(pattern("inferred", "past").search(sentence)) and not pattern("inferred", "ahead").search(sentence)


def _after_full_dates(bounds: Bounds, named: Iterable[_Named]) -> Bounds:
    """Not before the last of the days, months and years that are named with a year."""
    found = [(interval[0], text) for day, text in named if (interval := day.interval())]
    if not found:
        return bounds
    last, text = max(found)
    return bounds.after(last, f"names {text!r} as past")


def _after_weekday_dates(bounds: Bounds, named: Sequence[_Named]) -> Bounds:
    """Days with weekday but no year: in the first year from the last one named in which all of them fit, and twelve months on.

    Only where two dates of one time are named with their years: a single one may be history, and the first fit decades too early.
    """
    written = [_ for _ in named if _.day.weekday is not None and _.day.year is None]
    if not written or bounds.earliest is None or not _is_of_one_time(bounds.earliest, named):
        return bounds
    for year in range(bounds.earliest.year - 1, bounds.earliest.year + 7):
        meant = [interval[0] for day, _ in written if (interval := day.interval(year)) and day.fits(interval[0])]
        if len(meant) == len(written) and min(meant) + _YEAR >= bounds.earliest:
            reason = f"names {written[0].text!r}, which after that first fits {year}; a year left out is within twelve months"
            return bounds.within((max(meant), min(meant) + _YEAR), reason)
    return bounds


def _is_of_one_time(last: date, named: Iterable[_Named]) -> bool:
    dated = {interval[0] for day, text in named if text != str(day.year) and (interval := day.interval())}
    return sum(last - 2 * _YEAR <= day <= last for day in dated) > 1


def _within_ties(bounds: Bounds, ties: list[Tie]) -> Bounds:
    """What is said of landmarks; left alone where it could mean several of them, or they contradict one another."""
    possible = [tie for tie in ties if bounds.within(tie.written, "") != bounds or _is_within(bounds, tie.written)]
    found = bounds
    for tie in possible:
        rivals = {other.landmark.name for other in possible if other.ago == tie.ago}
        earliest, latest = (
            max(found.earliest or tie.written[0], tie.written[0]),
            min(found.latest or tie.written[1], tie.written[1]),
        )
        if len(rivals) > 1 or earliest > latest:
            return bounds
        found = found.within(tie.written, f"says {tie.ago.text!r} of the {tie.landmark.name} ({tie.landmark.day})")
        if tie.since:
            found = found.after(tie.since, f"tells of a {tie.since:%A} since then")
    return found


def _is_within(bounds: Bounds, interval: dates.Interval) -> bool:
    return bool(bounds.earliest and bounds.latest and interval[0] <= bounds.earliest and bounds.latest <= interval[1])


def _after_yearless_days(bounds: Bounds, named: Iterable[_Named]) -> Bounds:
    """Days without a year, once it is known within which months the report was written."""
    if bounds.latest is None or bounds.earliest is None or bounds.latest - bounds.earliest > _YEAR:
        return bounds
    meant = [
        (interval[0], text)
        for day, text in named
        if day.year is None and day.day
        for year in {bounds.earliest.year, bounds.latest.year}
        if (interval := day.interval(year))
        and bounds.earliest <= interval[0] <= bounds.latest
        and day.fits(interval[0])
    ]
    if not meant:
        return bounds
    last, text = max(meant)
    return bounds.after(last, f"names {text!r} as past")
