"""Linking a record: its reports that wait for it, batch by batch, each batch a transaction.

Cut short, nothing of a batch is there and all of those before are; the next run goes on. Two processes that link one record take
turns.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from rashomon.archive import database, stale
from rashomon.archive.exposure import exposing
from rashomon.engines.engine import batches
from rashomon.linking.link import link, regroup
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Sort
from rashomon.record import Reading

if TYPE_CHECKING:
    from rashomon.archive.record import Record

BATCH = 500
"""Readings that are linked, and confirmed, at once: some seconds."""


def link_unlinked(record: "Record", batch: int = BATCH) -> Iterator[int]:
    """Link what waits for it; gives after each batch how many reports were in it."""
    while done := _link_some(record, lambda: islice(record.readings.unlinked(), batch)):
        yield done
    with record.writing() as connection:
        database.survey(connection)


def link_these(record: "Record", reports: Iterable[str], batch: int = BATCH) -> Iterator[int]:
    """Link those of these reports that wait for it, whatever else waits; gives after each batch how many were linked in it."""
    for some in batches(reports, batch):
        yield _link_some(record, partial(record.readings.unlinked, some))
    with record.writing() as connection:
        database.survey(connection)


def _link_some(record: "Record", waiting: Callable[[], Iterable[Reading]]) -> int:
    """Link what waits, which is looked up when nobody else is linking any more."""
    with record.writing() as connection:
        readings = list(waiting())
        if not readings:
            return 0
        reports = [reading.report.id for reading in readings]
        stale.mark_sharing(connection, reports)
        stale.mark_exposed(connection, reports)
        # incidents have had their numbers since they were read
        bore = {sort: record.shelf.unbear(sort, reports) for sort in record.linkables if sort is not Sort.incident}
        link(readings, record.shelf, record.linkables.values())
        stale.mark_actors(connection, bore[Sort.actor].values())
        for sort, before in bore.items():
            _clear(record, record.linkables[sort], set(before.values()))
        record.shelf.call({(r.report.id, a.id): (a.name, *a.aliases) for r in readings for a in r.actors})
        exposing.number(connection, reports)
        record.readings.set_linked(reports)
        stale.mark_told_in(connection, reports)
        stale.mark_sharing(connection, reports)
        stale.mark_exposed(connection, reports)
        stale.mark_named(connection)
    return len(readings)


def _clear(record: "Record", linkable: Linkable, before: set[int]) -> None:
    """What these reports had when they were last linked and nobody has now holds nothing together any more."""
    gone = before - record.shelf.borne(linkable.sort, before)
    if gone:
        record.shelf.unfile(linkable.sort, gone)
        regroup(gone, record.shelf, linkable)
