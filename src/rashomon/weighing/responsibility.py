"""Who is said to have done it: who claims, who blames, who denies, and the standing that follows."""

from collections.abc import Iterable
from enum import StrEnum

from rashomon.record import Act, Noun, SourceKind
from rashomon.weighing.telling import Telling, in_order


class Standing(StrEnum):
    """What the accounts together say of one alleged perpetrator. It is no verdict."""

    claimed = "claimed"
    blamed = "blamed"
    claimed_and_blamed = "claimed_and_blamed"
    denied = "denied"
    contested = "contested"
    reported = "reported"
    unknown = "unknown"


class Responsibility(Noun):
    """One alleged perpetrator (an actor's name) with the origins that claim, blame, tell or deny it.

    `rule` says in words how the standing follows from them.
    """

    actor: str | None
    claimed_by: tuple[str, ...] = ()
    blamed_by: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    standing: Standing
    rule: str


RULES = {
    Standing.claimed: "claimed by the actor, blamed by nobody",
    Standing.blamed: "blamed, neither claimed nor denied",
    Standing.claimed_and_blamed: "claimed by the actor and blamed by others",
    Standing.denied: "denied by the actor; nobody blames it by name",
    Standing.contested: "held responsible by some, denied by others",
    Standing.reported: "told as a fact by the report or by a source, with no claim or blame",
    Standing.unknown: "no account names anybody",
}


def responsibility(tellings: Iterable[Telling]) -> list[Responsibility]:
    """One entry per actor that any account holds responsible or that denies it; one `unknown` where there is none."""
    roll: dict[str, dict[str, dict[str, None]]] = {}
    for telling in in_order(tellings):
        part = _part(telling)
        for actor in telling.responsible:
            roll.setdefault(actor, {}).setdefault(part, {})[telling.origin] = None
    if not roll:
        return [Responsibility(actor=None, standing=Standing.unknown, rule=RULES[Standing.unknown])]
    return [_entry(actor, parts) for actor, parts in roll.items()]


def _part(telling: Telling) -> str:
    account = telling.account
    if account.act is Act.claims_responsibility:
        return "claimed_by"
    if account.act in {Act.denies, Act.doubts, Act.retracts}:
        return "denied_by"
    if account.act is Act.blames or account.source.kind is not SourceKind.author:
        return "blamed_by"
    return "reported_by"


def _entry(actor: str, parts: dict[str, dict[str, None]]) -> Responsibility:
    standing = _standing(parts.keys())
    told = {part: tuple(origins) for part, origins in parts.items()}
    return Responsibility(actor=actor, standing=standing, rule=RULES[standing], **told)


def _standing(parts: Iterable[str]) -> Standing:
    told = set(parts)
    if "denied_by" in told:
        return Standing.contested if len(told) > 1 else Standing.denied
    if "claimed_by" in told:
        return Standing.claimed_and_blamed if "blamed_by" in told else Standing.claimed
    return Standing.blamed if "blamed_by" in told else Standing.reported
