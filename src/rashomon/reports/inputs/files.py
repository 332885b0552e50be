"""Paths → the files to read, in a fixed order, with what stands in the way of each."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rashomon.errors import UnreadableReport

STANDARD_INPUT = "-"
_ADVICE = "give .txt, .md, .html, .pdf, .jsonl or .csv"


def files_in(paths: Iterable[str | Path], readable: Callable[[Path], bool]) -> Iterator[Path | UnreadableReport]:
    """The files named and those in the folders named, folders sorted by name; "-" comes back as it is.

    Hidden files and folders inside a folder, and the folders of records, are passed over; any other file there that is not
    `readable` is named as not read.
    """
    for path in map(Path, paths):
        if str(path) == STANDARD_INPUT:
            yield path
        elif path.is_dir():
            yield from _folder(path, readable)
        elif not path.exists():
            reason = "a link to something that is not there" if path.is_symlink() else "no such file or folder"
            yield UnreadableReport(str(path), reason, "check the path")
        else:
            yield from _file(path, readable)


def _file(path: Path, readable: Callable[[Path], bool]) -> Iterator[Path | UnreadableReport]:
    if not path.is_file():
        yield UnreadableReport(
            str(path), "neither a file nor a folder", "give a file, a folder, or - for standard input"
        )
    elif not readable(path):
        kind = f"{path.suffix} files are" if path.suffix else "a file without an extension is"
        yield UnreadableReport(str(path), f"{kind} not something Rashomon reads", _ADVICE)
    else:
        yield path


def _folder(folder: Path, readable: Callable[[Path], bool]) -> Iterator[Path | UnreadableReport]:
    found = False
    for item in _walk(folder, readable, ()):
        found = True
        yield item
    if not found:
        yield UnreadableReport(str(folder), "no reports in this folder", _ADVICE)


def _walk(folder: Path, readable: Callable[[Path], bool], above: tuple[str, ...]) -> Iterator[Path | UnreadableReport]:
    here = os.path.realpath(folder)
    if here in above:
        yield UnreadableReport(str(folder), "a link back to a folder that holds it", "remove the link")
        return
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield UnreadableReport(str(folder), f"the folder cannot be opened ({error.strerror})", "check its permissions")
        return
    for entry in entries:
        if _is_record(entry):
            continue
        if entry.is_dir():
            yield from _walk(entry, readable, (*above, here))
        elif not entry.exists():
            yield UnreadableReport(str(entry), "a link to something that is not there", "remove the link")
        else:
            yield from _file(entry, readable)


def _is_record(folder: Path) -> bool:
    """Whether Rashomon writes, or wrote, its readings there: they are no reports."""
    return any((folder / name).exists() for name in ("readings.jsonl", "readings.jsonl.part", "record.sqlite"))
