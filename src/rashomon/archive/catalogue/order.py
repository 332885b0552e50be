"""In which order incidents are listed."""

from enum import StrEnum


class Order(StrEnum):
    """What comes first; among equals the incident that was told first. Days and tolls that nobody states come last."""

    dispute = "dispute"  # most disputed attributes, then most origins, then most reports
    deaths = "deaths"
    newest = "newest"
    oldest = "oldest"
    told = "told"  # by the day of the latest report
    reports = "reports"
    number = "number"
