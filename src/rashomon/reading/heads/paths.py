"""The likeliest labels of all pieces together: each stretch begins with B and goes on with I.

So stray pieces make no stretch, and a doubtful piece does not tear one apart. A. Viterbi's algorithm over what each piece is likely
to be, seen from one cue.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.heads.encoder import Floats
from rashomon.reading.heads.labels import ARGUMENTS
from rashomon.reading.heads.stretches import Stretch

# What the log-likelihood must gain before a stretch begins, swept over PolNeAR's held-out reports: contents are few and long.
BEGINNING = {"B-source": 0.0, "B-content": 2.0}
LEAST, NEVER = 1e-6, -1e4
BARRED = np.array(  # from a label (row) to another (column)
    [[NEVER if to.startswith("I-") and to[2:] != of[2:] else 0.0 for to in ARGUMENTS] for of in ARGUMENTS], np.float32
)


def paths(rows: Sequence[Floats]) -> list[NDArray[np.int64]]:
    """For each cue the label of each piece, from the pieces' chances [pieces, ARGUMENTS]."""
    if not rows:
        return []
    scores = _scores(rows)
    best, steps = scores[0] + BARRED[ARGUMENTS.index("O")], []
    for own in scores[1:]:
        reached = best[:, :, None] + BARRED
        steps.append(reached.argmax(1))
        best = reached.max(1) + own
    at = best.argmax(1)
    backwards = [at]
    for step in reversed(steps):
        at = step[np.arange(len(rows)), at]
        backwards.append(at)
    found = np.array(backwards[::-1])
    return [found[: len(row), n] for n, row in enumerate(rows)]


def _scores(rows: Sequence[Floats]) -> Floats:
    """Log-likelihoods [pieces, cues, ARGUMENTS]; behind a shorter row all is outside."""
    made = np.full((max(map(len, rows)), len(rows), len(ARGUMENTS)), NEVER, np.float32)
    made[:, :, ARGUMENTS.index("O")] = 0.0
    for n, row in enumerate(rows):
        made[: len(row), n] = np.log(np.maximum(row, LEAST))
    for label, cost in BEGINNING.items():
        made[:, :, ARGUMENTS.index(label)] -= cost
    return made


def along(path: NDArray[np.int64], chances: Floats, label: str) -> Iterator[Stretch]:
    """The stretches of one label on a path, each with the mean of its pieces' chances."""
    begins, goes_on = ARGUMENTS.index(f"B-{label}"), ARGUMENTS.index(f"I-{label}")
    inside = chances[:, begins] + chances[:, goes_on]
    for first in map(int, np.flatnonzero(path == begins)):
        last = first
        while last + 1 < len(path) and path[last + 1] == goes_on:
            last += 1
        yield Stretch(first, last, float(inside[first : last + 1].mean()))
