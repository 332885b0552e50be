"""With what an incident is compared: those that share a key.

A key joins a stretch of time with something that few incidents of that time share, so that blocks stay small in a record of a
million readings: a day with a province, with a name, with a toll, with what was struck in which country. Reports misdate by a day,
so that each day also files under the next; news without a day files under the days before its publication, and what comes out days
late is found by its place and week. What has no day is found by the names of those who suffered, by month, or by name alone; a copy
by its words.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

_WEEK = 7  # days; what lasted longer, or is known no closer, files under its months
_YEAR = 12  # months; what is known no closer than a year or so files under no time
_MANY = 5  # killed or wounded; of fewer there are too many incidents on any day
_NAMES = 4  # names of a kind that are filed


def keys(features: Mapping[str, Any]) -> tuple[str, ...]:
    """An incident's keys, from its features; none for what has neither time nor place nor names nor a passage to itself."""
    near = list(_near(features))
    found = [f"{day} {mark}" for day in _days(features) for mark in near]
    if features["brief"] and features["day"]:
        found.append(f"{features['day']} note {features['family']}")
    found += features["passages"]
    found += [f"{month} {mark}" for month in _months(features) for mark in _lasting(features)]
    found += [f"{week} {mark}" for week in _weeks(features) for mark in _late(features)]
    found += [
        f"{features['family']} {one} {other}" for one, other in combinations(sorted(features["sufferers"])[:3], 2)
    ]
    return tuple(dict.fromkeys(found))


def _near(features: Mapping[str, Any]) -> Iterator[str]:
    """What few incidents of one day have in common."""
    if features["admin1"]:
        yield f"in {features['country']} {features['admin1']}"
    yield from (f"name {name}" for name in features["said"][:_NAMES])
    yield from (f"hurt {name}" for name in features["sufferers"][:_NAMES])
    tolls = [(kind, n) for kind in ("killed", "wounded") for n in _told(features, kind)]
    yield from (f"{kind} {n}" for kind, n in tolls if n >= _MANY)
    yield from features["counts"]
    common = [f"{kind} {n}" for kind, n in tolls if n < _MANY]
    common += [f"struck {sort}" for sort in features["struck"][:_NAMES]]
    common += [f"with {sort}" for sort in features["weapons"][:_NAMES]]
    yield from (f"{mark} in {features['country']}" for mark in common)
    yield from (f"says {term}" for term in features["rare"][:_NAMES])


def _late(features: Mapping[str, Any]) -> Iterator[str]:
    """What few incidents of one week have in common."""
    yield from (f"{features['family']} at {name}" for name in features["places"][:_NAMES])


def _lasting(features: Mapping[str, Any]) -> Iterator[str]:
    """What few incidents of one month have in common."""
    yield from (f"hurt {name}" for name in features["sufferers"][:_NAMES])
    tolls = [n for n in _told(features, "killed") if n >= _MANY]
    for name in features["places"][:_NAMES]:
        yield from (f"name {name} killed {n}" for n in tolls)
        yield from (f"name {name} {count}" for count in features["counts"])
        yield from (f"name {name} says {term}" for term in features["rare"][:2])


def _told(features: Mapping[str, Any], kind: str) -> list[int]:
    return sorted({n for n in (features[f"{kind}_low"], features[f"{kind}_high"]) if n})


def _days(features: Mapping[str, Any]) -> Iterable[int]:
    first, last = features["first"], features["last"]
    if first is None or last is None or last - first >= _WEEK:
        return ()
    return range(first, last + (2 if features["stated"] else 1))


def _weeks(features: Mapping[str, Any]) -> Iterable[str]:
    """The week of the day that is stated; of news without a day, that of its publication and of the days before."""
    day = features["day"]
    if day is None:
        return ()
    return dict.fromkeys(f"w{d // _WEEK}" for d in ((day,) if features["stated"] else (day - _WEEK + 1, day)))


def _months(features: Mapping[str, Any]) -> Iterable[str]:
    first, last = features["first"], features["last"]
    if first is None or last is None:
        return ()
    start, end = (d.year * 12 + d.month for d in (date.fromordinal(first), date.fromordinal(last + 1)))
    return [f"m{month}" for month in range(start, end + 1)] if end - start < _YEAR else ()
