"""The two databases: SQLite in a file, PostgreSQL by its address. How they are opened, and how writers wait for one another."""

import re
from importlib.util import find_spec
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from rashomon.errors import BadSetting

PATIENCE = 300
"""Seconds that a writer waits for another: a batch that is being linked takes seconds, on a slow disk a minute."""

CONNECTIONS = 20
"""That stay open. The one that was used last is used first: it has at hand what it read."""

AT_MOST = 45
"""Connections at once: the desk answers 40 requests at a time, and each of them may have to wait for who is writing."""

_MAPPED = f"mmap_size={1 << 34}"
"""Bytes of the file that are read as memory, which all connections share; it takes none by itself."""

_SURVEYED = "analysis_limit=1000"
"""Of an index, SQLite then looks at so many entries: a tenth of a second for a gigabyte."""

_WRITING = {"writing": True}
_LOOKING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_ADDRESS = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)


def is_address(where: str | Path) -> bool:
    """Whether this is the address of a PostgreSQL database and not a folder."""
    return bool(_ADDRESS.match(str(where)))


def sqlite(file: Path) -> Engine:
    """The engine of a SQLite file."""
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": PATIENCE},
        pool_size=CONNECTIONS,
        max_overflow=AT_MOST - CONNECTIONS,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def postgresql(address: str) -> Engine:
    """The engine of a PostgreSQL database. Raises BadSetting for what is no address, and where its driver is not installed."""
    if find_spec("psycopg") is None:
        raise BadSetting(f"{hidden(address)}: PostgreSQL needs its driver; pip install 'rashomon[postgres]'")
    try:
        url = make_url(_ADDRESS.sub("postgresql+psycopg://", address))
    except (ArgumentError, ValueError):
        raise BadSetting(f"{hidden(address)}: not an address; write postgresql://user:password@host/database") from None
    engine = create_engine(url, pool_pre_ping=True, max_overflow=AT_MOST - 5)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def hidden(address: str) -> str:
    """An address without its password, for messages.

    >>> hidden("postgresql://amina:secret@host/record")
    'postgresql://amina:***@host/record'
    """
    return re.sub(r"(?<=://)([^:/@]*):.*@", r"\1:***@", address)


def for_writing(connection: Connection) -> Connection:
    """The connection, whose transactions will wait until no other writes."""
    return connection.execution_options(**_WRITING)


def for_looking(connection: Connection) -> Connection:
    """The connection, whose transactions see one state of the record, that at their beginning."""
    return connection if connection.dialect.name == "sqlite" else connection.execution_options(**_LOOKING)


def survey(connection: Connection) -> None:
    """Let SQLite see how much there is of what; PostgreSQL does so by itself.

    Without, it takes all mentions of a sort for few, and goes through them to find those of one group.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("ANALYZE")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = (
        None  # we begin transactions ourselves: the driver would only do so at the first change
    )
    _write_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "cache_size=-65536", _MAPPED, _SURVEYED):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any) -> None:
    """Where several open a new file at once, SQLite does not wait for whoever is changing its mode, as it does for writers."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except OperationalError:
            if monotonic() > until:
                raise
            sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_writing(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _is_writing(connection):
        connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(20060114, hashtext(current_schema()))"))


def _is_writing(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writing"))
