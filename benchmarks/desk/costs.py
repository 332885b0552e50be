"""What one answer of each kind costs the desk in processor time, asked for one after the other: other work does not show in it."""

import random
from collections.abc import Awaitable, Callable, Iterable

from benchmarks.desk.analyst import Analyst
from benchmarks.desk.serving import Served


async def costs(desk: Served, analysts: Iterable[Analyst], of_each: int) -> dict[str, float]:
    """Milliseconds by kind of page, of addresses that the analysts saw, and by decision; the mean of so many of each."""
    given = list(analysts)
    chance, asker = random.Random(1), given[0]
    seen = {kind for analyst in given for kind in analyst.seen}
    found: dict[str, float] = {}
    for kind in sorted(seen | {"static"}):
        there = sorted({address for analyst in given for address in analyst.seen.get(kind, ())})
        if kind == "static":
            there = sorted(asker.kept)
        some = [chance.choice(there) for _ in range(of_each)] if there else []
        found[kind] = await _cost(desk, [lambda at=at: asker.look(at) for at in some])  # type: ignore[misc]
    for what in ("merge", "undo", "review", "undo"):
        found[f"decide: {what}"] = await _cost(desk, [lambda what=what: asker.decide(what)] * of_each)  # type: ignore[misc]
    return {kind: cost for kind, cost in found.items() if cost}


async def _cost(desk: Served, questions: list[Callable[[], Awaitable[object]]]) -> float:
    before = desk.seconds()
    for ask in questions:
        await ask()
    return round(1000 * (desk.seconds() - before) / len(questions), 1) if questions else 0.0
