"""The two that may be one, each as a person compares it."""

from collections import Counter
from itertools import islice

from rashomon.archive.actors import naming
from rashomon.archive.refs import Found
from rashomon.export import Viewing
from rashomon.export.quote import Quote, quote
from rashomon.export.story import Story, story
from rashomon.linking.mention import Sort
from rashomon.record import Actor, Noun, Reading, Tie

MOST_READ = 8
"""Reports that name an actor of which the words are shown: the first to do so, of some thousands."""

MOST_NAMES = 12


class SaidOf(Noun):
    """What one report says of an actor: as what it describes them, their ties in words, and where it first names them."""

    described: str | None
    ties: tuple[str, ...]
    quote: Quote


class ActorSide(Noun):
    """An actor, as far as it takes to tell whether it is another."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[str, ...]
    reports: int
    said: tuple[SaidOf, ...]


def incident_side(viewing: Viewing, there: Found, numbers: frozenset[int] | None = None) -> Story:
    """An incident in full, or that part of it which some mentions tell, as it was before somebody merged it."""
    told = viewing.told(there.ref)
    if numbers is not None:
        borne = {(each.report, each.local) for each in viewing.record.shelf.bearings(Sort.incident, numbers)}
        part = tuple(each for each in told.incident.told if (each.report, each.incident.id) in borne)
        incident = told.incident.model_copy(update={"id": there.asked, "told": part or told.incident.told})
        told = next(viewing.gathered([incident]))
    return story(told, viewing.masks, viewing.rule)


def actor_side(viewing: Viewing, there: Found, numbers: frozenset[int] | None = None) -> ActorSide:
    """An actor by what the first reports say that name it."""
    record = viewing.record
    members = numbers or record.shelf.members(Sort.actor, [there.group])[there.group]
    borne = list(record.shelf.bearings(Sort.actor, members))
    first = list(islice({each.report: each for each in borne}.values(), MOST_READ))
    viewing.at_hand.have(each.report for each in first)
    found = [(viewing.at_hand.get(each.report), each.local) for each in first]
    actors = [(reading, actor) for reading, id in found for actor in reading.actors if actor.id == id]
    names = naming.counted(record, [there.group]).get(there.group, Counter())
    over = viewing.masks.over(reading for reading, _ in actors)
    return ActorSide(
        id=there.asked,
        name=over.text(naming.names(record, [there.group]).get(there.group, there.ref)),
        kind=actors[0][1].kind.value if actors else "",
        country=next((actor.country for _, actor in actors if actor.country), None),
        names=over.texts(name for name, _ in names.most_common(MOST_NAMES)),
        reports=len({each.report for each in borne}),
        said=tuple(_said(viewing, reading, actor) for reading, actor in actors),
    )


def _said(viewing: Viewing, reading: Reading, actor: Actor) -> SaidOf:
    over = viewing.masks.of(reading)
    names = {each.id: each.name for each in reading.actors}
    ties = [_tie(tie, names) for tie in reading.ties if actor.id in (tie.a, tie.b)]
    return SaidOf(
        described=over.text(actor.description) if actor.description else None,
        ties=over.texts(ties),
        quote=quote(actor.mentions[0], reading, over),
    )


def _tie(tie: Tie, names: dict[str, str]) -> str:
    """ "Omar Diallo: treasurer of the militia (former)"."""
    as_what = tie.role or tie.relation.value.replace("_", " ")
    status = "" if tie.status.value == "current" else f" ({tie.status.value})"
    return f"{names.get(tie.a, tie.a)}: {as_what}, {names.get(tie.b, tie.b)}{status}"
