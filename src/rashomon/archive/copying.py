"""A whole record from one database into another: readings, what links them, judgements and all that was done with it."""

import json
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, delete, func, insert, select

from rashomon.archive.exposure.exposing import catch_up
from rashomon.archive.tables import about, event, judgement, metadata, report
from rashomon.archive.tables import reading as reading_table
from rashomon.engines.engine import batches
from rashomon.errors import BadData, BadSetting

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 500
"""Rows that are in memory at a time; readings are some kilobytes each."""

TABLES = tuple(table for table in metadata.sorted_tables if table is not about)
"""What is copied, referred to before referring; what a record knows of its own folder is not."""

_COUNTING = (judgement, event)  # whose rows the database numbers

Tick = Callable[[int], object]


def rows_in(record: "Record") -> int:
    """How many rows there are to copy."""
    with record.looking() as connection:
        return sum(_count(connection, table) for table in TABLES)


def copy(
    source: "Record", target: "Record", *, replace: bool = False, tick: Tick = lambda rows: None
) -> dict[str, int]:
    """Copy a record into another, and check that all has arrived; rows by table. All of it is confirmed at once or nothing is.

    What the other holds is only given up for it with `replace`; otherwise raises BadSetting. `tick` is told of rows copied.
    """
    if source.is_same_as(target):
        raise BadSetting(f"{target.where}: that is the record itself; name another place")
    catch_up(source)
    with source.looking() as here, target.writing() as there:
        if _count(there, report) or _count(there, judgement):
            if not replace:
                raise BadSetting(
                    f"{target.where}: holds a record already; give another place, or give that one up with --replace"
                )
            _empty(target, there)
        copied = {table.name: _copy(here, there, table, tick) for table in TABLES}
        _index(target, there)
        _count_on(there)
        _check(copied, here, there, target.where)
        target.plain.changed()
        target.plain.catch_up()
    return copied


def _copy(here: Connection, there: Connection, table: Table, tick: Tick) -> int:
    copied = 0
    rows = here.execute(select(table).execution_options(yield_per=AT_ONCE)).mappings()
    for some in batches(rows, AT_ONCE):
        there.execute(insert(table), [dict(row) for row in some])
        copied += len(some)
        tick(len(some))
    return copied


def _empty(target: "Record", there: Connection) -> None:
    for table in reversed(TABLES):
        there.execute(delete(table))
    target.search.clear()


def _index(target: "Record", there: Connection) -> None:
    """Make the search anew, which the databases keep each in its own way."""
    rows = there.execute(select(reading_table).execution_options(yield_per=AT_ONCE))
    for some in batches(rows, AT_ONCE):
        target.search.add({position: _words(data) for position, data in some})


def _words(data: bytes) -> str:
    """As `words_about`, of a reading as it is kept."""
    about = json.loads(zlib.decompress(data))["report"]
    return f"{about['title'] or ''}\n{about['text']}"


def _count_on(there: Connection) -> None:
    """PostgreSQL counts on from where its own counters are, not from the highest number."""
    if there.dialect.name != "sqlite":
        for table in _COUNTING:
            last = func.coalesce(func.max(table.c.number), 0) + 1
            there.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "number"), last, False)))


def _check(copied: dict[str, int], here: Connection, there: Connection, where: str) -> None:
    for table in TABLES:
        counts = {copied[table.name], _count(here, table), _count(there, table)}
        if len(counts) > 1:
            raise BadData(
                f"{where}: not all of {table.name} arrived (rows: {sorted(counts)}); nothing was copied, try again"
            )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
