from rashomon.review.access import attempts
from rashomon.review.access.attempts import Attempts


def trying(most=3, within=60.0):
    now = [0.0]
    return now, Attempts(most, within, clock=lambda: now[0])


def test_after_too_many_one_waits_until_the_first_is_long_ago():
    now, tries = trying()
    for second in (0, 10, 20):
        now[0] = second
        assert tries.wait("jo") == 0
    assert tries.wait("jo") == 40
    now[0] = 59
    assert tries.wait("jo") == 1
    now[0] = 60
    assert tries.wait("jo") == 0
    assert tries.wait("jo") == 10


def test_others_do_not_wait():
    _, tries = trying(most=1)
    assert tries.wait("jo") == 0
    assert tries.wait("jo") > 0
    assert tries.wait("amal") == 0


def test_what_was_right_does_not_count():
    _, tries = trying(most=2)
    for _ in range(10):
        assert tries.wait("jo") == 0
        tries.succeeded("jo")


def test_to_be_right_once_does_not_take_back_what_was_wrong():
    _, tries = trying(most=2)
    tries.wait("an address")
    tries.wait("an address")
    tries.succeeded("an address")
    assert tries.wait("an address") == 0
    assert tries.wait("an address") > 0


def test_not_everybody_is_remembered(monkeypatch):
    monkeypatch.setattr(attempts, "REMEMBERED", 5)
    _, tries = trying(most=1)
    for n in range(100):
        tries.wait(f"address {n}")
    assert len(tries._made) == 5
    assert tries.wait("address 99") > 0
