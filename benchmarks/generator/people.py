"""Invented people: names in the manner of a country, each in several spellings, fathers and sons, noms de guerre.

Names are numbered: the n-th person of a manner has a name that no other has until all are used up (some 200,000 in the manner
with most incidents), so that the truth can be told by name at all. Father and son, and surnames alone, are what cannot be told so.
"""

from dataclasses import dataclass
from functools import cache
from random import Random

from benchmarks.generator.words import rates, table
from benchmarks.generator.world import Country
from rashomon.reading.actors.registry import Entry as Group

_STRIDE = 7_368_787  # a prime: consecutive numbers get names far apart


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, by the parts of the name; each part in its spellings, the usual one first."""

    id: str
    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]
    other_name: str | None = None
    word: str = ""
    relation: str = ""
    group: Group | None = None

    def name(self, random: Random, otherwise: float) -> str:
        """The name as one telling spells it."""
        return " ".join(_spelt(part, random, otherwise) for part in (self.given, self.middle, self.family) if part)


def _spelt(part: tuple[str, ...], random: Random, otherwise: float) -> str:
    if len(part) > 1 and random.random() < otherwise:
        return part[1 + int(random.random() * (len(part) - 1))]
    return part[0]


@cache
def _manner(names: str) -> tuple[list[tuple[str, ...]], list[str], list[str], list[tuple[str, ...]]]:
    parts = table("cast")["names"][names]
    return [tuple(g) for g in parts["given"]], parts["stem"], parts["join"], [tuple(e) for e in parts["end"]]


def family(names: str, number: int) -> tuple[str, ...]:
    """A family name in its spellings."""
    _, stems, joins, ends = _manner(names)
    number, end = divmod(number, len(ends))
    number, join = divmod(number, len(joins))
    root = stems[number % len(stems)] + joins[join]
    return tuple(root + spelling for spelling in ends[end])


class People:
    """Brings people into the world, and keeps who holds an office in each country at the time."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._born: dict[str, int] = {}
        self._cast: dict[str, list[Person]] = {}
        self._number = 0

    def born(self, country: Country, group: Group | None = None) -> Person:
        """Somebody new; an officer of the group, where one is given."""
        random, rate = self._random, rates()["people"]
        given, stems, joins, ends = _manner(country.names)
        families = len(stems) * len(joins) * len(ends)
        n = self._born[country.names] = self._born.get(country.names, 0) + 1
        number = n * _STRIDE % (families * len(given))
        first, last = given[number % len(given)], family(country.names, number // len(given))
        middle: tuple[str, ...] = ()
        cast = self._cast.get(country.code)
        # Ahmad Shah M. and Ahmad M.: the father's name but for the middle, or another first
        if cast and random.random() < rate["son"]:
            father = cast[int(random.random() * len(cast))]
            first, last = (father.given if father.middle and random.random() < 0.5 else first), father.family
        elif random.random() < 0.25:
            middle = given[int(random.random() * len(given))][:1]
        nom = None
        if group is not None and country.names == "arabic" and random.random() < rate["nom_de_guerre"] * 3:
            nom = f"Abu {given[int(random.random() * len(given))][0]} al-{family(country.names, number + 1)[0]}"
        word, relation = self._office(group)
        self._number += 1
        return Person(f"P{self._number}", first, middle, last, nom, word, relation, group)

    def _office(self, group: Group | None) -> tuple[str, str]:
        if group is None:
            return "", ""
        roles = table("grammar")["roles"]
        offices = roles["armed_group" if group.kind == "armed_group" else "official"]
        word, relation = offices[int(self._random.random() * len(offices))]
        return word, relation

    def officer(self, country: Country) -> Person:
        """Somebody with an office in the country; the better known are named more often, and all are replaced in time."""
        random, rate = self._random, rates()["people"]
        cast = self._cast.setdefault(country.code, [])
        groups = country.rebels + country.state
        n = int(rate["cast"] * random.random() ** 1.5)
        if n >= len(cast):
            cast.append(self.born(country, groups[int(random.random() * len(groups))]))
            return cast[-1]
        if random.random() < rate["leaves"]:
            cast[n] = self.born(country, groups[int(random.random() * len(groups))])
        return cast[n]
