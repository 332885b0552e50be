"""Under which names reports know the actors of a record, and which actors of which reports they are; no reading is looked into."""

import json
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Row, select

from rashomon.archive.refs import ref
from rashomon.archive.tables import bearing, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""Actors, or rows, that are taken out of the database at once."""


class KnownAs(NamedTuple):
    """An actor of the record ("A7") with every name that a report or a person gives it; `mentions` are (report, local id)."""

    id: str
    mentions: tuple[tuple[str, str], ...]
    names: frozenset[str]


def known_as(record: "Record", actors: Collection[int] | None = None) -> Iterator[KnownAs]:
    """Every actor that reports name, or those of these numbers, in the order in which they were first named."""
    borne = mention.join(bearing, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
    asked = select(mention.c.group_number, bearing.c.report, bearing.c.local, bearing.c.names).select_from(
        borne.join(report, report.c.id == bearing.c.report)
    )
    asked = asked.where(mention.c.sort == Sort.actor, ~report.c.withdrawn).order_by(mention.c.group_number)
    asked = asked if actors is None else asked.where(mention.c.group_number.in_(actors))
    with record.looking() as connection:
        rows = connection.execute(asked.execution_options(yield_per=AT_ONCE))
        groups = ((group, list(those)) for group, those in groupby(rows, key=lambda row: int(row.group_number)))
        for some in batches(groups, AT_ONCE):
            given = record.judgements.names(Sort.actor, {group for group, _ in some})
            yield from (_known(group, those, given.get(group)) for group, those in some)


def _known(group: int, rows: Sequence[Row[int, str, str, str | None]], given: str | None) -> KnownAs:
    called = {name for row in rows if row.names for name in json.loads(row.names)}
    mentions = tuple((row.report, row.local) for row in rows)
    return KnownAs(ref(Sort.actor, group), mentions, frozenset(called | ({given} if given else set())))
