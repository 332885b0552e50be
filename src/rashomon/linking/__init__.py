"""Readings → Record: which reports copy one another, which actors, incidents and stories are the same."""

from rashomon.linking.link import link, regroup
from rashomon.linking.linkable import Linkable
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Sort

__all__ = ["Linkable", "MemoryShelf", "Sort", "link", "regroup"]
