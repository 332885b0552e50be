"""What the heads propose to the components that read: attributions, and who fills a role, each with its chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.reading.heads.encoder import Floats, Scores, arguments_of
from rashomon.reading.heads.labels import CUES, ROLES
from rashomon.reading.heads.paths import along, paths
from rashomon.reading.heads.pieces import Pieces
from rashomon.reading.heads.stretches import Stretch, stretches
from rashomon.record import Role, Span

LEAST_CUE, LEAST_ROLE = 0.2, 0.3  # proposals may be doubtful: the component that takes them decides


@dataclass(frozen=True)
class Proposed:
    """A stretch of the text, and the chance that it is what it is proposed as."""

    span: Span
    chance: float


@dataclass(frozen=True)
class Attribution:
    """Somebody's saying: the cue ("said"), who says it (the report may not tell), and what, in one stretch or several."""

    cue: Proposed
    source: Proposed | None
    content: tuple[Proposed, ...]


@dataclass(frozen=True)
class Participant:
    """Somebody or something in a role of an incident that the report tells of."""

    role: Role
    proposed: Proposed


def attributions(pieces: Pieces, scores: Scores) -> Iterator[Attribution]:
    """Who says what."""
    cues = list(stretches(scores.cues, CUES, "cue", LEAST_CUE))
    looked = arguments_of(scores, [(c.first, c.last) for c in cues])
    for cue, (cut, found), path in zip(cues, looked, paths([found for _, found in looked]), strict=True):
        sources, contents = list(along(path, found, "source")), list(along(path, found, "content"))
        yield Attribution(
            _proposed(pieces, cue),
            _proposed(pieces, max(sources, key=lambda s: s.chance), cut.start) if sources else None,
            tuple(_proposed(pieces, content, cut.start) for content in contents),
        )


def participants(pieces: Pieces, scores: Scores) -> Iterator[Participant]:
    """Who fills which role of an incident."""
    for role in (Role.perpetrator, Role.victim, Role.target, Role.instrument):
        for stretch in stretches(scores.roles, ROLES, role.value, LEAST_ROLE):
            yield Participant(role, _proposed(pieces, stretch))


def _proposed(pieces: Pieces, stretch: Stretch, start: int = 0) -> Proposed:
    first, last = stretch.first + start, stretch.last + start
    return Proposed((int(pieces.starts[first]), int(pieces.ends[last])), round(stretch.chance, 4))


def role_chance(pieces: Pieces, roles: Floats, role: Role, span: Span) -> float:
    """The greatest chance that a piece of the span fills the role."""
    return _greatest(roles, ROLES, role.value, pieces.covering(span))


def _greatest(scores: Floats, labels: Sequence[str], label: str, covered: range) -> float:
    own = scores[covered.start : covered.stop, [labels.index(f"B-{label}"), labels.index(f"I-{label}")]]
    return float(np.max(own.sum(-1), initial=0.0))
