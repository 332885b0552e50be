"""Whose tellings the accounts of a record are, and what the record calls its actors: what weighing asks of it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from rashomon.archive.actors import naming
from rashomon.archive.actors.actors import actor_groups
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.sharing import sharing
from rashomon.linking.copies import Lineage
from rashomon.linking.copies.fingerprints import Printed, printed
from rashomon.linking.copies.lineage import own_name
from rashomon.record import Reading, Report

if TYPE_CHECKING:
    from rashomon.archive.record import Record

KEPT = 1 << 15
"""Actors whose names are kept at hand: those that everybody tells of come again and again."""


class RecordProvenance:
    """What linking knows of the reports of a record; with `as_of`, from those that had appeared by that day.

    What it takes is fetched for many reports at once (`have`), and kept until the next are.
    """

    def __init__(self, record: "Record", readings: ReadingsAtHand, as_of: date | None = None) -> None:
        self.record, self.readings, self.as_of = record, readings, as_of
        self._had: frozenset[str] = frozenset()
        self._sharing: dict[str, set[str]] = {}
        self._groups: dict[tuple[str, str], int] = {}
        self._names: dict[int, str | None] = {}
        self._bodies: dict[str, Printed] = {}

    def have(self, reports: Iterable[str]) -> None:
        """Fetch what it takes to tell of these reports, all at once."""
        self._had = frozenset(reports)
        self._sharing = sharing(self.record, self._had, self.as_of)
        there = self._had.union(*self._sharing.values())
        self.readings.have(there)
        self._groups = actor_groups(self.record, there)
        self._call(set(self._groups.values()))
        self._bodies = {id: body for id, body in self._bodies.items() if id in there}

    def among(self, reports: Collection[str]) -> Lineage:
        """The origins of what these reports tell of one incident: by themselves and those that print passages of them."""
        if not self._had.issuperset(reports):
            self.have(reports)
        there = set(reports).union(*(self._sharing.get(id, ()) for id in reports))
        return Lineage(map(self.readings.get, sorted(there)), self.actor, self._printed)

    def actor(self, id: str, reading: Reading) -> str:
        """An actor's name in the record; one that is in no other report is called as its report calls it."""
        group = self._groups.get((reading.report.id, id))
        return (self._names.get(group) if group else None) or own_name(id, reading)

    def _call(self, groups: set[int]) -> None:
        if len(self._names) > KEPT:
            self._names.clear()
        new = groups - self._names.keys()
        self._names |= dict.fromkeys(new) | naming.names(self.record, new, self.as_of)

    def _printed(self, report: Report) -> Printed:
        if report.id not in self._bodies:
            self._bodies[report.id] = printed(report)
        return self._bodies[report.id]
