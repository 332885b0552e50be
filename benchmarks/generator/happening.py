"""What happened: the truth that made reports tell of."""

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from benchmarks.generator.people import People, Person, family
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.words import rates, table
from benchmarks.generator.world import Country
from rashomon.gazetteer import Entry
from rashomon.reading.actors.registry import Entry as Group
from rashomon.record import kinds


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident as it was. `rival` is whom some hold responsible instead of the `culprit`.

    `scene`, `street`, `hour` and `beyond`, a town near by, are circumstances that its authors know of, each telling some of them.
    """

    id: str
    day: date
    country: Country
    town: Entry
    kind: str
    counts: tuple[tuple[str, int, str], ...]  # what is counted, how many, of what
    culprit: Group
    rival: Group
    victim: Person | None
    witness: Person | None
    officer: Person
    scene: str
    street: str
    hour: int
    beyond: Entry


@cache
def made_kinds() -> dict[str, dict[str, Any]]:
    """The kinds that reports are made of."""
    return dict(table("grammar")["kinds"])


@cache
def kin(kind: str) -> tuple[str, ...]:
    """Other kinds that one may be told of as: those of its family."""
    family = kinds()[kind].family
    return tuple(other for other in made_kinds() if other != kind and kinds()[other].family == family)


def street(names: str, random: Random) -> str:
    """An invented street: "Karimzai Bazaar"."""
    kinds_of = table("grammar")["streets"]
    return f"{family(names, int(random.random() * 1e9))[0]} {kinds_of[int(random.random() * len(kinds_of))]}"


class Happenings:
    """Lets things happen, as often of each kind as in the real readings."""

    def __init__(self, random: Random, people: People, shapes: Shapes) -> None:
        self._random, self._people, self._shapes = random, people, shapes
        self._kinds = list(made_kinds())
        self._reach = list(accumulate(shapes.kinds.get(kind, 0) + 1 for kind in self._kinds))
        self._number = 0

    def new(self, day: date, country: Country, like: Happening | None = None, same_kind: bool = False) -> Happening:
        """Something that happens in a country that day: in the town of another incident, where one is given."""
        random, rate = self._random, rates()["people"]
        kind = like.kind if like and same_kind else random.choices(self._kinds, cum_weights=self._reach)[0]
        sides = country.rebels + country.state
        culprit = sides[int(random.random() * len(sides))]
        town, scenes = like.town if like else country.somewhere(random), table("grammar")["scenes"]
        self._number += 1
        return Happening(
            id=f"E{self._number}",
            day=day,
            country=country,
            town=town,
            kind=kind,
            counts=self._counts(kind),
            culprit=culprit,
            rival=sides[int(random.random() * len(sides))],
            victim=self._people.born(country) if random.random() < rate["named_victim"] else None,
            witness=self._people.born(country) if random.random() < rate["named_witness"] else None,
            officer=self._people.officer(country),
            scene=scenes[int(random.random() * len(scenes))],
            street=street(country.names, random),
            hour=int(random.random() * 24),
            beyond=country.near(town, random),
        )

    def _counts(self, kind: str) -> tuple[tuple[str, int, str], ...]:
        random, found = self._random, []
        for what, usual in made_kinds()[kind]["counts"].items():
            number = int(math.exp(random.gauss(usual, 0.9)) + 0.5)
            if number:
                found.append((what, number, self._shapes.counted(what, random)))
        return tuple(found)
