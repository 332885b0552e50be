"""Who prints one text, in which order, and whose copy it is."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.linking.copies.newsrooms import agency, publisher
from rashomon.record import Report


@dataclass(frozen=True)
class Printing:
    """The reports that print a text, the first first; `reporter` is whose copy that is, `papers` are their publishers."""

    reports: tuple[str, ...]
    reporter: str
    papers: tuple[str, ...]


def printing(reports: Iterable[Report], words: Callable[[Report], int]) -> Printing:
    """The agency's copy that most of them credit, else the first's own. `words` says how long a report is."""
    ordered = _in_order(list(reports), words)
    papers = tuple(dict.fromkeys(map(_paper, ordered)))
    if len(ordered) == 1:
        reporter = "; ".join(sorted(set(_agencies(ordered[0])))) or papers[0]
    else:
        credited = Counter(name for report in ordered for name in _agencies(report))
        reporter = max(credited, key=lambda name: credited[name], default=papers[0])
    return Printing(tuple(report.id for report in ordered), reporter, papers)


def _in_order(reports: list[Report], words: Callable[[Report], int]) -> list[Report]:
    """By day of publication; where one is not known or the same, those with a byline and the longer ones first."""
    if len(reports) < 2:
        return reports
    days = {report.id: _day(report) for report in reports}
    dated = all(days.values())

    def place(report: Report) -> tuple[date | None, bool, int, str]:
        return days[report.id] if dated else None, not report.authors, -words(report), report.id

    return sorted(reports, key=place)


def _day(report: Report) -> date | None:
    """The last day on which a report can have appeared."""
    return report.published.latest if report.published else None


def _agencies(report: Report) -> list[str]:
    """The agencies that a report credits, or the one that publishes it."""
    own = agency(report.publisher) if report.publisher else None
    return [own] if own else list(dict.fromkeys(agency(name) or name for name in report.credits))


def _paper(report: Report) -> str:
    return publisher(report.publisher) if report.publisher else report.id
