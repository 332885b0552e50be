"""An account as one report has it: where each of its attributes was read, and what of it a person said."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.export.gathered import Version
from rashomon.record import Found, IncidentPlace, Noun, Participant, Role, Span

WHO, WHOM = (Role.perpetrator, Role.party), (Role.victim, Role.target, Role.recipient)

_SAID = re.compile(r"(?:(\w+): )?judgement (\d+)")


class InReport(Noun):
    """ "mosul/i3", the account of the source at 412–430: `report`, `incident` and `account` are its address.

    `read` says for each attribute of a column where it stands, `said` which judgement of a person it is; attributes that the
    account does not state, and those that nobody has said anything of, are left out.
    """

    report: str
    incident: str
    account: str
    read: Mapping[str, tuple[Span, ...]]
    said: Mapping[str, int]


def in_report(version: Version) -> InReport:
    """Where an account stands."""
    return InReport(
        report=version.reading.report.id,
        incident=version.incident.id,
        account=version.address,
        read={attribute: spans for attribute, spans in _read(version).items() if spans},
        said={attribute: numbers[-1] for attribute, found in _by(version).items() if (numbers := sorted(found))},
    )


def _read(version: Version) -> dict[str, tuple[Span, ...]]:
    """What has no words of its own was read from the whole passage."""
    account, incident, telling = version.account, version.incident, version.telling
    statement = next((s for s in version.reading.statements if s.id == account.statement), None)
    own = account.statement is None
    passage = tuple(sorted(account.evidence))
    return {
        "what": (incident.trigger,),
        "act": (statement.cue,) if statement and statement.cue else passage,
        "firmness": passage,
        "channel": passage if statement and statement.channel else (),
        "when": (telling.time.span,) if telling.time and telling.time.span else (),
        "where": (telling.place.span,) if telling.place and telling.place.span else (),
        "who": passage if telling.responsible else _spans(incident.participants, WHO) if own else (),
        "whom": _spans(incident.participants, WHOM) if own else (),
        "figures": tuple(sorted(figure.span for figure in account.figures)),
        "verified": passage if account.verified else (),
    }


def _by(version: Version) -> dict[str, set[int]]:
    """Attribute of a column → the judgements by which people said what it is."""
    account, incident, telling = version.account, version.incident, version.telling
    doers = () if telling.responsible else _in_roles(incident.participants, WHO)
    return {
        "what": _judgements([incident], "kind", "status"),
        "act": _judgements([account], "act"),
        "firmness": _judgements([account], "firmness"),
        "when": _judgements([telling.time]),
        "where": _judgements([telling.place]),
        "who": _judgements([account], "responsible") | _judgements(doers),
        "whom": _judgements(_in_roles(incident.participants, WHOM)) if account.statement is None else set(),
        "figures": _judgements(account.figures),
        "verified": _judgements([account], "verified"),
    }


def _judgements(found: Iterable[Found | IncidentPlace | None], *attributes: str) -> set[int]:
    """Those that values are by; of values that share one `by` ("kind: judgement 12"), those of these attributes."""
    return {
        int(number)
        for each in found
        for attribute, number in _SAID.findall((each and each.by) or "")
        if attribute in (attributes or ("",))
    }


def _in_roles(participants: Iterable[Participant], roles: Sequence[Role]) -> Iterator[Participant]:
    return (participant for participant in participants if participant.role in roles)


def _spans(participants: Iterable[Participant], roles: Sequence[Role]) -> tuple[Span, ...]:
    return tuple(sorted(participant.span for participant in _in_roles(participants, roles)))
