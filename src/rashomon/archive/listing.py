"""Which incidents a record has, by number, without looking into any: what a list needs before it shows its first lines."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, case, distinct, func, select

from rashomon.archive.tables import bearing, covered, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for."""


def most_told(record: "Record", *, as_of: date | None = None, limit: int | None = None) -> list[int]:
    """The incidents by the number of reports that tell them, the latest published first among equals.

    Who tells of an incident and of others in one breath counts only where nobody tells of it alone.
    """
    others = select(covered.c.number).where(covered.c.sort == mention.c.sort, covered.c.number == mention.c.number)
    alone = func.count(distinct(case((~others.exists(), bearing.c.report))))
    told = func.coalesce(func.nullif(alone, 0), func.count(distinct(bearing.c.report))).desc()
    asked = _told(record, as_of).group_by(mention.c.group_number)
    asked = asked.order_by(told, func.max(report.c.latest).desc().nulls_last(), mention.c.group_number).limit(limit)
    with record.looking() as connection:
        return list(connection.execute(asked).scalars())


def how_many(record: "Record", *, as_of: date | None = None) -> int:
    """How many incidents there are; by a day, of how many reports had told by then."""
    with record.looking() as connection:
        return connection.execute(
            select(func.count()).select_from(_told(record, as_of).distinct().subquery())
        ).scalar_one()


def told_in(record: "Record", reports: Iterable[str], *, as_of: date | None = None) -> dict[int, None]:
    """The incidents of which these reports tell, in the order of the reports."""
    found: dict[str, list[int]] = {}
    given = list(reports)
    with record.looking() as connection:
        for some in batches(given, AT_ONCE):
            asked = _told(record, as_of).add_columns(bearing.c.report).where(bearing.c.report.in_(some)).distinct()
            for group, id in connection.execute(asked.order_by(mention.c.group_number)):
                found.setdefault(id, []).append(group)
    return dict.fromkeys(group for id in given for group in found.get(id, ()))


def tellings(record: "Record", group: int) -> dict[tuple[str, str], int]:
    """The number of each telling of an incident, alone or with others, by report and what its reading calls it."""
    members = select(mention.c.number).where(mention.c.sort == Sort.incident, mention.c.group_number == group)
    covering = select(covered.c.number).where(covered.c.sort == Sort.incident, covered.c.group_number == group)
    asked = select(bearing).where(bearing.c.sort == Sort.incident, bearing.c.number.in_(members.union(covering)))
    with record.looking() as connection:
        return {(row.report, row.local): row.number for row in connection.execute(asked)}


def is_linked(record: "Record") -> bool:
    """Whether any report that counts is linked; so it is said of a record without any, too."""
    there = select(report.c.id).where(~report.c.withdrawn).limit(1)
    with record.looking() as connection:
        linked = connection.execute(there.where(report.c.linked)).first()
        return linked is not None or connection.execute(there).first() is None


def waiting(record: "Record") -> tuple[int, int]:
    """How many reports wait to be linked, and how many are."""
    with record.looking() as connection:
        asked = select(report.c.linked, func.count()).where(~report.c.withdrawn).group_by(report.c.linked)
        found = {bool(linked): count for linked, count in connection.execute(asked)}
    return found.get(False, 0), found.get(True, 0)


def _told(record: "Record", as_of: date | None) -> Select[Any]:
    """The number of the incident for every report that tells of one and counts, and was not misread there."""
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
    asked = select(mention.c.group_number).select_from(borne.join(report, report.c.id == bearing.c.report))
    asked = asked.where(mention.c.sort == Sort.incident, ~report.c.withdrawn)
    if misread := record.codings.misread():
        asked = asked.where(mention.c.number.not_in(misread))
    return asked if as_of is None else asked.where(report.c.latest <= as_of)
