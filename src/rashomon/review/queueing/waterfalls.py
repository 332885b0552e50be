"""Why pairs are alike, kept at hand: to explain ten pairs takes little longer than to explain one, which is a tenth of a second."""

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock

from rashomon.archive import Record
from rashomon.export.reasons import Pair
from rashomon.linking.linkable import Waterfall
from rashomon.linking.mention import Shelved, Sort

AT_ONCE = 10
"""Pairs that are explained together; of more, each with each, too many would be compared for nothing."""

KEPT = 2_000
"""Explanations that are kept, some kilobytes each."""

Numbers = tuple[int, int]


@dataclass
class Waterfalls:
    """Explanations by what was compared: a report that is read anew has another."""

    kept: OrderedDict[str, Waterfall] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def of(self, record: Record, sort: Sort, asked: Numbers, ahead: Callable[[], Sequence[Numbers]]) -> Pair:
        """Why two mentions are held to be one or not; where that is not known yet, those `ahead` are explained with it."""
        pair = _shelved(record, sort, [asked])[asked]
        key = _key(sort, *pair)
        with self.lock:
            if key not in self.kept:
                others = _shelved(record, sort, ahead()).values()
                self._explain(record, sort, {key: pair} | {_key(sort, *each): each for each in others})
            self.kept.move_to_end(key)
            return Pair(*pair, self.kept[key], record.linkables[sort])

    def _explain(self, record: Record, sort: Sort, pairs: dict[str, tuple[Shelved, Shelved]]) -> None:
        some = dict(islice(((key, pair) for key, pair in pairs.items() if key not in self.kept), AT_ONCE))
        self.kept.update(zip(some, record.linkables[sort].explained([*some.values()]), strict=True))
        while len(self.kept) > KEPT:
            self.kept.popitem(last=False)


def _shelved(record: Record, sort: Sort, pairs: Sequence[Numbers]) -> dict[Numbers, tuple[Shelved, Shelved]]:
    there = {each.number: each for each in record.shelf.named(sort, {number for pair in pairs for number in pair})}
    return {pair: (there[pair[0]], there[pair[1]]) for pair in pairs}


def _key(sort: Sort, one: Shelved, other: Shelved) -> str:
    return json.dumps([sort, one.number, dict(one.features), other.number, dict(other.features)])
