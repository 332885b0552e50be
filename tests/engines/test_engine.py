from functools import partial

import pytest

from rashomon.engines import engine


def doubler():
    return partial(map_list, lambda_free_double)


def map_list(function, items):
    return [function(item) for item in items]


def lambda_free_double(n):
    return 2 * n


def counting(limit, seen):
    for n in range(limit):
        seen.append(n)
        yield n


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers):
    assert list(engine(workers)(doubler, range(25), 4)) == [2 * n for n in range(25)]


def test_the_stream_is_taken_batch_by_batch_and_not_at_once():
    seen = []
    results = engine(1)(doubler, counting(1000, seen), 10)
    next(results)
    assert len(seen) == 10


def test_nothing_in_gives_nothing_out():
    assert list(engine(1)(doubler, [], 4)) == []
