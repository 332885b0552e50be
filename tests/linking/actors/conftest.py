"""Readings that have nothing but actors and ties."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rashomon.record import Actor, ActorKind, Place, PlaceMention, Reader, Reading, Report, Tie
from rashomon.record.report import Basis, Published

Make = Callable[..., Reading]


@pytest.fixture
def actor() -> Callable[..., Actor]:
    """An actor by name; persons unless said otherwise, each somewhere else in the text."""
    places = iter(range(0, 10_000, 10))

    def made(name: str, kind: str = "person", **more: Any) -> Actor:
        start = next(places)
        more = {"id": f"a{start // 10 + 1}", "by": "test.name", "mentions": ((start, start + 5),)} | more
        return Actor(name=name, kind=ActorKind(kind), **more)

    return made


@pytest.fixture
def read_as() -> Make:
    """A report with these actors and ties, from a country and a year."""

    def made(
        *actors: Actor, id: str = "r1", ties: tuple[Tie, ...] = (), country: str | None = None, year: int = 0
    ) -> Reading:
        published = Published(earliest=date(year, 6, 1), latest=date(year, 6, 1), basis=Basis.given) if year else None
        where = (PlaceMention(span=(9000, 9001), place=Place(name="somewhere", country=country)),) if country else ()
        report = Report(id=id, text="x" * 9999, sha256="0", published=published)
        return Reading(reader=Reader(name="test", version="1"), report=report, actors=actors, ties=ties, places=where)

    return made
