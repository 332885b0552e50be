"""How judgements are written into the log: who, when, what, why, and the groups before and after."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from rashomon.archive.judgements import judged
from rashomon.archive.judgements.changes import Change
from rashomon.archive.refs import ref
from rashomon.archive.tables import judgement
from rashomon.linking.mention import Edge, Sort

MACHINE = "rashomon"
"""Who judges where nobody did."""


def note_changes(connection: Connection, sort: Sort, made: Sequence[Change], edges: Iterable[Edge]) -> None:
    """Log changes of groups as the machine's judgements, each with the strongest of the edges that speak for it."""
    if not made:
        return
    now = datetime.now(UTC)
    strongest = _strongest(made, edges)
    rows = [
        {
            "made": now,
            "who": MACHINE,
            "machine": True,
            "what": change.what,
            "why": _why(sort, change, strongest[place]),
            "sort": sort,
            "before": listed(change.before),
            "after": listed(change.after),
        }
        for place, change in enumerate(made)
    ]
    numbered = insert(judgement).returning(judgement.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(numbered, rows).scalars()
    judged.note(
        connection,
        ((n, sort, frozenset().union(*change.before, *change.after)) for n, change in zip(numbers, made, strict=True)),
    )


def listed(groups: Iterable[Iterable[int]]) -> str:
    """Groups as JSON.

    >>> listed([{40, 12}, {7}])
    '[[12,40],[7]]'
    """
    return json.dumps([sorted(group) for group in groups], separators=(",", ":"))


def _strongest(made: Sequence[Change], edges: Iterable[Edge]) -> list[Edge | None]:
    """For each change the strongest edge across the sides that it merged or split."""
    places: dict[int, dict[int, int]] = defaultdict(dict)  # mention → place of the change → side there
    for place, change in enumerate(made):
        for side, group in enumerate(change.sides):
            for number in group:
                places[number][place] = side
    best: list[Edge | None] = [None] * len(made)
    for edge in edges:
        others = places[edge.right]
        for place, side in places[edge.left].items():
            if not edge.covers and others.get(place, side) != side:
                known = best[place]
                best[place] = edge if known is None or edge.weight > known.weight else known
    return best


def _why(sort: Sort, change: Change, edge: Edge | None) -> str:
    if edge is None:
        return "ruled to be one" if change.what == "merge" else "nothing holds them together any more"
    pair, bits = f"{ref(sort, edge.left)} and {ref(sort, edge.right)}", f"{edge.weight:.1f} bits"
    if change.what == "merge":
        return f"{pair} agree with a weight of {bits}"
    return f"what holds them together is too weak: at best {bits}, between {pair}"
