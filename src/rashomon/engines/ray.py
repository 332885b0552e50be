"""Work spread with Ray (Moritz et al. 2018, OSDI) over the processes of this machine, or over a cluster's.

Where RAY_ADDRESS names a cluster, or this process is connected to one already, that is used; otherwise Ray is started here for the
time of the work. Ray's usage reports are switched off: what is read here is nobody else's business.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from rashomon.engines.engine import Item, Result, Work, batches
from rashomon.errors import BadSetting

_STORE = 128 * 1024 * 1024
"""Bytes of shared memory that Ray here holds batches in: two in flight for each worker take a few MB."""


def on_ray(
    make: Callable[[], Work[Item, Result]], items: Iterable[Item], batch: int, *, workers: int
) -> Iterator[Result]:
    """Batches over `workers` Ray actors, two in flight for each, so that neither input nor results pile up.

    Raises BadSetting where Ray is not installed.
    """
    ray = _installed()
    with _running(ray, workers):
        places = [ray.remote(_Worker).options(num_cpus=1).remote(make) for _ in range(max(workers, 1))]
        try:
            yield from _in_order(ray, places, batches(items, batch))
        finally:
            for place in places:
                ray.kill(place)


def _in_order(ray: Any, places: Sequence[Any], work: Iterable[list[Item]]) -> Iterator[Any]:
    flying: deque[Any] = deque()
    for place, items in zip(cycle(places), work):  # one of the two never ends
        flying.append(place.run.remote(items))
        if len(flying) >= 2 * len(places):
            yield from _result(ray, flying.popleft())
    while flying:
        yield from _result(ray, flying.popleft())


def _result(ray: Any, flying: Any) -> list[Any]:
    """A batch's results, or what went wrong there as it would have gone wrong here."""
    try:
        results: list[Any] = ray.get(flying)
    except ray.exceptions.RayTaskError as error:
        raise error.cause from None
    return results


class _Worker:
    """Makes the work once, in the process where it is done."""

    def __init__(self, make: Callable[[], Work[Any, Any]]) -> None:
        self._work = make()

    def run(self, items: Sequence[Any]) -> list[Any]:
        return self._work(items)


def _installed() -> Any:
    try:
        import ray
    except ImportError:
        raise BadSetting(
            "the engine is ray, which is not installed; pip install 'rashomon[ray]', or take the engine processes"
        ) from None
    return ray


@contextmanager
def _running(ray: Any, workers: int) -> Iterator[None]:
    """Ray for the time of the work, if it is not running already."""
    if ray.is_initialized():
        yield
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    here = {"num_cpus": max(workers, 1), "object_store_memory": _STORE, "include_dashboard": False}
    ray.init(log_to_driver=False, logging_level="ERROR", **({} if os.environ.get("RAY_ADDRESS") else here))
    try:
        yield
    finally:
        ray.shutdown()
