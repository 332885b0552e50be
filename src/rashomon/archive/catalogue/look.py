"""The incidents that somebody asks for, in one state of the catalogue: how many, which, of what, where and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce

import numpy as np

from rashomon.archive.catalogue.columns import NUMBER_BITS, OPEN, Array, Columns, pairs
from rashomon.archive.catalogue.masks import masks
from rashomon.archive.catalogue.narrowing import ANY, Narrowing
from rashomon.archive.catalogue.order import Order
from rashomon.archive.catalogue.spans import Span, spans


@dataclass(frozen=True)
class Counted:
    """How many incidents have a value: `Counted("bombing", 12)`."""

    value: str
    count: int


@dataclass(frozen=True)
class Spot:
    """How many incidents are at a place, known with a precision (UCDP where_prec); `number` is one of them."""

    lat: float
    lon: float
    precision: int
    place: str | None
    country: str | None
    count: int
    number: int


class Look:
    """What a narrowing leaves of the catalogue. `words` are the incidents whose reports have the words that were asked for."""

    def __init__(self, columns: Columns, narrowing: Narrowing, words: Array | None = None) -> None:
        self.columns, self.narrowing = columns, narrowing
        self._masks = {name: mask for name, mask in masks(columns, narrowing, words).items() if mask is not None}

    @cached_property
    def numbers(self) -> Array:
        """All of them, in the order of their numbers."""
        return np.flatnonzero(self._without())

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.numbers)

    @property
    def of(self) -> int:
        """How many there are in the whole catalogue."""
        return int(np.count_nonzero(self.columns["there"]))

    def page(self, order: Order, limit: int | None = None, offset: int = 0) -> list[int]:
        """Some of them in an order; nothing but these is sorted."""
        found, there = self.numbers, self.columns
        key = (_KEYS[order](there, found) << NUMBER_BITS) - found
        end = len(found) if limit is None else min(offset + limit, len(found))
        if end < len(found):
            first = np.argpartition(-key, end)[:end]
            found, key = found[first], key[first]
        return [int(number) for number in found[np.argsort(-key)][offset:end]]

    def counts(self, facet: str) -> list[Counted]:
        """How many have each value of a facet, the most first, as if nothing were asked of that facet itself.

        Facets: kind, status, standing, country, admin1 (of the countries asked for), disputed, reviewed.
        """
        return _COUNTS.get(facet, _coded)(self, facet)

    def actors(self, most: int) -> list[tuple[int, int]]:
        """The actors that are in most of them, each with in how many."""
        there = self._without("actor")
        numbers, _, parts = self.columns.actors
        chosen = there[numbers] if len(there) else np.zeros(0, np.bool_)
        if self.narrowing.part:
            chosen = chosen & np.isin(parts, self.columns.codes["part"].known([self.narrowing.part]))
        some = self.columns.actors[:, chosen]
        once = np.diff(pairs(some), prepend=-1) != 0  # an actor may have several parts in one incident
        counts = np.bincount(some[1, once])
        ranked = np.argsort(-counts, kind="stable")[:most]
        return [(int(actor), int(counts[actor])) for actor in ranked if counts[actor]]

    def spots(self) -> tuple[list[Spot], int]:
        """Where they are, and of how many nobody says where."""
        spots = self.columns["spot"][self.numbers]
        counts = np.bincount(spots)
        one = np.zeros(len(counts), np.int64)
        one[spots] = self.numbers
        of = self.columns.codes["spot"].values
        there = [int(spot) for spot in np.flatnonzero(counts) if spot]
        return [_spot(of[spot], int(counts[spot]), int(one[spot])) for spot in there], int(counts[:1].sum())

    @property
    def unplaced(self) -> int:
        """Of how many nobody says where."""
        return self.total - int(np.count_nonzero(self.columns["spot"][self.numbers]))

    @cached_property
    def undated(self) -> int:
        """Of how many nobody says when."""
        return self.total - len(self._days[0])

    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which any may have begun."""
        begins = self._days[0]
        return (date.fromordinal(int(begins.min())), date.fromordinal(int(begins.max()))) if len(begins) else None

    def spans(self, most: int = 60) -> tuple[list[Span], int]:
        """How many began when, by years, months, weeks or days; and how many so far from all others that they are left out."""
        return spans(self._days[0], most)

    @cached_property
    def _days(self) -> tuple[Array, Array]:
        """The first and last days of those that have any; of one with one end, that."""
        earliest, latest = self.columns["earliest"][self.numbers], self.columns["latest"][self.numbers]
        dated = (earliest > -OPEN) | (latest < OPEN)
        first, last = earliest[dated], latest[dated]
        return np.where(first > -OPEN, first, last), np.where(last < OPEN, last, first)

    def _without(self, *facets: str) -> Array:
        masks = [mask for name, mask in self._masks.items() if name not in facets]
        return reduce(np.logical_and, masks, self.columns["there"])


def _coded(look: Look, facet: str) -> list[Counted]:
    codes = look.columns[facet][look._without(*(("country", "admin1") if facet == "country" else (facet,)))]
    return _ranked(np.bincount(codes), [_name(value) for value in look.columns.codes[facet].values])


def _name(value: str | tuple[str, str] | None) -> str | None:
    return value[1] if isinstance(value, tuple) else value


def _of_disputed(look: Look, facet: str) -> list[Counted]:
    disputed = look.columns["disputed"][look._without("disputed")]
    attributes = look.columns.codes["attribute"].values[1:]
    counts = [Counted(name, int((disputed >> code & 1).sum())) for code, name in enumerate(attributes, 1)]
    several = [Counted(ANY, int(np.count_nonzero(disputed)))]
    return [each for each in several + sorted(counts, key=lambda each: -each.count) if each.count]


def _of_reviewed(look: Look, facet: str) -> list[Counted]:
    reviewed = look.columns["reviewed"][look._without("reviewed")]
    done = int(np.count_nonzero(reviewed))
    return [Counted("no", len(reviewed) - done), Counted("yes", done)]


_COUNTS: Mapping[str, Callable[[Look, str], list[Counted]]] = {"disputed": _of_disputed, "reviewed": _of_reviewed}


def _ranked(counts: Array, names: list[str | None]) -> list[Counted]:
    found = [(name, int(count)) for name, count in zip(names, counts, strict=False) if name is not None and count]
    return [Counted(name, count) for name, count in sorted(found, key=lambda each: (-each[1], each[0]))]


def _spot(at: tuple[float, float, int | None, str | None, str | None], count: int, number: int) -> Spot:
    lat, lon, precision, place, country = at
    return Spot(lat, lon, precision or 1, place, country, count, number)


_KEYS: Mapping[Order, Callable[[Columns, Array], Array]] = {
    Order.dispute: lambda there, n: (
        (there["disputes"][n].astype(np.int64) << 24)
        | (np.minimum(there["origins"][n], 4095).astype(np.int64) << 12)
        | np.minimum(there["reports"][n], 4095)
    ),
    Order.deaths: lambda there, n: there["killed"][n].astype(np.int64),
    Order.newest: lambda there, n: _begun(there, n, -1),
    Order.oldest: lambda there, n: -_begun(there, n, OPEN),
    Order.told: lambda there, n: there["published"][n].astype(np.int64),
    Order.reports: lambda there, n: there["reports"][n].astype(np.int64),
    Order.number: lambda there, n: np.zeros(len(n), np.int64),
}


def _begun(there: Columns, numbers: Array, undated: int) -> Array:
    earliest, latest = there["earliest"][numbers].astype(np.int64), there["latest"][numbers].astype(np.int64)
    begun = np.where(earliest > -OPEN, earliest, np.where(latest < OPEN, latest, undated))
    return begun
