"""Where the incidents are that somebody asks for. Thousands of places take a while to draw, and many look at the same."""

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from rashomon.archive import Record
from rashomon.archive.catalogue import Spot
from rashomon.export import Profile
from rashomon.export.words import counted
from rashomon.record import Noun
from rashomon.review.drawing import Box, Mark, world_map
from rashomon.review.incidents.asked import Asked
from rashomon.review.incidents.looked import looked

KEPT = 32
"""Maps: half a megabyte each at most."""

COUNTRY = 6
"""The precision (UCDP where_prec) of what is known only to have been in a country."""


class Place(Noun):
    """How many of the incidents are at a place, known with a precision (UCDP where_prec); `incident` is one of them."""

    lat: float
    lon: float
    precision: int
    name: str | None
    country: str | None
    count: int
    incident: str


class Where(NamedTuple):
    """The places, and a map of them."""

    places: tuple[Place, ...]
    map: Markup


def where(record: Record, asked: Asked, profile: Profile) -> Where:
    """The map of what is asked for, as the catalogue is now."""
    there = asked.model_copy(update={"page": 1}).model_dump_json()
    return _where(record, record.catalogue.columns.made, there, profile)


@lru_cache(KEPT)
def _where(record: Record, made: int, text: str, profile: Profile) -> Where:
    """`made` is the last line in the catalogue: when there is another, the map is another."""
    asked = Asked.model_validate_json(text)
    spots, unplaced = looked(record, asked, profile).spots()
    box = Box(*asked.within) if asked.within else None
    marks = [_mark(spot, asked) for spot in spots]
    drawn = world_map(marks, box=box, link=lambda part: _within(asked, part), unplaced=unplaced)
    return Where(tuple(map(_place, spots)), drawn)


def _place(spot: Spot) -> Place:
    return Place(
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
        name=spot.place,
        country=spot.country,
        count=spot.count,
        incident=f"I{spot.number}",
    )


def _mark(spot: Spot, asked: Asked) -> Mark:
    label = f"{spot.place}: {counted(spot.count, 'incident')}" if spot.place else ""
    return Mark(spot.lat, spot.lon, spot.precision, spot.count, label, _at(spot, asked), spot.country)


def _at(spot: Spot, asked: Asked) -> str:
    """A single incident, the country where no more is known, or what is at this place."""
    if spot.count == 1:
        return f"/incidents/I{spot.number}"
    if spot.precision == COUNTRY and spot.country:
        return asked.link(country=[spot.country])
    return _within(asked, Box(spot.lon - 0.01, spot.lat - 0.01, spot.lon + 0.01, spot.lat + 0.01))


def _within(asked: Asked, box: Box) -> str:
    return asked.link(box=",".join(f"{degree:.2f}" for degree in box))
