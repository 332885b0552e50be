"""A record: the readings of many reports, what links them, and what people have decided, in one database.

Whatever changes a record does so within `writing()`, one transaction at a time whoever writes: what was confirmed is kept whatever
happens next, and of what was not, nothing is.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, NamedTuple, Self

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from rashomon.archive import database, migrations
from rashomon.archive.readings.plain import FILE as PLAIN_FILE
from rashomon.archive.readings.plain import Plain
from rashomon.archive.readings.readings import Readings
from rashomon.archive.search import Search
from rashomon.archive.tables import event
from rashomon.errors import BadData, BadSetting, NotInRecord, RecordUnavailable

if TYPE_CHECKING:
    from rashomon.archive.catalogue import Catalogue
    from rashomon.archive.coding.agreement import Agreement
    from rashomon.archive.coding.codings import Codings
    from rashomon.archive.judgements.judgements import Judgements
    from rashomon.archive.linked import Linked
    from rashomon.archive.releases import Releases
    from rashomon.archive.shelf import ArchiveShelf
    from rashomon.linking.linkable import Linkable
    from rashomon.linking.mention import Sort

FILE = "record.sqlite"
"""What a record's database is called in its folder."""


class Event(NamedTuple):
    """What was done with a record, and when: read, linked, exported with names."""

    made: datetime
    what: str
    details: dict[str, str | int]


def open_record(where: str | Path, *, create: bool = False) -> "Record":
    """The record in a folder, or in the PostgreSQL database of an address ("postgresql://user@host/database").

    `create` makes one where there is none. A folder with a readings.jsonl alone, which is what version 0.1 wrote, becomes a record.
    Raises NotInRecord where there is none, BadData where what is there is no record or one of a newer version, BadSetting for a
    place that cannot be, RecordUnavailable where the database cannot be reached.
    """
    if database.is_address(where):
        record = Record(database.postgresql(str(where)), database.hidden(str(where)))
    else:
        record = _in_folder(Path(where), create)
    try:
        record.prepare(create)
    except BaseException:
        record.close()
        raise
    return record


def _in_folder(folder: Path, create: bool) -> "Record":
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadSetting(f"{folder}: cannot be made a record's folder ({error.strerror}); give another") from None
    elif not any((folder / name).is_file() for name in (FILE, PLAIN_FILE)):
        raise _no_record(str(folder))
    return Record(database.sqlite(folder / FILE), str(folder), folder)


def _no_record(where: str) -> NotInRecord:
    return NotInRecord(f"{where}: no record in it; make one with `rashomon read REPORTS --out {where}`")


class Record:
    """An open record, by its parts; `where` is what to call it in a message, `folder` is None for one in PostgreSQL.

    >>> with open_record("record") as record:  # doctest: +SKIP
    ...     print(len(record.readings))
    """

    def __init__(self, engine: Engine, where: str, folder: Path | None = None) -> None:
        self.engine, self.where, self.folder = engine, where, folder
        self._mine = local()

    @cached_property
    def readings(self) -> Readings:
        """What was read in each report."""
        return Readings(self)

    @cached_property
    def plain(self) -> Plain:
        """The copy of the readings that other programs read, in the record's folder."""
        return Plain(self)

    @cached_property
    def search(self) -> Search:
        """Which reports say what."""
        return Search(self)

    @cached_property
    def linkables(self) -> "Mapping[Sort, Linkable]":
        """How each sort of thing is linked; it takes a second to load, which whoever only looks need not wait for."""
        from rashomon.linking.linkables import LINKABLES

        return LINKABLES

    @cached_property
    def shelf(self) -> "ArchiveShelf":
        """Where linking keeps mentions, edges and groups."""
        from rashomon.archive.shelf import ArchiveShelf

        return ArchiveShelf(self)

    @cached_property
    def judgements(self) -> "Judgements":
        """What was decided about what is one and what is not, by whom and why."""
        from rashomon.archive.judgements.judgements import Judgements

        return Judgements(self)

    @cached_property
    def codings(self) -> "Codings":
        """What people said of single values."""
        from rashomon.archive.coding.codings import Codings

        return Codings(self)

    @cached_property
    def agreement(self) -> "Agreement":
        """How far those who judged of the same agree."""
        from rashomon.archive.coding.agreement import Agreement

        return Agreement(self)

    @cached_property
    def releases(self) -> "Releases":
        """What was published of the record, as it was then."""
        from rashomon.archive.releases import Releases

        return Releases(self)

    @cached_property
    def catalogue(self) -> "Catalogue":
        """Every incident in a line."""
        from rashomon.archive.catalogue import Catalogue

        return Catalogue(self)

    @cached_property
    def linked(self) -> "Linked":
        """The incidents, actors and ties of the record, across reports."""
        from rashomon.archive.linked import Linked

        return Linked(self)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone: other writers, in this process or another, wait until it ends. Within it, it is the same one."""
        if (connection := self._writing) is not None:
            yield connection
            return
        done: list[Callable[[], object]] = []
        with self._transaction(database.for_writing) as connection:
            self._mine.connection, self._mine.done = connection, done
            try:
                yield connection
            finally:
                self._mine.connection = None
        for each in done:
            each()

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """One transaction that changes nothing and sees the record as it is when it begins; within `writing()`, as it will be.

        Within it, it is the same one: what is asked in several steps is of one state.
        """
        if (there := self._writing or self._looking) is not None:
            yield there
            return
        with self._transaction(database.for_looking) as connection:
            self._mine.looking = connection
            try:
                yield connection
            finally:
                self._mine.looking = None

    def when_written(self, do: Callable[[], object]) -> None:
        """Do something as soon as the transaction in which we are writing is confirmed, not at all if it is not; else at once."""
        if self._writing is None:
            do()
        else:
            self._mine.done.append(do)

    @property
    def _looking(self) -> Connection | None:
        return getattr(self._mine, "looking", None)

    @property
    def _writing(self) -> Connection | None:
        return getattr(self._mine, "connection", None)

    @contextmanager
    def _transaction(self, purpose: Callable[[Connection], Connection]) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection, purpose(connection).begin():
                yield connection
        except PoolTimeout:
            raise RecordUnavailable(f"{self.where}: too many wait for the database now; try again later") from None
        except OperationalError as error:
            reason = _first_line(error)
            waited = f"others have been writing for {database.PATIENCE} seconds: " if "lock" in reason else ""
            raise RecordUnavailable(
                f"{self.where}: the database cannot be used now ({waited}{reason}); what was confirmed is kept, try again later"
            ) from error

    def log(self, what: str, **details: str | int) -> None:
        """Write down what was done with the record, and when."""
        with self.writing() as connection:
            row = {"made": datetime.now(UTC), "what": what, "details": json.dumps(details, ensure_ascii=False)}
            connection.execute(insert(event), row)

    def events(self) -> list[Event]:
        """What was done with the record, the earliest first."""
        with self.looking() as connection:
            rows = connection.execute(select(event).order_by(event.c.number)).all()
        return [Event(row.made, row.what, json.loads(row.details)) for row in rows]

    def prepare(self, create: bool) -> None:
        """See to it that the database is as this version of Rashomon makes it; what `open_record` does."""
        try:
            with self.looking() as connection:
                current = migrations.is_current(connection, self.where)
            if not current:
                self._make(create)
        except DatabaseError as error:
            raise BadData(f"{self.where}: not the database of a record ({_first_line(error)})") from None

    def _make(self, create: bool) -> None:
        with self.writing() as connection:
            if migrations.is_current(connection, self.where):
                return  # somebody else has made it while we waited
            fresh = migrations.version(connection) is None
            plain = bool(self.folder and self.plain.file.is_file())
            if fresh and not create and not plain:
                raise _no_record(self.where)
            migrations.migrate(connection)
            database.survey(connection)
            if fresh and plain:
                self.plain.take_over()

    def is_same_as(self, other: "Record") -> bool:
        """Whether both are kept in one place."""
        if self.folder and other.folder:
            return self.folder.samefile(other.folder)
        return self.engine.url == other.engine.url

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _first_line(error: DatabaseError) -> str:
    return str(error.orig).strip().partition("\n")[0]
