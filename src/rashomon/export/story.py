"""An incident as a person reads it: one card of words, the same in the terminal and on the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from rashomon.export.redaction import Redaction
from rashomon.export.sentences import sentence_around
from rashomon.record import (
    Account,
    Figure,
    FigureKind,
    Incident,
    IncidentPlace,
    IncidentTime,
    Participant,
    Reading,
    Role,
)
from rashomon.weighing import Range, View, tellings_of, told_by_origin, view


@dataclass(frozen=True)
class Column:
    """One account: who says it, and each attribute in words ("" where the account does not state it)."""

    source: str
    kind: str
    act: str
    firmness: str
    responsible: str
    figures: str
    verified: str
    channel: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """What each origin says of one kind of figure."""

    kind: str
    rows: tuple[tuple[str, Range], ...]


@dataclass(frozen=True)
class Story:
    """One incident in words, with its accounts as columns and what follows from them."""

    ref: str
    kind: str
    status: str
    when: str
    where: str
    participants: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    charts: tuple[Chart, ...]
    view: View
    report: str
    sentence: str


def story(ref: str, incident: Incident, reading: Reading, redaction: Redaction, rule: str = "range") -> Story:
    """Tell one incident. Everything that quotes the report goes through `redaction`."""
    return Story(
        ref=ref,
        kind=incident.kind.replace("_", " "),
        status=incident.status.value,
        when=when(incident.time),
        where=redaction.text(where(incident.place)),
        participants=_participants(incident, reading, redaction),
        columns=tuple(_column(account, reading, redaction) for account in incident.accounts),
        charts=_charts(incident, reading, redaction),
        view=_redacted(view(tellings_of(incident, reading), rule), redaction),
        report=report_line(reading, redaction),
        sentence=redaction.text(sentence_around(incident.trigger, reading.report)),
    )


def when(time: IncidentTime | None) -> str:
    """ "2006-01-14", "2021-07-01 to 2021-07-31", "by 2001-11-12", or "no date stated"."""
    if time is None or (time.earliest is None and time.latest is None):
        return "no date stated"
    if time.earliest == time.latest:
        return str(time.earliest)
    if time.earliest is None:
        return f"by {time.latest}"
    return f"{time.earliest} to {time.latest}" if time.latest else f"{time.earliest} or later"


def where(place: IncidentPlace | None) -> str:
    """ "Kandahar, AFG", "Bano, Baghlan, AFG": the name, and the divisions it lies in where they are called otherwise."""
    if place is None:
        return "no place stated"
    parts: list[str] = []
    for part in (place.name, place.admin1, place.country):
        if part and not any(_alike(part, other) for other in parts):
            parts.append(part)
    return ", ".join(parts)


def _alike(a: str, b: str) -> bool:
    """Whether two names are one, spelt differently: "Khōst" and "Khowst"."""
    return fuzz.ratio(anyascii(a).casefold(), anyascii(b).casefold()) >= 80


def how_many(figures: Sequence[Figure]) -> str:
    """ "killed: up to 40 recruits; captured: 12"."""
    return "; ".join(f"{figure.kind.value}: {' '.join(figure.text.split())}" for figure in figures)


def report_line(reading: Reading, redaction: Redaction) -> str:
    """The report in a line: title, publisher, day."""
    report = reading.report
    day = None
    if report.published:
        ends = (report.published.earliest, report.published.latest)
        day = str(ends[1]) if ends[0] == ends[1] else " to ".join(str(end) for end in ends if end)
    return redaction.text(" · ".join(part for part in (report.title or report.id, report.publisher, day) if part))


def _participants(incident: Incident, reading: Reading, redaction: Redaction) -> tuple[tuple[str, str], ...]:
    return tuple(
        (p.role.value, redaction.text(_named(p, reading)))
        for role in Role
        for p in incident.participants
        if p.role is role
    )


def _named(participant: Participant, reading: Reading) -> str:
    """What the report calls a participant there, and who that is: "the group (Taliban)"."""
    text = " ".join(participant.text.split())
    actor = next((a for a in reading.actors if a.id == participant.actor), None)
    known = actor is None or actor.name.casefold() in text.casefold()
    return text if known or actor is None else f"{text} ({actor.name})"


def _column(account: Account, reading: Reading, redaction: Redaction) -> Column:
    names = {actor.id: actor.name for actor in reading.actors}
    statement = next((s for s in reading.statements if s.id == account.statement), None)
    spans = sorted(account.evidence)
    return Column(
        source=redaction.source(account.source, reading),
        kind="" if account.statement is None else account.source.kind.value.replace("_", " "),
        act="tells" if account.statement is None else account.act.value.replace("_", " "),
        firmness=account.firmness.value,
        responsible=redaction.text(", ".join(names.get(id, id) for id in account.responsible)),
        figures=redaction.text(how_many(account.figures)),
        verified=account.verified.value if account.verified else "",
        channel=redaction.text((statement.channel if statement else None) or ""),
        sentences=tuple(dict.fromkeys(redaction.text(sentence_around(span, reading.report)) for span in spans)),
    )


def _redacted(view: View, redaction: Redaction) -> View:
    """The derived view names origins and actors, too."""
    return View.model_validate_json(redaction.text(view.model_dump_json()))


def _charts(incident: Incident, reading: Reading, redaction: Redaction) -> tuple[Chart, ...]:
    """A chart for each kind of figure that more than one account gives."""
    told = tellings_of(incident, reading)
    rows = {kind: told_by_origin(told, kind) for kind in FigureKind}
    return tuple(
        Chart(kind.value, tuple((redaction.text(origin), r) for origin, r in listed))
        for kind, listed in rows.items()
        if len(listed) > 1
    )
