"""Texts to learn from: pieces with the labels that some data set gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.heads.labels import ARGUMENTS, CUES, OUTSIDE, ROLES
from rashomon.reading.heads.pieces import FIRST, LAST, Pieces, pieces_of, windows

Span = tuple[int, int]
Labels = NDArray[np.int64]
IGNORED = -100  # a piece whose label is not known: it teaches nothing
HEADS = ("cues", "roles", "relevance")  # in the order of what the model returns


@dataclass(frozen=True)
class Cue:
    """A cue's first and last piece, and the label of each piece of the text as its source or content."""

    first: int
    last: int
    arguments: Labels


@dataclass
class Text:
    """A text's pieces with a label per head and piece; IGNORED where the data set says nothing."""

    pieces: Pieces
    labels: dict[str, Labels]
    cues: list[Cue] = field(default_factory=list)
    relevant: int = IGNORED  # whether the whole tells of an incident

    @classmethod
    def of(cls, text: str) -> "Text":
        """A text of which nothing is known yet."""
        pieces = pieces_of(text)
        return cls(pieces, {head: np.full(len(pieces), IGNORED) for head in HEADS})

    def tag(self, head: str, label: str, span: Span) -> None:
        """Label a stretch of the text B-label, I-label …"""
        names = {"cues": CUES, "roles": ROLES}[head]
        _tag(self.labels[head], names, label, self.pieces.covering(span))

    def mark(self, head: str, label: int, span: Span) -> None:
        """Give each piece of a stretch the same label."""
        covered = self.pieces.covering(span)
        self.labels[head][covered.start : covered.stop] = label

    def add_cue(self, cue: Span, source: Sequence[Span], content: Sequence[Span]) -> None:
        """An attribution: its cue, source and content."""
        covered = self.pieces.covering(cue)
        if not covered:
            return
        self.tag("cues", "cue", cue)
        arguments = np.full(len(self.pieces), OUTSIDE)
        for span in content:
            _tag(arguments, ARGUMENTS, "content", self.pieces.covering(span))
        for span in source:
            _tag(arguments, ARGUMENTS, "source", self.pieces.covering(span))
        self.cues.append(Cue(covered[0], covered[-1], arguments))

    def windows(self, start: int) -> Iterator["Window"]:
        """The text cut into windows, the first one ending where it would if the text had begun `start` pieces earlier."""
        for cut in windows(len(self.pieces) + start):
            inside = range(max(0, cut.start - start), cut.stop - start)
            if inside:
                yield Window.of(self, inside)


def _tag(labels: Labels, names: Sequence[str], label: str, covered: range) -> None:
    if covered:
        labels[covered.start : covered.stop] = names.index(f"I-{label}")
        labels[covered.start] = names.index(f"B-{label}")


@dataclass(frozen=True)
class Window:
    """What the encoder sees at once: pieces between two marks, and their labels."""

    ids: NDArray[np.int64]
    labels: dict[str, Labels]
    cues: list[Cue]

    @property
    def teaches(self) -> bool:
        """Whether any piece has a label."""
        return any((own != IGNORED).any() for own in self.labels.values())

    @classmethod
    def of(cls, text: Text, inside: range) -> "Window":
        """A stretch of a text."""
        cut = slice(inside.start, inside.stop)
        labels = {head: np.concatenate([[IGNORED], own[cut], [IGNORED]]) for head, own in text.labels.items()}
        labels["relevance"][0] = text.relevant
        cues = [
            Cue(c.first - inside.start + 1, c.last - inside.start + 1, np.concatenate([[0], c.arguments[cut], [0]]))
            for c in text.cues
            if c.first in inside and c.last in inside
        ]
        return cls(np.concatenate([[FIRST], text.pieces.ids[cut], [LAST]]), labels, cues)
