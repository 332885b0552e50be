"""How far people agree who judged of the same things, attribute by attribute: who codes what another has coded tests both.

A unit is a value (one attribute of an incident as a report has it, or of an account of it), or a pair that may be one. A coder's
latest judgement of it counts; what was undone does not.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from rashomon.archive.coding.coding import Coding
from rashomon.archive.coding.values import FIGURES, ROLES, Value
from rashomon.archive.judgements.rulings import taken_back
from rashomon.archive.tables import judgement, ruling
from rashomon.weighing.agreement import alpha, interval, nominal, ratio

if TYPE_CHECKING:
    from rashomon.archive.record import Record

SAME = "same"
"""The attribute of pairs: whether two are one."""

Units = Mapping[Hashable, Mapping[str, Any]]
"""Unit → coder → value."""


@dataclass(frozen=True)
class Agreed:
    """On one attribute: Krippendorff's alpha over units that two or more have judged, and by which distance between values.

    `alpha` is None where there is nothing to compare, or where everybody always says one thing.
    """

    attribute: str
    distance: str
    units: int
    coders: int
    alpha: float | None


class Agreement:
    """The agreement among those who judge of a record."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def by_attribute(self) -> list[Agreed]:
        """Each attribute that anybody judged of, in order of its name, pairs last."""
        found: dict[str, dict[Hashable, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
        for each in self.record.codings.all():
            value = _comparable(each)
            if value is not None:
                found[each.attribute][each.number, each.report, each.account][each.who] = value
        pairs = self._pairs()
        return [*(_agreed(name, found[name]) for name in sorted(found)), *([_agreed(SAME, pairs)] if pairs else [])]

    def _pairs(self) -> Units:
        """What people thought of pairs: those they gave an opinion of, and the first of each of what they merged or held apart."""
        judged = list(self._judged())
        naming: dict[tuple[str, int], set[int]] = defaultdict(set)
        for place, (sort, verdicts, _) in enumerate(judged):
            for number in frozenset().union(*verdicts.sides):
                naming[sort, number].add(place)
        found: dict[Hashable, dict[str, Any]] = defaultdict(dict)
        for sort, one, other in {(sort, *pair) for sort, verdicts, _ in judged for pair in verdicts.asked}:
            for place in sorted(naming[sort, one] & naming[sort, other]):
                _, verdicts, who = judged[place]
                if verdict := verdicts.of(one, other):
                    found[sort, one, other][who] = verdict
        return found

    def _judged(self) -> Iterator[tuple[str, "_Verdicts", str]]:
        there = (judgement.c.what.in_(("merge", "same-actor", "not-same", "opine")), ~judgement.c.machine)
        with self.record.looking() as connection:
            rows = connection.execute(select(judgement).where(*there).order_by(judgement.c.number)).all()
            gone = taken_back(connection)
            apart = {row.number for row in rows if row.what == "not-same"}
            sides: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
            for one in connection.execute(select(ruling).where(ruling.c.judgement.in_(apart))):
                sides[one.judgement][one.side].add(one.number)
        for row in rows:
            if row.number in gone:
                continue
            if row.what == "opine":
                (*pair, verdict) = json.loads(row.after)[0]
                yield row.sort, _Verdicts(verdict, tuple(frozenset({n}) for n in pair)), row.who
            elif row.what == "not-same":
                yield row.sort, _Verdicts("different", tuple(map(frozenset, sides[row.number].values()))), row.who
            else:
                yield row.sort, _Verdicts("same", tuple(map(frozenset, json.loads(row.before)))), row.who


class _Verdicts(NamedTuple):
    """One verdict about several groups of mentions: it is about every pair across them."""

    verdict: str
    sides: tuple[frozenset[int], ...]

    @property
    def asked(self) -> Iterable[tuple[int, int]]:
        return combinations(sorted(map(min, self.sides)), 2)

    def of(self, one: int, other: int) -> str | None:
        at = [place for number in (one, other) for place, side in enumerate(self.sides) if number in side]
        return self.verdict if len(set(at)) == 2 else None


def _agreed(attribute: str, units: Units) -> Agreed:
    several = [list(by.values()) for by in units.values() if len(by) > 1]
    coders = {who for by in units.values() if len(by) > 1 for who in by}
    distance: Callable[[Any, Any], float] = _distance(attribute)
    found = alpha(several, distance)
    return Agreed(attribute, distance.__name__, len(several), len(coders), found if len(several) > 1 else None)


def _distance(attribute: str) -> Callable[[Any, Any], float]:
    if attribute in FIGURES:
        return ratio
    return interval if attribute == "time" else nominal


def _comparable(coding: Coding) -> Hashable | None:
    """A value as one that can be compared; None where it is on no scale: not stated is not nought."""
    attribute, value = coding.attribute, coding.value
    if attribute in FIGURES:
        return _number(value)
    if attribute == "time":
        return _day(value)
    if attribute == "place":
        return (value["geonames"] or value["name"]) if value else "none"
    if attribute in ROLES:
        return frozenset(coding.actors.get(part["actor"] or "", part["text"].casefold()) for part in value)
    if attribute == "responsible":
        return frozenset(coding.actors.get(id, id) for id in value)
    return str(value)


def _number(figures: Value) -> int | None:
    """The one number for some figures: their lower ends, or the upper where that alone is stated, added up."""
    ends = [part["low"] if part["low"] is not None else part["high"] for part in figures]
    stated = [end for end in ends if end is not None]
    return sum(stated) if stated else None


def _day(time: Value) -> int | None:
    day = (time["earliest"] or time["latest"]) if time else None
    return date.fromisoformat(day).toordinal() if day else None
