"""A judgement on an incident or actor, as it is shown: who decided what, when and why, and whether it still holds."""

from collections.abc import Iterable
from datetime import datetime

from rashomon.archive.judgements.judgement import Judgement, State
from rashomon.archive.refs import ref
from rashomon.record import Noun


class Decision(Noun):
    """ "Judgement 3: merge, I12; I40 → I12 with I40, on 2026-11-02 by Amal: the same convoy."

    `before` and `after` are the groups concerned, each by the numbers in it; for a name or a value, what it was and is, in words.
    """

    number: int
    made: datetime
    who: str
    machine: bool
    what: str
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    why: str
    undone: bool = False


def decisions(judgements: Iterable[Judgement]) -> list[Decision]:
    """Judgements as they are shown, the latest first."""
    return [
        Decision(
            number=each.number,
            made=each.made,
            who=each.who,
            machine=each.machine,
            what=each.what,
            before=_groups(each, each.before, each.told(each.before)),
            after=_groups(each, each.after, each.outcome),
            why=each.why,
            undone=each.undone,
        )
        for each in judgements
    ]


def _groups(each: Judgement, state: State, told: str) -> tuple[tuple[str, ...], ...]:
    if each.sort is None or any(isinstance(part, str) for group in state for part in group):
        return ((told,),)
    return tuple(tuple(ref(each.sort, number) for number in group) for group in state)
