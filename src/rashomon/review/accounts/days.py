"""When what was known of an incident: the days on which its reports appeared, and the reports."""

from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.archive.refs import ref
from rashomon.export import Viewing
from rashomon.export.by_then import appeared
from rashomon.export.words import published, report_line
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.record.linked import LinkedIncident


class TellingReport(Noun):
    """A report that tells of the incident: "mosul/i3", which the record numbers I40; `known` by the day that is looked at.

    `with_others` are the incidents that it tells of in one breath with this one.
    """

    report: str
    incident: str
    number: str
    line: str
    published: date | None
    known: bool
    with_others: tuple[str, ...] = ()


class Day(Noun):
    """A day on which reports of the incident appeared, and which."""

    day: date
    appeared: tuple[str, ...]


def telling_reports(
    incident: LinkedIncident, numbers: Mapping[tuple[str, str], int], viewing: Viewing
) -> list[TellingReport]:
    """The reports that tell of an incident in the order in which they appeared."""
    told = []
    for each in incident.told:
        reading = viewing.at_hand.get(each.report)
        told.append(
            TellingReport(
                report=each.report,
                incident=each.incident.id,
                number=ref(Sort.incident, numbers[each.report, each.incident.id]),
                line=viewing.masks.of(reading).text(report_line(reading.report)),
                published=published(reading.report),
                known=appeared(reading.report, viewing.as_of),
                with_others=each.with_others,
            )
        )
    return sorted(told, key=lambda each: (each.published or date.max, each.report, each.incident))


def days(told: Sequence[TellingReport]) -> tuple[Day, ...]:
    """The days on which reports appeared, the first first; a report of which no day is known is known on none."""
    found: dict[date, dict[str, None]] = {}
    for each in told:
        if each.published:
            found.setdefault(each.published, {})[each.line] = None
    return tuple(Day(day=day, appeared=tuple(lines)) for day, lines in found.items())
