"""Where and when a report's actors act, as far as the report as a whole says it."""

from collections import Counter

from rashomon.record import Reading

_SHARE = 0.5  # of the places with a country: of fewer, the report is about no one country
YEARS = 5  # of a period


def country_of(reading: Reading) -> str | None:
    """The country that most places of a report lie in."""
    countries = Counter(m.place.country for m in reading.places if m.place and m.place.country)
    if not countries:
        return None
    (country, most), *_ = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
    return country if most > _SHARE * countries.total() else None


def period_of(reading: Reading) -> int | None:
    """The years of a report, five at a time: 2020 for 2020 to 2024."""
    published = reading.report.published
    day = published.latest if published else None
    return day.year - day.year % YEARS if day else None
