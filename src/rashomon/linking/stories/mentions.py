"""A story as it is compared: what sets a report's title and lead apart, whom and where they name, and when.

A *story* is what a report tells as a whole: every report has one, also where no incident was read in it (a match, a verdict, an
earthquake). What makes two reports one story stands in the title and the first paragraphs (news is written as an inverted
pyramid); further down come background and other stories.
"""

import re
from calendar import day_name
from collections.abc import Iterable
from datetime import date
from math import sqrt

from rashomon.linking.mention import Mention
from rashomon.linking.stories.keys import keys
from rashomon.linking.text import news, news_spans, passage, weigh, words
from rashomon.record import ActorKind, PlaceMention, Reading, Span

LEAD = 700  # characters, to the end of their paragraph, if that is not as long again
TERMS = 60  # the most telling ones
RARE = 8.0  # bits; two classes of terms do as well as exact weights (ECB+, average linkage by cosine: 82.5 and 81.4 F1)
RARE_WEIGHT, PLAIN_WEIGHT = (
    11,
    6,
)  # of a term of either class in the likeness of two texts; settings.toml has their squares
NAME_WORDS = 4  # a longer "name" is a description
YEAR = re.compile(r"(?:19|20)\d\d")
WEEKDAYS = [day.lower() for day in day_name]
DATED = 3  # days; a day known less exactly is not known here
SITE = ("PPL", "ADM2", "AIRP", "PRK", "INSM")  # beginnings of GeoNames feature codes


def mentions(reading: Reading) -> list[Mention]:
    """The one story of a report; without keys, and so alone, where its lead has nothing that sets it apart."""
    lead, spans = words(news(reading, LEAD)[: 2 * LEAD]), news_spans(reading, LEAD)
    places = [mention for mention in reading.places if _stands_in(mention.span, spans)]
    hidden = _protected(reading)
    weighed = {term: bits for term, bits in weigh(lead, TERMS).items() if term not in hidden}
    where = _place_words(reading, places)
    rare = [term for term, bits in weighed.items() if bits >= RARE and term not in where]
    plain = [term for term, bits in weighed.items() if bits < RARE and term not in where]
    people = [name for name in _people(reading) if name in weighed]
    first, last = _published(reading)
    dated = first is not None and last is not None and last - first <= DATED
    features = {
        "rare": rare,
        "plain": plain,
        "length": round(max(RARE_WEIGHT, sqrt(len(rare) * RARE_WEIGHT**2 + len(plain) * PLAIN_WEIGHT**2)), 4),
        "main": people[0] if people else None,
        "people": people,
        "numbers": [term for term in weighed if term[0].isdigit() and not YEAR.fullmatch(term)],
        **_places(places),
        **_weekdays(plain),
        "first": first,
        "last": last,
        "dated": dated,
        "published": date.fromordinal(first).isoformat() if first is not None and dated else None,
        "incident": any(_stands_in(incident.trigger, spans) for incident in reading.incidents),
    }
    report = reading.report.id
    return [Mention(report, "story", f"{report}/story", features, keys(weighed, lead, first if dated else None))]


def _protected(reading: Reading) -> frozenset[str]:
    """The words of the names of those who asked not to be named: nobody is linked by them."""
    hidden = [name for actor in reading.actors if actor.protected for name in (actor.name, *actor.aliases)]
    return frozenset(word for name in hidden for word in words(name))


def _people(reading: Reading) -> list[str]:
    """The last names of the persons that the report names."""
    named = (a.name for a in reading.actors if a.kind is ActorKind.person and not a.protected)
    last = (name.split()[-1] for name in named if name and len(name.split()) <= NAME_WORDS)
    return list(dict.fromkeys(word for name in last if name[0].isupper() for word in words(name)))


def _places(mentions: Iterable[PlaceMention]) -> dict[str, list[str]]:
    """Where the lead takes place: towns and districts, provinces, countries, each by an id of the gazetteer."""
    found = [mention.place for mention in mentions if mention.place]
    sites = [f"{p.country}/{p.name}" for p in found if p.feature and p.feature.startswith(SITE)]
    regions = [f"{p.country}/{p.admin1}" for p in found if p.admin1]
    countries = [p.country for p in found if p.country]
    return {
        "sites": list(dict.fromkeys(sites)),
        "regions": list(dict.fromkeys(regions)),
        "countries": list(dict.fromkeys(countries)),
    }


def _place_words(reading: Reading, mentions: Iterable[PlaceMention]) -> frozenset[str]:
    """The words of the names of places, which count as places."""
    return frozenset(words(passage(reading, (mention.span for mention in mentions))))


def _stands_in(span: Span, spans: Iterable[Span]) -> bool:
    return any(start <= span[0] < end for start, end in spans)


def _published(reading: Reading) -> tuple[int | None, int | None]:
    """The first and the last day on which the report may have been published, as numbers of days."""
    published = reading.report.published
    ends = (published.earliest, published.latest) if published else (None, None)
    first, last = (end.toordinal() if end else None for end in ends)
    return first, last


def _weekdays(found: Iterable[str]) -> dict[str, list[str]]:
    """The days of the week in the lead, and those beside them: what happened on Friday is told as yesterday's on Saturday."""
    days = sorted(WEEKDAYS.index(term) for term in found if term in WEEKDAYS)
    beside = sorted({(day + step) % 7 for day in days for step in (-1, 1)})
    return {"weekdays": [WEEKDAYS[day] for day in days], "eves": [WEEKDAYS[day] for day in beside]}
