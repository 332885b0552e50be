"""How exactly a place is known: where_prec of the UCDP Georeferenced Event Dataset (codebook, geographic precision).

1 the exact place, 2 near it, 3 the district (second-order division), 4 the province (first-order), 5 a landscape or line feature,
6 the country, 7 the sea or the air.
"""

from rashomon.gazetteer.entry import COUNTRY, DISTRICT, PROVINCE, TOWN, TOWN_PART, kind_of
from rashomon.record import Place

_WATER = ("SEA", "OCN", "GULF", "BAY", "STRT", "CHN")
_SITES = ("AIRB", "AIRP", "CMP", "CHKP", "BLDG", "INSM", "PASS", "MT", "HLL", "BDG", "FRM", "MN")
_BY_KIND = {TOWN: 1, TOWN_PART: 1, DISTRICT: 3, PROVINCE: 4, COUNTRY: 6}


def precision(place: Place, *, near: bool = False) -> int:
    """UCDP where_prec, 1 (exact) to 7 (international waters or airspace). `near`: the report says "near", "outside" the place.

    >>> precision(Place(name="Khost", feature="PPLA")), precision(Place(name="Helmand", feature="ADM1"))
    (1, 4)
    """
    feature = place.feature or ""
    if feature.startswith(_WATER):
        return 7
    if feature == "CONT" or (place.country is None and not feature):
        return 7
    exact = 1 if feature in _SITES else _BY_KIND.get(kind_of(feature), 5)
    return 2 if exact == 1 and near else exact
