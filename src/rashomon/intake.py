"""Reports into a record: what is new is read and kept, what is known is passed over, what cannot be read is named."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.api import try_many
from rashomon.archive import Record, how_read
from rashomon.engines.engine import batches
from rashomon.errors import UnreadableReport
from rashomon.record import Reading, Report
from rashomon.settings import Settings

LOOKED_UP = 64
"""Reports that are looked up in the record together."""

Outcome = Reading | Report | UnreadableReport
"""What becomes of an input: its reading, itself where the record knows it already, or why it was not read."""


@dataclass
class Intake:
    """What was read into a record and what was not. `heard` is told of each input as soon as it is known what becomes of it.

    >>> with open_record("record") as record:  # doctest: +SKIP
    ...     intake = Intake(record)
    ...     intake.take(reports_in(["reports"], known_as=record.readings.same_as))
    """

    record: Record
    settings: Settings = field(default_factory=Settings)
    heard: Callable[[Outcome], object] = lambda outcome: None
    reports: int = 0
    incidents: int = 0
    statements: int = 0
    known: int = 0
    kept: int = 0
    unread: list[UnreadableReport] = field(default_factory=list)

    def take(self, items: Iterable[Report | UnreadableReport]) -> None:
        """Read what has to be read, and keep it, batch by batch: cut short, those before are kept and known the next time."""
        how = how_read(self.settings)
        readings = self._readings(try_many(self._unknown(items, how), settings=self.settings))
        self.record.readings.put(readings, how, batch=self.settings.batch)
        self.kept = len(self.record.readings) - self.reports - self.known

    def _unknown(self, items: Iterable[Report | UnreadableReport], how: str) -> Iterator[Report | UnreadableReport]:
        """Pass on what has to be read."""
        for some in batches(items, min(LOOKED_UP, 2 * self.settings.batch)):
            ids = self.record.readings.known([item for item in some if isinstance(item, Report)], how)
            for item in some:
                if isinstance(item, Report) and item.id in ids:
                    self.known += 1
                    self.heard(item)
                else:
                    yield item

    def _readings(self, items: Iterable[Reading | UnreadableReport]) -> Iterator[Reading]:
        """Pass the readings on and remember the rest."""
        for item in items:
            self.heard(item)
            if isinstance(item, UnreadableReport):
                self.unread.append(item)
                continue
            self.reports += 1
            self.incidents += len(item.incidents)
            self.statements += len(item.statements)
            yield item
