"""How likely a value is to be right: what the heads and the rules say of it, weighed together on reports nobody learnt from.

Weights, and the threshold below which a value is left out, are fitted by `training/heads/calibrate.py` and stand in
confidence.toml.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

LEAST = 1e-4  # chances nearer to 0 or 1 are all alike


@dataclass(frozen=True)
class Judge:
    """A logistic regression: a weight per feature, one for "always", and the chance from which on a value is kept."""

    weights: Mapping[str, float]
    threshold: float

    def chance(self, features: Mapping[str, float]) -> float:
        """The calibrated probability that the value is right. Features without a weight say nothing.

        >>> Judge({"always": 0.0, "cue": 1.0}, 0.5).chance({"cue": 0.0})
        0.5
        """
        total = self.weights.get("always", 0.0)
        total += sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 4)

    def keeps(self, chance: float) -> bool:
        """Whether a value of this chance is written down."""
        return chance >= self.threshold


def log_odds(chance: float) -> float:
    """A head's chance as the feature of a Judge.

    >>> log_odds(0.5)
    0.0
    """
    held = max(LEAST, min(1 - LEAST, chance))
    return log(held / (1 - held))


@cache
def judge(name: str) -> Judge:
    """The judge of "statements", "incidents" or "participants"."""
    with Path(__file__).with_name("confidence.toml").open("rb") as file:
        own = tomllib.load(file)[name]
    return Judge(own["weights"], own["threshold"])
