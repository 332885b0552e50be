"""Which reports tell of one event: the lines of `rashomon link --groups`.

    {"incident": "I12", "reports": ["daily-star-0311", "reuters-0310"]}

A line for every incident that several reports tell of, and for every story ("S3") that they tell. A story is not a way round the
comparison of incidents: two reports whose leading incidents were compared and found to be two are not one story, however alike
their words ("four killed in a drone strike near Datta Khel", on one day, twice).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.linking.mention import Shelved

Told = Iterable[tuple[int, Collection[str]]]
"""Groups by number, each with the reports that tell it."""


@dataclass(frozen=True)
class Lead:
    """What incidents say of a report: the groups of all that it tells, and with what its first one was compared (its keys)."""

    groups: frozenset[int] = frozenset()
    keys: frozenset[str] = frozenset()

    def is_apart(self, other: "Lead") -> bool:
        """Whether the two reports' leading incidents were compared and nothing they tell was found to be one."""
        return not self.keys.isdisjoint(other.keys) and self.groups.isdisjoint(other.groups)


@dataclass(frozen=True)
class Line:
    """An incident or a story that several reports tell: "I12" or "S3"."""

    incident: str
    reports: tuple[str, ...]


def lines(incidents: Told, stories: Told, leads: Callable[[Collection[str]], Mapping[str, Lead]]) -> Iterator[Line]:
    """The lines of the groups file; `leads` gives what some reports lead with, and may leave out those without an incident."""
    for number, reports in incidents:
        if len(reports) > 1:
            yield Line(f"I{number}", tuple(sorted(reports)))
    for number, reports in stories:
        if len(reports) > 1:
            told = parts(sorted(reports), leads(reports))
            yield from (Line(f"S{number}", tuple(part)) for part in told if len(part) > 1)


def parts(reports: Iterable[str], leads: Mapping[str, Lead]) -> list[list[str]]:
    """Reports of one story, those apart that lead with two incidents: each goes with the first that it may go with."""
    found: list[list[str]] = []
    for report in reports:
        lead = leads.get(report, Lead())
        for part in found:
            if not any(lead.is_apart(leads.get(other, Lead())) for other in part):
                part.append(report)
                break
        else:
            found.append([report])
    return found


def leads_of(
    incidents: Iterable[Shelved], group: Mapping[int, int], covers: Mapping[int, frozenset[int]]
) -> dict[str, Lead]:
    """What each report leads with, from its incidents, their groups, and the further groups that some tell of."""
    groups: dict[str, set[int]] = defaultdict(set)
    keys: dict[str, frozenset[str]] = {}
    for incident in sorted(incidents, key=lambda i: i.number):
        for report in incident.reports:
            groups[report] |= {group[incident.number], *covers.get(incident.number, ())}
            keys.setdefault(report, frozenset(incident.keys))
    return {report: Lead(frozenset(told), keys[report]) for report, told in groups.items()}
