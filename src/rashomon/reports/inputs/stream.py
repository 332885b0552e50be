"""Paths → Reports: each text checked, each report with an id of its own."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rashomon.errors import BadSetting, UnreadableReport
from rashomon.record import Published, Report
from rashomon.reports.inputs import columns as column_names
from rashomon.reports.inputs.checks import check_report, check_text
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.files import files_in
from rashomon.reports.inputs.opening import documents_in, is_readable
from rashomon.reports.published import published_given
from rashomon.reports.report import report_of
from rashomon.settings import Settings

_LOG = logging.getLogger("rashomon.reports")


def reports_in(
    paths: Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    published: str | None = None,
    publisher: str | None = None,
    force: bool = False,
    longest: int = Settings.longest,
    note: Note = _LOG.warning,
) -> Iterator[Report | UnreadableReport]:
    """The reports in files and folders (and standard input, "-"), in order; for what could not be read, why and what to do.

    `columns` maps our names to a table's ({"text": "body"}). `published` holds for all but rows that have a date of their own,
    `publisher` for reports that do not say. `force` lets pass what is not English. `note` is told what is worth knowing but no
    obstacle. Raises BadSetting, at once, if `published` is no date or `columns` names something unknown.
    """
    own, limits = column_names.checked(columns), Limits(longest)
    given = published_given(published)
    files = files_in(paths, is_readable)
    documents = (
        document
        for file in files
        for document in ([file] if isinstance(file, UnreadableReport) else documents_in(file, limits, own, note))
    )
    return _with_own_ids((_report(document, given, publisher, force, limits) for document in documents), note)


def _report(
    document: Document | UnreadableReport,
    published: Published | None,
    publisher: str | None,
    force: bool,
    limits: Limits,
) -> Report | UnreadableReport:
    if isinstance(document, UnreadableReport):
        return document
    try:
        check_text(document, limits)
        report = report_of(
            document.text,
            id=document.id,
            published=published_given(document.said) or published or document.published,
            title=document.title,
            publisher=document.publisher or publisher,
            authors=document.authors,
            url=document.url,
            made=document.made,
        )
        check_report(report, document.name, force=force)
    except UnreadableReport as problem:
        return problem
    except BadSetting as error:
        return UnreadableReport(document.name, *str(error).split("; ", 1))
    return report


def _with_own_ids(reports: Iterable[Report | UnreadableReport], note: Note) -> Iterator[Report | UnreadableReport]:
    """The reports, those whose id came before with a number behind it: two files `a.txt` are "a" and "a-2"."""
    seen: set[str] = set()
    for report in reports:
        if isinstance(report, Report) and report.id in seen:
            number = next(n for n in range(2, len(seen) + 3) if f"{report.id}-{n}" not in seen)
            note(f"the id {report.id!r} came before; this report is now {report.id}-{number}")
            report = report.model_copy(update={"id": f"{report.id}-{number}"})
        if isinstance(report, Report):
            seen.add(report.id)
        yield report
