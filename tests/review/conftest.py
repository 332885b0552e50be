"""A desk to test: the bundled sample, read and linked once, and a copy of its record for every test that writes."""

import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete

from benchmarks.sample.__main__ import read_sample
from desks import of_team
from rashomon.archive import Record, open_record
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import edge
from rashomon.linking.mention import Sort
from rashomon.record import Actor, ActorKind, Reader, Reading, Report
from rashomon.review import desk
from rashomon.review.access.roles import Role


@pytest.fixture(scope="session")
def sample(reader, tmp_path_factory) -> Path:
    """The sample as a record, in a folder that nobody changes."""
    folder = tmp_path_factory.mktemp("desk") / "sample"
    with open_record(folder, create=True) as record:
        record.readings.put(read_sample(reader))
        assert sum(link_unlinked(record)) == len(record.readings)
        one_waits(record)
    return folder


def one_waits(record: Record) -> None:
    """Leave the likest pair of incidents for a person, and no other: the tests add some of their own."""
    while others := list(record.linked.undecided())[1:]:
        with record.writing() as connection:
            for each in others:
                ends = edge.c.left == each.edge.left, edge.c.right == each.edge.right
                assert connection.execute(delete(edge).where(edge.c.sort == Sort.incident, *ends)).rowcount


@pytest.fixture
def record(sample, tmp_path) -> Iterator[Record]:
    """The sample's record, to do with as one likes."""
    shutil.copytree(sample, tmp_path / "sample")
    with open_record(tmp_path / "sample") as record:
        yield record


@pytest.fixture
def guarded(record) -> Record:
    """The same, with an incident that somebody named after a protected source."""
    text = "Zara Quill, a guard, spoke of it."
    guard = Actor(id="a1", name="Zara Quill", kind=ActorKind.person, mentions=((0, 10),), protected=True)
    report = Report(id="guard", text=text, sha256=sha256(text.encode()).hexdigest())
    record.readings.put([Reading(reader=Reader(name="toy", version="1"), report=report, actors=(guard,))])
    sum(link_unlinked(record))
    record.judgements.rename("I1", "The arrest of Zara Quill", why="so called", who="Amal")
    return record


@pytest.fixture
def client(record) -> Iterator[TestClient]:
    """A browser without eyes, at a desk for one person."""
    with TestClient(desk(record), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def post(client) -> Callable[..., object]:
    """`post("/decisions/merge", refs=["I1", "I2"], why="…")` as the desk's own pages do it."""
    csrf = client.app.state.desk.door.alone.csrf

    def posted(address: str, /, **fields: object) -> object:
        return client.post(address, data=fields, headers={"X-CSRF-Token": csrf}, follow_redirects=False)

    return posted


@pytest.fixture
def team(record) -> Iterator[Callable[[Role | None], TestClient]]:
    """`team(Role.coder)` is somebody of that role who has signed in at a team's desk, and `team(None)` nobody.

    What they send carries their token, as what the desk's pages send does; their name is the role's, "Coder".
    """
    with of_team(record) as signed_in:
        yield signed_in
