"""What the record calls its actors: the fullest common name that reports give one, or what a person chose."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from rashomon.archive.tables import bearing, directory, mention, report, stale_actor
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for."""

NOBODY = "nobody named"
"""What the directory calls actors to whom no report gives a name."""

STALE = 1000
"""Lines of the directory that may be stale before it is no longer looked into."""

COMMON = 3
"""A fuller name counts as common where at most so many times as many reports have the shorter one."""


def fullest(counts: Mapping[str, int]) -> str:
    """The commonest name, made fuller by those that say it and more and are common, too.

    >>> fullest({"Khaksar": 7, "Mohammed Khaksar": 5, "Mullah Haji Mohammed Khaksar": 1})
    'Mohammed Khaksar'
    """
    name = max(counts, key=lambda each: (counts[each], len(each), each))
    words = set(name.casefold().split())
    fuller = [n for n, count in counts.items() if count * COMMON >= counts[name] and words < set(n.casefold().split())]
    return max(fuller, key=lambda each: (len(each.split()), counts[each], each), default=name)


def counted(record: "Record", groups: Iterable[int], as_of: date | None = None) -> dict[int, Counter[str]]:
    """Actor, by its group's number → the names that reports give it, by a day, and how many do; aliases are not counted."""
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number)).join(
        report, report.c.id == bearing.c.report
    )
    asked = select(mention.c.group_number, bearing.c.names, func.count(bearing.c.report.distinct())).select_from(borne)
    asked = asked.group_by(mention.c.group_number, bearing.c.names)
    asked = asked if as_of is None else asked.where(report.c.latest <= as_of)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for some in batches(sorted(set(groups)), AT_ONCE):
        there = (mention.c.sort == Sort.actor, mention.c.group_number.in_(some), ~report.c.withdrawn)
        with record.looking() as connection:
            rows = connection.execute(asked.where(*there)).all()
        for group, names, count in rows:
            if names:
                found[group][json.loads(names)[0]] += count
    return found


def names(record: "Record", groups: Iterable[int], as_of: date | None = None) -> dict[int, str]:
    """Actor, by its group's number → its name, from what had appeared by a day; one that a person gave always counts."""
    asked = set(groups)
    known = _in_directory(record, asked) if as_of is None else {}
    found = known | {group: fullest(counts) for group, counts in counted(record, asked - known.keys(), as_of).items()}
    return found | record.judgements.names(Sort.actor, found)


def _in_directory(record: "Record", groups: Iterable[int]) -> dict[int, str]:
    """The names that were counted before and still hold: of whom thousands of reports tell, counting them takes long."""
    found: dict[int, str] = {}
    with record.looking() as connection:
        stale = list(connection.execute(select(stale_actor.c.number).limit(STALE + 1)).scalars())
        if len(stale) > STALE:
            return {}
        there = set(groups) - set(record.shelf.groups_of(Sort.actor, stale).values())
        for some in batches(sorted(there), AT_ONCE):
            asked = select(directory.c.number, directory.c.name).where(directory.c.number.in_(some))
            found.update((number, name) for number, name in connection.execute(asked) if name != NOBODY)
    return found
