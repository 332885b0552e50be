"""Which reports print passages of others: what else than the reports of an incident may say whose telling it is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from rashomon.archive.tables import bearing, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

FIRST = 10
"""Of those that print a passage, so many of the first published count: who told it first is among them, and a sentence that
thousands print loads no thousands of readings."""

AT_ONCE = 1000
"""How many values one statement asks for."""

_BORNE = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number)).join(
    report, report.c.id == bearing.c.report
)


def sharing(record: "Record", reports: Iterable[str], as_of: date | None = None) -> dict[str, set[str]]:
    """Report → the first reports, by a day, that print passages of it; those which share none with any are left out."""
    with record.looking():
        printed = _printed(record, reports)
        first = _first(record, {group for groups in printed.values() for group in groups}, as_of)
    found = {id: set().union(*(first.get(group, ()) for group in groups)) - {id} for id, groups in printed.items()}
    return {id: others for id, others in found.items() if others}


def _printed(record: "Record", reports: Iterable[str]) -> dict[str, set[int]]:
    """Report → the groups of its passages."""
    found: dict[str, set[int]] = defaultdict(set)
    asked = select(bearing.c.report, mention.c.group_number).select_from(_BORNE)
    for some in batches(sorted(set(reports)), AT_ONCE):
        there = (bearing.c.sort == Sort.passage, bearing.c.report.in_(some), ~report.c.withdrawn)
        with record.looking() as connection:
            for id, group in connection.execute(asked.where(*there)):
                found[id].add(group)
    return found


def _first(record: "Record", groups: Iterable[int], as_of: date | None) -> dict[int, set[str]]:
    """Group of passages → the first reports that print it; the undated come last."""
    found: dict[int, set[str]] = defaultdict(set)
    order = func.row_number().over(
        partition_by=mention.c.group_number, order_by=(report.c.latest.asc().nulls_last(), report.c.id)
    )
    asked = select(mention.c.group_number, bearing.c.report, order.label("place")).select_from(_BORNE)
    asked = asked if as_of is None else asked.where(report.c.latest <= as_of)
    for some in batches(sorted(groups), AT_ONCE):
        there = (mention.c.sort == Sort.passage, mention.c.group_number.in_(some), ~report.c.withdrawn)
        placed = asked.where(*there).subquery()
        with record.looking() as connection:
            for group, id in connection.execute(select(placed.c[0], placed.c[1]).where(placed.c.place <= FIRST)):
                found[group].add(id)
    return found
