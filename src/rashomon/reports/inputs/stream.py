"""Paths → Reports: each text checked, each report once and with an id of its own."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rashomon.errors import BadSetting, UnreadableReport
from rashomon.record import Published, Report
from rashomon.reports.inputs import columns as column_names
from rashomon.reports.inputs.checks import check_report, check_text
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.fetching import documents_at
from rashomon.reports.inputs.files import files_in
from rashomon.reports.inputs.opening import Documents, documents_in, is_readable
from rashomon.reports.inputs.web import Web, is_address
from rashomon.reports.published import published_given
from rashomon.reports.report import report_of
from rashomon.settings import Settings

_LOG = logging.getLogger("rashomon.reports")
_NOT_IN_AN_ID = re.compile("[\x00-\x1f\ud800-\udfff]")  # what no database can hold; a file's name may have it


class _Found(NamedTuple):
    """A report, what to call it in a message, and whether its id is its own or only what its file is called."""

    report: Report
    name: str
    own_id: bool


def reports_in(
    paths: Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    published: str | None = None,
    publisher: str | None = None,
    force: bool = False,
    longest: int = Settings.longest,
    intranet: bool = False,
    note: Note = _LOG.warning,
    known_as: Callable[[Report], str | None] = lambda report: None,
) -> Iterator[Report | UnreadableReport]:
    """The reports in files and folders, in standard input ("-") and at web addresses (a feed or a page), in order.

    For what could not be read, why and what to do. Nothing is fetched from this machine or the local network unless `intranet`.

    `columns` maps our names to a table's ({"text": "body"}). `published` holds for all but rows that have a date of their own,
    `publisher` for reports that do not say. `force` lets pass what is not English. `note` is told what is worth knowing but no
    obstacle. Reports without an id of their own are called by their file; two that differ in nothing else are one, and `known_as`
    may say under which id one is known from before. Raises BadSetting, at once, if `published` is no date or `columns` names
    something unknown.
    """
    own, limits = column_names.checked(columns), Limits(longest)
    given = published_given(published)
    web = Web(intranet)
    documents = (document for path in paths for document in _documents(path, limits, own, web, note))
    return _each_once((_report(document, given, publisher, force, limits) for document in documents), note, known_as)


def _documents(path: str | Path, limits: Limits, columns: Mapping[str, str], web: Web, note: Note) -> Documents:
    """The documents in what one path names, or at an address."""
    if is_address(str(path)):
        yield from documents_at(str(path), web, limits, note)
        return
    for file in files_in([path], is_readable):
        if isinstance(file, UnreadableReport):
            yield file
        else:
            yield from documents_in(file, limits, columns, note)


def _report(
    document: Document | UnreadableReport,
    published: Published | None,
    publisher: str | None,
    force: bool,
    limits: Limits,
) -> _Found | UnreadableReport:
    if isinstance(document, UnreadableReport):
        return document
    try:
        check_text(document, limits)
        report = report_of(
            document.text,
            id=document.id and _NOT_IN_AN_ID.sub("_", document.id),
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
    return _Found(report, document.name, document.id_is_its_own)


def _each_once(
    found: Iterable[_Found | UnreadableReport], note: Note, known_as: Callable[[Report], str | None]
) -> Iterator[Report | UnreadableReport]:
    """The reports, each once, those whose id came before with a number behind it: two files `a.txt` are "a" and "a-2"."""
    ids: set[str] = set()
    called: dict[str, str] = {}  # those whose id is not their own, by digest
    for item in found:
        if isinstance(item, UnreadableReport):
            yield item
            continue
        digest = "" if item.own_id else item.report.digest
        if digest in called:
            note(f"{item.name}: the same as {called[digest]}, which was read")
            continue
        report = _with_own_id(item.report, ids, note, None if item.own_id else known_as(item.report))
        ids.add(report.id)
        if digest:
            called[digest] = report.id
        yield report


def _with_own_id(report: Report, ids: set[str], note: Note, known: str | None) -> Report:
    if known is not None and known not in ids:
        return report.model_copy(update={"id": known})
    if report.id not in ids:
        return report
    number = next(n for n in range(2, len(ids) + 3) if f"{report.id}-{n}" not in ids)
    note(f"the id {report.id!r} came before; this report is now {report.id}-{number}")
    return report.model_copy(update={"id": f"{report.id}-{number}"})
