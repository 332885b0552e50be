"""Something that happened, or is said to have, and the accounts of it."""

from datetime import date
from enum import StrEnum

from rashomon.record.base import Found, Span
from rashomon.record.figure import Figure
from rashomon.record.place import Place
from rashomon.record.statement import Act, Firmness, Source


class Status(StrEnum):
    """How far an incident got, as the report tells it."""

    happened = "happened"
    attempted = "attempted"
    thwarted = "thwarted"
    planned = "planned"
    threatened = "threatened"
    offered = "offered"
    denied = "denied"
    hypothetical = "hypothetical"


class Role(StrEnum):
    """What a participant did or suffered. `party` is a side of something two-sided: a clash, talks, an agreement."""

    perpetrator = "perpetrator"
    victim = "victim"
    target = "target"
    instrument = "instrument"
    party = "party"
    recipient = "recipient"


class Verified(StrEnum):
    """What a report says of whether an account could be checked: "neither toll could be verified"."""

    verified = "verified"
    unverified = "unverified"


class IncidentTime(Found):
    """When an incident happened. `precision` is UCDP GED's date_prec: 1 exact day … 5 up to a year."""

    earliest: date | None = None
    latest: date | None = None
    precision: int | None = None
    span: Span | None = None


class IncidentPlace(Place):
    """Where an incident happened. `precision` is UCDP GED's where_prec: 1 exact … 4 first-order division … 6 country."""

    precision: int | None = None
    span: Span | None = None
    by: str | None = None


class Participant(Found):
    """Somebody or something in a role: "two gunmen", perpetrator, actor null since nobody knows who they are."""

    role: Role
    text: str
    span: Span
    actor: str | None = None


class Account(Found):
    """One source's version of one incident. `statement` is null for the report's own voice.

    `responsible` are ids of actors that this account holds responsible, by claim, blame or plain telling. `figures`, `time` and
    `place` are what this account says otherwise than the incident.
    """

    source: Source
    statement: str | None = None
    act: Act = Act.asserts
    firmness: Firmness = Firmness.certain
    evidence: tuple[Span, ...]
    responsible: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    time: IncidentTime | None = None
    place: IncidentPlace | None = None
    verified: Verified | None = None


class Incident(Found):
    """One incident of one report: what, when, where, who, to whom, how many, and every account of it.

    `kind` is an id of the kinds table; `acled` its (event type, sub-event type) there. `trigger` is the word that tells of it,
    `evidence` the passages it was read from.
    """

    id: str
    kind: str
    acled: tuple[str, str] | None = None
    status: Status = Status.happened
    trigger: Span
    evidence: tuple[Span, ...]
    time: IncidentTime | None = None
    place: IncidentPlace | None = None
    participants: tuple[Participant, ...] = ()
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()
