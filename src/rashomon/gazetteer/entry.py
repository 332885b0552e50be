"""A place as the gazetteer holds it: a Place of the record, and what is needed to choose between namesakes."""

from dataclasses import dataclass
from functools import cache

from rashomon.record import Place

TOWN, TOWN_PART, DISTRICT, PROVINCE, COUNTRY, LANDSCAPE = (
    "town",
    "town_part",
    "district",
    "province",
    "country",
    "landscape",
)
_KINDS = {"ADM1": PROVINCE, "ADM2": DISTRICT, "ADM3": DISTRICT, "ADM4": DISTRICT, "PPLX": TOWN_PART, "TERR": COUNTRY}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `country`, `admin1`, `admin2` are entries' ids (0: none); an entry of a country is its own `country`.

    `lat` and `lon` are None for a district of which no town is known.
    """

    id: int
    geonames: int | None
    name: str
    code: str | None
    country: int
    admin1: int
    admin2: int
    lat: float | None
    lon: float | None
    feature: str
    population: int
    place: Place

    @property
    def kind(self) -> str:
        """What it is, coarsely: a town, part of a town, district, province, country or landscape."""
        return kind_of(self.feature)


@cache
def kind_of(feature: str) -> str:
    """The coarse kind of a GeoNames feature code.

    >>> kind_of("PPLA2"), kind_of("ADM1"), kind_of("PCLI"), kind_of("STM")
    ('town', 'province', 'country', 'landscape')
    """
    if feature in _KINDS:
        return _KINDS[feature]
    if feature.startswith("PCL"):
        return COUNTRY
    return TOWN if feature.startswith(("PPL", "STLMT")) else LANDSCAPE
