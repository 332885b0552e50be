"""What became of groups: which were merged into one and which were split, before and after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Groups = tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Change:
    """Groups that were merged into one, or one that was split: merge, ({12}, {40}) → ({12, 40},)."""

    what: str
    before: Groups
    after: Groups

    @property
    def sides(self) -> Groups:
        """What was merged, or what came of a split."""
        return self.before if self.what == "merge" else self.after

    @property
    def across(self) -> frozenset[int]:
        """Mentions at one of which is every edge between two sides: all but those of the largest side."""
        return frozenset().union(*sorted(self.sides, key=len)[:-1])


def changes(before: Iterable[frozenset[int]], after: Iterable[frozenset[int]]) -> list[Change]:
    """The splits, then the merges, that lead from one grouping of the same mentions to another.

    >>> [change.what for change in changes([frozenset({1, 2}), frozenset({3})], [frozenset({1}), frozenset({2, 3})])]
    ['split', 'merge']
    """
    was, is_now = _homes(before), _homes(after)
    parts: dict[frozenset[int], dict[frozenset[int], set[int]]] = defaultdict(lambda: defaultdict(set))
    for number in was:
        parts[was[number]][is_now[number]].add(number)
    splits = [Change("split", (whole,), _ordered(into.values())) for whole, into in parts.items() if len(into) > 1]
    joined: dict[frozenset[int], list[set[int]]] = defaultdict(list)
    for into in parts.values():
        for whole, part in into.items():
            joined[whole].append(part)
    merges = [Change("merge", _ordered(of), (whole,)) for whole, of in joined.items() if len(of) > 1]
    return sorted(splits, key=_first) + sorted(merges, key=_first)


def _homes(groups: Iterable[frozenset[int]]) -> Mapping[int, frozenset[int]]:
    return {number: group for group in groups for number in group}


def _ordered(groups: Iterable[Iterable[int]]) -> Groups:
    return tuple(sorted(map(frozenset, groups), key=min))


def _first(change: Change) -> int:
    return min(min(group) for group in change.before)
