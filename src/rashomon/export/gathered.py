"""An incident of the record with all that is needed to weigh and to draw it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rashomon.archive.coding.addresses import addresses
from rashomon.export.by_then import appeared, incident_by_then
from rashomon.record import Account, Incident, Reading
from rashomon.record.linked import Chain, LinkedIncident, Told
from rashomon.weighing import Telling, View, view
from rashomon.weighing.telling import Provenance, tellings_of_linked


@dataclass(frozen=True)
class Version:
    """One account of one report: what the report's reading has, and what weighing makes of it.

    `address` is what the account is called within its incident ("412-430").
    """

    account: Account
    incident: Incident
    reading: Reading
    telling: Telling
    provenance: Provenance
    address: str

    @cached_property
    def chain(self) -> Chain:
        """Whose telling it is."""
        return self.telling.chain or self.provenance.chain(self.account, self.reading)


@dataclass(frozen=True)
class Gathered:
    """An incident, the readings of the reports that tell of it, and whose tellings theirs are."""

    incident: LinkedIncident
    readings: Mapping[str, Reading]
    provenance: Provenance

    @cached_property
    def alone(self) -> tuple[Told, ...]:
        """What is told of this incident and of no other with it: a toll for a whole week counts for none of its days.

        Where there is nothing else, the week itself is what is told of, and the toll is its own.
        """
        alone = tuple(told for told in self.incident.told if not told.with_others)
        return alone or tuple(told.model_copy(update={"with_others": ()}) for told in self.incident.told)

    @property
    def together(self) -> tuple[Told, ...]:
        """What is told of this incident and others in one breath."""
        return tuple(told for told in self.incident.told if told.with_others) if not self.covers else ()

    @cached_property
    def covers(self) -> tuple[str, ...]:
        """The incidents that this one, told of nowhere by itself, puts together."""
        if not all(told.with_others for told in self.incident.told):
            return ()
        return tuple(dict.fromkeys(other for told in self.incident.told for other in told.with_others))

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every account of the incident alone, in the order of publication."""
        counted = self.incident.model_copy(update={"told": self.alone})
        told = {(told.report, told.incident.id): told.incident for told in self.alone}
        called = {key: addresses(incident) for key, incident in told.items()}
        tellings = tellings_of_linked(counted, self.readings, self.provenance)
        found = []
        for telling in tellings:
            key = telling.report, telling.incident
            address, reading = called[key][telling.number], self.readings[telling.report]
            found.append(Version(telling.account, told[key], reading, telling, self.provenance, address))
        return tuple(found)

    def view(self, rule: str = "range") -> View:
        """What follows from the accounts."""
        return view([version.telling for version in self.versions], rule)


def gathered(
    incident: LinkedIncident,
    reading: Callable[[str], Reading],
    among: Callable[[Collection[str]], Provenance],
    as_of: date | None = None,
) -> Gathered | None:
    """Gather an incident; by a day, from the reports that had appeared by then. None where there are none.

    `among` says whose tellings those of some reports are.
    """
    by_then = incident_by_then(incident, lambda report: appeared(reading(report).report, as_of))
    if by_then is None:
        return None
    readings = {told.report: reading(told.report) for told in by_then.told}
    return Gathered(by_then, readings, among(readings.keys()))
