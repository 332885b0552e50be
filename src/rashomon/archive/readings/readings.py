"""The readings of a record: put in by batches, given out one after the other, so that any number of them takes little memory."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update

from rashomon.archive import stale
from rashomon.archive.readings import putting
from rashomon.archive.tables import reading as reading_table
from rashomon.archive.tables import report
from rashomon.engines.engine import batches
from rashomon.errors import NotInRecord
from rashomon.record import Reading, Report

if TYPE_CHECKING:
    from rashomon.archive.record import Record

BATCH = 256
"""Readings that are put in one transaction."""

PAGE = 256
"""Readings that are taken out of the database at once."""

KEPT = 512
"""Readings that were asked for by id and are kept as they are: who looks at an incident looks at it again. Some 100 MB."""


class Readings:
    """What was read in each report of a record, by the report's id."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def put(self, readings: Iterable[Reading], how: str | None = None, batch: int = BATCH) -> int:
        """Keep readings; that of a report replaces the former one, and the report waits to be linked again. Returns how many.

        `how` is what they were read with, as `how_read` says it; by default their reader's name and version. Every `batch` is
        confirmed by itself.
        """
        count = 0
        try:
            for some in batches(readings, batch):
                putting.put(self.record, some, how)
                count += len(some)
        finally:
            self.record.plain.catch_up()
        return count

    def get(self, id: str) -> Reading:
        """What was read in a report. Raises NotInRecord where there is no such report."""
        for reading in self.some([id]):
            return reading
        raise NotInRecord(
            f"{self.record.where}: no report {id!r}; `rashomon show {self.record.where}` lists what there is"
        )

    def some(self, ids: Iterable[str]) -> Iterator[Reading]:
        """The readings of these reports, in the order in which the record has them; those that it does not have are left out."""
        for page in batches(sorted(set(ids)), PAGE):
            yield from self._parsed(_of(report.c.id.in_(page)).order_by(report.c.position))

    def all(self, *, withdrawn: bool = False) -> Iterator[Reading]:
        """Every reading, in the order in which the reports came; with `withdrawn`, those of withdrawn reports too."""
        return map(Reading.from_json, self.lines(withdrawn=withdrawn))

    def unlinked(self, among: Sequence[str] | None = None) -> Iterator[Reading]:
        """The readings that are not yet linked, or those of some reports that are not, in the order in which the reports came."""
        these = [] if among is None else [report.c.id.in_(among)]
        return map(Reading.from_json, self._paged(~report.c.linked, ~report.c.withdrawn, *these))

    def lines(self, *, withdrawn: bool = False) -> Iterator[bytes]:
        """Every reading as the JSON that it was kept as."""
        return self._paged() if withdrawn else self._paged(~report.c.withdrawn)

    def known(self, reports: Sequence[Report], how: str) -> set[str]:
        """The ids of those that need no reading: text and all that is known of it as before, read with the same as now."""
        digests = {each.id: each.digest for each in reports}
        asked = select(report.c.id, report.c.digest).where(report.c.id.in_(list(digests)), report.c.reader == how)
        with self.record.looking() as connection:
            return {id for id, digest in connection.execute(asked) if digest == digests[id]}

    def same_as(self, given: Report) -> str | None:
        """The id under which the record has a report that differs in nothing but its id."""
        asked = select(report.c.id).where(report.c.digest == given.digest).order_by(report.c.position).limit(1)
        with self.record.looking() as connection:
            return connection.execute(asked).scalar()

    def set_linked(self, ids: Iterable[str], linked: bool = True) -> None:
        """Say that reports are linked, or wait to be."""
        self._flag("linked", ids, linked)

    def withdraw(self, ids: Iterable[str], withdrawn: bool = True) -> None:
        """Give reports out no longer, or again. `plain.catch_up` is left to whoever can wait for it."""
        reports = list(ids)
        with self.record.writing() as connection:
            self._flag("withdrawn", reports, withdrawn)
            stale.mark_told_in(connection, reports)
            stale.mark_sharing(connection, reports)
            stale.mark_exposed(connection, reports)
            stale.mark_named(connection)
            self.record.plain.changed()

    def _flag(self, name: str, ids: Iterable[str], to: bool) -> None:
        rows = [{"of": id, "to": to} for id in ids]
        if rows:
            with self.record.writing() as connection:
                connection.execute(
                    update(report).where(report.c.id == bindparam("of")).values({name: bindparam("to")}), rows
                )

    def __len__(self) -> int:
        with self.record.looking() as connection:
            return connection.execute(select(func.count()).select_from(report)).scalar_one()

    def _paged(self, *conditions: ColumnElement[bool]) -> Iterator[bytes]:
        """Page by page, each a transaction of its own: whoever takes their time with a page keeps nobody waiting."""
        after = -1
        while True:
            asked = _of(report.c.position > after, *conditions).order_by(report.c.position).limit(PAGE)
            with self.record.looking() as connection:
                rows = connection.execute(asked).all()
            for after, data in rows:  # noqa: B007  # the last one is where the next page begins
                yield zlib.decompress(data)
            if len(rows) < PAGE:
                return

    def _parsed(self, asked: Select[Any]) -> list[Reading]:
        with self.record.looking() as connection:
            rows = connection.execute(asked).all()
        return [_reading(data) for _, data in rows]


@lru_cache(KEPT)
def _reading(data: bytes) -> Reading:
    """What was kept, as it is: the same bytes are the same reading, whoever wrote them."""
    return Reading.from_json(zlib.decompress(data))


def _of(*conditions: ColumnElement[bool]) -> Select[Any]:
    both = report.join(reading_table, reading_table.c.position == report.c.position)
    return select(report.c.position, reading_table.c.data).select_from(both).where(*conditions)
