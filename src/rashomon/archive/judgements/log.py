"""The log of a record's judgements, as it is looked at."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Select, func, select

from rashomon.archive.judgements import judged
from rashomon.archive.judgements.judgement import Judgement, judgement_of
from rashomon.archive.judgements.rulings import taken_back
from rashomon.archive.refs import Found
from rashomon.archive.tables import bearing, given_name, judgement, report, ruling
from rashomon.archive.tables import judged as judged_table
from rashomon.engines.engine import batches
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

PAGE = 1000
"""Judgements that are taken out of the log at once."""

AT_ONCE = 1000
"""How many values one statement asks for."""


class JudgementLog:
    """All that was ever decided about a record, and what of it holds."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def get(self, number: int) -> Judgement:
        """A judgement by its number. Raises NotInRecord where there is none."""
        with self.record.looking() as connection:
            row = connection.execute(select(judgement).where(judgement.c.number == number)).first()
            undone = number in taken_back(connection, [number])
        if row is None:
            raise NotInRecord(
                f"{self.record.where}: no judgement {number}; `rashomon log {self.record.where}` lists them"
            )
        return judgement_of(row, undone)

    def log(
        self, about: Found | None = None, *, people: bool = False, latest: int | None = None
    ) -> Iterator[Judgement]:
        """All judgements, the latest first; only those about one incident or actor, only people's, only so many."""
        asked = select(judgement).order_by(judgement.c.number.desc())
        if about:
            asked = asked.where(judgement.c.number.in_(judged.about(about.sort, about.group)))
        if people:
            asked = asked.where(~judgement.c.machine)
        return islice(self._pages(asked), latest)

    def last(self) -> int:
        """The number of the latest judgement, 0 where there is none."""
        with self.record.looking() as connection:
            return connection.execute(select(func.max(judgement.c.number))).scalar() or 0

    def since(self, number: int) -> Iterator[Judgement]:
        """All judgements that were made after one, the latest first."""
        return self._pages(select(judgement).where(judgement.c.number > number).order_by(judgement.c.number.desc()))

    def _pages(self, asked: Select[Any]) -> Iterator[Judgement]:
        """Page by page, each a transaction of its own: whoever takes their time with a page keeps nobody waiting."""
        rows: Sequence[Row[Any]] = ()
        while True:
            page = asked.where(judgement.c.number < rows[-1].number) if rows else asked
            with self.record.looking() as connection:
                rows = connection.execute(page.limit(PAGE)).all()
                gone = taken_back(connection, [row.number for row in rows])
            yield from (judgement_of(row, row.number in gone) for row in rows)
            if len(rows) < PAGE:
                return

    def names(self, sort: Sort, groups: Iterable[int]) -> dict[int, str]:
        """Group → the latest name that anybody gave it."""
        members = self.record.shelf.members(sort, groups)
        return self.names_of({number: group for group, numbers in members.items() for number in numbers}, sort)

    def names_of(self, groups: Mapping[int, int], sort: Sort) -> dict[int, str]:
        """The same for mentions whose groups are known."""
        with self.record.looking() as connection:
            asked = select(given_name).where(given_name.c.sort == sort).order_by(given_name.c.judgement)
            rows = [row for row in connection.execute(asked).all() if row.number in groups]
            gone = taken_back(connection, [row.judgement for row in rows])
        return {groups[row.number]: row.name for row in rows if row.judgement not in gone}

    def withdrawn(self) -> set[str]:
        """The reports that are withdrawn."""
        with self.record.looking() as connection:
            return set(connection.execute(select(report.c.id).where(report.c.withdrawn)).scalars())

    def reviewed(self, groups: Iterable[int]) -> dict[int, int]:
        """Of these incidents those that somebody has gone through as they are now → the judgement that says so, the latest."""
        members = self.record.shelf.members(Sort.incident, groups)
        numbers = {number: group for group, those in members.items() for number in those}
        found: dict[int, int] = {}
        for some in batches(sorted(numbers), AT_ONCE):
            with self.record.looking() as connection:
                rows = connection.execute(_reviews(some)).all()
                gone = taken_back(connection, [row.number for row in rows])
            for row in rows:
                (was,) = json.loads(row.after)
                group = numbers[row.about]
                if row.number not in gone and members[group] == frozenset(was):
                    found[group] = max(row.number, found.get(group, 0))
        return found

    def orphaned(self) -> list[Judgement]:
        """People's judgements that hold and are about something of which no report tells any more."""
        borne = select(bearing.c.number).where(bearing.c.sort == ruling.c.sort, bearing.c.number == ruling.c.number)
        with self.record.looking() as connection:
            found = set(connection.execute(select(ruling.c.judgement).where(~borne.exists())).scalars())
            found |= self.record.codings.lost()
            found -= taken_back(connection, found)
        return [self.get(number) for number in sorted(found)]


def _reviews(numbers: Iterable[int]) -> Select[Any]:
    """The reviews of incidents that have any of these mentions, each with the mention it is found by."""
    both = judged_table.join(judgement, judgement.c.number == judged_table.c.judgement)
    there = (judged_table.c.sort == Sort.incident, judged_table.c.number.in_(list(numbers)))
    asked = select(judgement.c.number, judgement.c.after, judged_table.c.number.label("about")).select_from(both)
    return asked.where(*there, judgement.c.what == "review")
