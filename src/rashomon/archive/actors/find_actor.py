"""Actors of a record by what people call them: a number, a report's own id for one, or a name."""

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, select

from rashomon.archive.actors import naming
from rashomon.archive.refs import find, is_numbered, ref
from rashomon.archive.tables import bearing, mention, report
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort
from rashomon.linking.names import name_keys
from rashomon.record import ActorKind

if TYPE_CHECKING:
    from rashomon.archive.record import Record

MOST_LISTED = 12
"""Actors of one name that a message lists."""


def find_actor(record: "Record", asked: str) -> int:
    """The actor that is called so ("A7", "REPORT/a1", "Khaksar"), by the number of its group.

    Raises NotInRecord where nobody is called so, and where several are, saying who they are.
    """
    if is_numbered(asked, Sort.actor) or _is_local(record, asked):
        return find(record, asked, Sort.actor).group
    groups = _named(record, asked)
    if len(groups) == 1:
        return groups[0]
    if not groups:
        raise NotInRecord(
            f"{record.where}: no actor is called {asked!r}; `rashomon show {record.where} --search {asked!r}` "
            "finds the reports that have the word"
        )
    names = naming.names(record, groups)
    told = [f"{ref(Sort.actor, group)} {names.get(group, '')}" for group in groups[:MOST_LISTED]]
    more = f" and {len(groups) - MOST_LISTED} more" if len(groups) > MOST_LISTED else ""
    raise NotInRecord(f"{record.where}: {len(groups)} actors are called {asked!r}: {'; '.join(told)}{more}; say which")


def _is_local(record: "Record", asked: str) -> bool:
    id, slash, local = asked.rpartition("/")
    there = (bearing.c.sort == Sort.actor, bearing.c.report == id, bearing.c.local == local)
    with record.looking() as connection:
        return bool(slash) and connection.execute(select(bearing.c.number).where(*there)).first() is not None


def _named(record: "Record", asked: str) -> list[int]:
    """The most reported first: those called just so, else those of whose names it is a part, else what sounds like it."""
    with_it = bearing.c.names.icontains(asked, autoescape=True)
    found = _groups_where(record, with_it)
    exact = [group for group, names in found.items() if asked.casefold() in names]
    if exact or found:
        return exact or list(found)
    sounding = [f"p:{key}" for key in name_keys(asked)] + [f"g:{k}" for k in name_keys(asked, ActorKind.armed_group)]
    numbers = [m.number for m in record.shelf.sharing(Sort.actor, sounding) if m.reports]
    return sorted(set(record.shelf.groups_of(Sort.actor, numbers).values()))


def _groups_where(record: "Record", condition: ColumnElement[bool]) -> dict[int, set[str]]:
    """The actors some of whose bearings are so, the most reported first, with all names that these give them."""
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
    asked = select(mention.c.group_number, bearing.c.names, func.count().label("reports")).select_from(
        borne.join(report, report.c.id == bearing.c.report)
    )
    asked = asked.where(mention.c.sort == Sort.actor, ~report.c.withdrawn, condition)
    with record.looking() as connection:
        rows = connection.execute(asked.group_by(mention.c.group_number, bearing.c.names)).all()
    reports: Counter[int] = Counter()
    names: dict[int, set[str]] = defaultdict(set)
    for group, called, count in rows:
        reports[group] += count
        names[group] |= {name.casefold() for name in json.loads(called)}
    return {group: names[group] for group in sorted(reports, key=lambda g: (-reports[g], g))}
