"""Actors: who is told of, and one of them with names, ties, incidents and what was decided.

Groups and forces are listed first. Persons are listed only where they are asked for, and by name, never by how often they are told
of: the desk helps to read reports and ranks nobody.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from rashomon.archive import Record
from rashomon.archive.actors import directory
from rashomon.archive.exposure.exposure import Exposure
from rashomon.archive.refs import find, ref
from rashomon.export import Viewing
from rashomon.export.actor import ActorStory, Appearance, NameUse
from rashomon.export.redaction import PROTECTED, Profile, Redaction
from rashomon.linking.mention import Sort
from rashomon.record import ActorKind, Noun
from rashomon.review.access.roles import Role
from rashomon.review.actors import reports, ties
from rashomon.review.actors.appearances import appearances
from rashomon.review.actors.directory import bring_up_to_date
from rashomon.review.actors.pairs import Alike, alike
from rashomon.review.cataloguing import bring_up_to_date as bring_catalogue_up_to_date
from rashomon.review.drawing import Bond
from rashomon.review.expecting import seen_text
from rashomon.review.looking import Looking, Viewer
from rashomon.review.twins import twin
from rashomon.weighing.privacy import Privacy, is_name

router = APIRouter()

LINES = 50
"""Actors on a page of the list."""

FEW = 20
"""Ties and incidents that are shown at once."""

Choice = tuple[str, int]
"""What can be asked for, and how many actors there are of it."""


class ActorLine(Noun):
    """An actor in a line."""

    id: str
    name: str
    kind: str | None
    country: str | None
    reports: int
    protected: bool


class ActorsPage(Noun):
    """Some of the actors that are asked for, and by what else they can be; `waiting` lines are being made anew."""

    words: str
    kind: str | None
    country: str | None
    order: Literal["reports", "name"]
    persons: bool
    page: int
    pages: int
    of: int
    actors: tuple[ActorLine, ...]
    kinds: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    waiting: int


class ActorPage(Noun):
    """One actor as somebody sees it. `moved` says since when an older number is this one's.

    `looked_at` of `actor.reports` were gone through for ties and descriptions; `actor.ties` are the first of `ties_of`,
    `actor.incidents` the latest of `incidents_of`. `alike` may be the same; `seen` is to be sent with a decision: both are null
    for those who may not decide. `last` is the number of the latest judgement on the record.
    """

    id: str
    moved: str | None
    as_of: date | None
    actor: ActorStory
    looked_at: int
    ties_of: int
    incidents_of: int
    cataloguing: int
    network: ties.Network
    alike: tuple[Alike, ...] | None
    seen: str | None
    last: int

    @property
    def bonds(self) -> list[Bond]:
        """For the timeline."""
        return list(ties.bonds(self.id, self.actor.ties))


@twin(router, "/actors", "actors.html")
def actors(
    viewing: Looking,
    words: Annotated[str, Query(max_length=200, description="Parts of any of an actor's names.")] = "",
    kind: Annotated[ActorKind | Literal[""], Query()] = "",
    country: Annotated[str, Query(max_length=3, description="AFG")] = "",
    order: Annotated[Literal["reports", "name"], Query(description="Persons are always by name.")] = "reports",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> ActorsPage:
    """The actors that reports name: groups and forces, and persons where they are asked for."""
    record, public = viewing.record, viewing.profile is Profile.public
    waiting = bring_up_to_date(record)
    asked = directory.Asked(words.strip(), kind or None, country or None, public)
    with record.looking():
        withheld = viewing.masks.over(())
        nobody = public and withheld.text(asked.words) != asked.words
        by_name = order == "name" or asked.persons
        found = directory.entries(record, asked, limit=LINES, offset=(page - 1) * LINES, by_name=by_name)
        lines = _lines(found, withheld)
        nobody = nobody or (bool(found) and not lines)  # that there is somebody gives the name away, too
        counts = directory.Counts(record, asked)
        number = 0 if nobody else counts.total
        return ActorsPage(
            words=words,
            kind=asked.kind,
            country=asked.country,
            order="name" if by_name else "reports",
            persons=asked.persons,
            page=page,
            pages=max(1, -(-number // LINES)),
            of=number,
            actors=() if nobody else lines,
            kinds=() if nobody else tuple(counts.kinds),
            countries=() if nobody else tuple(counts.countries),
            waiting=waiting,
        )


def _lines(found: Sequence[directory.Entry], withheld: Redaction) -> tuple[ActorLine, ...]:
    """Whoever shares a name with somebody protected elsewhere is not listed to those who may not know that name."""
    return tuple(
        ActorLine(
            id=ref(Sort.actor, entry.number),
            name=entry.name,
            kind=entry.kind,
            country=entry.country,
            reports=entry.reports,
            protected=entry.privacy == Privacy.protected,
        )
        for entry in found
        if withheld.text(entry.name) == entry.name
    )


@twin(router, "/actors/{asked:anything}", "actor.html")
def actor(
    asked: Annotated[str, Path(description="Its number, A7, or REPORT/a3: what its report's reading calls it.")],
    viewing: Looking,
    analyst: Viewer,
    network: Annotated[int, Query(ge=1, le=2, description="Steps from the actor.")] = 1,
    more: Annotated[bool, Query(description="Go through more of its reports, and show all ties.")] = False,
) -> ActorPage:
    """An actor with its names, ties and incidents, and whoever may be the same."""
    record = viewing.record
    bring_up_to_date(record)
    cataloguing = bring_catalogue_up_to_date(record)
    with record.looking():
        there = find(record, asked, Sort.actor)
        if viewing.profile is Profile.public and _is_protected(record, there.group):
            return _of_protected(there.ref, viewing)
        naming = reports.latest(viewing, there.group, reports.MOST if more else reports.MANY)
        told = viewing.actor(there.ref, naming.latest, incidents=viewing.as_of is not None)
        tied = ties.shown(told.ties, viewing)
        incidents, of = _incidents(told, there.group, viewing)
        shown = told.model_copy(
            update={
                "names": _names(naming.names, told, viewing),
                "reports": naming.reports,
                "ties": tuple(tied if more else tied[:FEW]),
                "incidents": tuple(incidents),
            }
        )
        deciding = analyst.role.may(Role.coder)
        return ActorPage(
            id=there.ref,
            moved=viewing.redirect(asked, Sort.actor) if there.redirect else None,
            as_of=viewing.as_of,
            actor=shown,
            looked_at=len(naming.latest),
            ties_of=len(tied),
            incidents_of=of,
            cataloguing=cataloguing,
            network=ties.network(there.ref, told.name, tied, viewing, network),
            alike=tuple(alike(record, there.group)) if deciding else None,
            seen=seen_text(record, [there.ref], Sort.actor) if deciding else None,
            last=record.judgements.last(),
        )


def _incidents(told: ActorStory, number: int, viewing: Viewing) -> tuple[Sequence[Appearance], int]:
    """From the catalogue; as of a day, which it does not know, from the reports that were gone through."""
    if viewing.as_of is not None:
        return told.incidents[::-1][:FEW], len(told.incidents)
    return appearances(viewing.record, number, FEW, viewing.profile is Profile.public)


def _names(counts: dict[str, int], told: ActorStory, viewing: Viewing) -> tuple[NameUse, ...]:
    """All reports' names, proper ones where there are any, as the reports that were gone through mask them."""
    known = {use.name for use in told.names}
    public = viewing.profile is Profile.public
    if public and any(name not in known for name in counts):
        return told.names
    proper = {name for name in counts if is_name(name)}
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(NameUse(name=name, reports=n) for name, n in ranked if name in proper or not proper)


def _is_protected(record: Record, number: int) -> bool:
    """Whether any report, looked at here or not, says that they asked for protection."""
    return Exposure(record).of([number]).get(number) is Privacy.protected


def _of_protected(id: str, viewing: Viewing) -> ActorPage:
    """That there is somebody who asked for protection, and nothing else."""
    return ActorPage(
        id=id,
        moved=None,
        as_of=viewing.as_of,
        actor=ActorStory(id=id, name=PROTECTED, kind=None, protected=True),
        looked_at=0,
        ties_of=0,
        incidents_of=0,
        cataloguing=0,
        network=ties.Network(steps=1, actors=(), ties=()),
        alike=None,
        seen=None,
        last=viewing.record.judgements.last(),
    )
