"""Who has what open, so that two do not decide on the same thing at the same time. It locks nothing, and is soon forgotten."""

from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

REMEMBERED = 60.0
"""Seconds: a page that is open says so every five."""


@dataclass
class Presence:
    """What each analyst looks at, by what it is called on the desk."""

    seen: dict[str, tuple[str, float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def note(self, who: str, what: str) -> None:
        """Somebody looks at this now, and at nothing else."""
        with self.lock:
            self.seen[who] = what, monotonic()

    def others(self, who: str, of: Collection[str]) -> dict[str, list[str]]:
        """Which of these others look at, and who they are."""
        since = monotonic() - REMEMBERED
        with self.lock:
            there = sorted((other, what) for other, (what, when) in self.seen.items() if when > since and other != who)
        found: dict[str, list[str]] = {}
        for other, what in there:
            if what in of:
                found.setdefault(what, []).append(other)
        return found
