"""Reports: all of them, or those that say something, each with the passage that says it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from rashomon.archive import Record
from rashomon.archive.readings.report_list import Asked, ReportLine, State, how_many_reports, publishers, report_lines
from rashomon.archive.words import query_of
from rashomon.export import Profile, masks_of
from rashomon.export.masks import Masks
from rashomon.record import Noun, Reading, Span
from rashomon.review.looking import TheRecord, Viewer
from rashomon.review.marking import Shown
from rashomon.review.searching import without
from rashomon.review.twins import twin

router = APIRouter()

LINES = 50
"""Reports on a page; with passages, half as many."""

PUBLISHERS = 60
"""Publishers that are offered: those of most reports."""

AROUND = 120
"""Characters of a passage on either side of what was found."""

Word = Annotated[str, Field(max_length=1_000)]


class AskedReports(BaseModel):
    """Which reports, in which order, and which page of them. `search` are words that they have, as in `rashomon show --search`."""

    search: Word = ""
    publisher: Word = ""
    state: Literal["", "linked", "waiting", "withdrawn"] = ""
    order: Literal["published", "added"] = "published"
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1

    def link(self, **changes: object) -> str:
        """The address of the list with some of it changed."""
        query = urlencode(self.model_copy(update=changes).model_dump(exclude_defaults=True))
        return f"/reports?{query}" if query else "/reports"


class Passage(Noun):
    """Where a report has what was asked for: the words before it, it, and those behind; `span` is its place in the text."""

    before: str
    found: str
    behind: str
    span: Span


class ReportInList(Noun):
    """A report in a line."""

    id: str
    title: str | None
    publisher: str | None
    earliest: date | None
    latest: date | None
    state: State
    incidents: int
    passage: Passage | None


class ReportsPage(Noun):
    """The reports asked for: some of the `total`."""

    asked: AskedReports
    total: int
    pages: int
    lines: tuple[ReportInList, ...]
    publishers: tuple[tuple[str, int], ...]


@twin(router, "/reports", "reports.html")
def reports(asked: Annotated[AskedReports, Query()], record: TheRecord, analyst: Viewer) -> ReportsPage:
    """The reports asked for, the latest published first."""
    not_these = without(record, asked.search, analyst.profile)
    if not_these is None:
        return _page(record, asked, 0, 1, [], analyst.profile)
    there = Asked(asked.search, asked.publisher or None, asked.state or None, not_these)
    total = how_many_reports(record, there)
    size = LINES // 2 if query_of(asked.search) else LINES
    pages = max(-(-total // size), 1)
    at = asked.model_copy(update={"page": min(asked.page, pages)})
    by_day = at.order == "published"
    lines = report_lines(record, there, limit=size, offset=(at.page - 1) * size, by_day=by_day)
    return _page(record, at, total, pages, lines, analyst.profile)


def _page(
    record: Record, asked: AskedReports, total: int, pages: int, lines: Sequence[ReportLine], profile: Profile
) -> ReportsPage:
    return ReportsPage(
        asked=asked,
        total=total,
        pages=pages,
        lines=tuple(_lines(record, lines, asked.search, profile)),
        publishers=tuple(publishers(record, PUBLISHERS)),
    )


def _lines(record: Record, lines: Sequence[ReportLine], words: str, profile: Profile) -> list[ReportInList]:
    """With passages where words were asked for. A title may name somebody, too: for viewers it goes through the masks."""
    if profile is Profile.internal and not words.strip():
        return [ReportInList(**line._asdict(), passage=None) for line in lines]
    readings = {reading.report.id: reading for reading in record.readings.some(line.id for line in lines)}
    masks = masks_of(record, readings.values()) if profile is Profile.public else Masks(profile)
    return [_line(line, readings[line.id], masks, words) for line in lines if line.id in readings]


def _line(line: ReportLine, reading: Reading, masks: Masks, words: str) -> ReportInList:
    over = masks.of(reading)
    title = over.text(line.title) if line.title else None
    span = next(query_of(words).spans(reading.report.text), None) if words.strip() else None
    passage = None
    if span is not None:
        shown = Shown(
            reading.report.text, over.found(reading.report.text)
        )  # masked before it is cut: half a name is none
        before, found, behind = _cut(shown.text, shown.span(span))
        passage = Passage(before=before, found=found, behind=behind, span=span)
    return ReportInList(**line._asdict() | {"title": title}, passage=passage)


def _cut(text: str, span: Span) -> tuple[str, str, str]:
    """The words before, at and behind a place, cut between words."""
    start, end = max(0, span[0] - AROUND), min(len(text), span[1] + AROUND)
    before = text[start : span[0]].partition(" ")[2] if start else text[: span[0]]
    behind = text[span[1] : end].rpartition(" ")[0] if end < len(text) else text[span[1] :]
    lead, rest = "…" if start else "", "…" if end < len(text) else ""
    return _in_a_line(lead + before), _in_a_line(text[slice(*span)]), _in_a_line(behind + rest)


def _in_a_line(text: str) -> str:
    """With single spaces, those at the ends kept."""
    return " ".join(f".{text}.".split())[1:-1]
