"""Where made incidents happen, and between whom: countries with their towns (the gazetteer's) and sides (the registry's)."""

import math
import sqlite3
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from random import Random

from benchmarks.generator.words import rates, table
from rashomon.gazetteer import Entry, Gazetteer, open_gazetteer
from rashomon.reading.actors.registry import Entry as Group
from rashomon.reading.actors.registry import registry
from rashomon.record import Place

_TOWNS = 600  # of a country, the largest: villages beyond them are hardly ever named in news
_NEAR = 30.0  # kilometres


@dataclass
class Country:
    """A country at war: its places and sides."""

    code: str
    names: str
    gazetteer: Gazetteer
    random: Random
    rebels: list[Group] = field(default_factory=list)
    state: list[Group] = field(default_factory=list)
    _near: dict[int, list[Entry]] = field(default_factory=dict)

    @cached_property
    def towns(self) -> list[Entry]:
        """Its towns, largest first."""
        with sqlite3.connect(f"{self.gazetteer.path.resolve().as_uri()}?mode=ro", uri=True) as database:
            rows = database.execute(
                "select id from places where country = ? and feature like 'PPL%' and feature != 'PPLX'"
                " order by population desc, id limit ?",
                (self.gazetteer.countries[self.code], _TOWNS),
            ).fetchall()
        return [entry for (id,) in rows if (entry := self.gazetteer.entry(id)).lat is not None]

    @cached_property
    def _reach(self) -> list[float]:
        return list(accumulate(math.sqrt(town.population + 500) for town in self.towns))

    @cached_property
    def hot(self) -> list[Entry]:
        """Where its fighting centres."""
        return self.random.choices(self.towns, cum_weights=self._reach, k=int(rates()["world"]["hot_places"]))

    def somewhere(self, random: Random) -> Entry:
        """A town where something happens: a hot one, one near by, or any."""
        if random.random() >= rates()["world"]["in_hot_places"]:
            return random.choices(self.towns, cum_weights=self._reach)[0]
        town = self.hot[int(len(self.hot) * random.random() ** 2)]
        return self.near(town, random) if random.random() < 0.4 else town

    def near(self, town: Entry, random: Random) -> Entry:
        """Another town within 30 km, or the town itself where there is none."""
        if town.id not in self._near:
            self._near[town.id] = [t for t in self.towns if t.id != town.id and _apart(t, town) < _NEAR][:12]
        others = self._near[town.id]
        return others[int(random.random() * len(others))] if others else town

    def district(self, town: Entry) -> Place | None:
        """The district that a town lies in."""
        return self.gazetteer.entry(town.admin2).place if town.admin2 else None

    def province(self, town: Entry) -> Place | None:
        """The province that a town lies in."""
        return self.gazetteer.entry(town.admin1).place if town.admin1 else None

    @cached_property
    def place(self) -> Place:
        """The country as a place."""
        return self.gazetteer.entry(self.gazetteer.countries[self.code]).place


def _apart(a: Entry, b: Entry) -> float:
    """Kilometres between two towns, on a plane: near enough at 30 km."""
    assert a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    north = 111.2 * (a.lat - b.lat)
    return math.hypot(north, 111.2 * math.cos(math.radians(a.lat)) * (a.lon - b.lon))


def countries(random: Random) -> tuple[list[Country], list[float]]:
    """All countries and how much happens in each, summed up from the first."""
    gazetteer, shares, found = open_gazetteer(), [], []
    for code, (share, names) in table("cast")["countries"].items():
        groups = [entry for entry in registry().entries.values() if entry.country == code]
        rebels = [entry for entry in groups if entry.kind == "armed_group"]
        state = [entry for entry in groups if entry.kind in {"security_force", "government"}]
        found.append(Country(code, names, gazetteer, random, rebels, state))
        shares.append(float(share))
    return found, list(accumulate(shares))
