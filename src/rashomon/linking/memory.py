"""A shelf in memory: to link some readings without a record, as a function would."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.linking.mention import Component, Edge, Mention, Shelved, Sort


class MemoryShelf:
    """The simplest shelf there is; what the archive's does out of core, this does with dictionaries."""

    def __init__(self) -> None:
        self._mentions: dict[Sort, dict[str, Shelved]] = defaultdict(dict)
        self._numbered: dict[Sort, dict[int, Shelved]] = defaultdict(dict)
        self._filed: dict[tuple[Sort, str], set[int]] = defaultdict(set)
        self._edges: dict[Sort, dict[tuple[int, int], Edge]] = defaultdict(dict)
        self._near: dict[tuple[Sort, int], set[tuple[int, int]]] = defaultdict(set)
        self._group: dict[Sort, dict[int, int]] = defaultdict(dict)
        self._covers: dict[Sort, dict[int, frozenset[int]]] = defaultdict(dict)
        self.locals: dict[tuple[Sort, str, str], int] = {}

    def shelve(self, sort: Sort, mentions: Sequence[Mention]) -> list[Shelved]:
        """See `Shelf`."""
        return [self._shelve(sort, mention) for mention in mentions]

    def _shelve(self, sort: Sort, mention: Mention) -> Shelved:
        known = self._mentions[sort].get(mention.identity)
        number = known.number if known else len(self._mentions[sort]) + 1
        reports = (known.reports if known else frozenset()) | {mention.report}
        shelved = Shelved(number, mention.identity, reports, mention.features, mention.keys)
        self._mentions[sort][mention.identity] = self._numbered[sort][number] = shelved
        self._group[sort].setdefault(number, number)
        self.locals[sort, mention.report, mention.local] = number
        for key in mention.keys:
            self._filed[sort, key].add(number)
        return shelved

    def sharing(self, sort: Sort, keys: Iterable[str]) -> Iterator[Shelved]:
        """See `Shelf`."""
        numbers = {number for key in keys for number in self._filed.get((sort, key), ())}
        return (self._numbered[sort][number] for number in sorted(numbers))

    def connect(self, sort: Sort, edges: Iterable[Edge]) -> None:
        """See `Shelf`."""
        for edge in edges:
            self._edges[sort][edge.left, edge.right] = edge
            for number in (edge.left, edge.right):
                self._near[sort, number].add((edge.left, edge.right))

    def components(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Component]:
        """See `Shelf`."""
        seen: set[int] = set()
        for number in numbers:
            if number not in seen:
                found = self._reached(sort, number)
                seen |= found
                pairs = {pair for member in found for pair in self._near[sort, member]}
                yield Component(
                    tuple(self._numbered[sort][member] for member in sorted(found)),
                    tuple(self._edges[sort][pair] for pair in sorted(pairs)),
                )

    def _reached(self, sort: Sort, start: int) -> set[int]:
        found, waiting = {start}, [start]
        while waiting:
            for pair in self._near[sort, waiting.pop()]:
                fresh = set(pair) - found
                found |= fresh
                waiting += fresh
        return found

    def settle(self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]) -> None:
        """See `Shelf`."""
        self._group[sort].update(groups)
        for number in groups:
            self._covers[sort].pop(number, None)
        self._covers[sort].update(covers)

    def groups(self, sort: Sort) -> dict[int, list[int]]:
        """Every group by its number, with the mentions in it."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, group in sorted(self._group[sort].items()):
            found[group].append(number)
        return dict(found)

    def covers(self, sort: Sort) -> dict[int, frozenset[int]]:
        """The mentions that tell of other groups, too, and which."""
        return dict(self._covers[sort])

    def reports(self, sort: Sort, number: int) -> frozenset[str]:
        """The reports that have a mention."""
        return self._numbered[sort][number].reports
