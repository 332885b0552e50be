"""Files that come over the web: kept in a folder of their own under names of ours, so that theirs are only names."""

import re
import tempfile
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from shutil import copyfileobj, rmtree

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

MOST_FILES = 5_000
"""Files at once; a larger collection is for `rashomon read`, or a table."""

LARGEST = 200_000_000
"""Bytes of one file: a table of some 40,000 reports."""

MOST = 1_000_000_000
"""Bytes in all."""

_ODD = re.compile(r"[\x00-\x1f\x7f/\\:\u202a-\u202e\u2066-\u2069]|^\.+")
_LONGEST_NAME = 120


async def form_of(request: Request) -> FormData:
    """The fields and files of a form, files on disk. Raises 413 for more than is taken at once, 400 for what is no form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.form()
    try:
        if int(request.headers.get("content-length") or 0) > MOST:
            raise _too_much()
        parser = MultiPartParser(request.headers, _counted(request.stream()), max_files=MOST_FILES, max_fields=20)
        with room():
            return await parser.parse()
    except MultiPartException as error:
        status = 413 if "Too many files" in error.message else 400
        said = f"more than {MOST_FILES:,} files at once; {_INSTEAD}" if status == 413 else error.message
        raise HTTPException(status, said) from None


_INSTEAD = "import a part of them, give them as a table (.jsonl, .csv), or use `rashomon read` on this machine"


def _too_much() -> HTTPException:
    return HTTPException(413, f"more than {MOST / 1e9:.0f} GB at once; {_INSTEAD}")


async def _counted(chunks: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    """The stream, up to as much as is taken."""
    taken = 0
    async for chunk in chunks:
        taken += len(chunk)
        if taken > MOST:
            raise _too_much()
        yield chunk


async def kept(files: Iterable[UploadFile]) -> tuple[Path, dict[Path, str]]:
    """A new folder with the files, and by where they lie what they were called. Raises 413 for a file that is too large.

    Hidden files out of a folder that was given as a whole are passed over, as `rashomon read` passes them over.
    """
    given = [file for file in files if file.filename and not _hidden(file.filename)]
    if not given:
        raise HTTPException(422, "no file was given; choose some, or drag them there")
    for file in given:
        if (file.size or 0) > LARGEST:
            raise HTTPException(413, f"{called(file.filename)}: larger than {LARGEST / 1e6:.0f} MB; split it in parts")
    return await run_in_threadpool(_keep, given)


def _keep(files: Iterable[UploadFile]) -> tuple[Path, dict[Path, str]]:
    where: dict[Path, str] = {}
    with room():
        folder = Path(tempfile.mkdtemp(prefix="rashomon-import-"))
    try:
        with room():
            _fill(folder, files, where)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return folder, where


def _fill(folder: Path, files: Iterable[UploadFile], where: dict[Path, str]) -> None:
    for number, file in enumerate(files):
        path = folder / str(number) / named(file.filename)
        path.parent.mkdir()
        with path.open("wb") as out:
            copyfileobj(file.file, out)
        where[path] = called(file.filename)


@contextmanager
def room() -> Iterator[None]:
    """Where something is put on this machine's disk for an import: where it cannot be, nothing is imported, and that is said."""
    try:
        yield
    except OSError as error:
        said = error.strerror or "it cannot be written"
        raise HTTPException(
            507, f"there is no room for this on the desk's machine ({said}); nothing was imported"
        ) from None


def called(name: str | None) -> str:
    """What to show of a file's name: all of it but what cannot be shown.

    >>> called("2006/khaksar\\x07.txt")
    '2006/khaksar�.txt'
    """
    return (
        re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "\ufffd", name or "")
        or "a file without a name"
    )


def named(name: str | None) -> str:
    """What to call a file here: the last part of its name, which is what its report is called, without what could lead elsewhere.

    >>> named("../../etc/cron.d/khaksar shot.txt"), named("..")
    ('khaksar shot.txt', '_')
    """
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    path = PurePosixPath(_ODD.sub("_", last).encode("utf-8", "replace").decode() or "_")
    return path.stem[:_LONGEST_NAME] + path.suffix[:16]


def _hidden(name: str) -> bool:
    """Whether it is hidden in a folder: "reports/.DS_Store"."""
    return "/" in name and any(part.startswith(".") and part not in {".", ".."} for part in name.split("/"))
