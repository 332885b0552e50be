"""`readings.jsonl` in a record's folder: a plain copy of the readings, a line each, for whatever reads JSON lines.

The database knows how long the file must be. What is new is added at its end once the database has it; where the lengths differ (a
crash between the two, a file that was deleted) or a reading was replaced or withdrawn, the file is written anew. That takes minutes
where there is much, and keeps nobody from writing: where readings come or go meanwhile, it is begun again.
"""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy import Connection, delete, insert, select

from rashomon.archive.tables import about
from rashomon.errors import BadData, RecordUnavailable
from rashomon.record import Reading

if TYPE_CHECKING:
    from rashomon.archive.record import Record

FILE = "readings.jsonl"
_KEY = "plain_length"

PART = ".part"
"""How the name of a file ends that is not whole yet."""

ABANDONED = 24 * 3600
"""Seconds after which nobody writes on such a file any more."""


class Plain:
    """The plain copy of a record's readings; a record in PostgreSQL has none."""

    def __init__(self, record: "Record") -> None:
        self.record = record
        self._catching_up = Lock()

    @property
    def file(self) -> Path:
        """The file, in a record that has a folder."""
        assert self.record.folder is not None
        return self.record.folder / FILE

    def added(self, lines: Iterable[bytes]) -> None:
        """Readings have come to the end, within the transaction that is open: the file follows when it is confirmed."""
        if self.record.folder is None:
            return
        with self.record.writing() as connection:
            before = self._expected(connection)
            if before < 0:
                self.changed()
                return
            new = b"".join(line + b"\n" for line in lines)
            self._expect(connection, before + len(new))
        self.record.when_written(lambda: self._append(before, new))

    def changed(self) -> None:
        """Readings that the file has are no longer so, within the transaction that is open: `catch_up` writes it anew."""
        if self.record.folder is not None:
            with self.record.writing() as connection:
                self._expect(
                    connection, -time.time_ns()
                )  # another than before, so that whoever is writing it sees that

    def catch_up(self) -> None:
        """Write the file anew where it is not what the database has; within a transaction, once that is confirmed."""
        if self.record.folder is not None:
            self.record.when_written(self._catch_up)

    def take_over(self) -> None:
        """Take the readings of a file that was there before the database. Raises BadData naming a line that is no reading."""
        self.changed()
        self.record.readings.put(self._read())

    def _read(self) -> Iterator[Reading]:
        with self.file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield Reading.from_json(line)
                except ValidationError as error:
                    problem = error.errors()[0]
                    where = ".".join(map(str, problem["loc"])) or "the line"
                    raise BadData(
                        f"{self.file}, line {number}: not a reading ({where}: {problem['msg']}); "
                        "read the reports again into a new folder"
                    ) from None

    def _append(self, before: int, new: bytes) -> None:
        """Under the lock of writers. A file that is not as long as it was expected to be is left for `catch_up`."""
        with self.record.writing():
            if self._length() == before:
                with _said(self.file), self.file.open("ab") as out:
                    out.write(new)

    def _catch_up(self) -> None:
        with self._catching_up:
            while (expected := self._expected_now()) != self._length():
                with _said(self.file):
                    self._rewrite(expected)

    def _rewrite(self, expected: int) -> None:
        """Take all readings into the file, unless they are not what they were when it was begun."""
        self._clear_away()
        part = self.file.with_name(f"{FILE}.{os.getpid()}{PART}")
        try:
            with part.open("wb") as out:
                out.writelines(line + b"\n" for line in self.record.readings.lines())
            with self.record.writing() as connection:
                if self._expected(connection) == expected:
                    os.replace(part, self.file)
                    self._expect(connection, self._length())
        finally:
            part.unlink(missing_ok=True)

    def _clear_away(self) -> None:
        """What was begun and never ended, since its process was."""
        for part in self.file.parent.glob(f"{FILE}.*{PART}"):
            if time.time() - part.stat().st_mtime > ABANDONED:
                part.unlink(missing_ok=True)

    def _expected_now(self) -> int:
        with self.record.looking() as connection:
            return self._expected(connection)

    def _length(self) -> int:
        return self.file.stat().st_size if self.file.is_file() else 0

    def _expected(self, connection: Connection) -> int:
        return int(connection.execute(select(about.c.value).where(about.c.key == _KEY)).scalar() or 0)

    def _expect(self, connection: Connection, length: int) -> None:
        connection.execute(delete(about).where(about.c.key == _KEY))
        connection.execute(insert(about).values(key=_KEY, value=str(length)))


@contextmanager
def _said(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RecordUnavailable(
            f"{file}: cannot be written ({error.strerror}); the database has all readings, and the file will when this is run again"
        ) from error
