from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from rashomon.archive.analysts import Analysts
from rashomon.archive.tables import session
from rashomon.errors import RecordUnavailable
from rashomon.review.access.roles import Role
from rashomon.review.access.sessions import FRESH, IDLE, LONGEST, Sessions, csrf_of

START = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Clock:
    """Time that passes when it is told to."""

    def __init__(self):
        self.passed = timedelta()

    def now(self):
        return START + self.passed

    def monotonic(self):
        return self.passed.total_seconds()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def sessions(record, clock):
    Analysts(record).add("Jo", Role.coder, "hash", who="root")
    return Sessions(record, clock.now, clock.monotonic)


def test_a_token_is_somebody_s_and_the_record_does_not_know_it(sessions, record):
    token = sessions.begin("Jo")
    assert sessions.who(token)[:2] == ("Jo", Role.coder)
    assert sessions.who(token[:-1]) is None
    with record.looking() as connection:
        (kept,) = connection.execute(select(session.c.token)).scalars()
    assert token not in kept


def test_no_two_sessions_share_a_token_or_what_their_forms_carry(sessions):
    one, other = sessions.begin("Jo"), sessions.begin("Jo")
    assert one != other
    assert sessions.who(one).csrf == csrf_of(one) != csrf_of(other)
    assert one not in csrf_of(one)


def test_a_session_ends_when_nothing_was_asked_for_a_night(sessions, clock):
    token = sessions.begin("Jo")
    clock.passed = IDLE - timedelta(seconds=1)
    assert sessions.who(token)
    clock.passed = IDLE
    assert sessions.who(token) is None
    assert sessions.known(token) is None


def test_it_lasts_while_it_is_used_but_not_for_ever(sessions, clock):
    token = sessions.begin("Jo")
    while clock.passed < LONGEST - IDLE / 2:
        assert sessions.who(token)
        if sessions.is_due(token):
            sessions.extend(token)
        clock.passed += IDLE / 2
    assert sessions.who(token)
    clock.passed = LONGEST
    assert sessions.who(token) is None


def test_not_every_click_is_written_down(sessions, clock):
    token = sessions.begin("Jo")
    sessions.who(token)
    clock.passed = timedelta(minutes=5)
    assert not sessions.is_due(token)
    clock.passed = timedelta(minutes=11)
    assert sessions.is_due(token)
    sessions.extend(token)
    assert not sessions.is_due(token)


def test_what_the_command_line_does_is_heard_of_within_seconds(sessions, clock, record):
    token = sessions.begin("Jo")
    assert sessions.known(token) is None
    sessions.who(token)
    assert sessions.known(token).name == "Jo"
    Analysts(record).disable("Jo", who="root")
    clock.passed = timedelta(seconds=FRESH + 0.1)
    assert sessions.known(token) is None
    assert sessions.who(token) is None


def test_who_signs_out_is_out_at_once(sessions):
    token = sessions.begin("Jo")
    sessions.who(token)
    sessions.end(token)
    assert sessions.known(token) is None
    assert sessions.who(token) is None


def test_while_it_is_being_made_to_last_longer_nobody_else_waits_for_that(sessions, clock, monkeypatch):
    token = sessions.begin("Jo")
    sessions.who(token)
    clock.passed = timedelta(minutes=11)
    due = []
    monkeypatch.setattr(sessions.analysts, "extend", lambda *_: due.append(sessions.is_due(token)))
    assert sessions.is_due(token)
    sessions.extend(token)
    assert due == [False]


def test_a_database_that_cannot_be_written_to_now_ends_no_session(sessions, clock, monkeypatch):
    def fails(*_):
        raise RecordUnavailable("others have been writing")

    token = sessions.begin("Jo")
    sessions.who(token)
    clock.passed = timedelta(minutes=11)
    monkeypatch.setattr(sessions.analysts, "extend", fails)
    sessions.extend(token)
    assert sessions.who(token)


def test_a_database_that_cannot_be_used_when_somebody_comes_is_said(team, monkeypatch):
    def fails(*_):
        raise RecordUnavailable("the database cannot be used now")

    coder = team(Role.coder)
    monkeypatch.setattr(coder.app.state.desk.door.sessions.analysts, "signed_in", fails)
    answer = coder.get("/incidents.json")
    assert (answer.status_code, answer.json()["error"]["message"]) == (503, "the database cannot be used now")
