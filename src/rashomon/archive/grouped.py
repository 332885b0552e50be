"""Which reports of a record tell of one event: what `rashomon link --groups` writes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from rashomon.archive.tables import bearing, covered, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.linking.stories.groups import Lead, Line, leads_of, lines

if TYPE_CHECKING:
    from rashomon.archive.record import Record

PAGE = 1000
"""Groups that are looked up at once."""


def grouped(record: "Record") -> Iterator[Line]:
    """Every incident and story that several reports tell of, with these."""
    return lines(_told(record, Sort.incident), _told(record, Sort.story), lambda reports: _leads(record, reports))


def _told(record: "Record", sort: Sort) -> Iterator[tuple[int, set[str]]]:
    """Group → the reports that tell it, those among them that tell it with others in one breath."""
    for page in batches(_groups(record, sort), PAGE):
        found: dict[int, set[str]] = defaultdict(set)
        for asked in (_own(sort, page), _covering(sort, page)):
            with record.looking() as connection:
                for group, id in connection.execute(asked):
                    found[group].add(id)
        yield from sorted(found.items())


def _groups(record: "Record", sort: Sort) -> Iterator[int]:
    after = 0
    asked = select(mention.c.group_number).where(mention.c.sort == sort).distinct().order_by(mention.c.group_number)
    while True:
        with record.looking() as connection:
            page = list(connection.execute(asked.where(mention.c.group_number > after).limit(PAGE)).scalars())
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1]


def _own(sort: Sort, groups: Collection[int]) -> Select[Any]:
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
    asked = select(mention.c.group_number, bearing.c.report).select_from(
        borne.join(report, report.c.id == bearing.c.report)
    )
    return asked.where(mention.c.sort == sort, mention.c.group_number.in_(groups), ~report.c.withdrawn)


def _covering(sort: Sort, groups: Collection[int]) -> Select[Any]:
    borne = covered.join(bearing, (bearing.c.sort == covered.c.sort) & (bearing.c.number == covered.c.number))
    asked = select(covered.c.group_number, bearing.c.report).select_from(
        borne.join(report, report.c.id == bearing.c.report)
    )
    return asked.where(covered.c.sort == sort, covered.c.group_number.in_(groups), ~report.c.withdrawn)


def _leads(record: "Record", reports: Collection[str]) -> Mapping[str, Lead]:
    numbers: set[int] = set()
    for id in reports:
        numbers.update(record.shelf.borne_by(Sort.incident, id).values())
    group, covers = record.shelf.groups_of(Sort.incident, numbers), record.shelf.covers(Sort.incident, numbers)
    return leads_of(record.shelf.named(Sort.incident, numbers), group, covers)
