"""What the desk keeps in memory of its queues: nothing that would be missed."""

from dataclasses import dataclass, field

from rashomon.review.queueing.counts import Counts
from rashomon.review.queueing.presence import Presence
from rashomon.review.queueing.waterfalls import Waterfalls


@dataclass
class Queueing:
    """How much waits, who has what open, and why pairs are alike."""

    counts: Counts = field(default_factory=Counts)
    presence: Presence = field(default_factory=Presence)
    waterfalls: Waterfalls = field(default_factory=Waterfalls)
