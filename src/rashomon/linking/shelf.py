"""Where linking keeps mentions: what it asks of a store, which the archive is (and, for a few readings, memory)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from rashomon.linking.mention import Component, Edge, Mention, Shelved, Sort


class Shelf(Protocol):
    """Mentions by number and by key, the edges between them, and the groups they form. One batch is one transaction."""

    def shelve(self, sort: Sort, mentions: Sequence[Mention]) -> list[Shelved]:
        """Give each mention its number, in order: its identity's where the shelf has it, else the next; file it under its keys."""
        ...

    def sharing(self, sort: Sort, keys: Iterable[str]) -> Iterator[Shelved]:
        """Every mention filed under any of the keys, with its features, once each."""
        ...

    def connect(self, sort: Sort, edges: Iterable[Edge]) -> None:
        """Keep edges; one between the same two replaces the former."""
        ...

    def components(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Component]:
        """The components in which these mentions are."""
        ...

    def settle(self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]) -> None:
        """Say of mentions to which group they belong (by its number, the smallest of its members') and of which others they tell.

        Each group that changed is logged as the machine's judgement.
        """
        ...
