"""What linking has just made one: told in the terminal and at the desk."""

from collections import Counter
from collections.abc import Collection
from heapq import nlargest
from typing import NamedTuple

from rashomon.archive import Record
from rashomon.export.headline import Headline
from rashomon.export.viewing import Viewing
from rashomon.linking.mention import Sort


class Merged(NamedTuple):
    """Judgements since some number, by what was done with what, and the incidents that grew most, those of most tellings first."""

    made: Counter[tuple[str, Sort | None]]
    grown: list[Headline]


def merged_since(record: Record, before: int, most: int, among: Collection[int] | None = None) -> Merged:
    """What was merged after judgement `before`; of `most` incidents, only those in which one of the mentions `among` is."""
    made: Counter[tuple[str, Sort | None]] = Counter()
    sizes: dict[int, int] = {}
    for each in record.judgements.since(before):
        if among is not None and not each.machine:
            continue
        made[each.what, each.sort] += 1
        if each.sort is Sort.incident and each.what == "merge":
            sizes |= {group[0]: len(group) for group in each.after if among is None or not set(group).isdisjoint(among)}
    largest = nlargest(most, sizes, key=lambda number: (sizes[number], -number))
    groups = record.shelf.groups_of(Sort.incident, largest)
    if not groups:
        return Merged(made, [])
    viewing = Viewing(record)
    incidents = record.linked.incidents(dict.fromkeys(groups[number] for number in largest))
    return Merged(made, [viewing.headline(each) for each in viewing.gathered(incidents)])
