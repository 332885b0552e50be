"""Where the accounts of an incident do not agree."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from rashomon.record import Act, FigureKind, Noun
from rashomon.weighing.figures import told_by_origin
from rashomon.weighing.telling import TELLING, Telling, in_order

AGAINST = frozenset({Act.denies, Act.doubts, Act.retracts})
"""Acts by which a source takes away from what others tell."""

LEVELS = ("country", "admin1", "admin2")

V = TypeVar("V")
N = TypeVar("N", int, date)


class Dispute(Noun):
    """An attribute on which accounts differ: "killed: 30 or less by local commanders, 15 by a pro-Taliban account".

    `attribute` is time, place, culprit, happened, or a kind of figure; `versions` say it in words, each with its origins.
    """

    attribute: str
    versions: tuple[str, ...]


def disputes(tellings: Iterable[Telling]) -> list[Dispute]:
    """Every attribute on which two origins cannot both be right as they put it."""
    told = in_order(tellings)
    return [*_happened_and_culprit(told), *_figures(told), *_time(told), *_place(told)]


def _happened_and_culprit(told: Sequence[Telling]) -> Iterator[Dispute]:
    """Whoever is held responsible and denies it does not deny that it happened; a doubt about a named culprit neither."""
    telling = [t for t in told if t.account.act in TELLING]
    named = {name for t in telling for name in t.responsible}
    known = any(t.identified for t in telling)
    against = [t for t in told if t.account.act in AGAINST]
    of_culprit = [t for t in against if _is_of_culprit(t, named, known)]
    of_incident = [t for t in against if not _is_of_culprit(t, named, known)]
    if of_incident and telling:
        yield Dispute(attribute="happened", versions=_acts(of_incident))
    culprits = _by_version((name, t.origin) for t in telling for name in t.identified)
    if of_culprit or _name_others(culprits):
        yield Dispute(attribute="culprit", versions=(*_versions(culprits), *_acts(of_culprit)))


def _is_of_culprit(telling: Telling, named: set[str], known: bool) -> bool:
    if telling.account.act is Act.denies:
        return telling.party or not named.isdisjoint(telling.responsible)
    return telling.account.act is Act.doubts and known


def _name_others(culprits: dict[str, list[str]]) -> bool:
    """Whether two origins name nobody in common."""
    by_origin: dict[str, set[str]] = {}
    for name, origins in culprits.items():
        for origin in origins:
            by_origin.setdefault(origin, set()).add(name)
    return any(a.isdisjoint(b) for a, b in combinations(set(map(frozenset, by_origin.values())), 2))


def _figures(told: Sequence[Telling]) -> Iterator[Dispute]:
    """ "As many as 30" and "15" can both be right, "30" and "15" cannot."""
    for kind in FigureKind:
        ranges = told_by_origin(told, kind)
        if _apart((origin, r.low, r.high) for origin, r in ranges):
            yield Dispute(
                attribute=kind.value, versions=_versions(_by_version((str(r), origin) for origin, r in ranges))
            )


def _time(told: Sequence[Telling]) -> Iterator[Dispute]:
    times = [(t.origin, t.time) for t in told if t.time and (t.time.earliest or t.time.latest)]
    if _apart((origin, time.earliest, time.latest) for origin, time in times):
        versions = _by_version((days(time.earliest, time.latest), origin) for origin, time in times)
        yield Dispute(attribute="time", versions=_versions(versions))


def days(earliest: date | None, latest: date | None) -> str:
    """When, as a person would write it, of which at least one end is known.

    >>> days(None, date(2001, 11, 12)), days(date(2006, 1, 14), date(2006, 1, 14))
    ('by 2001-11-12', '2006-01-14')
    """
    if earliest == latest:
        return str(earliest)
    if earliest is None:
        return f"by {latest}"
    return f"{earliest} to {latest}" if latest else f"{earliest} or later"


def _place(told: Sequence[Telling]) -> Iterator[Dispute]:
    places = [(t.origin, t.place) for t in told if t.place]
    stated = ({(getattr(place, level), origin) for origin, place in places} for level in LEVELS)
    if any(_elsewhere({(name, origin) for name, origin in level if name}) for level in stated):
        yield Dispute(attribute="place", versions=_versions(_by_version((p.name, origin) for origin, p in places)))


def _elsewhere(stated: set[tuple[str, str]]) -> bool:
    """Whether two origins state two places at one level (country, province, district)."""
    return len({name for name, _ in stated}) > 1 and len({origin for _, origin in stated}) > 1


def _apart(intervals: Iterable[tuple[str, N | None, N | None]]) -> bool:
    """Whether some origin's upper end lies below another origin's lower end, as far as ends are stated."""
    lowest_high: dict[str, N] = {}
    highest_low: dict[str, N] = {}
    for origin, low, high in intervals:
        if high is not None:
            lowest_high[origin] = min(high, lowest_high.get(origin, high))
        if low is not None:
            highest_low[origin] = max(low, highest_low.get(origin, low))
    lowest = sorted(lowest_high.items(), key=lambda item: item[1])[:2]
    return any(high < low for one, high in lowest for other, low in highest_low.items() if one != other)


def _by_version(told: Iterable[tuple[V, str]]) -> dict[V, list[str]]:
    """The origins of each version, in order, each once."""
    found: dict[V, dict[str, None]] = {}
    for version, origin in told:
        found.setdefault(version, {})[origin] = None
    return {version: list(origins) for version, origins in found.items()}


def _versions(versions: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(f"{version}: {', '.join(origins)}" for version, origins in versions.items())


def _acts(against: Iterable[Telling]) -> tuple[str, ...]:
    return _versions(_by_version((t.account.act.value, t.origin) for t in against))
