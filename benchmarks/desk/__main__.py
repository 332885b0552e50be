"""`python -m benchmarks.desk RECORD --analysts 20 --seconds 60`: how fast the desk answers when a team works at it.

Starts `rashomon desk` as a process of its own; so many analysts look, compare, decide and take back, with about a second of thought
between clicks. Prints a table and a line of JSON. What they decided is undone at the end (the log keeps that it was). `--make N`
makes the record first, of made readings (benchmarks.generator): the first 20,000 are linked, the rest is put and stands by itself,
which makes as many incidents to list and takes minutes instead of hours.
"""

import argparse
import asyncio
import json
import os
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import httpx2

from benchmarks.desk.analyst import Analyst, Answer
from benchmarks.desk.costs import costs
from benchmarks.desk.figures import figures, table
from benchmarks.desk.serving import Served, served
from benchmarks.generator.__main__ import real_shapes
from benchmarks.generator.stream import make
from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked
from rashomon.linking.mention import Sort

LINKED = 20_000
"""Of made readings, those that are linked."""

PAIRS = 2_000
"""Pairs of incidents that are there to be decided about."""


def main() -> None:
    """Make the record, if asked, and work at it."""
    options = arguments()
    if options.make:
        made(options.record, options.make)
    pairs = list(undecided(options.record))
    with served(options.record, options.port, options.profile) as desk:
        time.sleep(options.settle)
        answers, took, cost = asyncio.run(worked(desk, pairs, options))
        memory = desk.memory()
    found = figures(answers, cost)
    about = {
        "record": str(options.record), "analysts": options.analysts, "seconds": round(took.wall), "think": options.think,
        "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "requests_per_second": round(len(answers) / took.wall, 1),
        "cpu": round(took.processor / took.wall, 2), "memory_mb": round(memory / 1e6),
    }  # fmt: skip
    failed = sorted({f"{each.status} {each.address}" for each in answers if each.status >= 400 and each.status != 409})
    print(table(found))
    print(json.dumps(about | {"figures": found, "failed": failed[:20]}))


def arguments() -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("record", help="a record's folder, or its PostgreSQL address; it is written to")
    parser.add_argument("--analysts", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument(
        "--think", type=float, default=1.0, help="seconds between an answer and the next click, on average"
    )
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument(
        "--settle",
        type=float,
        default=10,
        help="seconds from the first answer on, in which the desk loads what it needs",
    )
    parser.add_argument(
        "--of-each",
        type=int,
        default=25,
        help="answers of which the cost is measured; the system counts hundredths of a second",
    )
    parser.add_argument("--make", type=int, metavar="N", help="make the record first, of N readings")
    parser.add_argument("--profile", type=Path, help="write what the desk was doing into this file; slows it a little")
    return parser.parse_args()


def made(where: str, number: int) -> None:
    """Make a record: some readings linked, the rest not."""
    stream = (each.reading for each in make(real_shapes(None), number, seed=1))
    with open_record(where, create=True) as record:
        record.readings.put(islice(stream, LINKED))
        for _ in link_unlinked(record):
            pass
        record.readings.put(stream)


def undecided(where: str) -> Iterator[tuple[str, str]]:
    """Pairs of incidents to decide about, no incident in two of them."""
    used: set[str] = set()
    with open_record(where) as record:
        for pair in record.linked.undecided(Sort.incident, PAIRS):
            if used.isdisjoint((pair.one, pair.other)):
                used |= {pair.one, pair.other}
                yield pair.one, pair.other


class Took(NamedTuple):
    """Seconds on the wall, and of the desk's processor time."""

    wall: float
    processor: float


async def worked(
    desk: Served, pairs: list[tuple[str, str]], options: argparse.Namespace
) -> tuple[list[Answer], Took, dict[str, float]]:
    """What was answered while the analysts worked, and what each kind of answer costs by itself; then all is as it was."""
    shared = iter(pairs)
    # as many as a browser has to one host, given up before the desk gives them up
    limits = httpx2.Limits(max_connections=6, keepalive_expiry=3)
    async with AsyncExitStack() as open_:
        browsers = [
            await open_.enter_async_context(httpx2.AsyncClient(base_url=desk.address, timeout=120, limits=limits))
            for _ in range(options.analysts)
        ]
        analysts = [Analyst(browser, shared, options.think, seed) for seed, browser in enumerate(browsers)]
        processor, started = desk.seconds(), time.monotonic()
        await asyncio.gather(*(analyst.work(started + options.seconds) for analyst in analysts))
        took = Took(time.monotonic() - started, desk.seconds() - processor)
        answers = [answer for analyst in analysts for answer in analyst.answers]
        cost = await costs(desk, analysts, options.of_each)
        for analyst in analysts:
            await analyst.take_back()
    return answers, took, cost


if __name__ == "__main__":
    main()
