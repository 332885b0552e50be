"""What people said of single values, laid over what a machine read: pure, and never the other way round.

A machine's reading stays what it is; where a person said what a value is, that stands in its place and says whose judgement it is.
Of several sayings of one value the latest holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.archive.coding.addresses import addresses
from rashomon.archive.coding.coding import Coding
from rashomon.archive.coding.values import FIGURES, ROLES, Value, actors_in, typed, with_actors
from rashomon.record import Account, Figure, Incident, Reading, Span, kinds

Said = Mapping[str, Coding]
"""What holds of an incident or account: attribute → who said so."""


def coded(reading: Reading, codings: Iterable[Coding]) -> Reading:
    """The reading with what people said of it; an incident that was misread is not there.

    `by` of such a value is "judgement 12"; where several values share one `by`, it is "incidents.rule; kind: judgement 12".
    """
    said = _latest(codings)
    if not said:
        return reading
    incidents = tuple(
        coded_incident(each, reading, said.get(each.id, {}))
        for each in reading.incidents
        if not _misread(said.get(each.id, {}))
    )
    return reading.model_copy(update={"incidents": incidents})


def coded_incident(incident: Incident, reading: Reading, said: Mapping[str, Said]) -> Incident:
    """An incident with what people said of it and of its accounts (by their addresses, "" for itself)."""
    if not said:
        return incident
    of_accounts = [
        (account, _resolved(said.get(address, {}), reading))
        for address, account in zip(addresses(incident), incident.accounts, strict=True)
    ]
    own = _resolved(said.get("", {}), reading)
    accounts = [_account(account, theirs) for account, theirs in of_accounts]
    told = _incident(incident, own)
    for kind in sorted(FIGURES & own.keys()):
        spoken_for = [kind in theirs for _, theirs in of_accounts]
        accounts = _corrected(accounts, own[kind], kind, spoken_for)
    for (before, theirs), after in zip(of_accounts, accounts, strict=True):
        for kind in sorted(FIGURES & theirs.keys() - own.keys()):
            told = _taken_over(told, before, after, kind, alone=len(accounts) == 1)
    return told.model_copy(update={"accounts": tuple(accounts)})


def said_of(codings: Iterable[Coding], local: str) -> Mapping[str, Said]:
    """What holds of an incident, by the address of the account, "" for itself."""
    return _latest(codings).get(local, {})


def _latest(codings: Iterable[Coding]) -> dict[str, dict[str, dict[str, Coding]]]:
    """Incident of the reading → account → attribute → what was said last."""
    found: dict[str, dict[str, dict[str, Coding]]] = defaultdict(lambda: defaultdict(dict))
    for each in sorted(codings, key=lambda coding: coding.judgement):
        if each.local is not None and not each.lost:
            found[each.local][each.account][each.attribute] = each
    return found


def _misread(said: Mapping[str, Said]) -> bool:
    about = said.get("", {}).get("incident")
    return about is not None and about.value is None


def _resolved(said: Said, reading: Reading) -> dict[str, tuple[Value, str]]:
    """Attribute → value and whose judgement it is; actors by what this reading calls them."""
    return {
        attribute: (_with_our_actors(coding, reading), f"judgement {coding.judgement}")
        for attribute, coding in said.items()
        if attribute != "incident"
    }


def _with_our_actors(coding: Coding, reading: Reading) -> Value:
    """The value; whoever the reading that was looked at called a3 may be a5 in this one, and is known by name."""
    if not actors_in(coding.attribute, coding.value):
        return coding.value
    ids = {actor.id: actor.name for actor in reading.actors}
    by_name = {name: id for id, name in ids.items()}
    found = {id: id if ids.get(id) == name else by_name.get(name) for id, name in coding.actors.items()}
    return with_actors(coding.attribute, coding.value, {id: ours for id, ours in found.items() if ours})


def _incident(incident: Incident, said: Mapping[str, tuple[Value, str]]) -> Incident:
    change: dict[str, Any] = {}
    figures, participants, by = incident.figures, incident.participants, incident.by
    for attribute, (value, judgement) in said.items():
        found = _by(typed(attribute, value), judgement)
        if attribute in FIGURES:
            figures = (*(figure for figure in figures if figure.kind != attribute), *found)
        elif attribute in ROLES:
            participants = (*(part for part in participants if part.role != attribute), *found)
        else:
            change[attribute] = found
        if attribute in ("kind", "status"):
            by = _also(by, attribute, judgement)
        if attribute == "kind":
            kind = kinds().get(value)
            change["acled"] = kind.acled if kind else None
    return incident.model_copy(update={**change, "figures": figures, "participants": participants, "by": by})


def _account(account: Account, said: Mapping[str, tuple[Value, str]]) -> Account:
    change: dict[str, Any] = {}
    figures, by = account.figures, account.by
    for attribute, (value, judgement) in said.items():
        found = _by(typed(attribute, value), judgement)
        if attribute in FIGURES:
            figures = (*(figure for figure in figures if figure.kind != attribute), *found)
        else:
            change[attribute] = found
        if attribute in ("act", "firmness", "verified", "responsible"):
            by = _also(by, attribute, judgement)
    return account.model_copy(update={**change, "figures": figures, "by": by})


def _by(value: Any, judgement: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_by(part, judgement) for part in value)
    return value.model_copy(update={"by": judgement}) if hasattr(value, "by") else value


def _also(by: str | None, attribute: str, judgement: str) -> str:
    return "; ".join(filter(None, (by, f"{attribute}: {judgement}")))


def _corrected(
    accounts: Sequence[Account], said: tuple[Value, str], kind: str, spoken_for: Sequence[bool]
) -> list[Account]:
    """A figure of an incident is what accounts say: what a person says of it holds for those, too, who say it.

    Each figure goes to the accounts that had one there, else to one that is told there; accounts that a person has spoken of stay.
    """
    figures: tuple[Figure, ...] = _by(typed(kind, said[0]), said[1])
    homes = [_homes(figure.span, accounts, kind) for figure in figures]
    return [
        account
        if done
        else account.model_copy(
            update={
                "figures": (
                    *(figure for figure in account.figures if figure.kind != kind),
                    *(figure for figure, home in zip(figures, homes, strict=True) if place in home),
                )
            }
        )
        for place, (account, done) in enumerate(zip(accounts, spoken_for, strict=True))
    ]


def _homes(span: Span, accounts: Sequence[Account], kind: str) -> list[int]:
    had = [n for n, each in enumerate(accounts) if any(f.kind == kind and _meet(f.span, span) for f in each.figures)]
    told = [n for n, each in enumerate(accounts) if any(_meet(evidence, span) for evidence in each.evidence)]
    own = [n for n, each in enumerate(accounts) if each.statement is None]
    return had or (told or own or list(range(len(accounts))))[:1]


def _taken_over(incident: Incident, before: Account, after: Account, kind: str, alone: bool) -> Incident:
    """The incident's own figures follow an account of which a person spoke: where it had them from there, or has no others."""
    old = [figure.span for figure in before.figures if figure.kind == kind]
    new = tuple(figure for figure in after.figures if figure.kind == kind)
    kept = tuple(f for f in incident.figures if f.kind != kind or not any(_meet(f.span, span) for span in old))
    if len(kept) < len(incident.figures) or alone or after.statement is None:
        return incident.model_copy(update={"figures": (*kept, *new)})
    return incident


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
