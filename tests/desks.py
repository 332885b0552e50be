"""Desks to test with, for one record or another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fastapi.testclient import TestClient

from rashomon.archive import Record
from rashomon.archive.analysts import Analysts
from rashomon.review import desk
from rashomon.review.access.door import Door
from rashomon.review.access.roles import Role
from rashomon.review.access.sessions import csrf_of


@contextmanager
def of_team(record: Record) -> Iterator[Callable[[Role | None], TestClient]]:
    """A team's desk over any record."""
    app = desk(record, Door.of_team(record))
    with TestClient(app, base_url="http://localhost"):

        def signed_in(role: Role | None) -> TestClient:
            client = TestClient(app, base_url="http://localhost", follow_redirects=False)
            if role is not None:
                if Analysts(record).get(role.title()) is None:
                    Analysts(record).add(role.title(), role, "no hash, nobody signs in with it", who="test")
                token = app.state.desk.door.sessions.begin(role.title())
                client.cookies.set("rashomon", token)
                client.headers["X-CSRF-Token"] = csrf_of(token)
            return client

        yield signed_in
