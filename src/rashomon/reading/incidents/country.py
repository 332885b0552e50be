"""In which country a report plays: where that happened of which no words say where.

"MOGADISHU, 3 May -- Somali officials said that the army had lost ten men": in Somalia, though it says so of nothing in particular.
"""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from rashomon.gazetteer import open_gazetteer
from rashomon.reading.document import meets
from rashomon.reading.incidents.where import Located
from rashomon.reading.places import is_demonym, precision, signs_of
from rashomon.record import IncidentPlace, PlaceMention

# Votes for a country, set by hand on reports of MUC-4 whose incidents name no place: the dateline, once; each name that says where
# something is; each name or adjective of the country itself, and each of the words that are signs of it.
FILED, LOCATING, NAMING = 2.0, 1.0, 0.5
LEAST_SHARE = 0.4
SETTING = "incidents.country"


def country_of(doc: Doc, found: Sequence[Located]) -> IncidentPlace | None:
    """The country that most of the report's place names speak for, if that is no close call."""
    votes = _votes(doc, found)
    code = max(votes, key=lambda code: votes[code], default=None)
    if code is None or votes[code] < LEAST_SHARE * sum(votes.values()):
        return None
    mention = next((m for m in doc._.places if m.place and m.place.country == code), None)
    return _country(code, mention) if mention else None


def in_country(place: IncidentPlace | None, country: IncidentPlace | None) -> IncidentPlace | None:
    """The country for what is said to be nowhere; a place that the gazetteer lacks is taken to lie in it."""
    if place is None or country is None:
        return place or country
    unknown = place.country is None and place.feature is None
    return place.model_copy(update={"country": country.country}) if unknown else place


def _votes(doc: Doc, found: Sequence[Located]) -> dict[str, float]:
    """By code, what speaks for each country. Who acts or sits somewhere says nothing: "Washington warned"."""
    dateline = doc._.report.dateline.span if doc._.report is not None and doc._.report.dateline else None
    locating = {place.span: place for place in found if place.saying is None}
    votes = defaultdict(float, {code: NAMING * n for code, n in signs_of(doc).items()})
    filed = False
    for mention in doc._.places:
        code = mention.place.country if mention.place else None
        if code is None:
            continue
        if dateline is not None and meets(dateline, mention.span):
            votes[code] += 0 if filed else FILED
            filed = True
        elif is_demonym(mention):
            votes[code] += NAMING
        elif mention.span in locating:
            votes[code] += NAMING if locating[mention.span].is_country else LOCATING
    return votes


def _country(code: str, mention: PlaceMention) -> IncidentPlace | None:
    gazetteer = open_gazetteer()
    id = gazetteer.countries.get(code)
    if id is None:
        return None
    place = gazetteer.entry(id).place
    return IncidentPlace(**place.model_dump(), precision=precision(place), span=mention.span, by=SETTING)
