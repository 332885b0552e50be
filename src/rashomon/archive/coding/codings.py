"""What people said of single values, as the record keeps it; a report that is read anew never takes it away."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, bindparam, select, update

from rashomon.archive.coding.addresses import account_at
from rashomon.archive.coding.coded import coded
from rashomon.archive.coding.coding import Coding, coding_of
from rashomon.archive.coding.values import spans_in
from rashomon.archive.judgements.rulings import taken_back
from rashomon.archive.tables import bearing, coding, judgement
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.record import Incident, Reading

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 256
"""Reports whose codings are fetched at once."""


class Codings:
    """The codings of a record that hold."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def of_report(self, id: str) -> list[Coding]:
        """Those about one report, the earliest first."""
        return self.of([id]).get(id, [])

    def all(self) -> list[Coding]:
        """Every coding that holds, the earliest first."""
        return self._holding()

    def of(self, reports: Iterable[str]) -> dict[str, list[Coding]]:
        """Report → those about it, the earliest first; reports of which nobody said anything are left out."""
        found: dict[str, list[Coding]] = defaultdict(list)
        for some in batches(sorted(set(reports)), AT_ONCE):
            for each in self._holding(coding.c.report.in_(some)):
                found[each.report].append(each)
        return dict(found)

    def laid_over(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Readings with what people said of their values."""
        for some in batches(readings, AT_ONCE):
            said = self.of(reading.report.id for reading in some)
            yield from (coded(reading, said.get(reading.report.id, ())) for reading in some)

    def misread(self) -> dict[int, Coding]:
        """The mentions of which a person said that they are no incidents."""
        said = {each.number: each for each in self._holding(coding.c.attribute == "incident")}
        return {number: each for number, each in said.items() if each.value is None and not each.lost}

    def lost(self) -> set[int]:
        """The judgements that hold and are about what no reading has any more."""
        with self.record.looking() as connection:
            found = set(connection.execute(select(coding.c.judgement).where(coding.c.lost)).scalars())
            return found - taken_back(connection, found)

    def read_anew(self, former: Reading, now: Reading) -> None:
        """A report was read anew: what is no longer there is lost, what is there again is not."""
        asked = select(coding).where(coding.c.report == now.report.id)
        with self.record.looking() as connection:
            rows = connection.execute(asked).all()
        if not rows:
            return
        at = {number: local for local, number in self.record.shelf.borne_by(Sort.incident, now.report.id).items()}
        incidents = {each.id: each for each in now.incidents}
        changed = [
            {"of": row.judgement, "to": lost}
            for row in rows
            if (lost := _lost(row, incidents.get(at.get(row.number, "")), former, now)) != row.lost
        ]
        if changed:
            to = update(coding).where(coding.c.judgement == bindparam("of")).values(lost=bindparam("to"))
            with self.record.writing() as connection:
                connection.execute(to, changed)

    def _holding(self, *there: Any) -> list[Coding]:
        both = coding.join(judgement, judgement.c.number == coding.c.judgement).outerjoin(
            bearing,
            (bearing.c.sort == Sort.incident)
            & (bearing.c.report == coding.c.report)
            & (bearing.c.number == coding.c.number),
        )
        asked = select(coding, judgement.c.who, judgement.c.made, judgement.c.why, bearing.c.local)
        asked = asked.select_from(both).where(*there).order_by(coding.c.judgement)
        with self.record.looking() as connection:
            rows = connection.execute(asked).all()
            gone = taken_back(connection, [row.judgement for row in rows])
        return [coding_of(row) for row in rows if row.judgement not in gone]


def _lost(row: Row[Any], incident: Incident | None, former: Reading, now: Reading) -> bool:
    """Whether a reading has no longer what was spoken of. In other words than before, nothing is where it was by chance."""
    if incident is None:
        return True
    account = account_at(incident, row.account) if row.account else None
    if row.account and account is None:
        return True
    if former.report.text == now.report.text:
        return False
    value = json.loads(row.value) if row.value is not None else None
    spans = [*spans_in(value), *([account.source.span] if account and account.source.span else [])]
    moved = any(former.report.text[slice(*span)] != now.report.text[slice(*span)] for span in spans)
    return bool(spans) and (row.lost or moved)
