"""How often somebody may try: after too many attempts in a while, only when the first of them is long enough ago."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

REMEMBERED = 10_000
"""Names and addresses that are remembered; the ones that tried longest ago are forgotten first."""


class Attempts:
    """At most so many attempts `within` so many seconds, by each name or address.

    >>> attempts = Attempts(most=1, within=60, clock=lambda: 0.0)
    >>> attempts.wait("amal"), attempts.wait("amal"), attempts.wait("omar")
    (0.0, 60.0, 0.0)
    """

    def __init__(self, most: int, within: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.within, self.clock = most, within, clock
        self._made: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str) -> float:
        """Note an attempt, and let it pass with 0; or give the seconds until the next may be made.

        It counts from before anybody knows how it ends, so that many at once are no way round.
        """
        with self._lock:
            now, made = self.clock(), self._of(key)
            while made and now - made[0] >= self.within:
                made.popleft()
            if len(made) >= self.most:
                return made[0] + self.within - now
            made.append(now)
            return 0.0

    def succeeded(self, key: str) -> None:
        """The latest attempt was right, and so does not count."""
        with self._lock:
            if made := self._of(key):
                made.pop()

    def _of(self, key: str) -> deque[float]:
        made = self._made.setdefault(key, deque())
        self._made.move_to_end(key)
        if len(self._made) > REMEMBERED:
            self._made.popitem(last=False)
        return made
