"""Every actor of a record in a line, so that tens of thousands can be searched, narrowed and counted at once.

Persons are in it, but are given out only to whoever asks for them, by a name or by their kind, and never by how often they are told
of: nothing here ranks people.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from anyascii import anyascii
from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from rashomon.archive.actors import naming
from rashomon.archive.exposure.exposure import Exposure
from rashomon.archive.tables import bearing, directory, mention, report, stale_actor
from rashomon.engines.engine import batches
from rashomon.linking.mention import Sort
from rashomon.record import ActorKind
from rashomon.weighing.privacy import Privacy

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 500
"""Mentions whose lines are made in one transaction: some tenths of a second."""

HIDDEN = [kind.value for kind in Privacy if kind.masked]
"""As what nobody is listed to those who may not see everybody's name."""


class Entry(NamedTuple):
    """An actor in a line; `kind` is null where linking compared nothing of it: a surname alone, or somebody protected."""

    number: int
    name: str
    kind: str | None
    country: str | None
    reports: int
    privacy: str


@dataclass(frozen=True)
class Asked:
    """Actors for whom all of this holds: a part of any of their names, a kind, a country.

    Without words or the kind "person", persons are left out.
    """

    words: str = ""
    kind: str | None = None
    country: str | None = None
    public: bool = False

    @property
    def persons(self) -> bool:
        """Whether persons are among those asked for."""
        return bool(self.words.strip()) or self.kind == ActorKind.person


def entries(record: "Record", asked: Asked, *, limit: int, offset: int = 0, by_name: bool = False) -> list[Entry]:
    """The actors asked for: groups by the number of reports that name them, or by name; persons only by name."""
    by_name = by_name or asked.persons
    order = [directory.c.key] if by_name else [directory.c.reports.desc(), directory.c.key]
    columns = (directory.c[name] for name in Entry._fields)
    found = select(*columns).where(*_conditions(asked), *_narrowed(asked)).order_by(*order, directory.c.number)
    with record.looking() as connection:
        return [Entry(*row) for row in connection.execute(found.limit(limit).offset(offset))]


def some(record: "Record", numbers: Iterable[int]) -> dict[int, Entry]:
    """The lines of these actors, as far as they have one."""
    columns = [directory.c[name] for name in Entry._fields]
    found: dict[int, Entry] = {}
    with record.looking() as connection:
        for these in batches(sorted(set(numbers)), AT_ONCE):
            rows = connection.execute(select(*columns).where(directory.c.number.in_(these)))
            found.update((row.number, Entry(*row)) for row in rows)
    return found


class Counts:
    """How many actors there are of each kind and country, of those with the words that are asked for."""

    def __init__(self, record: "Record", asked: Asked) -> None:
        number = func.count()
        found = select(directory.c.kind, directory.c.country, number).where(
            *_conditions(Asked(asked.words, public=asked.public))
        )
        with record.looking() as connection:
            rows = connection.execute(found.group_by(directory.c.kind, directory.c.country)).all()
        self._asked, self._cells = asked, {(kind, country): n for kind, country, n in rows}

    @property
    def total(self) -> int:
        """How many are asked for."""
        return sum(n for (kind, country), n in self._cells.items() if self._kind(kind) and self._country(country))

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many of each kind, whatever kind is asked for; the commonest first."""
        return _ranked((kind, n) for (kind, country), n in self._cells.items() if self._country(country))

    @property
    def countries(self) -> list[tuple[str, int]]:
        """How many of each country, whatever country is asked for; the commonest first."""
        return _ranked((country, n) for (kind, country), n in self._cells.items() if self._kind(kind))

    def _kind(self, kind: str | None) -> bool:
        if self._asked.kind:
            return kind == self._asked.kind
        return self._asked.persons or kind not in (None, ActorKind.person)

    def _country(self, country: str | None) -> bool:
        return not self._asked.country or country == self._asked.country


def _ranked(counted: Iterable[tuple[str | None, int]]) -> list[tuple[str, int]]:
    found: Counter[str] = Counter()
    for value, n in counted:
        found.update({value: n} if value else {})
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    words = (plain(word) for word in asked.words.split())
    conditions = [directory.c.names.contains(word, autoescape=True) for word in words]
    if asked.public:
        conditions.append(directory.c.privacy.not_in(HIDDEN))
    return conditions


def _narrowed(asked: Asked) -> list[ColumnElement[bool]]:
    narrowed = [directory.c.country == asked.country] if asked.country else []
    if asked.kind:
        return [*narrowed, directory.c.kind == asked.kind]
    groups = directory.c.kind != ActorKind.person  # which what has no kind is not, either
    return narrowed if asked.persons else [*narrowed, groups]


def plain(name: str) -> str:
    """As names are looked for and sorted.

    >>> plain("Khōst")
    'khost'
    """
    return anyascii(name).casefold().replace("|", "/")


def waiting(record: "Record") -> int:
    """How many mentions have lines that are not what they should be."""
    with record.looking() as connection:
        return connection.execute(select(func.count()).select_from(stale_actor)).scalar_one()


def make_some(record: "Record", most: int = AT_ONCE) -> int:
    """Make lines anew for some of what is stale; returns of how many mentions."""
    exposure = Exposure(record)
    with record.writing() as connection:
        numbers = list(connection.execute(select(stale_actor.c.number).limit(most)).scalars())
        groups = set(record.shelf.groups_of(Sort.actor, numbers).values())
        rows = _rows(record, connection, groups, exposure)
        for these in batches(sorted({*numbers, *groups}), AT_ONCE):
            connection.execute(delete(directory).where(directory.c.number.in_(these)))
            connection.execute(delete(stale_actor).where(stale_actor.c.number.in_(these)))
        if rows:
            connection.execute(insert(directory), rows)
    return len(numbers)


def _rows(record: "Record", connection: Connection, groups: Iterable[int], exposure: Exposure) -> list[dict[str, Any]]:
    """A line for each group that a report names."""
    called: dict[int, list[tuple[str, str]]] = defaultdict(list)
    compared: dict[int, list[dict[str, Any]]] = defaultdict(list)
    named = select(bearing.c.number, bearing.c.report, bearing.c.names).join(report, report.c.id == bearing.c.report)
    named = named.where(bearing.c.sort == Sort.actor, ~report.c.withdrawn)
    features = select(mention.c.number, mention.c.features).where(mention.c.sort == Sort.actor)
    home = {number: group for group, members in record.shelf.members(Sort.actor, groups).items() for number in members}
    for these in batches(sorted(home), AT_ONCE):
        for number, id, names in connection.execute(named.where(bearing.c.number.in_(these))):
            called[home[number]].append((id, names or "[]"))
        for number, given in connection.execute(features.where(mention.c.number.in_(these))):
            compared[home[number]].append(json.loads(given))
    given_names, stands = record.judgements.names(Sort.actor, called), exposure.of(called)
    return [
        _row(group, Counter(names for _, names in told), compared[group], given_names.get(group), stands.get(group))
        | {"reports": len({id for id, _ in told})}
        for group, told in called.items()
    ]


def _row(
    number: int, uses: Mapping[str, int], compared: Sequence[dict[str, Any]], given: str | None, privacy: Privacy | None
) -> dict[str, Any]:
    """`uses`: how many reports call it so, each all names that one report gives, as JSON."""
    called = [(json.loads(names), n) for names, n in uses.items()]
    counted: Counter[str] = Counter()
    for names, n in called:
        counted.update({names[0]: n} if names else {})
    name = given or (naming.fullest(counted) if counted else "nobody named")
    every = dict.fromkeys(plain(each) for each in (name, *(each for names, _ in called for each in names)))
    return {
        "number": number,
        "name": name,
        "key": plain(name),
        "names": "|".join(("", *every, "")),
        "kind": _commonest(each.get("kind") for each in compared),
        "country": _commonest(each.get("country") for each in compared),
        "privacy": privacy or Privacy.other,
    }


def _commonest(values: Iterable[str | None]) -> str | None:
    found = Counter(value for value in values if value)
    return max(found, key=lambda each: (found[each], each), default=None)
