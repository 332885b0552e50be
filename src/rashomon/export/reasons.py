"""Why mentions of a record were held to be one, or not: the pairs that decided it, each with what was compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.archive import Record
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.refs import Found, find, ref
from rashomon.engines.engine import batches
from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.mention import Component, Shelved, Sort
from rashomon.linking.reasons import closest, holding


@dataclass(frozen=True)
class Pair:
    """Two mentions, what was compared of them, and how sure one had to be to merge them."""

    left: Shelved
    right: Shelved
    compared: Waterfall
    linkable: Linkable

    @property
    def is_sure(self) -> bool:
        """Whether the weight is enough to merge the two, if nothing else stands against it."""
        return self.compared.weight >= self.linkable.sure

    @property
    def outcome(self) -> str:
        """What follows from the weight alone."""
        if self.is_sure:
            return "enough to merge"
        return "left for a person" if self.compared.weight >= self.linkable.ask else "too little to merge"


AT_ONCE = 32
"""Pairs that are explained at once, which takes little longer than one; but of so many each left is compared with each right."""


@dataclass(frozen=True)
class Reasons:
    """The pairs that hold a group together, or the pair that comes closest to holding two; and what people ruled about them.

    `of` is how many pairs there are, where not all were asked for.
    """

    pairs: tuple[Pair, ...]
    rulings: tuple[Judgement, ...]
    of: int


def why_one(record: Record, asked: str, sort: Sort, most: int | None = None) -> Reasons:
    """Why everything in a group is held to be one thing: the weakest of the links it hangs by first, or only so many."""
    found = find(record, asked, sort)
    members = record.shelf.members(sort, [found.group])[found.group]
    component = _component(record, sort, members)
    edges = holding(members, component.edges)
    pairs = _pairs(record, sort, ((e.left, e.right) for e in edges[:most]))
    return Reasons(tuple(pairs), _rulings(record, component, members), len(edges))


def why_two(record: Record, one: str, other: str, sort: Sort) -> tuple[bool, Reasons]:
    """Whether two are one, and why, or why not. Two of one group are compared directly, two groups where they are closest."""
    a, b = find(record, one, sort), find(record, other, sort)
    members = record.shelf.members(sort, {a.group, b.group})
    numbers = frozenset().union(*members.values())
    component = _component(record, sort, numbers)
    pairs = tuple(_pairs(record, sort, _decisive(a, b, members, component)))
    return a.group == b.group, Reasons(pairs, _rulings(record, component, numbers), len(pairs))


def _decisive(a: Found, b: Found, members: dict[int, frozenset[int]], component: Component) -> list[tuple[int, int]]:
    """The pair to look at; none where both are one mention, which several reports share."""
    if a.number == b.number:
        return []
    edge = closest(members[a.group], members[b.group], component.edges) if a.group != b.group else None
    return [(edge.left, edge.right) if edge else (a.number, b.number)]


def _component(record: Record, sort: Sort, numbers: Iterable[int]) -> Component:
    """All that edges and rulings connect with these, as one."""
    found = list(record.shelf.components(sort, numbers))
    return Component(
        tuple(member for each in found for member in each.members),
        tuple(edge for each in found for edge in each.edges),
        tuple(ruling for each in found for ruling in each.rulings),
    )


def _pairs(record: Record, sort: Sort, numbers: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    asked = list(numbers)
    shelved = {each.number: each for each in record.shelf.named(sort, {n for pair in asked for n in pair})}
    linkable = record.linkables[sort]
    for some in batches(asked, AT_ONCE):
        pairs = [(shelved[left], shelved[right]) for left, right in some]
        for (one, other), waterfall in zip(pairs, linkable.explained(pairs), strict=True):
            yield Pair(one, other, waterfall, linkable)


def _rulings(record: Record, component: Component, numbers: Iterable[int]) -> tuple[Judgement, ...]:
    """The judgements of people that hold and are about at least two of these."""
    there = set(numbers)
    about = {
        r.judgement
        for r in component.rulings
        if len(there.intersection(number for side in r.sides for number in side)) > 1
    }
    return tuple(record.judgements.get(number) for number in sorted(about))


def called(shelved: Shelved, sort: Sort) -> str:
    """ "I40 (mosul, reuters-3)": a mention by its number, with the reports that have it."""
    reports: Sequence[str] = sorted(shelved.reports)
    more = f" and {len(reports) - 2} more" if len(reports) > 2 else ""
    return f"{ref(sort, shelved.number)} ({', '.join(reports[:2])}{more})" if reports else ref(sort, shelved.number)
