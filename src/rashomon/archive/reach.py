"""How far edges and rulings reach from some mentions: the components in which they are, found a wave at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rashomon.linking.mention import Edge, Ruling


class Reach:
    """All that edges and rulings (that mentions are one) connect with some mentions, of the edges those that `follows` says.

    `edges_touching` and `rulings_about` answer for many mentions at once, so that a wave costs a few queries, not one a mention.
    """

    def __init__(
        self,
        start: Iterable[int],
        edges_touching: Callable[[Iterable[int]], Iterable[Edge]],
        rulings_about: Callable[[Iterable[int]], Iterable[Ruling]],
        follows: Callable[[Edge], bool],
    ) -> None:
        self.edges: dict[tuple[int, int], Edge] = {}
        self.rulings: dict[tuple[int, bool], Ruling] = {}
        self.parent: dict[int, int] = {}
        wave = set(start)
        while wave:
            self.parent.update((number, number) for number in wave)
            edges, rulings = list(edges_touching(wave)), list(rulings_about(wave))
            self.edges.update(((e.left, e.right), e) for e in edges)
            self.rulings.update(((r.judgement, r.same), r) for r in rulings)
            joined = [{e.left, e.right} for e in edges if follows(e)] + [_together(r) for r in rulings if r.same]
            wave = set().union(*joined) - self.parent.keys()
        for pair, edge in self.edges.items():
            if follows(edge):
                self._join(pair)
        for ruling in self.rulings.values():
            if ruling.same:
                self._join(_together(ruling))

    def components(self) -> Iterator[tuple[list[int], list[Edge], list[Ruling]]]:
        """Each component's mentions, the edges between them, and the rulings about them, all in order of numbers."""
        members: dict[int, list[int]] = defaultdict(list)
        for number in sorted(self.parent):
            members[self._root(number)].append(number)
        edges: dict[int, list[Edge]] = defaultdict(list)
        for (left, right), edge in sorted(self.edges.items()):
            if left in self.parent and right in self.parent and self._root(left) == self._root(right):
                edges[self._root(left)].append(edge)
        rulings: dict[int, list[Ruling]] = defaultdict(list)
        for _, ruling in sorted(self.rulings.items()):
            for root in {self._root(number) for number in _together(ruling) & self.parent.keys()}:
                rulings[root].append(ruling)
        for root, numbers in members.items():
            yield numbers, edges[root], rulings[root]

    def _root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def _join(self, numbers: Iterable[int]) -> None:
        first, *others = numbers
        for other in others:
            self.parent[self._root(other)] = self._root(first)


def _together(ruling: Ruling) -> set[int]:
    return {number for side in ruling.sides for number in side}
