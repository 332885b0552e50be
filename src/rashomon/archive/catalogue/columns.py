"""The catalogue in memory, a column an array: 100,000 incidents take 20 MB and are gone through in a millisecond.

Arrays are indexed by the incident's number. A state is never changed; what is new in the database makes a new one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row

Array = NDArray[Any]

OPEN = 10_000_000
"""Beyond any day: what stands for an end that nobody states."""

MOST_ATTRIBUTES = 62
"""Attributes that can be told apart; there are fifteen."""

DTYPES: dict[str, Any] = {
    "there": np.bool_,
    "kind": np.int32,
    "status": np.int32,
    "standing": np.int32,
    "country": np.int32,
    "admin1": np.int32,
    "spot": np.int32,
    "earliest": np.int32,
    "latest": np.int32,
    "killed": np.int32,
    "disputed": np.int64,
    "disputes": np.int32,
    "reports": np.int32,
    "origins": np.int32,
    "published": np.int32,
    "reviewed": np.bool_,
    "withheld": np.int32,
}
"""`killed` is the highest number that is stated, -1 for none; `disputed` has a bit for each attribute."""


@dataclass
class Codes:
    """Values by small numbers, in the order in which they came; 0 is None. Only ever added to."""

    values: list[Any] = field(default_factory=lambda: [None])
    numbers: dict[Any, int] = field(default_factory=lambda: {None: 0})

    def of(self, value: Any) -> int:
        """The number of a value, the next for a new one."""
        number = self.numbers.get(value)
        if number is None:
            number = self.numbers[value] = len(self.values)
            self.values.append(value)
        return number

    def known(self, values: Iterable[Any]) -> list[int]:
        """The numbers of those values that have one."""
        return [self.numbers[value] for value in values if value in self.numbers]


NUMBER_BITS = 30
"""Of a key to sort by, for the incident's number; there are never so many."""

CODED = ("kind", "status", "standing", "country", "admin1", "spot", "attribute", "part")


@dataclass(frozen=True)
class Columns:
    """A state of the catalogue. `made` is the last line in it; `actors` has number, actor and part in three rows, by `pairs`.

    `tellings` has number and position in two rows: which reports tell of an incident.
    """

    made: int = 0
    columns: dict[str, Array] = field(
        default_factory=lambda: {name: np.zeros(0, dtype) for name, dtype in DTYPES.items()}
    )
    actors: Array = field(default_factory=lambda: np.zeros((3, 0), np.int64))
    tellings: Array = field(default_factory=lambda: np.zeros((2, 0), np.int64))
    codes: dict[str, Codes] = field(default_factory=lambda: {name: Codes() for name in CODED})

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def told_in(self, positions: Array) -> Array:
        """The incidents of which the reports at these positions tell; some come more than once."""
        numbers, telling = self.tellings
        found = np.zeros(max(telling.max(initial=-1), positions.max(initial=-1)) + 1, np.bool_)
        found[positions] = True
        told: Array = numbers[found[telling]]
        return told

    def renewed(
        self,
        made: int,
        gone: Sequence[int],
        rows: Sequence[Row[Any]],
        actors: Sequence[tuple[int, int, str]],
        tellings: Sequence[tuple[int, int]],
    ) -> Self:
        """The state after some lines were dropped and others made, these with their actors and the reports that tell of them."""
        numbers = np.array([row.number for row in rows], np.int64)
        size = max(len(self["there"]), int(numbers.max(initial=-1)) + 1, max(gone, default=-1) + 1)
        columns = {name: _sized(old, size) for name, old in self.columns.items()}
        columns["there"][list(gone)] = False
        if rows:
            for name, column in self._values(rows).items():
                columns[name][numbers] = column
        changed = np.zeros(size, np.bool_)
        changed[list(gone)] = True
        changed[numbers] = True
        return replace(
            self,
            made=made,
            columns=columns,
            actors=self._actors(changed, actors),
            tellings=np.concatenate([_without(self.tellings, changed), _rows(tellings, 2)], axis=1),
        )

    def _values(self, rows: Sequence[Row[Any]]) -> dict[str, Sequence[Any]]:
        """What stands in which column, for each of some lines."""
        of = {name: [row[place] for row in rows] for place, name in enumerate(rows[0]._fields)}
        code, disputed = self.codes, {text: self._bits(text) for text in set(of["disputed"])}
        spots = zip(of["lat"], of["lon"], of["precision"], of["place"], of["country"], strict=True)
        divisions = zip(of["country"], of["admin1"], strict=True)
        killed = zip(of["killed_high"], of["killed_best"], of["killed_low"], strict=True)
        return {
            **{
                name: [code[name].of(value) for value in of[name]] for name in ("kind", "status", "standing", "country")
            },
            "there": [True] * len(rows),
            "admin1": [code["admin1"].of(at if at[1] else None) for at in divisions],
            "spot": [code["spot"].of(None if None in at[:2] else at) for at in spots],
            "earliest": _ordinals(of["earliest"], -OPEN),
            "latest": _ordinals(of["latest"], OPEN),
            "killed": [max((number for number in numbers if number is not None), default=-1) for numbers in killed],
            "disputed": [disputed[text] for text in of["disputed"]],
            **{name: of[name] for name in ("disputes", "reports", "origins", "withheld")},
            "published": _ordinals(of["published"], 0),
            "reviewed": [judgement is not None for judgement in of["reviewed"]],
        }

    def _bits(self, disputed: str) -> int:
        codes = {self.codes["attribute"].of(attribute) for attribute in disputed.split("|") if attribute}
        return sum(1 << min(code, MOST_ATTRIBUTES) for code in codes)

    def _actors(self, changed: Array, actors: Sequence[tuple[int, int, str]]) -> Array:
        kept = _without(self.actors, changed)
        new = _rows([(number, actor, self.codes["part"].of(part)) for number, actor, part in actors], 3)
        new = new[:, np.argsort(pairs(new))]
        return np.insert(kept, np.searchsorted(pairs(kept), pairs(new)), new, axis=1)


def pairs(actors: Array) -> Array:
    """Each actor with each number as one; where they stand in this order, what comes twice stands side by side."""
    there: Array = (actors[1] << NUMBER_BITS) | actors[0]
    return there


def _without(rows: Array, changed: Array) -> Array:
    """Those about numbers that have not changed."""
    kept: Array = rows[:, ~changed[rows[0]]] if len(changed) else rows
    return kept


def _rows(values: Sequence[tuple[int, ...]], width: int) -> Array:
    return np.array(values, np.int64).reshape(-1, width).T


def _ordinals(days: Sequence[date | None], missing: int) -> list[int]:
    return [day.toordinal() if day else missing for day in days]


def _sized(column: Array, size: int) -> Array:
    """A copy, as large as it must be."""
    made = np.zeros(size, column.dtype)
    made[: len(column)] = column
    return made
