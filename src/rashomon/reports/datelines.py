"""Datelines: "GOMA, Congo, Nov. 3 (Some Agency) --" in front of a report's first sentence."""

import re
from functools import cache
from typing import NamedTuple

from rashomon.record import Span
from rashomon.reports import dates
from rashomon.reports.vocabulary import expand, pattern, table, words

_HEADLINE = 160
"""Characters below which a paragraph may be a headline, where capitals before a colon are seldom a place."""


class Filing(NamedTuple):
    """What a dateline says: from where, on which day (the year may be missing), for which agency or station."""

    span: Span
    place: str | None
    day: dates.Day | None
    agency: str | None


@cache
def _form(place: str) -> re.Pattern[str]:
    """A place, then a day or an agency or both in either order, then a dash or the end of the line."""
    part = {name: expand(value) for name, value in table("datelines").items() if isinstance(value, str)}
    bracket = r"(?:,? ?[(\[](?P<{}>[^()\[\]]{{2,70}})[)\]])?"
    day = rf"(?:,? \(?(?P<day>{part['day']})\)?)?"
    end = rf"\s*(?P<dash>{part['dash']}|$)(?P<tags>{part['tags']})"
    return re.compile(
        f"(?P<place>{part[place]}{part['country']}){bracket.format('first')}{day}{bracket.format('second')}{end}", re.I
    )


@cache
def _placeless() -> re.Pattern[str]:
    """ "Nov. 3 (Some Agency) - ": the place is left out, the agency is one of the known."""
    part = {name: expand(table("datelines")[name]) for name in ("day", "dash")}
    agency = expand("(?-i:{agency})")
    return re.compile(f"(?:(?P<day>{part['day']}) )?\\((?P<agency>{agency})\\)\\s*{part['dash']}(?=\\s)", re.I)


_LOWER_CASE = re.compile(r"(?P<place>[a-z]{3,}(?: [a-z]+){0,2}) ?:(?=\s)")


def filing_of(text: str, start: int = 0, *, capitals: bool = False, lower: bool = False) -> Filing | None:
    """The dateline that a paragraph begins with, which stands at `start` in its report.

    In a text all in capitals a place needs a date or an agency behind it; in one all in lower case a colon will do, in others only
    where more follows than fits a headline ("CHARGED: Man who …").

    >>> filing_of("GOMA, Congo, Nov. 3 -- Rebels shelled the town.").place
    'GOMA, Congo'
    """
    window = re.sub(r"\s", " ", text[:260])
    found = _form("city").match(window)
    if found and _is_filing(found, capitals, len(text) < _HEADLINE):
        return _filing(found, start)
    found = None if capitals else _form("written").match(window)
    if found and found["dash"] and _is_sure(found) and _is_place_name(found):
        return _filing(found, start)
    found = _placeless().match(window)
    if found:
        day = dates.first_in(found["day"] or "")
        return Filing((start, start + found.end()), None, day, found["agency"])
    found = _LOWER_CASE.match(window) if lower else None
    return found and Filing((start, start + found.end()), found["place"], None, None)


def _is_place_name(found: re.Match[str]) -> bool:
    place = found["place"].rstrip(".").upper()
    known = {place, re.split(r"[\s,]", place)[0]} & words("datelines", "no_place")
    return len(place) > 2 and not known and not pattern("credits", "named").fullmatch(place)


def _is_sure(found: re.Match[str]) -> bool:
    return bool(found["day"] or found["first"] or found["second"])


def _is_filing(found: re.Match[str], capitals: bool, brief: bool) -> bool:
    if not _is_place_name(found):
        return False
    if _is_sure(found):
        return bool(found["dash"]) or not capitals
    return bool(found["dash"]) and not capitals and not (brief and found["dash"] == ":")


def _filing(found: re.Match[str], start: int) -> Filing:
    """What was found; brackets may hold the day instead of an agency: "GAO, Mali (Nov. 3) --"."""
    bracketed = [part for part in (found["first"], found["second"]) if part]
    days = [dates.first_in(part, short_years=True) for part in [found["day"] or "", *bracketed]]
    agencies = [part.strip() for part, day in zip(bracketed, days[1:], strict=True) if day is None]
    day = next((day for day in days if day), None)
    return Filing((start, start + found.end()), _place(found["place"]), day, next(iter(agencies), None))


def _place(place: str) -> str | None:
    """None for "CLANDESTINE"; "NO CITY (CHAD)" is only Chad."""
    if any(place.upper().startswith(name) for name in words("datelines", "nowhere")):
        country = re.search(r"\(([^)]+)\)", place)
        return country[1] if country else None
    return " ".join(place.split())
