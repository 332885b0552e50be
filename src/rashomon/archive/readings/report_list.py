"""The reports of a record in a line each, so that any number of them can be looked through; no reading is looked into."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Row, func, select

from rashomon.archive.tables import bearing, mention, report
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

State = Literal["linked", "waiting", "withdrawn"]
"""How far a report has come."""


class ReportLine(NamedTuple):
    """A report: who published it, when at the earliest and at the latest, and of how many incidents it tells."""

    id: str
    title: str | None
    publisher: str | None
    earliest: date | None
    latest: date | None
    state: State
    incidents: int


@dataclass(frozen=True)
class Asked:
    """Reports that have these words, of a publisher, in a state; but for some (`without`)."""

    words: str = ""
    publisher: str | None = None
    state: State | None = None
    without: frozenset[str] = frozenset()


def report_lines(
    record: "Record", asked: Asked, *, limit: int, offset: int = 0, by_day: bool = True
) -> list[ReportLine]:
    """The reports asked for: the latest published first, or those first that came last."""
    columns = (report.c[name] for name in ("id", "title", "publisher", "earliest", "latest", "linked", "withdrawn"))
    order = (report.c.latest.desc().nulls_last(), report.c.position.desc()) if by_day else (report.c.position.desc(),)
    found = select(*columns).where(*_conditions(record, asked)).order_by(*order).limit(limit).offset(offset)
    with record.looking() as connection:
        rows = connection.execute(found).all()
        told = _incidents(record, (row.id for row in rows))
    return [_line(row, told.get(row.id, 0)) for row in rows]


def how_many_reports(record: "Record", asked: Asked) -> int:
    """How many reports are asked for."""
    with record.looking() as connection:
        there = select(func.count()).select_from(report).where(*_conditions(record, asked))
        return connection.execute(there).scalar_one()


def publishers(record: "Record", most: int) -> list[tuple[str, int]]:
    """Who published most of the reports, and how many."""
    number = func.count()
    asked = select(report.c.publisher, number).where(report.c.publisher.is_not(None)).group_by(report.c.publisher)
    with record.looking() as connection:
        rows = connection.execute(asked.order_by(number.desc(), report.c.publisher).limit(most)).all()
    return [(publisher, n) for publisher, n in rows]


def _conditions(record: "Record", asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.words.strip():
        conditions.append(report.c.position.in_(record.search.having(asked.words)))
    if asked.publisher:
        conditions.append(report.c.publisher == asked.publisher)
    if asked.state == "withdrawn":
        conditions.append(report.c.withdrawn)
    elif asked.state:
        conditions += [~report.c.withdrawn, report.c.linked if asked.state == "linked" else ~report.c.linked]
    if asked.without:
        conditions.append(report.c.id.not_in(asked.without))
    return conditions


def _incidents(record: "Record", reports: Iterable[str]) -> dict[str, int]:
    """Report → of how many incidents it tells."""
    both = bearing.join(mention, (mention.c.sort == bearing.c.sort) & (mention.c.number == bearing.c.number))
    asked = select(bearing.c.report, func.count(mention.c.group_number.distinct())).select_from(both)
    there = (bearing.c.sort == Sort.incident, bearing.c.report.in_(list(reports)))
    with record.looking() as connection:
        rows = connection.execute(asked.where(*there).group_by(bearing.c.report))
        return {row.report: row[1] for row in rows}


def _line(row: Row[Any], incidents: int) -> ReportLine:
    state: State = "withdrawn" if row.withdrawn else "linked" if row.linked else "waiting"
    return ReportLine(row.id, row.title, row.publisher, row.earliest, row.latest, state, incidents)
