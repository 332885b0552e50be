"""The places a name may mean, and how the names of a report vote for one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from rashomon.gazetteer import Entry
from rashomon.gazetteer.entry import COUNTRY, PROVINCE

# Of the votes, for a report to be about a country.
_LEAST_SHARE = 0.15


@dataclass(slots=True)
class Name:
    """A name of a report and the places it may mean: `odds` is what speaks for each by itself, `chance` what it has now.

    `primary`: the name is the place's first. A name that is not `sure` is a guess, kept if it `fits`; one `doubted` means no
    place; one is `held` where the report says what it lies in, `listed` where it follows another: "Kidal and Menaka".
    """

    candidates: list[Entry]
    primary: list[bool]
    odds: list[float]
    mentions: list[int]
    sure: bool = True
    listed: bool = False
    fits: bool = True
    held: bool = False
    doubted: bool = False
    chance: list[float] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """Ten mentions say more than one, but not ten times as much."""
        return 1 + log(len(self.mentions))

    def settle(self, odds: Sequence[float]) -> None:
        """Turn odds into chances."""
        top = max(odds)
        raised = [exp(o - top) for o in odds]
        total = sum(raised)
        self.chance = [r / total for r in raised]

    def best(self) -> Entry:
        """The likeliest place."""
        return self.candidates[self._best()]

    def is_primary(self) -> bool:
        """Whether the likeliest place is called so in the first place."""
        return self.primary[self._best()]

    def _best(self) -> int:
        return max(range(len(self.chance)), key=self.chance.__getitem__)

    def choice(self) -> Entry | None:
        """The likeliest place, or none where it would be a guess far away."""
        return None if self.doubted else self.best()


class Votes:
    """What the names of a report say about where it plays: votes for countries, provinces, and cells of one degree."""

    def __init__(self, names: Iterable[Name], hints: Mapping[int, float]) -> None:
        self.countries: defaultdict[int, float] = defaultdict(float, hints)
        self.provinces: defaultdict[int, float] = defaultdict(float)
        self.cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.total = sum(hints.values())
        for name in names:
            self.total += name.weight
            for entry, chance in zip(name.candidates, name.chance, strict=True):
                vote = chance * name.weight
                if entry.country:
                    self.countries[entry.country] += vote
                if entry.admin1:
                    self.provinces[entry.admin1] += vote
                for cell in cell_of(entry):
                    self.cells[cell] += vote

    def for_candidate(self, name: Name, n: int, own: "Votes") -> tuple[float, float, float]:
        """The share of the other votes for its country, for its province, and the votes for places near by."""
        entry = name.candidates[n]
        others = max(self.total - own.total, 1.0)
        country = (
            (self.countries.get(entry.country, 0.0) - own.countries.get(entry.country, 0.0)) / others
            if entry.country
            else 0.0
        )
        province = (
            (self.provinces.get(entry.admin1, 0.0) - own.provinces.get(entry.admin1, 0.0)) / others
            if entry.admin1
            else 0.0
        )
        return country, province, self.near(entry, own)

    def near(self, entry: Entry, own: "Votes") -> float:
        """The other votes for what lies near it; for a country or province, in it."""
        if entry.kind == COUNTRY:
            return self.countries.get(entry.id, 0.0) - own.countries.get(entry.id, 0.0)
        near = sum(self.cells.get(c, 0.0) - own.cells.get(c, 0.0) for cell in cell_of(entry) for c in around(cell))
        if entry.kind == PROVINCE:
            return max(near, self.provinces.get(entry.id, 0.0) - own.provinces.get(entry.id, 0.0))
        return near

    def leading_countries(self) -> frozenset[int]:
        """Countries that a good part of the report is about."""
        return frozenset(c for c, votes in self.countries.items() if votes >= _LEAST_SHARE * max(self.total, 1.0))


def cell_of(entry: Entry) -> list[tuple[int, int]]:
    """The cell of one degree in which a place lies; none for a country."""
    if entry.lat is None or entry.lon is None or entry.kind == COUNTRY:
        return []
    return [(round(entry.lat), round(entry.lon))]


def around(cell: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The cell and its eight neighbours: places within some 150 km of one another share one."""
    lat, lon = cell
    return ((lat + a, lon + b) for a in (-1, 0, 1) for b in (-1, 0, 1))


NO_VOTES = Votes([], {})
