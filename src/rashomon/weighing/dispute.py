"""Where the accounts of an incident do not agree."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.record import Act, FigureKind, IncidentPlace, IncidentTime, Noun
from rashomon.weighing.figures import Range, told_by_origin
from rashomon.weighing.telling import TELLING, Telling


class Dispute(Noun):
    """An attribute on which accounts differ: "killed: 30 or less by local commanders, 15 by a pro-Taliban account".

    `attribute` is time, place, culprit, happened, or a kind of figure; `versions` say it in words, each with its origin.
    """

    attribute: str
    versions: tuple[str, ...]


def disputes(tellings: Iterable[Telling]) -> list[Dispute]:
    """Every attribute on which two origins cannot both be right as they put it."""
    told = list(tellings)
    return [*_happened(told), *_culprit(told), *_figures(told), *_time(told), *_place(told)]


AGAINST = frozenset({Act.denies, Act.doubts, Act.retracts})


def _happened(told: Sequence[Telling]) -> Iterator[Dispute]:
    against = [t for t in told if t.account.act in AGAINST and not _is_of_culprit(t, told)]
    if against and any(t.account.act in TELLING for t in told):
        yield Dispute(attribute="happened", versions=tuple(f"{t.origin} {t.account.act.value}" for t in against))


def _is_of_culprit(telling: Telling, told: Sequence[Telling]) -> bool:
    """Whoever is held responsible and denies it does not deny that it happened; a doubt about a named culprit neither."""
    named = {name for t in told if t.account.act in TELLING for name in t.responsible}
    if telling.account.act is Act.denies:
        return telling.party or bool(named & set(telling.responsible))
    return telling.account.act is Act.doubts and any(t.identified for t in told if t.account.act in TELLING)


def _culprit(told: Sequence[Telling]) -> Iterator[Dispute]:
    named: dict[str, dict[str, None]] = {}
    for telling in told:
        for actor in telling.identified if telling.account.act in TELLING else ():
            named.setdefault(actor, {})[telling.origin] = None
    all_origins = {origin for origins in named.values() for origin in origins}
    by_origin = [{actor for actor, origins in named.items() if origin in origins} for origin in all_origins]
    against = [t for t in told if t.account.act in AGAINST and _is_of_culprit(t, told)]
    if against or any(not (a & b) for a, b in combinations(by_origin, 2)):
        versions = [f"{actor}: {', '.join(origins)}" for actor, origins in named.items()]
        yield Dispute(
            attribute="culprit", versions=(*versions, *(f"{t.origin} {t.account.act.value}" for t in against))
        )


def _figures(told: Sequence[Telling]) -> Iterator[Dispute]:
    for kind in FigureKind:
        by_origin = told_by_origin(told, kind)
        if any(a[0] != b[0] and _apart(a[1], b[1]) for a, b in combinations(by_origin, 2)):
            versions = tuple(dict.fromkeys(f"{r}: {origin}" for origin, r in by_origin))
            yield Dispute(attribute=kind.value, versions=versions)


def _apart(a: Range, b: Range) -> bool:
    """Whether no number fits both: "as many as 30" and "15" can both be right, "30" and "15" cannot."""
    return _below(a, b) or _below(b, a)


def _below(a: Range, b: Range) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def _time(told: Sequence[Telling]) -> Iterator[Dispute]:
    times = [(t.origin, t.account.time) for t in told if t.account.time]
    if any(_disjoint(a[1], b[1]) for a, b in combinations(times, 2)):
        yield Dispute(attribute="time", versions=tuple(f"{t.earliest} to {t.latest}: {origin}" for origin, t in times))


def _disjoint(a: IncidentTime, b: IncidentTime) -> bool:
    return _before(a, b) or _before(b, a)


def _before(a: IncidentTime, b: IncidentTime) -> bool:
    """Whether all of `a` lies before `b`, as far as both ends are known."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def _place(told: Sequence[Telling]) -> Iterator[Dispute]:
    places = [(t.origin, t.account.place) for t in told if t.account.place]
    if any(_elsewhere(a[1], b[1]) for a, b in combinations(places, 2)):
        yield Dispute(attribute="place", versions=tuple(f"{place.name}: {origin}" for origin, place in places))


def _elsewhere(a: IncidentPlace, b: IncidentPlace) -> bool:
    """Whether two places differ at a level that both state."""
    for level in ("country", "admin1", "admin2"):
        one, other = getattr(a, level), getattr(b, level)
        if one and other and one != other:
            return True
    return False
