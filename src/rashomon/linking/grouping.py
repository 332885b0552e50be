"""Which mentions are one thing: edges and people's rulings in, groups out.

Average-linkage agglomeration (Sokal and Michener 1958) within one component, under constraints. The result depends on the
component alone, never on the order in which reports came: ties go to the mentions whose identities come first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise, product

from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Component, Edge, Ruling, Shelved


@dataclass
class Between:
    """All that is known of the pairs between two groups: the sum of their edges' weights, how many edges, the surest."""

    total: float
    edges: int
    best: float

    def plus(self, other: "Between") -> "Between":
        """Both together."""
        return Between(self.total + other.total, self.edges + other.edges, max(self.best, other.best))


@dataclass
class Group:
    """Mentions that are held to be one, while grouping goes on."""

    first: str
    numbers: set[int]
    reports: set[str]
    neighbours: dict[int, Between] = field(default_factory=dict)


def groups(component: Component, linkable: Linkable) -> list[frozenset[int]]:
    """The groups of a component, every member in one.

    What people ruled holds. Mentions that no report bears any more hold nothing together: they follow the group they are
    closest to, which may be called by their number.
    """
    living = {member.number: member for member in component.members if member.reports}
    edges = [e for e in component.edges if not e.covers]
    agglomeration = _Agglomeration(living, linkable)
    agglomeration.obey(component.rulings)
    agglomeration.join(e for e in edges if e.left in living and e.right in living)
    sure = [e for e in edges if e.weight >= linkable.sure]
    return _with_dead(agglomeration.found(), component.members, sure, component.rulings)


class _Agglomeration:
    def __init__(self, members: Mapping[int, Shelved], linkable: Linkable) -> None:
        self.linkable = linkable
        self.groups = {n: Group(m.identity, {n}, set(m.reports)) for n, m in members.items()}
        self.group_of = {n: n for n in members}
        self.apart: dict[int, set[int]] = defaultdict(set)

    def obey(self, rulings: Iterable[Ruling]) -> None:
        """The latest ruling first: an earlier one that it contradicts no longer holds."""
        for ruling in sorted(rulings, key=lambda r: -r.judgement):
            sides = [[n for n in sorted(side) if n in self.group_of] for side in ruling.sides]
            if ruling.same:
                together = [n for side in sides for n in side]
                for left, right in pairwise(together):
                    self._rule_same(left, right)
            else:
                for one, other in combinations(sides, 2):
                    for left, right in product(one, other):
                        self._rule_apart(left, right)

    def _rule_same(self, left: int, right: int) -> None:
        one, other = self.group_of[left], self.group_of[right]
        if one != other and not self._are_apart(one, other):
            self._merge(one, other)

    def _rule_apart(self, left: int, right: int) -> None:
        if self.group_of[left] != self.group_of[right]:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def _are_apart(self, one: int, other: int) -> bool:
        numbers = self.groups[other].numbers
        return any(not self.apart[n].isdisjoint(numbers) for n in self.groups[one].numbers if n in self.apart)

    def join(self, edges: Iterable[Edge]) -> None:
        """Merge the two closest groups as long as two are close enough."""
        for edge in edges:
            self._connect(self.group_of[edge.left], self.group_of[edge.right], Between(edge.weight, 1, edge.weight))
        heap = [self._entry(one, other) for one, g in self.groups.items() for other in g.neighbours if one < other]
        heapify(heap)
        while heap:
            negative_mean, _, one, other = heappop(heap)
            if not self._may_merge(one, other) or self._mean(one, other) != -negative_mean:
                continue  # merged meanwhile, or there is a later entry for the two
            kept = self._merge(one, other)
            for neighbour in self.groups[kept].neighbours:
                heappush(heap, self._entry(kept, neighbour))

    def _connect(self, one: int, other: int, between: Between) -> None:
        if one == other:
            return
        for here, there in ((one, other), (other, one)):
            known = self.groups[here].neighbours.get(there)
            self.groups[here].neighbours[there] = known.plus(between) if known else between

    def _entry(self, one: int, other: int) -> tuple[float, tuple[str, str], int, int]:
        first = sorted((self.groups[one].first, self.groups[other].first))
        return -self._mean(one, other), (first[0], first[1]), one, other

    def _mean(self, one: int, other: int) -> float:
        between = self.groups[one].neighbours[other]
        pairs = len(self.groups[one].numbers) * len(self.groups[other].numbers)
        # rounded, or the order in which weights were added up would show in the last digit and decide ties
        return round((between.total + (pairs - between.edges) * self.linkable.missing) / pairs, 6)

    def _may_merge(self, one: int, other: int) -> bool:
        if one not in self.groups or other not in self.groups:
            return False
        between = self.groups[one].neighbours[other]
        if between.best < self.linkable.sure or self._mean(one, other) < self.linkable.hold:
            return False
        told_apart = self.linkable.one_a_report and not self.groups[one].reports.isdisjoint(self.groups[other].reports)
        return not told_apart and not self._are_apart(one, other)

    def _merge(self, one: int, other: int) -> int:
        """Put the smaller group into the larger; gives the one that is left."""
        if len(self.groups[one].numbers) < len(self.groups[other].numbers):
            one, other = other, one
        kept, gone = self.groups[one], self.groups.pop(other)
        kept.first = min(kept.first, gone.first)
        kept.numbers |= gone.numbers
        kept.reports |= gone.reports
        self.group_of.update(dict.fromkeys(gone.numbers, one))
        kept.neighbours.pop(other, None)
        for neighbour, between in gone.neighbours.items():
            if neighbour != one:
                del self.groups[neighbour].neighbours[other]
                self._connect(one, neighbour, between)
        return one

    def found(self) -> list[set[int]]:
        """The groups as they are now."""
        return [group.numbers for group in self.groups.values()]


def _with_dead(
    found: list[set[int]], members: Iterable[Shelved], edges: Iterable[Edge], rulings: Iterable[Ruling]
) -> list[frozenset[int]]:
    """Each mention that nobody bears any more joins the living group it is closest to, or stays alone."""
    home = {number: group for group in found for number in group}
    living = set(home)
    identity = {member.number: member.identity for member in members}
    closest: dict[int, tuple[float, str, int]] = {}
    for weight, dead, near in _ties_of_dead(edges, rulings, living, identity.keys()):
        closest[dead] = min(closest.get(dead, (0.0, "~", 0)), (-weight, identity[near], near))
    for dead in identity.keys() - living:
        if dead in closest:
            home[closest[dead][2]].add(dead)
        else:
            found.append({dead})
    return sorted(map(frozenset, found), key=min)


def _ties_of_dead(
    edges: Iterable[Edge], rulings: Iterable[Ruling], living: set[int], members: Iterable[int]
) -> Iterator[tuple[float, int, int]]:
    for edge in edges:
        for dead, near in ((edge.left, edge.right), (edge.right, edge.left)):
            if dead not in living and near in living:
                yield edge.weight, dead, near
    there = set(members)
    for ruling in rulings:
        numbers = {n for side in ruling.sides for n in side} & there if ruling.same else set()
        for dead, near in product(numbers - living, numbers & living):
            yield float("inf"), dead, near


def covers(component: Component, found: Iterable[frozenset[int]], sure: float) -> dict[int, frozenset[int]]:
    """Which other groups a mention tells of: those it covers, and those it is surely one with but could not join.

    A report that tells two attacks as one belongs to both of another report's incidents: its mention is in the group of one and
    tells of the other, too.
    """
    group_of = {number: group for group in found for number in group}
    borne = {member.number: member.reports for member in component.members}
    told: dict[int, set[int]] = defaultdict(set)
    for edge in component.edges:
        for number, other in ((edge.left, edge.right), (edge.right, edge.left)):
            own, others = group_of[number], group_of[other]
            if own is others or not borne[number] or not borne[other]:
                continue
            told_apart = edge.weight >= sure and any(borne[other] & borne[n] for n in own)
            if edge.covers == number or (told_apart and not edge.covers):
                told[number].add(min(others))
    return {number: frozenset(groups) for number, groups in told.items()}
