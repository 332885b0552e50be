"""A record to test with, in both databases."""

from collections.abc import Iterator

import pytest

import databases
from rashomon.archive import Record, open_record


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path) -> Iterator[str]:
    """A place for a record, with nothing in it: a folder, and a schema of a PostgreSQL database."""
    if request.param == "sqlite":
        yield str(tmp_path / "record")
        return
    with databases.schema() as address:
        yield address


@pytest.fixture
def record(where) -> Iterator[Record]:
    """An empty record."""
    with open_record(where, create=True) as record:
        yield record
