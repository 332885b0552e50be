"""Which incidents' lines in the catalogue are no longer what they should be: whatever changes one says so in its transaction.

A mention is marked, whatever group it is in then; the line of the group in which it is when it is looked at is made anew. Each
marking has a number of its own, so that whoever makes a line can tell whether it was marked again meanwhile.
"""

import json
from collections.abc import Iterable
from time import time_ns
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from rashomon.archive.tables import bearing, catalogue, covered, exposed, given_name, mention, stale, stale_actor
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.weighing.privacy import Privacy

AT_ONCE = 1000
"""How many values one statement asks for."""

_SOME: BindParameter[Any] = bindparam("some", expanding=True)
_OF_REPORTS = select(bearing.c.number).where(bearing.c.sort == Sort.passage, bearing.c.report.in_(_SOME))
_GROUPS = select(mention.c.group_number).where(mention.c.sort == Sort.passage, mention.c.number.in_(_SOME))
_MEMBERS = select(mention.c.number).where(mention.c.sort == Sort.passage, mention.c.group_number.in_(_SOME))
_ACTORS = select(bearing.c.number).where(bearing.c.sort == Sort.actor, bearing.c.report.in_(_SOME))
_ACTOR_GROUPS = select(mention.c.group_number).where(mention.c.sort == Sort.actor, mention.c.number.in_(_SOME))
_OF_ACTORS = select(mention.c.number).where(mention.c.sort == Sort.actor, mention.c.group_number.in_(_SOME))
_MASKED = select(exposed.c.number).where(
    exposed.c.number.in_(_SOME), exposed.c.privacy.in_([kind for kind in Privacy if kind.masked])
)
_PROTECTED = select(exposed.c.names).where(exposed.c.report.in_(_SOME), exposed.c.privacy == Privacy.protected)


def mark(connection: Connection, numbers: Iterable[int]) -> None:
    """The lines of the incidents in which these mentions are must be made anew."""
    marking = _marking()
    rows = [{"number": number, "marking": marking} for number in sorted(set(numbers))]
    if rows:
        connection.execute(_upsert(connection), rows)


def mark_told_in(connection: Connection, reports: Iterable[str]) -> None:
    """Of all of which these reports tell, in one breath with others or not; and of the actors that they name."""
    these = sorted(set(reports))
    for some in batches(these, AT_ONCE):
        named = select(bearing.c.number).where(bearing.c.sort == Sort.actor, bearing.c.report.in_(some))
        connection.execute(_ignoring(connection).from_select(["number"], named.distinct()))
    _mark_told_in(connection, these)


def mark_actors(connection: Connection, numbers: Iterable[int]) -> None:
    """The lines of the actors that are these mentions must be made anew."""
    rows = [{"number": number} for number in sorted(set(numbers))]
    if rows:
        connection.execute(_ignoring(connection), rows)


def _mark_told_in(connection: Connection, reports: Iterable[str]) -> None:
    told = bearing.c.sort == Sort.incident
    others = bearing.join(covered, (covered.c.sort == bearing.c.sort) & (covered.c.number == bearing.c.number))
    for some in batches(sorted(set(reports)), AT_ONCE):
        there = told & bearing.c.report.in_(some)
        _mark_all(connection, select(bearing.c.number).where(there))
        _mark_all(connection, select(covered.c.group_number).select_from(others).where(there))


def mark_sharing(connection: Connection, reports: Iterable[str]) -> None:
    """Of what those tell who print passages of these reports: it may no longer be they who told it first."""
    passages = _all(connection, _OF_REPORTS, set(reports))
    groups = _all(connection, _GROUPS, passages)
    mark_told_by(connection, Sort.passage, _all(connection, _MEMBERS, groups))


def mark_told_by(connection: Connection, sort: Sort, numbers: Iterable[int]) -> None:
    """Of what the reports tell that have any of these mentions of actors or passages; and of these actors."""
    if sort is Sort.actor:
        mark_actors(connection, numbers)
    having = select(bearing.c.report).where(bearing.c.sort == sort, bearing.c.number.in_(_SOME))
    _mark_told_in(connection, _all(connection, having, set(numbers)))


def mark_exposed(connection: Connection, reports: Iterable[str]) -> None:
    """Of what tells of whoever is in these reports and must not be named, or no longer: in any report, by any of their names."""
    given = set(reports)
    actors = _all(connection, _ACTORS, given)
    mark_masked(connection, _all(connection, _OF_ACTORS, _all(connection, _ACTOR_GROUPS, actors)))
    for names in _all(connection, _PROTECTED, given):
        for name in json.loads(names):
            named = catalogue.c.headline.contains(json.dumps(name, ensure_ascii=False)[1:-1], autoescape=True)
            _mark_all(connection, select(catalogue.c.number).where(named))


def mark_masked(connection: Connection, actors: Iterable[int]) -> None:
    """Of what tells of those of these mentions, and of all in their groups, whom any report has as somebody not to be named."""
    masked = _all(connection, _ACTOR_GROUPS, _all(connection, _MASKED, set(actors)))
    mark_told_by(connection, Sort.actor, _all(connection, _OF_ACTORS, masked))


def mark_named(connection: Connection) -> None:
    """Of incidents that a person gave a name: whom it may name to whom is decided over all reports."""
    _mark_all(connection, select(given_name.c.number).where(given_name.c.sort == Sort.incident))


def _all(connection: Connection, asked: Select[Any], among: Iterable[int] | Iterable[str]) -> set[Any]:
    """What is asked of many, some at a time; step by step, for SQLite without statistics joins from the wrong end."""
    found: set[Any] = set()
    for some in batches(sorted(among), AT_ONCE):
        found.update(connection.execute(asked, {"some": some}).scalars())
    return found


def _mark_all(connection: Connection, numbers: Select[tuple[int]]) -> None:
    marked = numbers.distinct().add_columns(literal(_marking()))
    connection.execute(_upsert(connection).from_select(["number", "marking"], marked))


def _ignoring(connection: Connection) -> "sqlite.Insert | postgresql.Insert":
    inserts: type[sqlite.Insert] | type[postgresql.Insert]
    inserts = sqlite.Insert if connection.dialect.name == "sqlite" else postgresql.Insert
    return inserts(stale_actor).on_conflict_do_nothing()


def _upsert(connection: Connection) -> "sqlite.Insert | postgresql.Insert":
    inserts: type[sqlite.Insert] | type[postgresql.Insert]
    inserts = sqlite.Insert if connection.dialect.name == "sqlite" else postgresql.Insert
    insert = inserts(stale)
    return insert.on_conflict_do_update(index_elements=["number"], set_={"marking": insert.excluded.marking})


def _marking() -> int:
    """Later ones are higher: what was marked last is looked at first."""
    return time_ns()
