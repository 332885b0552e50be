"""An account and where it came from: what all weighing starts from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rashomon.record import (
    Account,
    Act,
    Actor,
    ActorKind,
    Incident,
    IncidentPlace,
    IncidentTime,
    Reading,
    Relation,
    Role,
    SourceKind,
)
from rashomon.record.linked import Chain, LinkedIncident, Told

TELLING = frozenset({Act.asserts, Act.confirms, Act.claims_responsibility, Act.blames})
"""Acts by which a source tells that an incident happened. To condemn, doubt or deny it tells no such thing."""

PARTIES = frozenset({Role.perpetrator, Role.party, Role.victim, Role.target})


BELONGS = frozenset(
    {Relation.member, Relation.leader, Relation.commander, Relation.spokesman, Relation.official, Relation.part_of}
)
"""Ties by which somebody speaks, and answers, for another."""


class Provenance(Protocol):
    """What is known, beyond a report, of its accounts and actors: linking knows it of a whole record."""

    def chain(self, account: Account, reading: Reading) -> Chain:
        """Whose telling an account is."""
        ...

    def actor(self, id: str, reading: Reading) -> str:
        """An actor's name, the same wherever it is the same actor."""
        ...


class Alone:
    """What is known of a report from itself: every speaker is one voice, the report's own is its agency's or publisher's."""

    def chain(self, account: Account, reading: Reading) -> Chain:
        """Its own voice is that of the agency whose copy it says it carries, else its publisher's, else its own."""
        report = reading.report
        reporter = "; ".join(report.credits) or report.publisher or report.id
        if account.source.kind is SourceKind.author:
            return Chain(origin=reporter, reported_by=reporter)
        if any(actor.id == account.source.actor for actor in reading.actors):
            origin = self.actor(account.source.actor or "", reading)
        else:
            origin = f"{account.source.text or account.source.kind.value} in {report.publisher or report.id}"
        return Chain(origin=origin, told_by=account.source.text or origin, reported_by=reporter)

    def actor(self, id: str, reading: Reading) -> str:
        """The name that the report gives it."""
        return next((actor.name for actor in reading.actors if actor.id == id), id)


ALONE = Alone()


@dataclass(frozen=True)
class Telling:
    """One account of an incident with its provenance.

    `origin` is who first told it: the speaker, or, for a report's own voice, the agency or publisher whose copy it is. Two
    tellings with one origin are one voice, however often printed. `published` is the last day on which the report can have
    appeared, null where unknown. `responsible` names those whom the account holds responsible, `identified` those of them of
    whom it is known who they are: "two gunmen" contradicts nobody who names their group. `party` says whether the speaker
    takes part in the incident, or speaks for somebody who does. `time` and `place` are the account's, or its report's where it
    says nothing else. `incident` is what the report's reading calls the incident, `number` the account's place there. `chain` is
    all that `origin` is the first link of.
    """

    account: Account
    origin: str
    report: str
    responsible: tuple[str, ...] = ()
    identified: tuple[str, ...] = ()
    published: date | None = None
    party: bool = False
    time: IncidentTime | None = None
    place: IncidentPlace | None = None
    incident: str = ""
    number: int = 0
    chain: Chain | None = None


def tellings_of(incident: Incident, reading: Reading, provenance: Provenance = ALONE) -> list[Telling]:
    """The tellings of one incident of one reading."""
    return _tellings(incident, reading, provenance, _taking_part(incident, reading, provenance))


def tellings_of_linked(
    incident: LinkedIncident, readings: Mapping[str, Reading], provenance: Provenance
) -> list[Telling]:
    """The tellings of an incident of the record, by report id, in order of publication.

    Who takes part by one report's telling takes part in all. Figures told of several incidents together count for none of them.
    """
    versions = [(told, readings[told.report]) for told in incident.told]
    taking_part = {who for told, reading in versions for who in _taking_part(told.incident, reading, provenance)}
    tellings = [
        telling for told, reading in versions for telling in _tellings(_counted(told), reading, provenance, taking_part)
    ]
    return in_order(tellings)


def _counted(told: Told) -> Incident:
    """What counts for this incident alone."""
    if not told.with_others:
        return told.incident
    accounts = tuple(account.model_copy(update={"figures": ()}) for account in told.incident.accounts)
    return told.incident.model_copy(update={"figures": (), "accounts": accounts})


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """By day of publication, the undated last; those of one day by report, as each tells it."""
    return sorted(tellings, key=lambda t: (t.published or date.max, t.report, t.incident, t.number))


def _tellings(
    incident: Incident, reading: Reading, provenance: Provenance, taking_part: set[tuple[str, str]]
) -> list[Telling]:
    published = reading.report.published
    found = []
    for number, account in enumerate(incident.accounts):
        held = _held_responsible(account, reading)
        speaker, chain = _actor(account.source.actor, reading), provenance.chain(account, reading)
        telling = Telling(
            account=account,
            origin=chain.origin,
            report=reading.report.id,
            responsible=tuple(provenance.actor(actor.id, reading) for actor in held),
            identified=tuple(provenance.actor(actor.id, reading) for actor in held if actor.identified),
            published=published.latest if published else None,
            party=account.act is Act.claims_responsibility
            or (speaker is not None and _who(speaker, reading, provenance) in taking_part),
            time=account.time or incident.time,
            place=account.place or incident.place,
            incident=incident.id,
            number=number,
            chain=chain,
        )
        found.append(telling)
    return found


def _held_responsible(account: Account, reading: Reading) -> list[Actor]:
    """Whom an account holds responsible, or for whom it denies."""
    ids = account.responsible or _denied_for(account, reading)
    return [actor for actor in reading.actors if actor.id in ids]


def _denied_for(account: Account, reading: Reading) -> set[str]:
    """For whom somebody speaks who denies an incident without naming another: for itself, or a person for his group."""
    source = _actor(account.source.actor, reading)
    if source is None or account.act is not Act.denies:
        return set()
    if source.kind is not ActorKind.person:
        return {source.id}
    return {tie.b for tie in reading.ties if tie.a == source.id and tie.relation in BELONGS}


def _taking_part(incident: Incident, reading: Reading, provenance: Provenance) -> set[tuple[str, str]]:
    """The actors in the incident or held responsible for it, and those who belong to them: a group's spokesman is of its party."""
    there = {p.actor for p in incident.participants if p.role in PARTIES and p.actor}
    there |= {actor for account in incident.accounts for actor in account.responsible}
    there |= {tie.a for tie in reading.ties if tie.b in there and tie.relation in BELONGS}
    return {_who(actor, reading, provenance) for actor in reading.actors if actor.id in there}


def _who(actor: Actor, reading: Reading, provenance: Provenance) -> tuple[str, str]:
    """An actor beyond its report: one with a name is the same wherever it has that name, "police" are those of their report."""
    return ("", provenance.actor(actor.id, reading)) if actor.identified else (reading.report.id, actor.id)


def _actor(id: str | None, reading: Reading) -> Actor | None:
    return next((actor for actor in reading.actors if actor.id == id), None)


def as_of(tellings: Iterable[Telling], day: date) -> list[Telling]:
    """The tellings that had appeared by a day. One whose day is not known is left out: it cannot be said to have been there."""
    return [t for t in tellings if t.published is not None and t.published <= day]
