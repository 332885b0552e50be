"""Which guesses are kept: names that only the gazetteer took for places, held against the rest of the report.

"Farkhar residents fled" names the town in a report on Takhar, and may name a family in one on Ohio.
"""

from collections.abc import Iterable, Mapping

from rashomon.gazetteer import Entry
from rashomon.gazetteer.entry import COUNTRY, LANDSCAPE, PROVINCE
from rashomon.reading.places.votes import NO_VOTES, Name, Votes

_MOST_OF = 0.5
_SPOKEN_FOR = 0.25
_BIG_TOWN = 100_000
_LEAST_NEAR = 0.7
_ENOUGH_VOTES = 2.5


def judge(names: Iterable[Name], hints: Mapping[int, float]) -> None:
    """Say of each settled name whether it fits, if it is a guess, and whether it is doubted."""
    names = list(names)
    votes = Votes((name for name in names if name.sure), hints)
    for name in names:
        if not name.sure:
            name.fits = _fits(name, name.best(), votes)
        name.doubted = _is_far(name, votes)


def _fits(name: Name, best: Entry, votes: Votes) -> bool:
    """A guess is kept if it is a country, a province or a big town, or lies where the sure names lie."""
    known = best.kind in {COUNTRY, PROVINCE} or best.population >= _BIG_TOWN
    listed = name.listed and votes.countries.get(best.country, 0.0) >= _MOST_OF * votes.total > 0
    return listed or (known and name.is_primary()) or votes.near(best, NO_VOTES) >= _LEAST_NEAR


def _is_far(name: Name, votes: Votes) -> bool:
    """A small place in a country that nothing else in the report speaks for, though it speaks for others.

    A place that is only at second hand called so must be spoken for.
    """
    best = name.best()
    if name.held or best.population >= _BIG_TOWN or best.kind in {COUNTRY, PROVINCE, LANDSCAPE}:
        return False
    own = Votes([name] if name.sure else [], {})
    others = votes.total - own.total
    here = votes.countries.get(best.country, 0.0) - own.countries.get(best.country, 0.0)
    if not name.is_primary():
        return here <= 0.0
    return others >= _ENOUGH_VOTES and here < _SPOKEN_FOR * others
