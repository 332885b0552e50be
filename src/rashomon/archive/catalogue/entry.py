"""What the catalogue has of one incident, and what was seen of those whose lines are made anew."""

from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """An incident in a line: what it can be found, sorted and counted by, and the line itself.

    `headline` and `public` are JSON: the line as it is, and with nobody named who must not be; in that, so many values are
    `withheld`. `actors` are (number of the actor, as what): `(7, "perpetrator")`. Names are as RECORD.md has them: kind
    "suicide_bombing".
    """

    number: int
    kind: str
    status: str
    earliest: date | None
    latest: date | None
    country: str | None
    admin1: str | None
    place: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    standing: str
    disputed: tuple[str, ...]
    reports: int
    origins: int
    accounts: int
    published: date | None
    reviewed: int | None
    headline: str
    public: str
    withheld: int = 0
    actors: tuple[tuple[int, str], ...] = ()


class Seen(NamedTuple):
    """A stale mention as it was when the line of its group was made: by which marking, and in which group."""

    number: int
    marking: int
    group: int
