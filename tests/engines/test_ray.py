"""Reading spread with Ray: a real Ray, on this machine."""

import os
import sys

import pytest

from rashomon.api import read_many
from rashomon.engines import engine
from rashomon.errors import BadSetting
from rashomon.settings import Settings


@pytest.fixture(scope="module")
def ray():
    """Started once for all tests, which takes seconds; no file of its logs is left open when it is down."""
    ray = pytest.importorskip("ray", reason="needs Ray: pip install 'rashomon[ray]'")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(include_dashboard=False, num_cpus=2, object_store_memory=100_000_000, log_to_driver=False)
    yield ray
    ray.shutdown()


def doubling():
    return lambda numbers: [2 * number for number in numbers]


def failing():
    def work(numbers):
        raise BadSetting("the work went wrong")

    return work


def counting(limit, seen):
    for n in range(limit):
        seen.append(n)
        yield n


def test_results_come_in_the_order_of_the_items(ray):
    assert list(engine(2, "ray")(doubling, range(25), 4)) == [2 * n for n in range(25)]


def test_only_a_few_batches_are_in_flight(ray):
    seen = []
    next(engine(2, "ray")(doubling, counting(1000, seen), 10))
    assert len(seen) == 40


def test_what_goes_wrong_there_goes_wrong_here(ray):
    with pytest.raises(BadSetting, match="the work went wrong"):
        list(engine(1, "ray")(failing, [1], 1))


def test_ray_reads_what_one_process_reads(ray):
    texts = ["Gunmen killed a judge in Baghdad on Monday.", "Two policemen were wounded in Kunduz."]
    here = list(read_many(texts))
    assert list(read_many(texts, settings=Settings(engine="ray", workers=1))) == here


def test_without_ray_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(BadSetting, match=r"pip install 'rashomon\[ray\]'"):
        next(engine(2, "ray")(doubling, [1], 1))


def test_an_engine_that_is_not_is_named():
    with pytest.raises(BadSetting, match="no engine 'spark'; there are processes and ray"):
        engine(1, "spark")
