"""Where sentences stand again: an index of runs of words."""

from collections import Counter
from collections.abc import Mapping
from typing import Generic, TypeVar

import numpy as np

from rashomon.linking.copies.fingerprints import Prints

K = TypeVar("K")


class Standing(Generic[K]):
    """Texts by the runs of words in them: every run, in order, beside whose it is."""

    def __init__(self, prints: Mapping[K, Prints]) -> None:
        self._keys = list(prints)
        runs = np.concatenate([*prints.values(), np.empty(0, np.uint64)])
        whose = np.repeat(np.arange(len(prints)), [len(each) for each in prints.values()])
        order = np.lexsort((whose, runs))
        runs, whose = runs[order], whose[order]
        again = (runs[1:] == runs[:-1]) & (whose[1:] == whose[:-1])
        once = np.concatenate([np.ones(min(1, len(runs)), bool), ~again])
        self._runs, self._whose = runs[once], whose[once]

    def among(self, runs: Prints) -> Counter[K]:
        """How many of some runs each text has."""
        first = np.searchsorted(self._runs, runs, "left")
        counts = np.searchsorted(self._runs, runs, "right") - first
        places = np.arange(counts.sum()) + np.repeat(first - np.cumsum(counts) + counts, counts)
        found = np.bincount(self._whose[places], minlength=len(self._keys))
        return Counter({self._keys[n]: int(found[n]) for n in np.flatnonzero(found)})
