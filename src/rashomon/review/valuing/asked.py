"""What a form asks of whoever codes a value: of which incident and account, which attribute, and in which fields."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from rashomon.archive.coding.addresses import account_at, addresses
from rashomon.archive.coding.values import FIGURES, OF_ACCOUNT, OF_INCIDENT, ROLES, in_words, value_of
from rashomon.errors import BadSetting, NotInRecord
from rashomon.export.words import when, where
from rashomon.record import Account, Act, Firmness, Incident, Noun, Reading, Span, Status, Verified, kinds

Sort = Literal["choice", "time", "place", "figure", "participant", "responsible", "incident"]


class Option(NamedTuple):
    """One of several that may be chosen."""

    value: str
    words: str


class Asked(Noun):
    """A form for one value. Of a list, `entry` is the one that is being said (its place, or how many there are: a new one)."""

    report: str
    ref: str
    account: str
    attribute: str
    sort: Sort
    entry: int
    now: Any
    span: Span | None
    quote: str | None
    incidents: tuple[Option, ...]
    accounts: tuple[Option, ...]
    attributes: tuple[Option, ...]
    options: tuple[Option, ...]
    actors: tuple[Option, ...]
    entries: tuple[str, ...]

    @property
    def part(self) -> dict[str, Any]:
        """What the fields are filled with: of a list its entry, else the value."""
        found = dict(enumerate(self.now)).get(self.entry) if self.listed else self.now
        return found if isinstance(found, dict) else {}

    @property
    def listed(self) -> bool:
        """Whether there may be several of them."""
        return self.sort in ("figure", "participant")


def asked(
    reading: Reading,
    ref: str = "",
    account: str = "",
    attribute: str = "",
    entry: int | None = None,
    span: Span | None = None,
) -> Asked:
    """The form for a value of a report, by default the likeliest for what stands at `span`.

    Raises NotInRecord for an incident or account that the report has not, BadSetting for what such a thing has not.
    """
    incident = _incident(reading, ref, span)
    of = _of(reading, incident, account)
    attribute = _attribute(attribute or _likely(reading, span), account)
    now = value_of(of, attribute)
    there = now if isinstance(now, list) else []
    return Asked(
        report=reading.report.id,
        ref=incident.id,
        account=account,
        attribute=attribute,
        sort=_sort(attribute),
        entry=len(there) if entry is None or span else min(entry, len(there)),
        now=now,
        span=span,
        quote=reading.report.text[slice(*span)] if span else None,
        incidents=tuple(Option(each.id, _told(each)) for each in reading.incidents),
        accounts=(Option("", "the incident itself"), *_accounts(incident)),
        attributes=tuple(
            Option(str(name), str(name).replace("_", " ")) for name in (OF_ACCOUNT if account else OF_INCIDENT)
        ),
        options=tuple(_options(attribute)),
        actors=tuple(
            Option(actor.id, actor.name) for actor in sorted(reading.actors, key=lambda a: (not a.identified, a.name))
        ),
        entries=tuple(in_words(attribute, [each], lambda id: _name(reading, id)) for each in there),
    )


def _incident(reading: Reading, ref: str, span: Span | None) -> Incident:
    """The one that was asked for, else the one that is told nearest to a span."""
    if ref:
        found = next((each for each in reading.incidents if each.id == ref), None)
    else:
        at = span[0] if span else 0
        found = min(reading.incidents, key=lambda each: _distance(each, at), default=None)
    if found is None:
        raise NotInRecord(f"{reading.report.id}: no incident {ref or 'was read in it'}; values are said of incidents")
    return found


def _distance(incident: Incident, at: int) -> int:
    return min(abs(position - at) for span in (incident.trigger, *incident.evidence) for position in span)


def _of(reading: Reading, incident: Incident, account: str) -> Incident | Account:
    found = account_at(incident, account) if account else incident
    if found is None:
        raise NotInRecord(
            f"{reading.report.id}/{incident.id}: no account {account!r}; there are {', '.join(addresses(incident))}"
        )
    return found


def _attribute(name: str, account: str) -> str:
    """What was asked for; where only incidents have it and an account is meant, or the other way round, the first that this has."""
    there, elsewhere = (OF_ACCOUNT, OF_INCIDENT) if account else (OF_INCIDENT, OF_ACCOUNT)
    if name not in (*there, *elsewhere):
        raise BadSetting(f"{name!r} is no attribute; there are {', '.join(dict.fromkeys((*OF_INCIDENT, *OF_ACCOUNT)))}")
    return name if name in there else "act" if account else "kind"


def _likely(reading: Reading, span: Span | None) -> str:
    """What somebody who marks a span most likely means: a time, a place, a number of people, else somebody who suffered."""
    if span is None:
        return "kind"
    for attribute, found in (("time", reading.times), ("place", reading.places)):
        if any(each.span[0] < span[1] and span[0] < each.span[1] for each in found):
            return attribute
    return "killed" if re.search(r"\b\d", reading.report.text[slice(*span)]) else "victim"


def _sort(attribute: str) -> Sort:
    if attribute in FIGURES:
        return "figure"
    if attribute in ROLES:
        return "participant"
    own: dict[str, Sort] = {"time": "time", "place": "place", "responsible": "responsible", "incident": "incident"}
    return own.get(attribute, "choice")


def _options(attribute: str) -> Iterator[Option]:
    if attribute == "kind":
        yield from (Option(kind.id, f"{kind.id.replace('_', ' ')}: {kind.definition}") for kind in kinds().values())
    vocabulary = {"status": Status, "act": Act, "firmness": Firmness, "verified": Verified}.get(attribute, ())
    yield from (Option(each.value, each.value.replace("_", " ")) for each in vocabulary)


def _told(incident: Incident) -> str:
    return f"{incident.kind.replace('_', ' ')}, {when(incident.time)}, {where(incident.place)}"


def _accounts(incident: Incident) -> Iterator[Option]:
    for address, account in zip(addresses(incident), incident.accounts, strict=True):
        named = (
            "the report's own voice"
            if address == "own"
            else f"{account.source.text or account.source.kind.value.replace('_', ' ')} ({account.act.value.replace('_', ' ')})"
        )
        yield Option(address, " ".join(named.split()))


def _name(reading: Reading, id: str) -> str:
    return next((actor.name for actor in reading.actors if actor.id == id), id)
