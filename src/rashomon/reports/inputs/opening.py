"""A file → the documents in it, by its kind; never more of it in memory than one report can be long."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from rashomon.errors import UnreadableReport
from rashomon.reports.inputs import html, pdf, plain, tables
from rashomon.reports.inputs.checks import too_long
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.files import STANDARD_INPUT

Documents = Iterator[Document | UnreadableReport]


class Whole(NamedTuple):
    """A kind of file that is one report, read at once; `most` bytes of it."""

    document: Callable[[bytes, str, str | None, Limits], Document]
    most: Callable[[Limits], int]


class Rows(NamedTuple):
    """A kind of file with a report per row."""

    documents: Callable[[BinaryIO, str, Limits, Mapping[str, str], Note], Documents]


_TEXT = Whole(plain.document, lambda limits: limits.bytes)
_PAGE = Whole(html.document, lambda limits: limits.markup)
_PDF = Whole(pdf.document, lambda limits: 500 * limits.longest)  # large for its pictures
_LINES, _TABLE = Rows(tables.json_lines), Rows(tables.csv_rows)

KINDS: dict[str, Whole | Rows] = {
    ".txt": _TEXT, ".text": _TEXT, ".md": _TEXT, ".markdown": _TEXT,
    ".html": _PAGE, ".htm": _PAGE, ".xhtml": _PAGE,
    ".pdf": _PDF,
    ".jsonl": _LINES, ".ndjson": _LINES,
    ".csv": _TABLE, ".tsv": _TABLE,
}  # fmt: skip


def is_readable(path: Path) -> bool:
    """Whether the file is of a kind that reports are read from."""
    return path.suffix.lower() in KINDS


def documents_in(path: Path, limits: Limits, columns: Mapping[str, str], note: Note) -> Documents:
    """The documents in one file, or in standard input, whose kind is told by its first bytes."""
    try:
        if str(path) == STANDARD_INPUT:
            file = _buffered(sys.stdin.buffer)
            yield from _documents(file, _kind_of(file.peek(512)), "standard input", None, limits, columns, note)
            return
        with path.open("rb") as file:
            yield from _documents(file, KINDS[path.suffix.lower()], str(path), path.stem, limits, columns, note)
    except UnreadableReport as problem:
        yield problem
    except OSError as error:
        yield UnreadableReport(str(path), f"cannot be opened ({error.strerror})", "check the file and its permissions")


def _documents(
    file: BinaryIO,
    kind: Whole | Rows,
    name: str,
    stem: str | None,
    limits: Limits,
    columns: Mapping[str, str],
    note: Note,
) -> Documents:
    if isinstance(kind, Rows):
        yield from kind.documents(file, name, limits, columns, note)
        return
    most = kind.most(limits)
    data = file.read(most + 1)
    if len(data) > most:
        raise too_long(name, limits)
    if not data:
        raise UnreadableReport(name, "empty", "give its text, or leave it out")
    yield kind.document(data, name, stem, limits)


def _buffered(file: BinaryIO) -> io.BufferedReader:
    """A stream whose first bytes can be looked at."""
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))


def _kind_of(start: bytes) -> Whole | Rows:
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return _PDF
    if start.startswith((b"<!doctype html", b"<html")):
        return _PAGE
    return _LINES if start.startswith(b'{"') else _TEXT
