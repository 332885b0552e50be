"""A place of the gazetteer, and a place name in a report."""

from rashomon.record.base import Found, Noun, Span


class Place(Noun):
    """A place of the gazetteer. `country` is ISO 3166 alpha-3, `feature` a GeoNames feature code, degrees are WGS 84."""

    name: str
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None


class PlaceMention(Found):
    """A place name as the report writes it; `place` is null where it could not be resolved: never a wrong guess far away."""

    span: Span
    place: Place | None = None
