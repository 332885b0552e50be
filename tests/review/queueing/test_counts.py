"""How much waits is counted by one at a time, and the seldomer the more there is."""

from threading import Event, Thread

import pytest

from rashomon.review.queueing import counts
from rashomon.review.queueing.counts import ANYBODY, MOST, Counts


@pytest.fixture
def clock(monkeypatch):
    """Seconds, which pass only in the test; to count takes one."""
    now = [0.0]
    monkeypatch.setattr(counts, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def there(monkeypatch, clock):
    """What waits, as often as it is counted."""
    numbers = []

    def waiting(*_):
        clock[0] += 1
        return range(numbers.pop(0))

    monkeypatch.setattr(counts, "waiting", waiting)
    return numbers


@pytest.mark.parametrize(("number", "kept"), [(3, counts.KEPT), (MOST, counts.KEPT_FULL)])
def test_a_count_is_kept_in_proportion_to_what_it_took(there, clock, number, kept):
    there += [number, 7]
    asked = Counts()
    assert asked.of(None, "disputed", ANYBODY) == number
    clock[0] += kept - 0.5
    assert asked.of(None, "disputed", ANYBODY) == number
    clock[0] += 1
    assert asked.of(None, "disputed", ANYBODY) == 7


def test_while_somebody_counts_again_others_are_told_the_former_count(monkeypatch, there, clock):
    there += [3]
    asked = Counts()
    asked.of(None, "disputed", ANYBODY)
    clock[0] += counts.KEPT + 1
    begun, go_on = Event(), Event()

    def slow(*_):
        begun.set()
        go_on.wait(10)
        return range(7)

    monkeypatch.setattr(counts, "waiting", slow)
    counting = Thread(target=asked.of, args=(None, "disputed", ANYBODY))
    counting.start()
    assert begun.wait(10) and asked.of(None, "disputed", ANYBODY) == 3
    go_on.set()
    counting.join()
    assert asked.of(None, "disputed", ANYBODY) == 7
