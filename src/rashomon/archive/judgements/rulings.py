"""Which of people's rulings hold: those of judgements that were not taken back."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from rashomon.archive.tables import judgement, ruling
from rashomon.engines.engine import batches
from rashomon.linking.mention import Ruling, Sort

AT_ONCE = 1000
"""How many values one statement asks for."""

_UNDOING = select(judgement.c.number, judgement.c.undoes)


def taken_back(connection: Connection, among: Collection[int] | None = None) -> set[int]:
    """The judgements, or those of some, that were undone and whose undoing was not itself undone."""
    if among is None:
        undoing = {tuple(row) for row in connection.execute(_UNDOING.where(judgement.c.undoes.is_not(None)))}
    else:
        undoing = _undoing(connection, among)
    gone: set[int] = set()
    for number, undoes in sorted(undoing, reverse=True):
        if number not in gone:
            gone.add(undoes)
    return gone if among is None else gone.intersection(among)


def _undoing(connection: Connection, numbers: Collection[int]) -> set[tuple[int, int]]:
    """What undoes these, what undoes that, and so on, each with what it undoes."""
    found: set[tuple[int, int]] = set()
    while numbers:
        rows = {
            tuple(row)
            for some in batches(sorted(numbers), AT_ONCE)
            for row in connection.execute(_UNDOING.where(judgement.c.undoes.in_(some)))
        }
        found |= rows
        numbers = {number for number, _ in rows}
    return found


def rulings_about(connection: Connection, sort: Sort, numbers: Iterable[int]) -> list[Ruling]:
    """The rulings that hold and concern any of these mentions, the earliest first."""
    concerned: set[int] = set()
    for some in batches(sorted(set(numbers)), AT_ONCE):
        asked = select(ruling.c.judgement).where(ruling.c.sort == sort, ruling.c.number.in_(some))
        concerned.update(connection.execute(asked).scalars())
    return _read(connection, sort, concerned - taken_back(connection, concerned)) if concerned else []


def _read(connection: Connection, sort: Sort, judgements: Iterable[int]) -> list[Ruling]:
    sides: dict[tuple[int, bool], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for some in batches(sorted(judgements), AT_ONCE):
        asked = select(ruling).where(ruling.c.sort == sort, ruling.c.judgement.in_(some))
        for row in connection.execute(asked):
            sides[row.judgement, row.same][row.side].add(row.number)
    return [
        Ruling(number, same, tuple(frozenset(numbers) for _, numbers in sorted(parts.items())))
        for (number, same), parts in sorted(sides.items())
    ]


def keep(connection: Connection, sort: Sort, rule: Ruling) -> None:
    """Write a ruling down."""
    rows = [
        {"judgement": rule.judgement, "sort": sort, "number": number, "side": side, "same": rule.same}
        for side, numbers in enumerate(rule.sides)
        for number in sorted(numbers)
    ]
    if rows:
        connection.execute(ruling.insert(), rows)
