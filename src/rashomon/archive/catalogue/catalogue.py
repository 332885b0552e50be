"""The catalogue as it is kept in the database and looked at in memory."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from rashomon.archive.catalogue.columns import Array, Columns
from rashomon.archive.catalogue.entry import Entry, Seen
from rashomon.archive.catalogue.look import Look
from rashomon.archive.catalogue.narrowing import Narrowing
from rashomon.archive.refs import is_numbered
from rashomon.archive.tables import bearing, catalogue, catalogued_actor, dropped, mention, report, stale
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for."""

NARROW = [column for column in catalogue.columns if column.name not in ("headline", "public")]
"""What a line can be found by."""


_STALE = (
    select(mention.c.group_number)
    .join(stale, stale.c.number == mention.c.number)
    .where(mention.c.sort == Sort.incident, mention.c.group_number.in_(bindparam("some", expanding=True)))
)
"""Which of some incidents have a line that is not what it should be."""

_TELLINGS = (
    select(mention.c.group_number, report.c.position)
    .join(bearing, (bearing.c.number == mention.c.number) & (bearing.c.sort == Sort.incident))
    .join(report, (report.c.id == bearing.c.report) & ~report.c.withdrawn)
    .where(mention.c.sort == Sort.incident)
)
"""Which report, by its position, tells of which incident."""


class Catalogue:
    """Every incident of a record in a line. What is stale is as it was until somebody makes it anew (`keep`).

    >>> look = record.catalogue.look(Narrowing(kind=("bombing",), disputed=("any",)))  # doctest: +SKIP
    >>> look.total, look.counts("country"), record.catalogue.lines(look.page(Order.dispute, 50))  # doctest: +SKIP
    """

    def __init__(self, record: "Record") -> None:
        self.record = record
        self._columns, self._renewing = Columns(), Lock()

    def look(self, narrowing: Narrowing = Narrowing()) -> Look:  # noqa: B008  # it is frozen
        """The incidents for which all of this holds, as the catalogue is now."""
        columns = self.columns
        words = self._found(columns, narrowing) if narrowing.words.strip() else None
        return Look(columns, narrowing, words)

    def lines(self, numbers: Sequence[int], public: bool = False) -> list[str]:
        """The lines of these incidents as JSON, in their order; those that are not in the catalogue any more are left out.

        So are public ones that are stale: what makes them so may be that somebody must not be named by now.
        """
        line = catalogue.c.public if public else catalogue.c.headline
        found: dict[int, str] = {}
        with self.record.looking() as connection:
            for some in batches(numbers, AT_ONCE):
                asked = select(catalogue.c.number, line).where(catalogue.c.number.in_(some))
                found.update(tuple(row) for row in connection.execute(asked))
                for group in connection.execute(_STALE, {"some": some}).scalars() if public else ():
                    found.pop(group, None)
        return [found[number] for number in numbers if number in found]

    def withheld(self, numbers: Sequence[int]) -> int:
        """How many values the public lines of these incidents do not show."""
        columns = self.columns
        return int(columns["withheld"][[number for number in numbers if number < len(columns["there"])]].sum())

    def reviewed(self, numbers: Sequence[int]) -> set[int]:
        """Those of the incidents that somebody has reviewed as they are now."""
        done = self.columns["reviewed"]
        return {number for number in numbers if number < len(done) and done[number]}

    @property
    def columns(self) -> Columns:
        """All that incidents can be found by, as it is in the database."""
        with self.record.looking() as connection:
            made = self._made(connection)
            if made <= self._columns.made:
                return self._columns
            with self._renewing:
                if made > self._columns.made:
                    self._columns = self._renewed(connection, made)
                return self._columns

    def waiting(self) -> int:
        """How many mentions are stale."""
        with self.record.looking() as connection:
            return connection.execute(select(func.count()).select_from(stale)).scalar_one()

    def stale(self, most: int) -> list[Seen]:
        """The stale mentions that were marked last, with all that are stale of their groups.

        To be asked for within `record.looking()`, in the state of the record from which their lines are then made.
        """
        home = mention.join(stale, (mention.c.number == stale.c.number) & (mention.c.sort == Sort.incident))
        asked = select(stale.c.number, stale.c.marking, mention.c.group_number).select_from(home)
        with self.record.looking() as connection:
            first = select(stale.c.number).order_by(stale.c.marking.desc(), stale.c.number).limit(most)
            numbers = list(connection.execute(first).scalars())
            groups = set(self.record.shelf.groups_of(Sort.incident, numbers).values())
            members = sorted(set(numbers).union(*self.record.shelf.members(Sort.incident, groups).values()))
            return [
                Seen(*row)
                for some in batches(members, AT_ONCE)
                for row in connection.execute(asked.where(stale.c.number.in_(some)))
            ]

    def keep(self, seen: Iterable[Seen], entries: Mapping[int, Entry]) -> None:
        """Take over the lines of the groups of what was stale; a group without one is not in the catalogue.

        What was marked again since it was seen, or made by somebody else, is left as it is.
        """
        groups: dict[int, list[Seen]] = {}
        for each in seen:
            groups.setdefault(each.group, []).append(each)
        with self.record.writing() as connection:
            markings = _markings(connection, [each.number for those in groups.values() for each in those])
            fit = {g: those for g, those in groups.items() if all(markings.get(e.number) == e.marking for e in those)}
            numbers = sorted({each.number for those in fit.values() for each in those})
            made = self._made(connection) + 1
            self._put(connection, made, [entries[group] for group in fit if group in entries])
            self._drop(connection, made, {*numbers, *fit} - (entries.keys() & fit.keys()))
            for some in batches(numbers, AT_ONCE):
                connection.execute(delete(stale).where(stale.c.number.in_(some)))

    def _put(self, connection: Connection, made: int, entries: Collection[Entry]) -> None:
        rows = [_row(entry) | {"made": made} for entry in entries]
        if not rows:
            return
        put = _inserting(connection)(catalogue)
        others = {column.name: put.excluded[column.name] for column in catalogue.columns if column.name != "number"}
        connection.execute(put.on_conflict_do_update(index_elements=["number"], set_=others), rows)
        for some in batches((entry.number for entry in entries), AT_ONCE):
            connection.execute(delete(catalogued_actor).where(catalogued_actor.c.number.in_(some)))
        actors = [
            {"number": entry.number, "actor": actor, "part": part}
            for entry in entries
            for actor, part in sorted(set(entry.actors))
        ]
        if actors:
            connection.execute(insert(catalogued_actor), actors)

    def _drop(self, connection: Connection, made: int, numbers: Collection[int]) -> None:
        for some in batches(sorted(numbers), AT_ONCE):
            there = list(connection.execute(select(catalogue.c.number).where(catalogue.c.number.in_(some))).scalars())
            if there:
                connection.execute(delete(catalogue).where(catalogue.c.number.in_(there)))
                connection.execute(delete(catalogued_actor).where(catalogued_actor.c.number.in_(there)))
                drop = _inserting(connection)(dropped)
                drop = drop.on_conflict_do_update(index_elements=["number"], set_={"made": drop.excluded.made})
                connection.execute(drop, [{"number": number, "made": made} for number in there])

    def _made(self, connection: Connection) -> int:
        """The number of the latest change."""
        asked = (select(func.max(table.c.made)) for table in (catalogue, dropped))
        return max(connection.execute(each).scalar() or 0 for each in asked)

    def _renewed(self, connection: Connection, made: int) -> Columns:
        since = self._columns.made
        gone = connection.execute(select(dropped.c.number).where(dropped.c.made > since)).scalars().all()
        rows = connection.execute(select(*NARROW).where(catalogue.c.made > since)).all()
        asked = select(catalogued_actor.c.number, catalogued_actor.c.actor, catalogued_actor.c.part)
        new = asked.join(catalogue, catalogue.c.number == catalogued_actor.c.number).where(catalogue.c.made > since)
        actors = connection.execute(new if since else asked).all()
        tellings = _tellings(connection, [row.number for row in rows] if since else None)
        return self._columns.renewed(made, gone, rows, [tuple(row) for row in actors], tellings)

    def _found(self, columns: Columns, narrowing: Narrowing) -> Array:
        """The incidents whose reports have all of the words; a number is its incident's."""
        words = narrowing.words
        if is_numbered(words, Sort.incident):
            number = int(words.strip()[1:])
            return np.array([self.record.shelf.groups_of(Sort.incident, [number]).get(number, 0)], np.int64)
        if narrowing.without is None:
            return np.zeros(0, np.int64)
        positions = self.record.search.positions(words)
        if narrowing.without:
            positions = np.setdiff1d(positions, self._positions(narrowing.without))
        return columns.told_in(positions)

    def _positions(self, reports: Collection[str]) -> list[int]:
        with self.record.looking() as connection:
            return [
                position
                for some in batches(sorted(reports), AT_ONCE)
                for position in connection.execute(select(report.c.position).where(report.c.id.in_(some))).scalars()
            ]


def _tellings(connection: Connection, numbers: Sequence[int] | None) -> list[tuple[int, int]]:
    """Of some incidents, or of all. Joined with the lines that are new, SQLite would go through all to find the few."""
    if numbers is None:
        return [tuple(row) for row in connection.execute(_TELLINGS)]
    asked = (_TELLINGS.where(mention.c.group_number.in_(some)) for some in batches(numbers, AT_ONCE))
    return [tuple(row) for each in asked for row in connection.execute(each)]


def _row(entry: Entry) -> dict[str, Any]:
    row = entry._asdict()
    del row["actors"]
    disputed = "|".join(("", *entry.disputed, "")) if entry.disputed else ""
    return row | {"disputed": disputed, "disputes": len(entry.disputed)}


def _markings(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in batches(sorted(numbers), AT_ONCE):
        asked = select(stale.c.number, stale.c.marking).where(stale.c.number.in_(some))
        found.update(tuple(row) for row in connection.execute(asked))
    return found


def _inserting(connection: Connection) -> "type[sqlite.Insert] | type[postgresql.Insert]":
    return sqlite.Insert if connection.dialect.name == "sqlite" else postgresql.Insert
