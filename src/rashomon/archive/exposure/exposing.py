"""As what people stand in the reports of a record who are not simply to be named: kept, so that nobody has to read them all again.

What a report exposes is written down with its reading, and follows what people say of its values; whose number an exposed person
has is known as soon as the report is linked. Of readings that were kept before this was, it is made up for once.
"""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select, update

from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.tables import about, bearing, exposed, report
from rashomon.engines.engine import batches
from rashomon.errors import RecordUnavailable
from rashomon.linking.mention import Sort
from rashomon.record import Actor, Reading
from rashomon.weighing.privacy import Privacy, full_names, privacy

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 256
"""Readings that are gone through in one transaction."""

KEY = "exposed"
ALL = "all"
"""What `about` says once every reading was gone through; before that, the position of the last one that was."""


def expose(connection: Connection, readings: Sequence[Reading]) -> None:
    """Write down anew whom these readings expose, within the transaction that is open."""
    for some in batches([reading.report.id for reading in readings], AT_ONCE):
        connection.execute(delete(exposed).where(exposed.c.report.in_(some)))
    rows = [row for reading in readings for actor in reading.actors for row in _rows(actor, reading)]
    if rows:
        connection.execute(insert(exposed), rows)
        number(connection, {row["report"] for row in rows})


def number(connection: Connection, reports: Iterable[str]) -> None:
    """Say which of the record's actors those are whom reports expose, as these are linked now."""
    there = (bearing.c.sort == Sort.actor, bearing.c.report == exposed.c.report, bearing.c.local == exposed.c.local)
    numbered = update(exposed).values(number=select(bearing.c.number).where(*there).scalar_subquery())
    for some in batches(sorted(set(reports)), AT_ONCE):
        connection.execute(numbered.where(exposed.c.report.in_(some)))


def expose_again(record: "Record", reports: Iterable[str]) -> None:
    """Write down anew whom these reports expose, with all that people said of their values."""
    with record.writing() as connection:
        for some in batches(sorted(set(reports)), AT_ONCE):
            at_hand = ReadingsAtHand(record)
            at_hand.have(some)
            expose(connection, [at_hand.get(id) for id in some])


def catch_up(record: "Record") -> None:
    """Go through the readings of which it was never written down whom they expose; once done, nothing is left to do.

    Raises RecordUnavailable within a look at the record that began before it was done: it does not see who is not to be named.
    """
    if is_done(record):
        return
    while _go_on(record):
        pass
    if not is_done(record):
        raise RecordUnavailable(f"{record.where}: who is not to be named has just been written down; ask again")


def _go_on(record: "Record") -> bool:
    """Go through some, in a transaction; gives whether there are more."""
    with record.writing() as connection:
        reached = _reached(connection)
        if reached != ALL:
            _go_through(record, connection, int(reached or 0))
        return _reached(connection) != ALL


def _go_through(record: "Record", connection: Connection, after: int) -> None:
    asked = select(report.c.position, report.c.id).where(report.c.position > after)
    rows = connection.execute(asked.order_by(report.c.position).limit(AT_ONCE)).all()
    expose_again(record, (row.id for row in rows))
    _reach(connection, str(rows[-1].position) if len(rows) == AT_ONCE else ALL)


def is_done(record: "Record") -> bool:
    """Whether of every reading it was written down whom it exposes."""
    with record.looking() as connection:
        return _reached(connection) == ALL


def _reached(connection: Connection) -> str | None:
    return connection.execute(select(about.c.value).where(about.c.key == KEY)).scalar()


def _reach(connection: Connection, value: str) -> None:
    changed = connection.execute(update(about).where(about.c.key == KEY), {"value": value})
    if not changed.rowcount:
        connection.execute(insert(about), {"key": KEY, "value": value})


def _rows(actor: Actor, reading: Reading) -> list[dict[str, Any]]:
    """An actor in a row, if there is anything to say of them."""
    as_what = privacy(actor, reading)
    if as_what is Privacy.other:
        return []
    names = sorted(name for name in full_names(actor) if len(name.split()) > 1)
    return [
        {
            "report": reading.report.id,
            "local": actor.id,
            "privacy": as_what,
            "names": json.dumps(names, ensure_ascii=False),
        }
    ]
