"""What waits for a person: pairs that are alike, were not merged, and about which nobody has ruled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from rashomon.archive.refs import ref
from rashomon.archive.rulings import all_rulings
from rashomon.archive.tables import edge, mention
from rashomon.linking.mention import Edge, Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

PAGE = 1000
"""Edges that are looked at at once."""


@dataclass(frozen=True)
class Undecided:
    """Two groups ("I12" and "I40") that may be one: the strongest edge between them says how alike they are."""

    one: str
    other: str
    edge: Edge


def undecided(record: "Record", sort: Sort, limit: int | None = None) -> Iterator[Undecided]:
    """The pairs that wait for a person, the likest first."""
    return islice(_undecided(record, sort), limit)


def _undecided(record: "Record", sort: Sort) -> Iterator[Undecided]:
    ruled = _ruled_apart(record, sort)
    told: set[tuple[int, int]] = set()
    for rows in _pages(record, sort):
        living = {m.number: m for m in record.shelf.plain(sort, {n for row in rows for n in (row.left, row.right)})}
        for row in rows:
            pair = min(row.one, row.other), max(row.one, row.other)
            left, right = living[row.left].reports, living[row.right].reports
            told_apart = not left.isdisjoint(right) or not left or not right
            if pair not in told and pair not in ruled and not told_apart:
                told.add(pair)
                yield Undecided(ref(sort, pair[0]), ref(sort, pair[1]), Edge(row.left, row.right, row.weight))


def _pages(record: "Record", sort: Sort) -> Iterator[Sequence[Any]]:
    """Edges that are no group's own, the strongest first."""
    left, right = mention.alias("of_left"), mention.alias("of_right")
    both = edge.join(left, (left.c.sort == edge.c.sort) & (left.c.number == edge.c.left)).join(
        right, (right.c.sort == edge.c.sort) & (right.c.number == edge.c.right)
    )
    asked = (
        select(
            edge.c.left,
            edge.c.right,
            edge.c.weight,
            left.c.group_number.label("one"),
            right.c.group_number.label("other"),
        )
        .select_from(both)
        .where(edge.c.sort == sort, edge.c.covers == 0, left.c.group_number != right.c.group_number)
        .order_by(edge.c.weight.desc(), edge.c.left, edge.c.right)
    )
    for page in range(0, 1 << 62, PAGE):
        with record.looking() as connection:
            rows = connection.execute(asked.limit(PAGE).offset(page)).all()
        yield rows
        if len(rows) < PAGE:
            return


def _ruled_apart(record: "Record", sort: Sort) -> set[tuple[int, int]]:
    """Pairs of groups that people hold apart."""
    with record.looking() as connection:
        rulings = [ruling for ruling in all_rulings(connection, sort) if not ruling.same]
    group = record.shelf.groups_of(sort, {n for ruling in rulings for side in ruling.sides for n in side})
    return {
        (group[one], group[other])
        for ruling in rulings
        for left, right in product(ruling.sides, repeat=2)
        for one, other in product(left, right)
        if group[one] < group[other]
    }
