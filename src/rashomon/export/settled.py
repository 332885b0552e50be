"""One value out of what several reports state, for a heading; the accounts below it keep what each says."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from rashomon.record import IncidentPlace, IncidentTime

Value = TypeVar("Value")


def settled(
    values: Sequence[Value], same: Callable[[Value], Hashable], within: Callable[[Value, Value], bool]
) -> Value | None:
    """The commonest value, the first told among equals, made finer by those that lie within it.

    Nine reports have "Baghlan", one has "Bano, in Baghlan": it was in Bano. One that has "Kabul" changes nothing.
    """
    counted: dict[Hashable, list[Value]] = {}
    for value in values:
        counted.setdefault(same(value), []).append(value)
    ranked = [alike[0] for alike in sorted(counted.values(), key=len, reverse=True)]
    best = ranked[0] if ranked else None
    while best is not None and (finer := next((v for v in ranked if within(v, best)), None)) is not None:
        best = finer
    return best


def settled_time(times: Sequence[IncidentTime]) -> IncidentTime | None:
    """ "In August 2021" and "on 20 August 2021" are 20 August."""
    stated = [time for time in times if time.earliest or time.latest]
    return settled(stated, lambda t: (t.earliest, t.latest), _during)


def settled_place(places: Sequence[IncidentPlace]) -> IncidentPlace | None:
    """ "Baghlan" and "Bano, in Baghlan" are Bano."""
    return settled(places, lambda p: p.geonames or (p.name, p.admin1, p.country), _inside)


def _during(a: IncidentTime, b: IncidentTime) -> bool:
    """Whether `a` is a part of `b`, and not all of it."""
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return False
    begins = b.earliest is None or (a.earliest is not None and a.earliest >= b.earliest)
    ends = b.latest is None or (a.latest is not None and a.latest <= b.latest)
    return begins and ends


def _inside(a: IncidentPlace, b: IncidentPlace) -> bool:
    """Whether `a` is known more precisely and lies in all divisions that `b` names."""
    finer = (a.precision or 7) < (b.precision or 7)
    return finer and all(getattr(b, level) in {None, getattr(a, level)} for level in ("country", "admin1", "admin2"))
