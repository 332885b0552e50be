from datetime import UTC, datetime, timedelta

import pytest

from rashomon.archive.analysts import Analysts
from rashomon.errors import BadSetting, CannotDecide, NotInRecord

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def analysts(record):
    """Amal is an admin, Jo codes."""
    analysts = Analysts(record)
    assert not analysts.any()
    analysts.add("Amal", "admin", "hash", who="root")
    analysts.add("Jo", "coder", "hash", who="Amal")
    return analysts


def test_who_was_let_in_is_there(analysts):
    assert analysts.any()
    assert [(each.name, each.role, each.disabled) for each in analysts.all()] == [
        ("Amal", "admin", False),
        ("Jo", "coder", False),
    ]


@pytest.mark.parametrize("name", ["Jo", "JO", " jo "])
def test_two_names_that_look_alike_are_one(analysts, name):
    with pytest.raises(CannotDecide, match="already"):
        analysts.add(name, "coder", "hash", who="Amal")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\u202eb", "a\0b"])
def test_a_name_can_be_seen(analysts, name):
    with pytest.raises(BadSetting, match="no name"):
        analysts.add(name, "coder", "hash", who="Amal")


@pytest.mark.parametrize(
    "change", [lambda a: a.disable("Amal", who="Amal"), lambda a: a.give_role("Amal", "adjudicator", who="Amal")]
)
def test_the_last_admin_stays_one(analysts, change):
    with pytest.raises(CannotDecide, match="last admin"):
        change(analysts)
    assert analysts.get("Amal").role == "admin" and not analysts.get("Amal").disabled
    analysts.give_role("Jo", "admin", who="Amal")
    change(analysts)
    with pytest.raises(CannotDecide, match="last admin"):
        analysts.disable("Jo", who="Jo")


def test_who_is_not_there_cannot_be_changed(analysts):
    with pytest.raises(NotInRecord, match="Amal, Jo"):
        analysts.disable("Kim", who="Amal")


def test_a_session_is_somebody_s_until_it_ends(analysts):
    analysts.sign_in("Jo", "token", NOW, NOW + HOUR)
    assert analysts.signed_in("token", NOW).name == "Jo"
    assert analysts.signed_in("another", NOW) is None
    assert analysts.signed_in("token", NOW + HOUR) is None
    analysts.extend("token", NOW + 2 * HOUR)
    assert analysts.signed_in("token", NOW + HOUR).role == "coder"
    analysts.sign_out("token")
    assert analysts.signed_in("token", NOW) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.disable("Jo", who="Amal"),
        lambda a: a.give_role("Jo", "viewer", who="Amal"),
        lambda a: a.give_password("Jo", "another", who="Amal"),
    ],
)
def test_whatever_changes_about_somebody_ends_their_sessions_and_nobody_else_s(analysts, change):
    analysts.sign_in("Jo", "token", NOW, NOW + HOUR)
    analysts.sign_in("Amal", "hers", NOW, NOW + HOUR)
    change(analysts)
    assert analysts.signed_in("token", NOW) is None
    assert analysts.signed_in("hers", NOW).name == "Amal"


def test_who_may_come_again_signs_in_again(analysts):
    analysts.disable("Jo", who="Amal")
    analysts.sign_in("Jo", "token", NOW, NOW + HOUR)
    assert analysts.signed_in("token", NOW) is None
    analysts.enable("Jo", who="Amal")
    assert analysts.signed_in("token", NOW) is None


def test_sessions_that_have_ended_are_not_kept(analysts, record):
    analysts.sign_in("Jo", "old", NOW - 9 * HOUR, NOW - HOUR)
    analysts.sign_in("Jo", "new", NOW, NOW + HOUR)
    assert analysts.signed_in("old", NOW - 2 * HOUR) is None


def test_who_changed_what_about_whom_is_in_the_record_s_log(analysts, record):
    analysts.give_role("Jo", "viewer", who="Amal")
    assert record.events()[-1].details == {"name": "Jo", "change": "is now viewer", "who": "Amal"}
