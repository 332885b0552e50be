"""Where an incident happened: the gazetteer's place, and the names by which its report calls it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.linking.incidents.spelling import name_words
from rashomon.record import Incident, Place, PlaceMention, Reading, Span

_COUNTRY = 6  # UCDP where_prec from which on a place is a country or more
_DISTRICT = 3
_ARTICLE = re.compile(r"\b(?:an?|the|another|first|suspected|\d+(?:st|nd|rd|th)) $")
_NOUN = re.compile(r" [a-z-]+\b")
_LOCATED = re.compile(
    r"\b(?:in|at|near|outside|around) (?:(?:the )?(?:\w+ )?(?:village|town|area|district|region|city) of )?"
    r"([A-Z][\w'’]+(?:[ -](?:(?:al|el|ul|e|i|de|la|del|bin|an)[- ])?[A-Z][\w'’]+){0,2})"
)
_CALENDAR = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b")
_NEARBY = 250  # characters around the trigger in which other places say where it was


@dataclass(frozen=True)
class Where:
    """`level`: UCDP's where_prec, 1 a spot, 3 a district, 4 a province, 6 a country. `words`: skeletons of the names of spots."""

    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    level: int | None = None
    lat: float | None = None
    lon: float | None = None
    words: tuple[str, ...] = ()


def where(reading: Reading, incident: Incident, text: str) -> Where:
    """Where this incident of a reading happened; `text` is what tells of it.

    A village that the gazetteer lacks is in the district that the sentence names: "in Garmak, North Kareh" is in North Kareh.
    """
    near = list(_named(reading, incident))
    place = None if _is_bearer(reading, incident) else stated_place(incident)
    known = [reading.report.text[slice(*mention.span)] for mention in near]
    spots = [name for name, mention in zip(known, near, strict=True) if _is_spot(mention.place)]
    spots += [name for name in located(text) if not any(name in other or other in name for other in known)]
    if place and _is_spot(place):
        spots.insert(0, place.name)
    words = tuple(dict.fromkeys(word for spot in spots for word in name_words(spot)))
    found = place if place and place.lat is not None else next((m.place for m in reversed(near) if _is_region(m)), None)
    name = place.name if place else found.name if found else None
    if found is None:
        return Where(name=name, words=words)
    level = (incident.place.precision if incident.place and found is incident.place else None) or _level(found)
    return Where(name, found.country, found.admin1, found.admin2, level, found.lat, found.lon, words)


def stated_place(incident: Incident) -> Place | None:
    """Where an incident is said to have happened; the country that its report plays in tells no two incidents apart."""
    return incident.place if incident.place and incident.place.by != "incidents.country" else None


def located(text: str) -> list[str]:
    """Names that a text puts after a word of place, whatever else is known of them.

    >>> located("Two cars were hit near Garm Khel in May.")
    ['Garm Khel']
    """
    return [name for name in _LOCATED.findall(text) if not _CALENDAR.match(name)]


def _named(reading: Reading, incident: Incident) -> Iterator[PlaceMention]:
    """The places named in what tells of the incident, close to its trigger."""
    told = [span for span in incident.evidence if abs(span[0] - incident.trigger[0]) < _NEARBY]
    for mention in reading.places:
        if any(_inside(mention.span, span) for span in told):
            yield mention


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_bearer(reading: Reading, incident: Incident) -> bool:
    """Whether the country that is taken for the place says whose weapon it was: "in a French helicopter raid"."""
    if not (incident.place and incident.place.span and _level(incident.place) >= _COUNTRY):
        return False
    start, end = incident.place.span
    return bool(_ARTICLE.search(reading.report.text[:start]) and _NOUN.match(reading.report.text[end:]))


def _is_spot(place: Place | None) -> bool:
    """Whether a name is that of a village, a town, a hill, or of what the gazetteer lacks; of nothing as large as a district."""
    return place is None or place.lat is None or _level(place) < _DISTRICT


def _is_region(mention: PlaceMention) -> bool:
    """Whether a place named beside a village says where that is; a country may as well be the attacker's ("a US drone")."""
    return mention.place is not None and mention.place.lat is not None and _level(mention.place) < _COUNTRY


def _level(place: Place) -> int:
    feature = place.feature or ""
    if feature.startswith("PCL"):
        return _COUNTRY
    return {"ADM1": 4, "ADM2": 3, "ADM3": 3}.get(feature, 1 if feature.startswith("PPL") else 2)
