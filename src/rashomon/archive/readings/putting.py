"""How a batch of readings comes into the database: what is new is added, what came before is replaced."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from rashomon.archive import stale
from rashomon.archive.exposure import exposing
from rashomon.archive.readings import rereading
from rashomon.archive.readings.readers import name_of
from rashomon.archive.search import words_about
from rashomon.archive.tables import reading as reading_table
from rashomon.archive.tables import report
from rashomon.record import Reading

if TYPE_CHECKING:
    from rashomon.archive.record import Record

_LEVEL = 3
"""Of compression: 16.9 kB of a reading become 4.0 kB in 0.12 ms; level 6 takes twice the time for 3.7 kB."""

Row = dict[str, Any]


def put(record: "Record", readings: Iterable[Reading], how: str | None) -> None:
    """Put a batch of readings, in one transaction; the last where several are of one report."""
    batch = {each.report.id: each for each in readings}
    with record.writing() as connection:
        before = _before(connection, list(batch))
        fresh = [each for id, each in batch.items() if id not in before]
        again = {id: each for id, each in batch.items() if id in before}
        lines = _add(record, connection, fresh, how)
        if _replace(record, connection, again, before, how):
            record.plain.changed()
        else:
            record.plain.added(lines)
        stale.mark_told_in(connection, (each.report.id for each in fresh))


def _before(connection: Connection, ids: Sequence[str]) -> Mapping[str, Row]:
    """What the record has of the reports that come again."""
    both = report.join(reading_table, reading_table.c.position == report.c.position)
    asked = select(report, reading_table.c.data).select_from(both).where(report.c.id.in_(ids))
    return {row["id"]: dict(row) for row in connection.execute(asked).mappings()}


def _add(record: "Record", connection: Connection, readings: Sequence[Reading], how: str | None) -> list[bytes]:
    """Readings of reports that are new, behind all others. Returns them as lines of JSON."""
    if not readings:
        return []
    lines = [each.to_json().encode() for each in readings]
    positions = _positions(connection, len(readings))
    rows = [_row(each, how) | {"position": n} for each, n in zip(readings, positions, strict=True)]
    connection.execute(insert(report), rows)
    _keep(record, connection, positions, readings, lines)
    rereading.enter(record, readings)
    exposing.expose(connection, readings)
    return lines


def _replace(
    record: "Record",
    connection: Connection,
    readings: Mapping[str, Reading],
    before: Mapping[str, Row],
    how: str | None,
) -> bool:
    """Readings of reports that the record has. Returns whether any is not what it was.

    A report whose words are others now is as one that has just come: it gets a new position, and with it a new place in the search.
    """
    changed = False
    for id, reading in readings.items():
        line, row, former = reading.to_json().encode(), _row(reading, how), before[id]
        same = zlib.decompress(former["data"]) == line
        row |= {"position": former["position"], "linked": same and former["linked"]}
        if (reading.report.sha256, reading.report.title) != (former["sha256"], former["title"]):
            (row["position"],) = _positions(connection, 1)
        connection.execute(update(report).where(report.c.id == id), row)
        if row["position"] != former["position"]:
            connection.execute(delete(reading_table).where(reading_table.c.position == former["position"]))
            record.search.forget(former["position"])
            _keep(record, connection, [row["position"]], [reading], [line])
        elif not same:
            asked = update(reading_table).where(reading_table.c.position == bindparam("at"))
            connection.execute(asked, {"at": row["position"], "data": zlib.compress(line, _LEVEL)})
        if not same:
            stale.mark_told_in(connection, [id])
            stale.mark_sharing(connection, [id])
            rereading.carry_over(record, Reading.from_json(zlib.decompress(former["data"])), reading)
            exposing.expose_again(record, [id])
            stale.mark_told_in(connection, [id])
        changed |= not same
    return changed


def _keep(
    record: "Record",
    connection: Connection,
    positions: Iterable[int],
    readings: Iterable[Reading],
    lines: Iterable[bytes],
) -> None:
    rows = [{"position": n, "data": zlib.compress(line, _LEVEL)} for n, line in zip(positions, lines, strict=True)]
    connection.execute(insert(reading_table), rows)
    record.search.add({n: words_about(each.report) for n, each in zip(positions, readings, strict=True)})


def _positions(connection: Connection, count: int) -> range:
    """The next positions."""
    first = (connection.execute(select(func.max(report.c.position))).scalar() or 0) + 1
    return range(first, first + count)


def _row(reading: Reading, how: str | None) -> Row:
    about, published = reading.report, reading.report.published
    return {
        "id": about.id,
        "sha256": about.sha256,
        "digest": about.digest,
        "reader": how or name_of(reading.reader),
        "title": about.title,
        "publisher": about.publisher,
        "earliest": published and published.earliest,
        "latest": published and published.latest,
        "linked": False,
    }
