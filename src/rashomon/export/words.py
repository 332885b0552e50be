"""Values as a person writes them: days, places, figures, a report in a line."""

from collections.abc import Iterable, Sequence
from datetime import date

from anyascii import anyascii
from rapidfuzz import fuzz

from rashomon.record import Figure, IncidentPlace, IncidentTime, LeftOut, Report
from rashomon.weighing.dispute import days
from rashomon.weighing.figures import bounds

NO_DATE, NO_PLACE = "no date stated", "no place stated"


def when(time: IncidentTime | None) -> str:
    """ "2006-01-14", "2021-07-01 to 2021-07-31", "by 2001-11-12", or "no date stated"."""
    if time is None or (time.earliest is None and time.latest is None):
        return NO_DATE
    return days(time.earliest, time.latest)


def where(place: IncidentPlace | None) -> str:
    """ "Kandahar, AFG", "Bano, Baghlan, AFG": the name, and the divisions it lies in where they are called otherwise."""
    if place is None:
        return NO_PLACE
    parts: list[str] = []
    for part in (place.name, place.admin1, place.country):
        if part and not any(_alike(part, other) for other in parts):
            parts.append(part)
    return ", ".join(parts)


def _alike(a: str, b: str) -> bool:
    """Whether two names are one, spelt differently: "Khōst" and "Khowst"."""
    return fuzz.ratio(anyascii(a).casefold(), anyascii(b).casefold()) >= 80


def how_many(figures: Sequence[Figure]) -> str:
    """ "killed: up to 40 recruits; captured: 12": in the report's words, but what a person said they mean in figures."""
    return "; ".join(f"{figure.kind.value.replace('_', ' ')}: {_counted(figure)}" for figure in figures)


def _counted(figure: Figure) -> str:
    if figure.by and figure.by.startswith("judgement ") and (figure.low, figure.high) != (None, None):
        return " ".join((bounds(figure.low, figure.high), *([figure.of] if figure.of != "people" else [])))
    return " ".join(figure.text.split())


def published(report: Report) -> date | None:
    """The last day on which a report can have appeared."""
    return report.published.latest if report.published else None


def report_line(report: Report) -> str:
    """The report in a line: title, publisher, day."""
    day = None
    if report.published:
        ends = (report.published.earliest, report.published.latest)
        day = str(ends[1]) if ends[0] == ends[1] else " to ".join(str(end) for end in ends if end)
    return " · ".join(part for part in (report.title or report.id, report.publisher, day) if part)


def counted(n: int, noun: str) -> str:
    """ "1 report", "2,000 reports"."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def listed(parts: Iterable[str], most: int = 4) -> str:
    """ "Reuters, AP and 3 more"."""
    given = list(parts)
    shown = ", ".join(given[:most])
    return f"{shown} and {len(given) - most} more" if len(given) > most else shown


def left_out(counts: LeftOut) -> str:
    """What a reader found in a report and held too unlikely to be right; "" where it left nothing out.

    >>> left_out(LeftOut(statements=1, incidents=2))
    '1 statement, 2 incidents'
    """
    told = ((number, sort) for sort, number in counts.model_dump().items() if number)
    return ", ".join(f"{number} {sort if number > 1 else sort.removesuffix('s')}" for number, sort in told)
