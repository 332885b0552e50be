"""What waits for a person: pairs that are alike, were not merged, and about which nobody has ruled."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select, tuple_

from rashomon.archive.judgements.rulings import rulings_about
from rashomon.archive.refs import ref
from rashomon.archive.tables import edge, mention
from rashomon.linking.mention import Edge, Ruling, Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

PAGE = 128
"""Edges that are looked at at once: some more than there are pairs in a list that a person looks at."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Undecided:
    """Two groups ("I12" and "I40") that may be one: the strongest edge between them says how alike they are."""

    one: str
    other: str
    edge: Edge


def undecided(
    record: "Record", sort: Sort, limit: int | None = None, besides: Collection[Pair] = ()
) -> Iterator[Undecided]:
    """The pairs that wait for a person, the likest first; not those `besides`, which are pairs of mentions of the groups."""
    return islice(_undecided(record, sort, besides), limit)


def _undecided(record: "Record", sort: Sort, besides: Collection[Pair]) -> Iterator[Undecided]:
    told = _as_groups(besides, record.shelf.groups_of(sort, {n for pair in besides for n in pair}))
    misread = record.codings.misread() if sort is Sort.incident else {}
    for rows in _pages(record, sort):
        with record.looking():
            living = {m.number: m for m in record.shelf.plain(sort, {n for row in rows for n in (row.left, row.right)})}
            told |= ruled_apart(record, sort, {n for row in rows for n in (row.one, row.other)})
        for row in rows:
            pair = min(row.one, row.other), max(row.one, row.other)
            left, right = (frozenset() if n in misread else living[n].reports for n in (row.left, row.right))
            told_apart = not left.isdisjoint(right) or not left or not right
            if pair not in told and not told_apart:
                told.add(pair)
                yield Undecided(ref(sort, pair[0]), ref(sort, pair[1]), Edge(row.left, row.right, row.weight))


def _pages(record: "Record", sort: Sort) -> Iterator[Sequence[Any]]:
    """Edges that are no group's own, the strongest first, with the groups as they are then."""
    left, right = mention.alias("of_left"), mention.alias("of_right")
    both = edge.join(left, and_(left.c.sort == edge.c.sort, left.c.number == edge.c.left)).join(
        right, and_(right.c.sort == edge.c.sort, right.c.number == edge.c.right)
    )
    place = tuple_(edge.c.weight, edge.c.left, edge.c.right)
    groups = left.c.group_number.label("one"), right.c.group_number.label("other")
    asked = select(edge.c.left, edge.c.right, edge.c.weight, *groups).select_from(both)
    asked = asked.where(edge.c.sort == sort, edge.c.across.is_(True), edge.c.covers == 0)
    asked = asked.order_by(edge.c.weight.desc(), edge.c.left.desc(), edge.c.right.desc()).limit(PAGE)
    rows: Sequence[Any] = ()
    while True:
        last = rows[-1] if rows else None
        page = asked.where(place < (last.weight, last.left, last.right)) if last else asked
        with record.looking() as connection:
            rows = connection.execute(page).all()
        yield rows
        if len(rows) < PAGE:
            return


def ruled_apart(record: "Record", sort: Sort, groups: Iterable[int]) -> set[Pair]:
    """Pairs of these groups that people hold apart."""
    members = record.shelf.members(sort, groups)
    group = {number: home for home, numbers in members.items() for number in numbers}
    with record.looking() as connection:
        rulings = [ruling for ruling in rulings_about(connection, sort, group) if not ruling.same]
    return _as_groups((pair for ruling in rulings for pair in _apart(ruling)), group)


def _apart(ruling: Ruling) -> Iterator[Pair]:
    sides = ((one, other) for one, other in product(ruling.sides, repeat=2) if one is not other)
    return (pair for one, other in sides for pair in product(one, other))


def _as_groups(pairs: Iterable[Pair], group: dict[int, int]) -> set[Pair]:
    """Pairs of mentions as those of the groups in which they are."""
    found = ((group.get(one), group.get(other)) for one, other in pairs)
    return {(min(one, other), max(one, other)) for one, other in found if one and other and one != other}
