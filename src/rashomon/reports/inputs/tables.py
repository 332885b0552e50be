"""JSON lines and CSV: a report per row, read row by row, so that a file of any length takes the memory of its longest row."""

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from rashomon.errors import UnreadableReport
from rashomon.reports.inputs import columns as column_names
from rashomon.reports.inputs.checks import too_long
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.encoding import text_of


def json_lines(
    file: BinaryIO, name: str, limits: Limits, columns: Mapping[str, str], note: Note
) -> Iterator[Document | UnreadableReport]:
    """A report per line. A broken line is named and the others are read."""
    unused: set[str] = set()
    for number, line in enumerate(_lines(file, name, limits), start=1):
        where = f"{name}, line {number}"
        try:
            if line is None:
                raise too_long(where, limits)
            if line.strip():
                row = _object(line, where)
                names = column_names.assigned(row, columns)
                unused |= set(row) - set(names.values())
                yield column_names.document(row, names, where)
        except UnreadableReport as problem:
            yield problem
    if unused:
        note(f"{name}: not used: {', '.join(sorted(unused))}")


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(text_of(line, where))
    except (ValueError, RecursionError) as error:
        said = f"{error.msg} at character {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise UnreadableReport(where, f"not JSON ({said})", "repair the line; the other lines were read") from None
    if not isinstance(row, dict):
        raise UnreadableReport(where, "not a JSON object", 'write {"text": "…"}')
    return row


def _lines(file: BinaryIO, name: str, limits: Limits) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, which is never held in memory."""
    while line := file.readline(limits.markup + 1):
        if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableReport(name, "a table in UTF-16", "save it as UTF-8 (in a spreadsheet: CSV UTF-8)")
        if len(line) <= limits.markup or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(1 << 16)
        yield None


def csv_rows(
    file: BinaryIO, name: str, limits: Limits, columns: Mapping[str, str], note: Note
) -> Iterator[Document | UnreadableReport]:
    """A report per row; the first row names the columns. What comes after a row that cannot be taken apart is not read."""
    csv.field_size_limit(limits.markup)
    lines = _text_lines(file, name, limits)
    header = next(lines, "")
    theirs = next(csv.reader([header], delimiter=_delimiter(header)), [])
    names = column_names.assigned(theirs, columns)
    if "text" not in names:
        raise _without_text(name, theirs, columns)
    if unused := [column for column in theirs if column and column not in names.values()]:
        note(f"{name}: not used: {', '.join(unused)}")
    rows = csv.DictReader(lines, fieldnames=theirs, delimiter=_delimiter(header), strict=True)
    yield from _documents(rows, names, name)


def _documents(
    rows: Iterator[dict[str, Any]], names: Mapping[str, str], name: str
) -> Iterator[Document | UnreadableReport]:
    number = 1
    try:
        for number, row in enumerate(rows, start=2):
            yield from _row(row, names, f"{name}, row {number}")
    except csv.Error as error:
        said = f"not CSV from here on ({error})"
        yield UnreadableReport(f"{name}, row {number + 1}", said, "repair the row; those before it were read")
    except UnreadableReport as problem:
        said = f"{problem.reason}, and what follows was not read"
        yield UnreadableReport(f"{name}, row {number + 1}", said, problem.advice)


def _row(row: Mapping[str, Any], names: Mapping[str, str], where: str) -> Iterator[Document | UnreadableReport]:
    try:
        yield column_names.document(row, names, where)
    except UnreadableReport as problem:
        yield problem


def _text_lines(file: BinaryIO, name: str, limits: Limits) -> Iterator[str]:
    for line in _lines(file, name, limits):
        if line is None:
            raise too_long(name, limits)
        yield text_of(line, name)


def _delimiter(header: str) -> str:
    """Comma, semicolon or tab: whichever the header has most of."""
    return max(",;\t", key=header.count)


def _without_text(name: str, theirs: list[str], columns: Mapping[str, str]) -> UnreadableReport:
    wanted = columns.get("text")
    said = f"no column {wanted!r}" if wanted else "no column with the reports' text"
    there = ", ".join(theirs) or "none"
    return UnreadableReport(name, f"{said} (columns: {there})", "say which it is with --column text=NAME")
