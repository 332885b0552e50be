"""The record as people see it: incidents, actors and ties across reports, each with what every reading has of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from rashomon.archive.actors import naming
from rashomon.archive.actors.actors import actor_refs, actors
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.provenance import RecordProvenance
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.refs import find, ref
from rashomon.archive.tables import mention
from rashomon.archive.undecided import Undecided, undecided
from rashomon.engines.engine import batches
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort
from rashomon.linking.ties import linked_ties
from rashomon.record import Reading
from rashomon.record.linked import LinkedActor, LinkedIncident, LinkedTie, Told

if TYPE_CHECKING:
    from rashomon.archive.record import Record

PAGE = 256
"""Incidents or actors that are put together at once."""


class Linked:
    """Incidents, actors and ties of a record. What is not linked yet is there, too, each incident by itself."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def incidents(
        self, groups: Iterable[int] | None = None, readings: ReadingsAtHand | None = None
    ) -> Iterator[LinkedIncident]:
        """Every incident that a report tells of, in the order in which they were first told; or of these groups, in their order.

        Put together in bulk: how many there are does not show in memory. `readings` are those that the caller has at hand.
        """
        at_hand = readings or ReadingsAtHand(self.record)
        for page in self._pages(Sort.incident) if groups is None else batches(groups, PAGE):
            yield from self._incidents(page, at_hand)

    def incident(self, asked: str) -> LinkedIncident:
        """An incident by its number ("I12", or any that it had: "I40"), or as a report's reading calls it ("REPORT/i3").

        Raises NotInRecord where there is none, or where no report tells of it any more.
        """
        found = find(self.record, asked, Sort.incident)
        return self._incidents([found.group], ReadingsAtHand(self.record))[0]

    def readings_of(self, incident: LinkedIncident) -> list[Reading]:
        """The readings of the reports that tell of an incident."""
        return list(self.record.readings.some({told.report for told in incident.told}))

    def actors(self) -> Iterator[LinkedActor]:
        """Every actor that reports name, in the order in which they were first named."""
        reading = ReadingsAtHand(self.record)
        for page in self._pages(Sort.actor):
            yield from actors(self.record, page, reading)

    def actor(
        self, asked: str, among: Collection[str] | None = None, readings: ReadingsAtHand | None = None
    ) -> LinkedActor:
        """An actor by its number ("A7"), as a report calls it ("REPORT/a1"), or by a name ("Khaksar").

        Of one whom thousands of reports name, some may be enough: `among`. Raises NotInRecord where nobody is called so (in any
        of them), and where several are, saying who they are.
        """
        at_hand = readings or ReadingsAtHand(self.record)
        for actor in actors(self.record, [find_actor(self.record, asked)], at_hand, among):
            return actor
        raise NotInRecord(f"{self.record.where}: none of these reports names {asked}")

    def name(self, asked: str, as_of: date | None = None) -> str:
        """What the record calls an actor ("A7"), by a day, or its report one that is in no other ("REPORT/a3")."""
        id, _, local = asked.rpartition("/")
        if id and self.record.shelf.borne_by(Sort.actor, id).get(local) is None:
            return next((a.name for r in self.record.readings.some([id]) for a in r.actors if a.id == local), asked)
        group = find_actor(self.record, asked)
        return naming.names(self.record, [group], as_of).get(group, asked)

    def ties(self, asked: str, among: Collection[str] | None = None) -> list[LinkedTie]:
        """The ties of an actor, with every version of each; as only some reports tell of them, if these are given."""
        group = find_actor(self.record, asked)
        numbers = self.record.shelf.members(Sort.actor, [group])[group]
        reports = {each.report for each in self.record.shelf.bearings(Sort.actor, numbers, among)}
        return linked_ties(self.record.readings.some(reports), actor_refs(self.record, reports), ref(Sort.actor, group))

    def undecided(self, sort: Sort = Sort.incident, limit: int | None = None) -> Iterator[Undecided]:
        """What waits for a person: pairs that are alike, not alike enough to merge, and nobody ruled about; the likest first."""
        return undecided(self.record, sort, limit)

    def provenance(self, readings: ReadingsAtHand | None = None, as_of: date | None = None) -> RecordProvenance:
        """Whose tellings accounts are, and what the record calls its actors; by a day, from the reports that had appeared then."""
        return RecordProvenance(self.record, readings or ReadingsAtHand(self.record), as_of)

    def _pages(self, sort: Sort) -> Iterator[list[int]]:
        """The numbers of all groups, page by page."""
        page: list[int] = [0]
        asked = select(mention.c.group_number).where(mention.c.sort == sort).distinct().order_by(mention.c.group_number)
        while page:
            with self.record.looking() as connection:
                there = asked.where(mention.c.group_number > page[-1]).limit(PAGE)
                page = list(connection.execute(there).scalars())
            yield page

    def _incidents(self, groups: Sequence[int], readings: ReadingsAtHand) -> list[LinkedIncident]:
        """The incidents of some groups, all as they are at one moment."""
        shelf, sort = self.record.shelf, Sort.incident
        with self.record.looking():
            members, covering = shelf.members(sort, groups), shelf.covering(sort, groups)
            told_in = {group: members[group] | covering.get(group, frozenset()) for group in groups if group in members}
            numbers = frozenset().union(*told_in.values())
            home, covers = shelf.groups_of(sort, numbers), shelf.covers(sort, numbers)
            borne = {each.number: each for each in shelf.bearings(sort, numbers)}
            given = self.record.judgements.names_of({n: group for group in members for n in members[group]}, sort)
            readings.have(each.report for each in borne.values())
        found = []
        for group, all_telling in told_in.items():
            told = []
            for number in sorted(all_telling & borne.keys()):
                others = ({home[number]} | covers.get(number, frozenset())) - {group}
                with_others = tuple(ref(sort, other) for other in sorted(others))
                incident = readings.incident(borne[number].report, borne[number].local)
                told += (
                    [Told(report=borne[number].report, incident=incident, with_others=with_others)] if incident else []
                )
            if told and members[group] & borne.keys():
                found.append(LinkedIncident(id=ref(sort, group), name=given.get(group), told=tuple(told)))
        return found
