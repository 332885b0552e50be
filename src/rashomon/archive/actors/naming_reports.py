"""Which reports name an actor, and how they call it; no reading is looked into."""

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from rashomon.archive.tables import bearing, mention, report
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record


class Naming(NamedTuple):
    """By how many reports an actor is named, how many of them use each name, and those that appeared last."""

    reports: int
    names: Counter[str]
    latest: list[str]


def naming_reports(record: "Record", group: int, most: int, as_of: date | None = None) -> Naming:
    """Of the actor of a group, as of a day; `most` of the reports at most, those of unknown days last."""
    members = select(mention.c.number).where(mention.c.sort == Sort.actor, mention.c.group_number == group)
    asked = select(bearing.c.report, bearing.c.names, report.c.latest).join(report, report.c.id == bearing.c.report)
    asked = asked.where(bearing.c.sort == Sort.actor, bearing.c.number.in_(members), ~report.c.withdrawn)
    with record.looking() as connection:
        rows = connection.execute(asked if as_of is None else asked.where(report.c.latest <= as_of)).all()
    days = {id: day or date.min for id, _, day in rows}
    called = {names: json.loads(names or "[]") for names in {names for _, names, _ in rows}}
    used = {(id, name) for id, names, _ in rows for name in called[names]}
    latest = sorted(sorted(days), key=days.__getitem__, reverse=True)
    return Naming(len(days), Counter(name for _, name in used), latest[:most])
