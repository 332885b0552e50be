"""Readings kept at hand, with what people said of their values: what whoever shows or weighs incidents goes by."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.archive.shelf import Bearing
from rashomon.engines.engine import batches
from rashomon.record import Actor, Incident, Reading

if TYPE_CHECKING:
    from rashomon.archive.record import Record

KEPT = 512
"""Incidents that are close in number are mostly of reports that came together."""

AT_ONCE = 256
"""Readings that are fetched at once."""


class ReadingsAtHand:
    """Readings by report, some of them kept at hand."""

    def __init__(self, record: "Record") -> None:
        self.record = record
        self._kept: OrderedDict[str, Reading] = OrderedDict()
        self._room = KEPT  # more for whoever asked for more at once: or they would be fetched again one by one

    def have(self, reports: Iterable[str]) -> None:
        """Fetch those that are not at hand, all at once."""
        wanted = set(reports)
        for id in wanted & self._kept.keys():
            self._kept.move_to_end(id)
        new = self.record.readings.some(wanted - self._kept.keys())
        for reading in self.record.codings.laid_over(new):
            self._kept[reading.report.id] = reading
        self._room = max(self._room, len(wanted))
        while len(self._kept) > self._room:
            self._kept.popitem(last=False)

    def get(self, report: str) -> Reading:
        """The reading of a report. Raises NotInRecord where there is none."""
        if report not in self._kept:
            self.have([report])
        return self._kept.get(report) or next(self.record.codings.laid_over([self.record.readings.get(report)]))

    def incident(self, report: str, local: str) -> Incident | None:
        """An incident by its report and what the reading calls it; None if the report was read anew since it was fetched."""
        return next((incident for incident in self._kept[report].incidents if incident.id == local), None)

    def actors(self, bearings: Sequence[Bearing]) -> Iterator[tuple[Bearing, Actor]]:
        """Actors, some reports at a time."""
        for some in batches(bearings, AT_ONCE):
            self.have(each.report for each in some)
            for each in some:
                yield from ((each, actor) for actor in self._kept[each.report].actors if actor.id == each.local)
