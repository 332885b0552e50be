"""What goes on behind the scenes does so once at a time, and no longer than the desk is open."""

from threading import Event

from fastapi.testclient import TestClient

from rashomon.archive import stale
from rashomon.archive.tables import catalogue
from rashomon.errors import RecordUnavailable
from rashomon.review import cataloguing, desk
from rashomon.review.behind import Behind


class Work:
    """Something to do that waits to be let go on."""

    def __init__(self):
        self.begun, self.may, self.done = Event(), Event(), 0

    def some(self, record):
        self.begun.set()
        assert self.may.wait(20)
        self.done += 1
        return 3 - self.done


def test_it_goes_on_until_nothing_is_left_to_do_once_at_a_time(record):
    work = Work()
    behind = Behind("work", work.some)
    behind.see_to(record)
    behind.see_to(record)
    work.may.set()
    behind.wait(record)
    assert (work.done, behind.is_at_it(record)) == (3, False)


def test_what_is_stopped_ends_what_it_has_begun_and_no_more(record):
    work = Work()
    behind = Behind("work", work.some)
    behind.see_to(record)
    assert work.begun.wait(20)
    behind._at_it[record].stop.set()
    work.may.set()
    behind.stop(record)
    assert (work.done, behind.is_at_it(record)) == (1, False)


def test_where_the_database_cannot_be_used_it_is_begun_again_by_whoever_asks_next(record):
    found = iter([RecordUnavailable("now"), 0])

    def some(_):
        if isinstance(said := next(found), Exception):
            raise said
        return said

    behind = Behind("work", some)
    for _ in range(2):
        behind.see_to(record)
        behind.wait(record)
    assert next(found, None) is None


def test_when_the_desk_is_closed_nothing_goes_on(record):
    with TestClient(desk(record), base_url="http://localhost") as client:
        with record.writing() as connection:
            stale.mark(connection, connection.execute(catalogue.select()).scalars())
            stale.mark(connection, range(1, 200))
        client.get("/incidents")
    assert not cataloguing.behind.is_at_it(record)
