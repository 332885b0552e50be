"""An analyst at work: looks at lists, opens incidents, reads reports, decides, takes back, and thinks between clicks."""

import asyncio
import random
import time
from collections.abc import Iterator
from typing import NamedTuple

import httpx2

from benchmarks.desk import places

WORDS = "market bridge hospital rebels soldiers convoy airport villagers attack shelling police children".split()
"""What is searched for."""

WHY = "benchmark"


class Answer(NamedTuple):
    """One request: what it was for, seconds that it took, its status, the address."""

    kind: str
    seconds: float
    status: int
    address: str = ""


class Work(NamedTuple):
    """What an analyst may do next, and how likely; what there is nothing to do with is passed over."""

    what: str
    weight: int


WORKDAY = (
    Work("incidents, filtered", 14),
    Work("incidents", 5),
    Work("incidents, searched", 6),
    Work("incident", 34),
    Work("incident, part", 4),
    Work("report", 9),
    Work("reports", 2),
    Work("actor", 5),
    Work("actors", 2),
    Work("queue", 5),
    Work("queue item", 6),
    Work("log", 3),
    Work("decide review", 6),
    Work("decide merge", 4),
    Work("decide not-same", 4),
    Work("decide undo", 3),
)
"""A guess at a working day: half of the clicks are lists and incidents, one in six is a decision."""

DOORS = {
    "incidents": "/incidents",
    "reports": "/reports",
    "actors": "/actors",
    "queue": "/queue",
    "log": "/log",
}
"""What the head of every page leads to."""


class Analyst:
    """One analyst, in a browser of their own. `pairs` are what they may merge or hold apart, shared by all, each used once."""

    def __init__(self, browser: httpx2.AsyncClient, pairs: Iterator[tuple[str, str]], think: float, seed: int) -> None:
        self.browser, self.pairs, self.think = browser, pairs, think
        self.answers: list[Answer] = []
        self.made: list[int] = []
        self._random = random.Random(seed)
        self.seen: dict[str, list[str]] = {}
        self.kept: set[str] = set()
        self._token = ""

    async def work(self, until: float) -> None:
        """Click until the time is over."""
        await asyncio.sleep(self._random.uniform(0, self.think))
        await self._open("/incidents")
        while time.monotonic() < until:
            await asyncio.sleep(self._random.expovariate(1 / self.think) if self.think else 0)
            (what,) = self._random.choices([w.what for w in WORKDAY], [w.weight for w in WORKDAY])
            if what.startswith("decide"):
                await self.decide(what.removeprefix("decide "))
            elif address := self._address(what):
                await self._open(address)

    def _address(self, what: str) -> str | None:
        if what in DOORS:
            return DOORS[what]
        if what == "incidents, searched":
            return f"/incidents?search={self._random.choice(WORDS)}"
        there = self.seen.get(what)
        return self._random.choice(there) if there else None

    async def _open(self, address: str) -> None:
        """A page, with what browsers fetch for it: its scripts and styles, unless it has them, and parts that it asks for."""
        page = await self._get(address)
        self.seen |= places.links(page)
        self._token = places.token(page) or self._token
        await asyncio.gather(*(self._file(file) for file in places.files(page)))
        for part in places.fetched_at_once(page):
            await self._get(part, {"HX-Request": "true"})

    async def look(self, address: str) -> None:
        """A page or a file alone, as it is."""
        await self._get(address)

    async def _get(self, address: str, headers: dict[str, str] | None = None) -> str:
        answer = await self._timed(
            places.kind_of(address), "GET", address, headers={"Accept": "text/html"} | (headers or {})
        )
        return answer.text

    async def _file(self, address: str) -> None:
        if address in self.kept:
            return
        answer = await self._timed("static", "GET", address)
        if "immutable" in answer.headers.get("cache-control", ""):
            self.kept.add(address)

    async def decide(self, what: str) -> None:
        """Merge a pair, hold one apart, say that an incident is reviewed, or take back the last of these."""
        fields = self._fields(what)
        if fields is None or not self._token:
            return
        headers = {"Accept": "application/json", "X-CSRF-Token": self._token}
        answer = await self._timed(
            f"decide: {what}", "POST", f"/decisions/{what}", data=fields | {"why": WHY}, headers=headers
        )
        if answer.status_code == 200 and what != "undo":
            self.made.append(answer.json()["number"])

    def _fields(self, what: str) -> dict[str, str | list[str]] | None:
        if what == "undo":
            return {"number": str(self.made.pop())} if self.made else None
        if what == "review":
            there = self.seen.get("incident")
            return {"refs": [self._random.choice(there).rpartition("/")[2].partition("?")[0]]} if there else None
        pair = next(self.pairs, None)
        return {"refs": list(pair)} if pair else None

    async def take_back(self) -> None:
        """Undo what was decided and not taken back, the latest first."""
        while self.made:
            await self.decide("undo")

    async def _timed(self, kind: str, method: str, address: str, **how: object) -> httpx2.Response:
        started = time.perf_counter()
        try:
            answer = await self.browser.request(method, address, **how)  # type: ignore[arg-type]
        except httpx2.TransportError:  # an idle connection was let go just then; browsers ask again, too
            answer = await self.browser.request(method, address, **how)  # type: ignore[arg-type]
        self.answers.append(Answer(kind, time.perf_counter() - started, answer.status_code, address))
        return answer
