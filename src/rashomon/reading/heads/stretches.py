"""From chances per piece to stretches of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Stretch:
    """Pieces [first, last] that a head gives one label, and how surely: the mean of its pieces' chances."""

    first: int
    last: int
    chance: float


def stretches(scores: Floats, labels: Sequence[str], label: str, least: float) -> Iterator[Stretch]:
    """Where the chance of B-label and I-label together is at least `least`; a B begins a new stretch.

    `scores` [pieces, labels]."""
    begins, goes_on = scores[:, labels.index(f"B-{label}")], scores[:, labels.index(f"I-{label}")]
    inside = begins + goes_on
    held = np.flatnonzero(inside >= least)
    if not len(held):
        return
    new = np.diff(held, prepend=held[0] - 2) > 1
    new |= (begins > goes_on)[held] & (begins[held] >= 0.5)
    for group in np.split(held, np.flatnonzero(new)[1:]):
        yield Stretch(int(group[0]), int(group[-1]), float(inside[group].mean()))
