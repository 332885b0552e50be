"""What holds a group together, and what stands between two: which pairs to look at to see why."""

from collections.abc import Collection, Iterable

from rashomon.linking.mention import Edge


def holding(members: Collection[int], edges: Iterable[Edge]) -> list[Edge]:
    """The strongest edges that are enough to hold a group together, the weakest first: if a merge is wrong, it is wrong there.

    A maximum spanning tree (Kruskal 1956); fewer edges where people's rulings hold the rest.
    """
    root = {number: number for number in members}
    kept = []
    for edge in sorted(edges, key=lambda e: (-e.weight, e.left, e.right)):
        if edge.covers or edge.left not in root or edge.right not in root:
            continue
        left, right = _root(root, edge.left), _root(root, edge.right)
        if left != right:
            root[left] = right
            kept.append(edge)
    return kept[::-1]


def _root(root: dict[int, int], number: int) -> int:
    while root[number] != number:
        root[number] = root[root[number]]
        number = root[number]
    return number


def closest(one: Collection[int], other: Collection[int], edges: Iterable[Edge]) -> Edge | None:
    """The strongest edge between two groups; None where nothing in them was alike enough to be kept."""
    between = [e for e in edges if (e.left in one and e.right in other) or (e.left in other and e.right in one)]
    return max(between, key=lambda e: (e.weight, -e.left, -e.right), default=None)
