"""To what a report says that an actor belongs: the groups and bodies that its ties name."""

from collections.abc import Mapping
from functools import cache

from rashomon.linking.actors.described import Described
from rashomon.record import Reading, Tie, TieStatus
from rashomon.vocabulary import read_table

_MOST = 3  # of an actor
_HELD = {TieStatus.current, TieStatus.former}


@cache
def _relations() -> frozenset[str]:
    return frozenset(read_table(__package__, "vocabulary")["belongs"]["relations"])


def belongings(reading: Reading, groups: Mapping[str, Described | None]) -> dict[str, tuple[Described, ...]]:
    """For each actor, by id, the groups and bodies it belongs or belonged to, of those that are linked."""
    found: dict[str, dict[str, Described]] = {}
    for tie in reading.ties:
        group = groups.get(tie.b) if _says(tie) else None
        if group is not None and len(found.get(tie.a, ())) < _MOST:
            found.setdefault(tie.a, {})[group.called] = group
    return {actor: tuple(belongs.values()) for actor, belongs in found.items()}


def _says(tie: Tie) -> bool:
    return tie.relation.value in _relations() and tie.status in _HELD
