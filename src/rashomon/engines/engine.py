"""The engines. Each takes a maker of work, a stream of items and a batch size, and gives results in the order of the items."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from typing import Any, Protocol, TypeVar

from rashomon.errors import BadSetting

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]


class Engine(Protocol):
    """Runs `make()` once per process and what it returns on every batch."""

    def __call__(self, make: Callable[[], Work[Item, Result]], items: Iterable[Item], batch: int) -> Iterator[Result]:
        """The results, in order; at most a few batches are held at a time."""
        ...


def engine(workers: int, name: str = "processes") -> Engine:
    """The engine of that name for a number of processes. Raises BadSetting where there is none, or it is not installed."""
    if name == "ray":
        from rashomon.engines import ray  # only those who use it have it

        return partial(ray.on_ray, workers=workers)
    if name != "processes":
        raise BadSetting(f"there is no engine {name!r}; there are processes and ray")
    return in_process if workers <= 1 else partial(in_processes, workers=workers)


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of at most `size` items.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def in_process(make: Callable[[], Work[Item, Result]], items: Iterable[Item], batch: int) -> Iterator[Result]:
    """One batch after the other, here."""
    work: Work[Item, Result] | None = None
    for items_of_batch in batches(items, batch):
        work = work or make()
        yield from work(items_of_batch)


def in_processes(
    make: Callable[[], Work[Item, Result]], items: Iterable[Item], batch: int, *, workers: int
) -> Iterator[Result]:
    """Batches over several processes, two in flight for each, so that neither input nor results pile up."""
    # spawn: a forked process would share the threads and locks of numerical libraries half-way through
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make,)) as pool:
        flying: deque[Future[list[Result]]] = deque()
        for items_of_batch in batches(items, batch):
            flying.append(pool.submit(_run, items_of_batch))
            if len(flying) >= 2 * workers:
                yield from flying.popleft().result()
        while flying:
            yield from flying.popleft().result()


_work: Callable[[Sequence[Any]], list[Any]]


def _start(make: Callable[[], Work[Any, Any]]) -> None:
    global _work
    _work = make()


def _run(items: Sequence[Any]) -> list[Any]:
    return _work(items)
