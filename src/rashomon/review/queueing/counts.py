"""How much waits in each queue. To count is the slower the more there is, so what took long to count is counted again later."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from rashomon.archive import Record
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.queueing.waiting import left_to_others, waiting

MOST = 1_000
"""Nobody needs to know how many more there are."""

KEPT = 100
"""How many times as long a count is kept as it took: counting takes a hundredth of the desk's time at most."""

KEPT_FULL = 1_000
"""The same where there are so many that nobody needs to know: they do not become few in minutes."""

ANYBODY = Analyst("", Role.coder, "")
"""For whom everything waits that waits for anybody."""


@dataclass
class Counts:
    """Counts by what was counted, until when each is good enough. While somebody counts again, others are told the former one."""

    kept: dict[tuple[str, str], tuple[int, float]] = field(default_factory=dict)
    counting: Lock = field(default_factory=Lock)

    def of(self, record: Record, tab: str, analyst: Analyst) -> int:
        """How much waits for somebody; `MOST` stands for so many or more."""
        if tab == "second":
            return self._kept((tab, analyst.name), lambda: len(waiting(record, tab, analyst, MOST)))
        count = self._kept((tab, ""), lambda: len(waiting(record, tab, ANYBODY, MOST)))
        return count if count >= MOST else max(0, count - left_to_others(record, tab, analyst))

    def _kept(self, key: tuple[str, str], counted: Callable[[], int]) -> int:
        count, until = self.kept.get(key, (None, 0.0))
        if count is not None and (monotonic() < until or self.counting.locked()):
            return count
        with self.counting:
            began = monotonic()
            count, ended = counted(), monotonic()
        self.kept[key] = count, ended + (KEPT_FULL if count >= MOST else KEPT) * (ended - began)
        return count
