"""Others who may be the same actor: what comparing left open about one."""

from sqlalchemy import or_, select

from rashomon.archive import Record
from rashomon.archive.actors import directory
from rashomon.archive.judgements.rulings import rulings_about
from rashomon.archive.refs import ref
from rashomon.archive.tables import edge, mention
from rashomon.linking.mention import Sort
from rashomon.record import Noun

MOST = 12
"""Pairs that are shown; the likest."""


class Alike(Noun):
    """Somebody who may be the same: `weight` is log2 of the odds."""

    id: str
    name: str
    kind: str | None
    country: str | None
    reports: int
    weight: float


def alike(record: Record, number: int) -> list[Alike]:
    """Those who are as like the actor as a person should look at, and of whom nobody has said that they are others."""
    with record.looking():
        members = record.shelf.members(Sort.actor, [number])[number]
        weights = _weights(record, number, members)
        apart = _apart(record, members)
        lines = directory.some(record, weights.keys() - apart)
    found = [
        Alike(
            id=ref(Sort.actor, other),
            name=line.name,
            kind=line.kind,
            country=line.country,
            reports=line.reports,
            weight=weights[other],
        )
        for other, line in lines.items()
    ]
    return sorted(found, key=lambda each: -each.weight)[:MOST]


def _weights(record: Record, number: int, members: frozenset[int]) -> dict[int, float]:
    """The groups to which edges lead, each with the strongest."""
    left, right = mention.alias("of_left"), mention.alias("of_right")
    both = edge.join(left, (left.c.sort == edge.c.sort) & (left.c.number == edge.c.left)).join(
        right, (right.c.sort == edge.c.sort) & (right.c.number == edge.c.right)
    )
    asked = select(left.c.group_number, right.c.group_number, edge.c.weight).select_from(both)
    asked = asked.where(edge.c.sort == Sort.actor, edge.c.across.is_(True))
    asked = asked.where(or_(edge.c.left.in_(members), edge.c.right.in_(members)))
    found: dict[int, float] = {}
    with record.looking() as connection:
        for one, other, weight in connection.execute(asked):
            there = other if one == number else one
            found[there] = max(weight, found.get(there, weight))
    return found


def _apart(record: Record, members: frozenset[int]) -> set[int]:
    """Those of whom a person said that they are others."""
    with record.looking() as connection:
        rulings = [ruling for ruling in rulings_about(connection, Sort.actor, members) if not ruling.same]
    sides = {number for ruling in rulings for side in ruling.sides if side.isdisjoint(members) for number in side}
    return set(record.shelf.groups_of(Sort.actor, sides).values())
