"""Puts places together: countries, provinces, districts and towns from a source, with the supplement's names and landscapes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from rashomon.gazetteer.spelling import alike, fold, without_kind
from rashomon.gazetteer.supplement import Region, country_middle, country_names, province_names, regions
from rashomon.gazetteer.writer import Row

Point = tuple[float, float]

_LATIN = re.compile(r"[^\W\d_a-z][\x20-\u024f\u02bb-\u02bf\u1e00-\u1eff\u2010-\u2019]{2,39}")
_SAME_TOWN_DEGREES = 0.5


@dataclass(slots=True)
class Country:
    """A country of the source: `iso` is the alpha-2 code by which GeoNames' other files call it, `code` the alpha-3.

    `at` is where it lies if the supplement knows no better.
    """

    iso: str
    code: str
    name: str
    geonames: int
    population: int
    at: Point | None = None


@dataclass(slots=True)
class Division:
    """A province ("AF.37") or district ("AF.03.1302") of the source."""

    key: str
    name: str
    at: Point | None = None
    geonames: int | None = None
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Town:
    """A town, or any other place that is no country, province or district."""

    geonames: int
    name: str
    country: str
    admin1: str
    admin2: str
    at: Point
    feature: str
    population: int
    names: list[str]


def is_spoken(name: str) -> bool:
    """Whether an English report may write that name: Latin letters, a capital first, no code of an airport.

    >>> is_spoken("Lashkar Gāh"), is_spoken("Лашкаргах"), is_spoken("lshkrgah"), is_spoken("BOS")
    (True, False, False, False)
    """
    return _LATIN.fullmatch(name) is not None and not (name.isupper() and len(name) <= 4)


class Assembly:
    """Rows for `writer.write`: countries and divisions are given at once, towns may be streamed."""

    def __init__(self, countries: Iterable[Country], divisions: Iterable[Division]) -> None:
        self._ids = count(1)
        self._countries: dict[str, Row] = {}
        self._divisions: dict[str, Row] = {}
        for country in countries:
            self._add_country(country)
        for division in sorted(divisions, key=lambda division: division.key.count(".")):
            self._add_division(division)
        self._by_name = {
            (key.split(".")[0], key.count("."), _bare(row.name)): row for key, row in self._divisions.items()
        }
        self._iso = {row.code: iso for iso, row in self._countries.items()}
        self._landscapes = [row for row in map(self._landscape, regions()) if row is not None]

    def rows(self, towns: Iterable[Town]) -> Iterator[Row]:
        """All places: countries first, then towns, then landscapes and divisions, which learn names from their seats."""
        yield from self._countries.values()
        waiting: dict[str, list[Row]] = {}
        for row in self._landscapes:
            for name in (row.name, *row.known_as):
                waiting.setdefault(fold(name), []).append(row)
        merged: set[int] = set()
        for town in towns:
            row = self._town(town)
            self._name_divisions_after(town, row)
            for known in waiting.get(fold(row.name), ()):
                if _is_same_town(known, row):
                    merged.add(known.id)
                    row.known_as += [known.name, *known.known_as]
                    row.population = max(row.population, known.population)
            yield row
        yield from (row for row in self._landscapes if row.id not in merged)
        yield from self._divisions.values()

    def _add_country(self, country: Country) -> None:
        row = Row(next(self._ids), country.name, "PCLI", country.geonames, country.code, country.iso)
        row.country, row.population = row.id, country.population
        row.at = country_middle(country.code) or country.at
        row.known_as = country_names(country.code)
        self._countries[country.iso] = row

    def _add_division(self, division: Division) -> None:
        iso, *codes = division.key.split(".")
        country = self._countries.get(iso)
        if country is None or not division.name:
            return
        row = Row(
            next(self._ids), division.name, f"ADM{len(codes)}", division.geonames, country=country.id, at=division.at
        )
        row.names, row.known_as = list(division.names), province_names(country.code or "", division.name)
        if len(codes) > 1:
            province = self._divisions.get(f"{iso}.{codes[0]}")
            row.admin1 = province.id if province else 0
            row.admin2 = row.id
        else:
            row.admin1 = row.id
        self._divisions[division.key] = row

    def _town(self, town: Town) -> Row:
        country = self._countries.get(town.country)
        province = self._divisions.get(f"{town.country}.{town.admin1}")
        district = self._divisions.get(f"{town.country}.{town.admin1}.{town.admin2}")
        return Row(
            next(self._ids), town.name, town.feature, town.geonames, None, None, country.id if country else 0,
            province.id if province else 0, district.id if district else 0, town.at, town.population, [],
            [name for name in town.names if is_spoken(name)],
        )  # fmt: skip

    def _name_divisions_after(self, town: Town, row: Row) -> None:
        """A province called as its seat goes by all names of its seat: Khowst province is Khost, as the town is."""
        for key in (f"{town.country}.{town.admin1}", f"{town.country}.{town.admin1}.{town.admin2}"):
            division = self._divisions.get(key)
            if division is None:
                continue
            division.population += town.population
            if town.feature.startswith(("PPLA", "PPLC")) and alike(_bare(division.name), fold(row.name)):
                division.known_as.append(row.name)
                division.names += row.names

    def _landscape(self, region: Region) -> Row | None:
        """A row for a landscape, or None where it only adds to a division of the source."""
        iso = self._iso.get(region.country, "")
        names = {_bare(name) for name in (region.name, *region.names)}
        province = self._division(iso, 1, {_bare(region.admin1)}) if region.admin1 else None
        if region.feature.startswith("ADM"):
            known = self._division(iso, int(region.feature[3]), names)
            if known is not None:
                known.known_as += [region.name, *region.names]
                known.at, known.geonames = region.at, region.geonames or known.geonames
                return None
        row = Row(next(self._ids), region.name, region.feature, region.geonames, at=region.at, population=region.size)
        row.known_as = list(region.names)
        row.country = self._countries[iso].id if iso else 0
        row.admin1 = row.id if region.feature == "ADM1" else province.id if province else 0
        district = self._division(iso, 2, {_bare(region.admin2)}) if region.admin2 else None
        row.admin2 = row.id if region.feature == "ADM2" else district.id if district else 0
        return row

    def _division(self, iso: str, level: int, names: Iterable[str]) -> Row | None:
        return next((row for name in names if (row := self._by_name.get((iso, level, name)))), None)


def _bare(name: str) -> str:
    folded = fold(name)
    bare = without_kind(folded)
    return bare[0] if bare else folded


def _is_same_town(known: Row, row: Row) -> bool:
    if known.country != row.country or not known.feature.startswith("PPL") or known.at is None or row.at is None:
        return False
    return max(abs(known.at[0] - row.at[0]), abs(known.at[1] - row.at[1])) < _SAME_TOWN_DEGREES
