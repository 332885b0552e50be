"""One judgement of the log, and what somebody saw before deciding."""

import json
from collections.abc import Iterable, Mapping, Sequence
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

    For a name they are (number, name), for a value (number, what it is the value of, the value), for an opinion the pair and what
    is thought of it, for a withdrawal the report. `undoes` is the judgement that this one takes back; `undone` says that this was
    taken back itself.
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
        return numbers_in((*self.before, *self.after))

    @property
    def change(self) -> str:
        """What it did, in words: "I12; I40 → I12 with I40", "I12: killed in cnn-3's own account: up to 30 → 15"."""
        if not self.before:
            return self.outcome
        if _is_value(self.after) and self.before == self.after:
            return f"{self.told(self.after)}, confirmed"
        return f"{self.told(self.before)} → {self.outcome}"

    @property
    def outcome(self) -> str:
        """`after` in words, of a value only that: "15"."""
        return "; ".join(str(part[-1]) for part in self.after) if _is_value(self.after) else self.told(self.after)

    def listed(self, state: State) -> list[list[str]]:
        """`before` or `after` as people call it: [["I12", "I40"], ["I7"]]."""
        return [[self._called(each) for each in part] for part in state]

    def told(self, state: State) -> str:
        """`before` or `after` in words: "I12 with I40; I7", "I12 is The market bombing"."""
        return "; ".join(_told(part, words) for part, words in zip(state, self.listed(state), strict=True)) or "–"

    def _called(self, each: Any) -> str:
        return ref(self.sort, each) if self.sort and isinstance(each, int) else str(each)


def numbers_in(state: Iterable[Iterable[Any]]) -> frozenset[int]:
    """The mentions that a state names."""
    return frozenset(each for part in state for each in part if isinstance(each, int))


def _is_value(state: State) -> bool:
    """Whether it says what a value is: (12, "killed in cnn-3's own account", "15")."""
    return any(len(part) == 3 and isinstance(part[1], str) for part in state)


def _told(part: Sequence[Any], words: Sequence[str]) -> str:
    if len(part) == 3 and isinstance(part[1], str):
        return ": ".join(words)
    if isinstance(part[-1], str) and len(part) > 2:
        return f"{' and '.join(words[:-1])}: {words[-1]}"  # an opinion of a pair
    return (" is " if isinstance(part[-1], str) and len(part) > 1 else " with ").join(words)


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
