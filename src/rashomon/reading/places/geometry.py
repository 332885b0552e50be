"""How places lie to one another."""

from math import asin, cos, radians, sin, sqrt

from rashomon.gazetteer.entry import COUNTRY, DISTRICT, PROVINCE, kind_of
from rashomon.record import Place

_EARTH_KM = 6371.0088


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance; None where one has no coordinates.

    >>> round(distance_km(Place(name="Kabul", lat=34.53, lon=69.17), Place(name="Herat", lat=34.35, lon=62.2)))
    639
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat, other = radians(a.lat), radians(b.lat)
    h = sin((other - lat) / 2) ** 2 + cos(lat) * cos(other) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(h)))


def contains(a: Place, b: Place) -> bool:
    """Whether the country, province or district `a` holds `b`: Baghlan holds Andarab, Afghanistan holds both. None holds itself."""
    if a == b or a.country is None or a.country != b.country:
        return False
    kind, of = kind_of(a.feature or ""), kind_of(b.feature or "")
    if kind == COUNTRY:
        return of != COUNTRY
    if kind == PROVINCE:
        return of not in {COUNTRY, PROVINCE} and a.admin1 is not None and a.admin1 == b.admin1
    if kind == DISTRICT:
        inner = of not in {COUNTRY, PROVINCE, DISTRICT}
        return inner and a.admin2 is not None and (a.admin1, a.admin2) == (b.admin1, b.admin2)
    return False
