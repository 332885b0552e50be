"""What is drawn: places, days and people as the drawings take them, each with where a click on it leads (None: nowhere)."""

from datetime import date
from typing import NamedTuple


class Box(NamedTuple):
    """A part of the world, in degrees: `Box(west=60, south=29, east=75, north=39)`."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def width(self) -> float:
        """In degrees."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """In degrees."""
        return self.north - self.south


class Mark(NamedTuple):
    """So many incidents at one place, known with a precision (UCDP where_prec, 1 exact to 6 a country, 7 beyond borders).

    `label` is said of it ("Kandahar: 12 incidents"). `country` (AFG) is what is hatched where no more is known.
    """

    lat: float
    lon: float
    precision: int
    incidents: int = 1
    label: str = ""
    href: str | None = None
    country: str | None = None


class Bin(NamedTuple):
    """So many incidents from one day to another, both included."""

    first: date
    last: date
    incidents: int
    label: str = ""
    href: str | None = None


class Stretch(NamedTuple):
    """When one incident was, at the earliest and at the latest; an end that nobody states is None."""

    earliest: date | None
    latest: date | None
    label: str
    href: str | None = None


class Node(NamedTuple):
    """An actor in a network."""

    id: str
    name: str
    kind: str | None = None
    href: str | None = None


class Edge(NamedTuple):
    """A tie between two nodes: "commander of", and whether it holds (current, former, alleged, denied)."""

    a: str
    b: str
    relation: str
    status: str = "current"


class Bond(NamedTuple):
    """A tie as one report has it, for the timeline of ties: "commander of the militia"; days as precise as there ("2001-11")."""

    tie: str
    status: str
    since: str | None
    until: str | None
    said: date | None
    by: str
    href: str | None = None
