"""An incident in a line: the same in the terminal's list, in JSON and in the page's table."""

from collections import Counter
from datetime import date

from rashomon.export.gathered import Gathered
from rashomon.export.redaction import Redaction
from rashomon.export.settled import settled_place, settled_time
from rashomon.export.words import when, where
from rashomon.record import Incident, Noun, Status
from rashomon.weighing import View, WeighedFigure


class Headline(Noun):
    """One incident of the record in a line.

    `kind`, `when` and `where` are what most reports state, made finer by those that fit it; `disputed` are the attributes on which
    accounts differ. `origins` counts independent tellers: copies of one wire story are one.
    """

    id: str
    name: str | None
    kind: str
    status: str
    when: str
    earliest: date | None
    latest: date | None
    where: str
    country: str | None
    figures: tuple[WeighedFigure, ...]
    disputed: tuple[str, ...]
    reports: int
    origins: int
    accounts: int


def headline(gathered: Gathered, view: View, redaction: Redaction) -> Headline:
    """Put an incident in a line."""
    incidents = [told.incident for told in gathered.alone]
    time = settled_time([incident.time for incident in incidents if incident.time])
    place = settled_place([incident.place for incident in incidents if incident.place])
    return Headline(
        id=gathered.incident.id,
        name=redaction.text(gathered.incident.name) if gathered.incident.name else None,
        kind=_kind(incidents),
        status=_status(incidents).value,
        when=when(time),
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
        where=redaction.text(where(place)),
        country=place.country if place else None,
        figures=tuple(map(redaction.noun, view.figures)),
        disputed=tuple(dispute.attribute for dispute in view.disputes),
        reports=len({told.report for told in gathered.alone}),
        origins=view.corroboration.independent,
        accounts=len(gathered.versions),
    )


def _kind(incidents: list[Incident]) -> str:
    """The commonest kind; "other" only where no report has a better one."""
    kinds = [incident.kind for incident in incidents]
    known = [kind for kind in kinds if kind != "other"]
    return Counter(known or kinds).most_common(1)[0][0].replace("_", " ")


def _status(incidents: list[Incident]) -> Status:
    """It happened if any report has it so; what is planned in one and done in a later one was done."""
    statuses = [incident.status for incident in incidents]
    return Status.happened if Status.happened in statuses else Counter(statuses).most_common(1)[0][0]
