"""An account and where it came from: what all weighing starts from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.record import Account, Act, Actor, ActorKind, Incident, Reading, Relation, Role, SourceKind

TELLING = frozenset({Act.asserts, Act.confirms, Act.claims_responsibility, Act.blames})
"""Acts by which a source tells that an incident happened. To condemn, doubt or deny it tells no such thing."""

PARTIES = frozenset({Role.perpetrator, Role.party, Role.victim, Role.target})


BELONGS = frozenset(
    {Relation.member, Relation.leader, Relation.commander, Relation.spokesman, Relation.official, Relation.part_of}
)
"""Ties by which somebody speaks, and answers, for another."""


@dataclass(frozen=True)
class Telling:
    """One account of an incident with its provenance.

    `origin` is who first told it: the speaker, or, for a report's own voice, the agency or publisher whose copy it is. Two
    tellings with one origin are one voice, however often printed. `published` is the last day on which the report can have
    appeared, null where unknown. `responsible` names those whom the account holds responsible, `identified` those of them of
    whom it is known who they are: "two gunmen" contradicts nobody who names their group. `party` says whether the speaker
    takes part in the incident, or speaks for somebody who does.
    """

    account: Account
    origin: str
    report: str
    responsible: tuple[str, ...] = ()
    identified: tuple[str, ...] = ()
    published: date | None = None
    party: bool = False


def tellings_of(incident: Incident, reading: Reading) -> list[Telling]:
    """The tellings of one incident of one reading."""
    taking_part = _taking_part(incident, reading)
    return [_telling(account, reading, taking_part) for account in incident.accounts]


def _telling(account: Account, reading: Reading, taking_part: set[str]) -> Telling:
    held = [actor for actor in reading.actors if actor.id in (account.responsible or _denied_for(account, reading))]
    return Telling(
        account=account,
        origin=origin_of(account, reading),
        report=reading.report.id,
        responsible=tuple(actor.name for actor in held),
        identified=tuple(actor.name for actor in held if _is_identified(actor)),
        published=reading.report.published.latest if reading.report.published else None,
        party=account.source.actor in taking_part or account.act is Act.claims_responsibility,
    )


def _is_identified(actor: Actor) -> bool:
    """Whether the actor has a proper name; "gunmen" at the start of a sentence has none."""
    return any(word[:1].isupper() for word in actor.name.split()[actor.kind is ActorKind.person :])


def _denied_for(account: Account, reading: Reading) -> set[str]:
    """For whom somebody speaks who denies an incident without naming another: for itself, or a person for his group."""
    source = next((actor for actor in reading.actors if actor.id == account.source.actor), None)
    if source is None or account.act is not Act.denies:
        return set()
    if source.kind is not ActorKind.person:
        return {source.id}
    return {tie.b for tie in reading.ties if tie.a == source.id and tie.relation in BELONGS}


def _taking_part(incident: Incident, reading: Reading) -> set[str]:
    """The actors in the incident or held responsible for it, and those who belong to them: a group's spokesman is of its party."""
    there = {p.actor for p in incident.participants if p.role in PARTIES and p.actor}
    there |= {actor for account in incident.accounts for actor in account.responsible}
    belongs = {
        Relation.member,
        Relation.leader,
        Relation.commander,
        Relation.spokesman,
        Relation.official,
        Relation.part_of,
    }
    return there | {tie.a for tie in reading.ties if tie.b in there and tie.relation in belongs}


def origin_of(account: Account, reading: Reading) -> str:
    """A name for whoever first told an account, the same for the same voice.

    The report's own voice is that of the agency whose copy it carries, else of its publisher, else of the report itself.
    """
    report = reading.report
    if account.source.kind is SourceKind.author:
        return "; ".join(report.credits) or report.publisher or report.id
    actor = next((a for a in reading.actors if a.id == account.source.actor), None)
    if actor is not None:
        return actor.name
    return f"{account.source.text or account.source.kind.value}, in {report.publisher or report.id}"


def as_of(tellings: Iterable[Telling], day: date) -> list[Telling]:
    """The tellings that had appeared by a day. One whose day is not known is left out: it cannot be said to have been there."""
    return [t for t in tellings if t.published is not None and t.published <= day]
