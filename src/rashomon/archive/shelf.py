"""The shelf of linking, kept in a record's database."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Executable, ScalarSelect, Select, Table, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from rashomon.archive import stale
from rashomon.archive.judgements.changes import changes
from rashomon.archive.judgements.rulings import rulings_about
from rashomon.archive.judgements.verdicts import note_changes
from rashomon.archive.reach import Reach
from rashomon.archive.tables import bearing, covered, edge, filed, mention, report
from rashomon.engines.engine import batches
from rashomon.linking.mention import Component, Edge, Mention, Ruling, Shelved, Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""How many values one statement asks for; SQLite allows 32,766, PostgreSQL 65,535."""


def key_hash(key: str) -> int:
    """A key as the signed 64-bit number under which mentions are filed, the same on every machine and every day."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


class Bearing(NamedTuple):
    """That a report has a mention, and what its reading calls it."""

    report: str
    local: str
    number: int


class ArchiveShelf:
    """Mentions, edges and groups in a record's database. Within `record.writing()` everything is part of that transaction."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def shelve(self, sort: Sort, mentions: Sequence[Mention]) -> list[Shelved]:
        """Give each mention its number, in order: that of its identity where the shelf has it, else the next.

        What is compared follows from the identity and the reading. Where it is not what it was (a report was read anew), it is
        replaced, and the edges that followed from it are dropped.
        """
        numbers, new = self._numbered_with_new(sort, mentions)
        there = {
            one.number: one for one in self.named(sort, {n for identity, n in numbers.items() if identity not in new})
        }
        self._replace(sort, there, {numbers[m.identity]: m for m in mentions if m.identity not in new})
        return [
            Shelved(
                number,
                m.identity,
                there[number].reports if number in there else frozenset({m.report}),
                m.features,
                m.keys,
            )
            for m, number in ((m, numbers[m.identity]) for m in mentions)
        ]

    def sharing(self, sort: Sort, keys: Iterable[str]) -> Iterator[Shelved]:
        """Every mention filed under any of the keys, with its features, once each, by number."""
        hashes = sorted({key_hash(key) for key in keys})
        found: set[int] = set()
        asked = select(filed.c.number).where(filed.c.sort == sort)
        for some in batches(hashes, AT_ONCE):
            found.update(number for (number,) in self._rows(asked.where(filed.c.key.in_(some))))
        yield from self.named(sort, found)

    def connect(self, sort: Sort, edges: Iterable[Edge]) -> None:
        """Keep edges; one between the same two replaces the former."""
        found = {(e.left, e.right): e for e in edges}
        group = self.groups_of(sort, {number for pair in found for number in pair})
        self._put(edge, [_row(sort, e, group[e.left] != group[e.right]) for e in found.values()])

    def components(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Component]:
        """The components in which these mentions, and those now grouped with them, are, by smallest number.

        Components follow rulings that mentions are one, and edges that are enough to merge or say that one covers the other;
        weaker edges are in them, but no two groups ever merge over these alone. Members come without their features.
        """
        sure = self.record.linkables[sort].sure
        reach = Reach(
            self._grouped_with(sort, set(numbers)),
            partial(self.edges_touching, sort),
            partial(self.rulings_about, sort),
            lambda edge: edge.weight >= sure or bool(edge.covers),
        )
        members = {one.number: one for one in self.plain(sort, reach.parent)}
        for found, edges, rulings in reach.components():
            yield Component(tuple(members[n] for n in found), tuple(edges), tuple(rulings))

    def settle(self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]) -> None:
        """Say to which group each mention belongs and which other groups it tells of; each change is logged as the machine's."""
        made = changes(*self.regroup(sort, groups, covers))
        across = {number for change in made for number in change.across}
        with self.record.writing() as connection:
            note_changes(connection, sort, made, self.edges_touching(sort, across))

    def regroup(
        self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]
    ) -> tuple[set[frozenset[int]], set[frozenset[int]]]:
        """As `settle`, but nothing is logged; gives the groups that changed, as they were and as they are."""
        former = self.groups_of(sort, groups)
        moved = {number: group for number, group in groups.items() if former[number] != group}
        about = {former[number] for number in moved} | set(moved.values())
        before = self.members(sort, about)
        self._execute(
            update(mention)
            .where(mention.c.sort == sort, mention.c.number == bindparam("of"))
            .values(group_number=bindparam("group")),
            [{"of": number, "group": group} for number, group in moved.items()],
        )
        self._note_across(sort, moved)
        told = self._cover(sort, groups, covers)
        after = self.members(sort, about)
        self._mark(sort, moved, frozenset(told).union(*before.values(), *after.values()))
        return set(before.values()), set(after.values())

    def named(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Shelved]:
        """These mentions, with their features, by number; those of which the shelf knows nothing are left out."""
        # by subscript, for a collection of columns has a method "keys" of its own
        asked = select(*(mention.c[name] for name in ("number", "identity", "features", "keys")))
        for some in batches(sorted(set(numbers)), AT_ONCE):
            reports = self._reports(sort, some)
            there = (mention.c.sort == sort, mention.c.number.in_(some))
            for number, identity, features, keys in self._rows(asked.where(*there).order_by(mention.c.number)):
                yield Shelved(number, identity, reports[number], json.loads(features), tuple(json.loads(keys)))

    def groups_of(self, sort: Sort, numbers: Iterable[int]) -> dict[int, int]:
        """Mention → the number of its group."""
        found: dict[int, int] = {}
        for some in batches(sorted(set(numbers)), AT_ONCE):
            asked = select(mention.c.number, mention.c.group_number).where(
                mention.c.sort == sort, mention.c.number.in_(some)
            )
            found.update(tuple(row) for row in self._rows(asked))
        return found

    def covers(self, sort: Sort, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
        """Mention → the other groups that it tells of; those that tell of none are left out."""
        found: dict[int, set[int]] = defaultdict(set)
        asked = select(covered.c.number, covered.c.group_number).where(covered.c.sort == sort)
        for some in batches(sorted(set(numbers)), AT_ONCE):
            for number, group in self._rows(asked.where(covered.c.number.in_(some))):
                found[number].add(group)
        return {number: frozenset(groups) for number, groups in found.items()}

    def covering(self, sort: Sort, groups: Iterable[int]) -> dict[int, frozenset[int]]:
        """Group → the mentions of other groups that tell of it in one breath with theirs."""
        found: dict[int, set[int]] = defaultdict(set)
        asked = select(covered.c.group_number, covered.c.number).where(covered.c.sort == sort)
        for some in batches(sorted(set(groups)), AT_ONCE):
            for group, number in self._rows(asked.where(covered.c.group_number.in_(some))):
                found[group].add(number)
        return {group: frozenset(numbers) for group, numbers in found.items()}

    def edges_touching(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Edge]:
        """The edges at these mentions; one between two of them may come twice."""
        asked = select(edge.c.left, edge.c.right, edge.c.weight, edge.c.covers).where(edge.c.sort == sort)
        for some in batches(sorted(set(numbers)), AT_ONCE):
            for side in (edge.c.left, edge.c.right):
                for left, right, weight, covers in self._rows(asked.where(side.in_(some))):
                    yield Edge(left, right, weight, covers)

    def rulings_about(self, sort: Sort, numbers: Iterable[int]) -> list[Ruling]:
        """What people have ruled about these mentions and holds."""
        with self.record.looking() as connection:
            return rulings_about(connection, sort, numbers)

    def members(self, sort: Sort, groups: Iterable[int]) -> dict[int, frozenset[int]]:
        """Group → its mentions; a number that is no group's is left out."""
        found: dict[int, set[int]] = defaultdict(set)
        for some in batches(sorted(set(groups)), AT_ONCE):
            asked = select(mention.c.group_number, mention.c.number).where(
                mention.c.sort == sort, mention.c.group_number.in_(some)
            )
            for group, number in self._rows(asked):
                found[group].add(number)
        return {group: frozenset(numbers) for group, numbers in found.items()}

    def bearings(self, sort: Sort, numbers: Iterable[int], among: Collection[str] | None = None) -> Iterator[Bearing]:
        """Which reports that count have these mentions, and what their readings call them; of some reports, if these are given."""
        asked = select(bearing.c.report, bearing.c.local, bearing.c.number).join(
            report, report.c.id == bearing.c.report
        )
        asked = asked.where(bearing.c.sort == sort, ~report.c.withdrawn).order_by(bearing.c.number, report.c.position)
        if among is not None:
            asked = asked.where(bearing.c.report.in_(sorted(among)))
        for some in batches(sorted(set(numbers)), AT_ONCE):
            for row in self._rows(asked.where(bearing.c.number.in_(some))):
                yield Bearing(*row)

    def call(self, names: Mapping[tuple[str, str], Sequence[str]]) -> None:
        """Keep what reports call their actors: (report, local id) → names, the first one first."""
        there = (bearing.c.sort == Sort.actor, bearing.c.report == bindparam("by"), bearing.c.local == bindparam("id"))
        self._execute(
            update(bearing).where(*there).values(names=bindparam("called")),
            [{"by": report, "id": local, "called": _json(called)} for (report, local), called in names.items()],
        )

    def borne_by(self, sort: Sort, id: str) -> dict[str, int]:
        """What a report has of a sort: its reading's id → number."""
        asked = select(bearing.c.local, bearing.c.number).where(bearing.c.sort == sort, bearing.c.report == id)
        return dict(self._rows(asked))

    def borne(self, sort: Sort, numbers: Iterable[int]) -> set[int]:
        """Those of the mentions that any report has, withdrawn or not."""
        found: set[int] = set()
        for some in batches(sorted(set(numbers)), AT_ONCE):
            asked = select(bearing.c.number).where(bearing.c.sort == sort, bearing.c.number.in_(some)).distinct()
            found.update(number for (number,) in self._rows(asked))
        return found

    def rename(self, sort: Sort, identities: Mapping[int, str]) -> None:
        """Give mentions other identities, none of which any other has: what is the same, seen anew elsewhere in its report."""
        to = update(mention).where(mention.c.sort == sort, mention.c.number == bindparam("of"))
        for names in ({n: f"{n} on the move" for n in identities}, identities):  # or two could not change places
            self._execute(to.values(identity=bindparam("to")), [{"of": n, "to": name} for n, name in names.items()])

    def unbear(self, sort: Sort, reports: Iterable[str]) -> dict[tuple[str, str], int]:
        """Have reports bear nothing of a sort; gives what they bore: (report, local id) → number."""
        found: dict[tuple[str, str], int] = {}
        for some in batches(sorted(set(reports)), AT_ONCE):
            theirs = (bearing.c.sort == sort, bearing.c.report.in_(some))
            asked = select(bearing.c.report, bearing.c.local, bearing.c.number).where(*theirs)
            found.update(((id, local), number) for id, local, number in self._rows(asked))
            self._execute(delete(bearing).where(*theirs))
        return found

    def enter(self, sort: Sort, mentions: Sequence[Mention]) -> None:
        """Number mentions before they are linked. What is known of them so far stays as it is."""
        self._numbered_with_new(sort, mentions)

    def unfile(self, sort: Sort, numbers: Iterable[int]) -> None:
        """Compare these with nothing new. Numbers, groups, edges and rulings stay: they go on to be what something is called by."""
        known = list(self.named(sort, numbers))
        there = (filed.c.sort == sort, filed.c.key == bindparam("of_key"), filed.c.number == bindparam("of"))
        self._execute(
            delete(filed).where(*there), [{"of_key": key_hash(key), "of": m.number} for m in known for key in m.keys]
        )
        self._execute(
            update(mention)
            .where(mention.c.sort == sort, mention.c.number == bindparam("of"))
            .values({"features": "{}", "keys": "[]"}),
            [{"of": m.number} for m in known],
        )

    def _disconnect(self, sort: Sort, numbers: Collection[int]) -> None:
        """Drop the edges of these, and what they told of others."""
        for some in batches(sorted(numbers), AT_ONCE):
            self._execute(delete(edge).where(edge.c.sort == sort, edge.c.left.in_(some)))
            self._execute(delete(edge).where(edge.c.sort == sort, edge.c.right.in_(some)))
            self._execute(delete(covered).where(covered.c.sort == sort, covered.c.number.in_(some)))

    def _note_across(self, sort: Sort, numbers: Iterable[int]) -> None:
        """Say of the edges at these whether they are between two groups now."""
        now = update(edge).where(edge.c.sort == sort).values(across=_group(edge.c.left) != _group(edge.c.right))
        for some in batches(sorted(numbers), AT_ONCE):
            for side in (edge.c.left, edge.c.right):
                self._execute(now.where(side.in_(some)))

    def _numbered(self, sort: Sort, identities: set[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in batches(sorted(identities), AT_ONCE):
            asked = select(mention.c.identity, mention.c.number).where(
                mention.c.sort == sort, mention.c.identity.in_(some)
            )
            found.update(tuple(row) for row in self._rows(asked))
        return found

    def _numbered_with_new(self, sort: Sort, mentions: Sequence[Mention]) -> tuple[dict[str, int], Collection[str]]:
        """Identity → number, the next for those that are new; and which are."""
        numbers = self._numbered(sort, {m.identity for m in mentions})
        after = self.last(sort)
        fresh: dict[str, Mention] = {}
        for one in mentions:
            if one.identity not in numbers:
                fresh[one.identity] = one
                numbers[one.identity] = after + len(fresh)
        self._enter(sort, {numbers[identity]: one for identity, one in fresh.items()})
        self._bear(sort, [(m, numbers[m.identity]) for m in mentions])
        return numbers, fresh.keys()

    def last(self, sort: Sort) -> int:
        """The highest number there is."""
        return self._rows(select(func.max(mention.c.number)).where(mention.c.sort == sort))[0][0] or 0

    def _enter(self, sort: Sort, fresh: Mapping[int, Mention]) -> None:
        self._put(
            mention,
            [
                {"sort": sort, "number": n, "identity": m.identity, "group_number": n, **_content(m)}
                for n, m in fresh.items()
            ],
        )
        self._file(sort, fresh)

    def _replace(self, sort: Sort, there: Mapping[int, Shelved], mentions: Mapping[int, Mention]) -> None:
        """Take over what is not as it was, and drop what followed from that."""
        changed = {
            number: m
            for number, m in mentions.items()
            if _content(m) != {"features": _json(dict(there[number].features)), "keys": _json(there[number].keys)}
        }
        self.unfile(
            sort, [number for number in changed if there[number].features]
        )  # what was only entered is not filed
        self._disconnect(sort, changed)
        self._execute(
            update(mention)
            .where(mention.c.sort == sort, mention.c.number == bindparam("of"))
            .values(features=bindparam("features"), keys=bindparam("keys")),
            [{"of": number, **_content(m)} for number, m in changed.items()],
        )
        self._file(sort, changed)

    def _file(self, sort: Sort, mentions: Mapping[int, Mention]) -> None:
        rows = {(key_hash(key), number) for number, m in mentions.items() for key in m.keys}
        self._put(filed, [{"sort": sort, "key": key, "number": number} for key, number in sorted(rows)])

    def _bear(self, sort: Sort, mentions: Iterable[tuple[Mention, int]]) -> None:
        rows = [{"sort": sort, "report": m.report, "local": m.local, "number": number} for m, number in mentions]
        self._put(bearing, rows)

    def _mark(self, sort: Sort, moved: Mapping[int, int], numbers: Collection[int]) -> None:
        """Whatever stands in the catalogue and follows from how these were grouped is stale."""
        if not numbers:
            return
        with self.record.writing() as connection:
            if sort is Sort.incident:
                stale.mark(connection, numbers)
            elif sort is Sort.actor:
                stale.mark_actors(connection, numbers)
                stale.mark_told_by(connection, sort, moved)
                stale.mark_masked(connection, numbers)
                stale.mark_named(connection)
            elif sort is Sort.passage:
                stale.mark_told_by(connection, sort, numbers)

    def _cover(self, sort: Sort, groups: Collection[int], covers: Mapping[int, frozenset[int]]) -> set[int]:
        """Say which other groups mentions tell of; gives the mentions of which that was otherwise, and those groups."""
        former = self.covers(sort, groups)
        changed = {n for n in former.keys() | covers.keys() if former.get(n) != covers.get(n)}
        for some in batches(sorted(groups), AT_ONCE):
            self._execute(delete(covered).where(covered.c.sort == sort, covered.c.number.in_(some)))
        rows = [{"sort": sort, "number": n, "group_number": group} for n, those in covers.items() for group in those]
        self._put(covered, rows)
        return changed.union(*(each.get(n, ()) for n in changed for each in (former, covers)))

    def _grouped_with(self, sort: Sort, numbers: set[int]) -> set[int]:
        groups = self.members(sort, set(self.groups_of(sort, numbers).values()))
        return numbers.union(*groups.values())

    def plain(self, sort: Sort, numbers: Iterable[int]) -> Iterator[Shelved]:
        """These mentions, without what is compared."""
        for some in batches(sorted(numbers), AT_ONCE):
            reports = self._reports(sort, some)
            asked = select(mention.c.number, mention.c.identity).where(
                mention.c.sort == sort, mention.c.number.in_(some)
            )
            for number, identity in self._rows(asked):
                yield Shelved(number, identity, reports[number])

    def _reports(self, sort: Sort, numbers: Sequence[int]) -> dict[int, frozenset[str]]:
        """Who has these mentions; a withdrawn report has none. Of what many reports may share, one is enough."""
        bears = (bearing.c.sort == sort, bearing.c.report == report.c.id, ~report.c.withdrawn)
        if sort in (Sort.actor, Sort.passage):
            one = (
                select(bearing.c.report).where(*bears, bearing.c.number == mention.c.number).limit(1).scalar_subquery()
            )
            asked = select(mention.c.number, one).where(mention.c.sort == sort, mention.c.number.in_(numbers))
        else:
            asked = select(bearing.c.number, bearing.c.report).where(*bears, bearing.c.number.in_(numbers))
        found: dict[int, set[str]] = {number: set() for number in numbers}
        for number, id in self._rows(asked):
            if id is not None:
                found[number].add(id)
        return {number: frozenset(ids) for number, ids in found.items()}

    def _put(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert rows; one whose primary key is there replaces the former."""
        insert = (sqlite if self.record.engine.dialect.name == "sqlite" else postgresql).insert(table)
        keys = [column.name for column in table.primary_key]
        others = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in keys}
        if others:
            self._execute(insert.on_conflict_do_update(index_elements=keys, set_=others), rows)
        else:
            self._execute(insert.on_conflict_do_nothing(), rows)

    def _rows(self, asked: Select[Any]) -> Sequence[Any]:
        with self.record.looking() as connection:
            return connection.execute(asked).all()

    def _execute(self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None) -> None:
        if rows is None or rows:
            with self.record.writing() as connection:
                connection.execute(statement, rows)


def _row(sort: Sort, one: Edge, across: bool) -> dict[str, object]:
    return {
        "sort": sort,
        "left": one.left,
        "right": one.right,
        "weight": one.weight,
        "covers": one.covers,
        "across": across,
    }


def _group(number: ColumnElement[int]) -> ScalarSelect[int]:
    """The group in which a mention is, within a statement about its edges."""
    return (
        select(mention.c.group_number)
        .where(mention.c.sort == edge.c.sort, mention.c.number == number)
        .scalar_subquery()
    )


def _content(one: Mention) -> dict[str, str]:
    return {"features": _json(dict(one.features)), "keys": _json(one.keys)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
