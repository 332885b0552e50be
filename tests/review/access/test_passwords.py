import pytest

from rashomon.errors import BadSetting
from rashomon.review.access.passwords import LONGEST, hashed, is_right

PASSWORD = "four words of one"


@pytest.fixture(scope="module")
def kept():
    return hashed(PASSWORD)


def test_only_a_salted_hash_is_kept(kept):
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept
    assert hashed(PASSWORD) != kept


def test_the_right_one_is_right_and_others_are_not(kept):
    assert is_right(PASSWORD, kept)
    assert not any(is_right(wrong, kept) for wrong in ("", PASSWORD.upper(), PASSWORD + " ", "x" * (LONGEST + 1)))


def test_what_nobody_has_is_never_right():
    assert not is_right("nobody has this password", None)


def test_what_is_no_hash_lets_nobody_in():
    assert not is_right("no hash", "no hash")


def test_a_keyboard_may_write_an_accent_in_two_ways():
    assert is_right("caf\u00e9 in the morning", hashed("cafe\u0301 in the morning"))


@pytest.mark.parametrize("short", ["", "123456789", "x" * (LONGEST + 1)])
def test_too_short_or_endless_is_refused(short):
    with pytest.raises(BadSetting, match="at least 10 characters"):
        hashed(short)
