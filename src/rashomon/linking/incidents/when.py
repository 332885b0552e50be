"""When an incident happened, as far as its report lets one know."""

from dataclasses import dataclass
from datetime import date

from rashomon.record import Incident, Reading

_NEWS = 2  # days; what a report leads with and gives no day happened then or a day or two before it was published
_LEAD = 600  # characters; what stands further down may be background


@dataclass(frozen=True)
class When:
    """`day`: the day it happened on, by what is stated, or that of publication for news without a day. `first` and `last` bound it.

    Days are counted from 1 January of year 1 (date.toordinal), so that two can be subtracted in any database.
    """

    day: int | None = None
    stated: bool = False
    first: int | None = None
    last: int | None = None


def when(reading: Reading, incident: Incident) -> When:
    """When this incident of a reading happened; nothing known for what is undated and not the news of its report."""
    published = reading.report.published
    told = published.latest if published and published.earliest == published.latest else None
    stated = incident.time
    if stated and stated.earliest and stated.latest:
        first, last = _day(stated.earliest), _day(stated.latest)
        return When(first if first == last else None, True, first, last)
    if told and is_lead(reading, incident):
        return When(_day(told), False, _day(told) - _NEWS, _day(told))
    latest = (stated.latest if stated else None) or told
    return When(
        None, False, _day(stated.earliest) if stated and stated.earliest else None, _day(latest) if latest else None
    )


def is_lead(reading: Reading, incident: Incident) -> bool:
    """Whether an incident is what its report leads with: "Two people were killed when ..." in the first lines."""
    bodies = [region.span[0] for region in reading.report.regions if region.kind in ("title", "body")]
    return incident.trigger[0] - (bodies[0] if bodies else 0) < _LEAD


def _day(day: date) -> int:
    return day.toordinal()
