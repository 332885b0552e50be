"""Which judgements are about which incident or actor, so that the history of one is found at once among any number."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, select
from sqlalchemy.dialects import postgresql, sqlite

from rashomon.archive.tables import judged, mention
from rashomon.linking.mention import Sort

SORTS = (Sort.incident, Sort.actor)
"""What people ask the history of."""


def note(connection: Connection, about: Iterable[tuple[int, Sort | None, Iterable[int]]]) -> None:
    """Write down that judgements are about mentions: (judgement, sort, numbers)."""
    rows = [
        {"sort": sort, "number": number, "judgement": judgement}
        for judgement, sort, numbers in about
        if sort in SORTS
        for number in sorted(set(numbers))
    ]
    if rows:
        insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(judged)
        connection.execute(insert.on_conflict_do_nothing(), rows)


def about(sort: Sort, group: int) -> Select[tuple[int]]:
    """The judgements about any mention of a group."""
    members = select(mention.c.number).where(mention.c.sort == sort, mention.c.group_number == group)
    return select(judged.c.judgement).where(judged.c.sort == sort, judged.c.number.in_(members))
