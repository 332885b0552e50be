"""What is known of countries and landscapes beside the sources: data files of this package, the same for every gazetteer."""

from dataclasses import dataclass
from functools import cache, partial

from rashomon.vocabulary import read_table

_table = partial(read_table, __package__)


@dataclass(frozen=True, slots=True)
class Region:
    """A landscape, or what the sources lack of a province or town: "Donbas", "Chechnya". `size`: inhabitants, roughly."""

    name: str
    at: tuple[float, float]
    feature: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    geonames: int | None = None
    names: tuple[str, ...] = ()
    size: int = 300_000


def country_names(code: str) -> list[str]:
    """What else reports call a country: "Burma" for MMR."""
    return list(_table("countries").get(code, {}).get("names", []))


def country_middle(code: str) -> tuple[float, float] | None:
    """A point in the middle of a country."""
    at = _table("countries").get(code, {}).get("at")
    return (at[0], at[1]) if at else None


def province_names(code: str, province: str) -> list[str]:
    """How newspapers shorten the name of a state or province: "La." for Louisiana."""
    return list(_table("abbreviations").get(code, {}).get(province, []))


@cache
def regions() -> tuple[Region, ...]:
    """All landscapes."""
    entries = [item for part in _table("regions").values() for item in part["items"]]
    return tuple(Region(**{**e, "at": tuple(e["at"]), "names": tuple(e.get("names", ()))}) for e in entries)
