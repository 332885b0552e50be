"""How much waits in each queue. To count is the slower the more there is, so what took long to count is counted again later."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from rashomon.archive import Record
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.queueing.waiting import left_to_others, waiting

MOST = 1_000
"""Nobody needs to know how many more there are."""

KEPT = 100
"""How many times as long a count is kept as it took: counting takes a hundredth of the desk's time at most."""

ANYBODY = Analyst("", Role.coder, "")
"""For whom everything waits that waits for anybody."""


@dataclass
class Counts:
    """Counts by what was counted, until when each is good enough."""

    kept: dict[tuple[str, str], tuple[int, float]] = field(default_factory=dict)

    def of(self, record: Record, tab: str, analyst: Analyst) -> int:
        """How much waits for somebody; `MOST` stands for so many or more."""
        if tab == "second":
            return self._kept((tab, analyst.name), lambda: len(waiting(record, tab, analyst, MOST)))
        count = self._kept((tab, ""), lambda: len(waiting(record, tab, ANYBODY, MOST)))
        return count if count >= MOST else max(0, count - left_to_others(record, tab, analyst))

    def _kept(self, key: tuple[str, str], counted: Callable[[], int]) -> int:
        count, until = self.kept.get(key, (0, 0.0))
        began = monotonic()
        if began < until:
            return count
        count, ended = counted(), monotonic()
        self.kept[key] = count, ended + KEPT * (ended - began)
        return count
