"""One judgement of the log, and what somebody saw before deciding."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from rashomon.archive.refs import ref
from rashomon.linking.mention import Sort

State = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Judgement:
    """Who decided what, when and why. `before` and `after` are the groups concerned, by numbers of mentions.

    For a name they are (number, name), for a withdrawal the report. `undoes` is the judgement that this one takes back; `undone`
    says that this one was itself taken back.
    """

    number: int
    made: datetime
    who: str
    machine: bool
    what: str
    why: str
    sort: Sort | None
    before: State
    after: State
    undoes: int | None
    undone: bool

    @property
    def numbers(self) -> frozenset[int]:
        """The mentions it is about."""
        return frozenset(each for part in (*self.before, *self.after) for each in part if isinstance(each, int))

    def listed(self, state: State) -> list[list[str]]:
        """`before` or `after` as people call it: [["I12", "I40"], ["I7"]]."""
        return [[self._called(each) for each in part] for part in state]

    def told(self, state: State) -> str:
        """`before` or `after` in words: "I12 with I40; I7", "I12 is The market bombing"."""
        named = any(isinstance(each, str) for part in state for each in part)
        return "; ".join((" is " if named else " with ").join(part) for part in self.listed(state)) or "–"

    def _called(self, each: Any) -> str:
        return ref(self.sort, each) if self.sort and isinstance(each, int) else str(each)


@dataclass(frozen=True)
class Seen:
    """What somebody saw before deciding: the members of each group by what they called it, and the last number there was."""

    groups: Mapping[str, frozenset[int]]
    last: int


def judgement_of(row: Row[Any], undone: bool) -> Judgement:
    """A row of the log."""
    made = row.made if row.made.tzinfo else row.made.replace(tzinfo=UTC)  # SQLite keeps no time zone; ours is UTC
    return Judgement(
        number=row.number,
        made=made,
        who=row.who,
        machine=row.machine,
        what=row.what,
        why=row.why,
        sort=Sort(row.sort) if row.sort else None,
        before=_state(row.before),
        after=_state(row.after),
        undoes=row.undoes,
        undone=undone,
    )


def _state(json_: str) -> State:
    return tuple(tuple(part) for part in json.loads(json_))
