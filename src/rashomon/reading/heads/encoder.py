"""The shared encoder and its heads, run by ONNX Runtime: what they think of each piece of a text."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.heads.pieces import FIRST, LAST, PADDING, WINDOW, Pieces, windows

HERE = Path(__file__).parent
TOGETHER = 4  # windows looked at in one run: more take memory and no less time
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Scores:
    """What each head gives a text's pieces, as chances that add up to 1: [pieces, labels].

    `states` are the encoder's own, per window [windows, pieces, 384], for heads that look again.
    """

    cues: Floats
    roles: Floats
    relevance: Floats
    states: Floats
    mask: Floats
    cuts: tuple[range, ...]

    def place(self, piece: int) -> tuple[int, int]:
        """The window in which a piece has most context, and its place there."""
        window = _best(self.cuts, piece)
        return window, piece - self.cuts[window].start + 1


@cache
def session(name: str) -> Any:
    """One of the graphs beside this file, loaded once a process; one thread, since readers run side by side."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(HERE / name), options, providers=["CPUExecutionProvider"])


def scores_of(pieces: Pieces) -> Scores:
    """All heads' chances for all pieces. Where windows overlap, the one with more context is believed."""
    cuts = tuple(windows(len(pieces)))
    outputs = [_run(pieces, cuts[n : n + TOGETHER]) for n in range(0, len(cuts), TOGETHER)]
    states, cues, roles, relevance = (np.concatenate(part) for part in zip(*outputs, strict=True))
    mask = np.array([[1.0] * (len(cut) + 2) + [0.0] * (WINDOW - 2 - len(cut)) for cut in cuts], dtype=np.float32)
    at = (
        [np.fromiter(part, int) for part in zip(*_places(cuts), strict=True)] if len(pieces) else [np.zeros(0, int)] * 2
    )

    def chosen(scores: Floats) -> Floats:
        return chances(scores[at[0], at[1]])

    return Scores(chosen(cues), chosen(roles), chosen(relevance), states, mask, cuts)


def _run(pieces: Pieces, cuts: tuple[range, ...]) -> list[Floats]:
    ids = np.full((len(cuts), WINDOW), PADDING, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, cut in enumerate(cuts):
        ids[row, : len(cut) + 2] = [FIRST, *pieces.ids[cut.start : cut.stop], LAST]
        mask[row, : len(cut) + 2] = 1
    longest = int(mask.sum(1).max())
    outputs = session("encoder.onnx").run(None, {"ids": ids[:, :longest], "mask": mask[:, :longest]})
    return [np.pad(output, ((0, 0), (0, WINDOW - longest), (0, 0))) for output in outputs]


def _best(cuts: tuple[range, ...], piece: int) -> int:
    holding = [n for n, cut in enumerate(cuts) if piece in cut]
    return max(holding, key=lambda n: min(piece - cuts[n].start, cuts[n].stop - 1 - piece))


def _places(cuts: tuple[range, ...]) -> list[tuple[int, int]]:
    """For each piece its window and its place there: an overlap is parted in the middle."""
    found = []
    for n, cut in enumerate(cuts):
        start = cut.start if n == 0 else (cut.start + cuts[n - 1].stop) // 2
        stop = cut.stop if n == len(cuts) - 1 else (cuts[n + 1].start + cut.stop) // 2
        found += [(n, piece - cut.start + 1) for piece in range(start, stop)]
    return found


def chances(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    made: Floats = grown / grown.sum(-1, keepdims=True)
    return made


def arguments_of(scores: Scores, cues: list[tuple[int, int]]) -> list[tuple[range, Floats]]:
    """For each cue (its first and last piece) the pieces of its window, and each one's chances to be its source or content."""
    if not cues:
        return []
    places = [scores.place(first) for first, _ in cues]
    window = np.array([w for w, _ in places])
    first = np.array([at for _, at in places])
    last = np.array([min(at + b - a, WINDOW - 1) for (_, at), (a, b) in zip(places, cues, strict=True)])
    given = {"states": scores.states, "mask": scores.mask, "window": window, "first": first, "last": last}
    (found,) = session("arguments.onnx").run(None, given)
    cuts = [scores.cuts[w] for w in window]
    return [(cut, chances(row[1 : len(cut) + 1])) for cut, row in zip(cuts, found, strict=True)]
