"""Places that go by a name, for whoever says where something happened; from our gazetteer, nothing is asked of anybody else."""

from typing import Any

from rashomon.export.words import where
from rashomon.gazetteer import Entry, Gazetteer, open_gazetteer
from rashomon.gazetteer.entry import COUNTRY, DISTRICT, PROVINCE, TOWN, TOWN_PART
from rashomon.record import IncidentPlace, Noun
from rashomon.settings import Settings

MOST = 12
"""Namesakes that are shown; there are four hundred San Antonios."""

PRECISION = {TOWN: 1, TOWN_PART: 1, DISTRICT: 3, PROVINCE: 4, COUNTRY: 6}
"""UCDP's where_prec for a kind of place, where nobody says otherwise; 5 is a landscape."""


class Hit(Noun):
    """A place that goes by a name: "Kandahar, AFG (town, 523,300 people)". `id` is its number in the gazetteer."""

    id: int
    words: str


def gazetteer() -> Gazetteer:
    """The one that reports are read with, opened once."""
    return open_gazetteer(Settings.from_environment().gazetteer)


def hits(name: str) -> tuple[Hit, ...]:
    """The places that go by a name, the most populous first."""
    found = gazetteer().look_up(name.strip()) if name.strip() else ()
    return tuple(Hit(id=entry.id, words=_words(entry)) for entry, _ in found[:MOST])


def place_of(id: int, precision: int | None) -> dict[str, Any] | None:
    """The place of a number of the gazetteer as an incident has it; None where there is no such place."""
    try:
        entry = gazetteer().entry(id)
    except TypeError:  # no row
        return None
    found = precision or PRECISION.get(entry.kind, 5)
    return IncidentPlace(**entry.place.model_dump(), precision=found).model_dump(mode="json", exclude={"by"})


def _words(entry: Entry) -> str:
    people = f", {entry.population:,} people" if entry.population else ""
    place = where(IncidentPlace(**entry.place.model_dump()))
    return f"{place} ({entry.kind.replace('_', ' ')}{people})"
