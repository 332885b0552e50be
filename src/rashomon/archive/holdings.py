"""What a record holds, in numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, func, select, text

from rashomon.archive import listing, migrations
from rashomon.archive.tables import bearing, judgement, mention, report
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record


_TABLES_SIZE = """
    SELECT sum(pg_total_relation_size(oid)) FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
"""


@dataclass(frozen=True)
class Holdings:
    """Reports, and how many of them are linked and withdrawn; incidents and actors across reports; judgements by people and by the
    machine; bytes, and the version of the tables.
    """

    reports: int
    linked: int
    withdrawn: int
    incidents: int
    actors: int
    decided: int
    merged: int
    size: int
    version: str


def holdings(record: "Record") -> Holdings:
    """Count them."""
    with record.looking() as connection:
        count = _counter(connection)
        reports = select(func.count()).select_from(report)
        judgements = select(func.count()).select_from(judgement)
        return Holdings(
            reports=count(reports),
            linked=count(reports.where(report.c.linked)),
            withdrawn=count(reports.where(report.c.withdrawn)),
            incidents=listing.how_many(record),
            actors=count(_actors()),
            decided=count(judgements.where(~judgement.c.machine)),
            merged=count(judgements.where(judgement.c.machine)),
            size=_size(record, connection),
            version=str(migrations.version(connection)),
        )


def _counter(connection: Connection) -> Callable[[Select[int]], int]:
    return lambda asked: connection.execute(asked).scalar_one()


def _actors() -> Select[int]:
    """Those whom some report has."""
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
    return (
        select(func.count(mention.c.group_number.distinct()))
        .select_from(borne.join(report, report.c.id == bearing.c.report))
        .where(mention.c.sort == Sort.actor, ~report.c.withdrawn)
    )


def _size(record: "Record", connection: Connection) -> int:
    if record.folder:
        return sum(file.stat().st_size for file in record.folder.iterdir() if file.is_file())
    return int(connection.execute(text(_TABLES_SIZE)).scalar_one())
