"""Actors of a record, put together from what reports say of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from rashomon.archive.actors import naming
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.refs import ref
from rashomon.archive.shelf import Bearing
from rashomon.archive.tables import bearing, mention
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.record import ActorKind
from rashomon.record.linked import LinkedActor, Named

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for."""

Value = TypeVar("Value")


def actors(
    record: "Record", groups: Iterable[int], readings: ReadingsAtHand, among: Collection[str] | None = None
) -> Iterator[LinkedActor]:
    """The actors of these groups, in the order of their numbers; as only some reports tell of them, if these are given."""
    shelf, sort = record.shelf, Sort.actor
    members = shelf.members(sort, groups)
    home = {number: group for group, numbers in members.items() for number in numbers}
    names = naming.names(record, members)
    borne: dict[int, list[Bearing]] = defaultdict(list)
    for each in shelf.bearings(sort, home, among):
        borne[home[each.number]].append(each)
    for group in sorted(borne):
        told = [Named(report=b.report, actor=a) for b, a in readings.actors(borne[group])]
        yield _actor(ref(sort, group), names.get(group), told)


def actor_refs(record: "Record", reports: Iterable[str]) -> dict[tuple[str, str], str]:
    """(report, local id) → "A7"."""
    return {key: ref(Sort.actor, group) for key, group in actor_groups(record, reports).items()}


def actor_groups(record: "Record", reports: Iterable[str]) -> dict[tuple[str, str], int]:
    """(report, local id) → the number of the actor's group."""
    both = bearing.join(mention, (mention.c.sort == bearing.c.sort) & (mention.c.number == bearing.c.number))
    asked = select(bearing.c.report, bearing.c.local, mention.c.group_number).select_from(both)
    found = {}
    for some in batches(sorted(reports), AT_ONCE):
        with record.looking() as connection:
            rows = connection.execute(asked.where(bearing.c.sort == Sort.actor, bearing.c.report.in_(some))).all()
        found.update({(id, local): group for id, local, group in rows})
    return found


def _actor(id: str, name: str | None, told: list[Named]) -> LinkedActor:
    """An actor of the record, under all names that reports give it: name and kind are those that most give it."""
    actors = [each.actor for each in told]
    called = Counter(name for actor in actors for name in (actor.name, *actor.aliases))
    return LinkedActor(
        id=id,
        name=name or naming.fullest(Counter(actor.name for actor in actors)),
        kind=_commonest([actor.kind for actor in actors]) or ActorKind.other,
        names=tuple(sorted(called, key=lambda each: (-called[each], each))),
        country=_commonest([actor.country for actor in actors if actor.country]),
        wikidata=_commonest([actor.wikidata for actor in actors if actor.wikidata]),
        protected=any(actor.protected for actor in actors),
        mentions=tuple(told),
    )


def _commonest(values: Iterable[Value]) -> Value | None:
    counts = Counter(values)
    return max(counts, key=lambda each: (counts[each], str(each)), default=None)
