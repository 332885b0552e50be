"""Which of the actors of a record must not simply be named, over all reports that tell of them; no reading is looked into."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Exists, bindparam, exists, select, text

from rashomon.archive.exposure.exposing import catch_up
from rashomon.archive.tables import bearing, exposed, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.weighing.privacy import Privacy, strongest

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for."""

Key = tuple[str, str]
"""An actor of a reading: its report's id, and its own there."""


def _stands(kind: Privacy) -> Exists:
    """Whether any report that counts has the mention so."""
    there = (exposed.c.number == mention.c.number, exposed.c.privacy == kind, ~report.c.withdrawn)
    return exists().where(*there, report.c.id == exposed.c.report)


# Asked for every page by a viewer, and so put together once.
_KINDS = tuple(kind for kind in Privacy if kind is not Privacy.other)
_BORNE = bearing.join(mention, (bearing.c.sort == mention.c.sort) & (bearing.c.number == mention.c.number))
_ACTORS = (
    select(bearing.c.report, bearing.c.local, mention.c.group_number)
    .select_from(_BORNE.join(report, report.c.id == bearing.c.report))
    .where(bearing.c.sort == Sort.actor, bearing.c.report.in_(bindparam("some", expanding=True)), ~report.c.withdrawn)
)
_STANDING = select(mention.c.group_number, *(_stands(kind).label(kind.value) for kind in _KINDS)).where(
    mention.c.sort == Sort.actor,
    mention.c.group_number.in_(bindparam("some", expanding=True)),
    exists().where(exposed.c.number == mention.c.number),
)
# as the index of those names has it, or it is not looked into
_PROTECTED = (
    select(exposed.c.names)
    .join(report, report.c.id == exposed.c.report)
    .where(exposed.c.privacy == Privacy.protected, text("exposed.names <> '[]'"), ~report.c.withdrawn)
)


class Exposure:
    """Who stands as what in a record, all reports that count taken together."""

    def __init__(self, record: "Record") -> None:
        self.record = record
        catch_up(record)

    def actors(self, reports: Iterable[str]) -> dict[Key, int]:
        """The actors of these reports, as the record numbers them."""
        found: dict[Key, int] = {}
        with self.record.looking() as connection:
            for some in batches(sorted(set(reports)), AT_ONCE):
                rows = connection.execute(_ACTORS, {"some": some})
                found.update(((id, local), group) for id, local, group in rows)
        return found

    def of(self, actors: Iterable[int]) -> Mapping[int, Privacy]:
        """As what these actors stand; those of whom no report says anything are left out.

        Whether any report has somebody so is asked of each: who is told of in ten thousand is found as quickly as others.
        """
        found: dict[int, Privacy] = {}
        with self.record.looking() as connection:
            for some in batches(sorted(set(actors)), AT_ONCE):
                for group, *stands in connection.execute(_STANDING, {"some": some}):
                    kinds = (kind for kind, so in zip(_KINDS, stands, strict=True) if so)
                    found[group] = strongest([found.get(group, Privacy.other), *kinds])
        return found

    def protected_names(self) -> frozenset[str]:
        """The full names, of several words, of all who asked for protection in any report."""
        with self.record.looking() as connection:
            rows = connection.execute(_PROTECTED).scalars().all()
        return frozenset(name for names in rows for name in json.loads(names))
