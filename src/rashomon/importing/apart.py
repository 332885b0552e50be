"""No report that comes in takes the place of another that is only called the same.

Two people may both have a file "report.txt": the second must not replace the first, and with it what was decided about it. Whoever
means to replace one uses `rashomon read`.
"""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import select

from rashomon.archive import Record
from rashomon.archive.tables import report
from rashomon.errors import UnreadableReport
from rashomon.record import Report


def apart(
    record: Record, items: Iterable[Report | UnreadableReport], note: Callable[[str], object]
) -> Iterator[Report | UnreadableReport]:
    """The reports: one that the record has by the id that it has there, the others by ids that nobody else has."""
    taken: set[str] = set()
    for item in items:
        if isinstance(item, Report):
            item = _called(record, item, taken, note)
            taken.add(item.id)
        yield item


def _called(record: Record, given: Report, taken: set[str], note: Callable[[str], object]) -> Report:
    same = record.readings.same_as(given)
    if same is not None and same not in taken:
        return given.model_copy(update={"id": same})
    id, number = given.id, 1
    while id in taken or _is_taken(record, id):
        number += 1
        id = f"{given.id}-{number}"
    if id != given.id:
        note(f"the id {given.id!r} is that of another report; this one is now {id}")
    return given.model_copy(update={"id": id})


def _is_taken(record: Record, id: str) -> bool:
    with record.looking() as connection:
        return connection.execute(select(report.c.id).where(report.c.id == id)).first() is not None
