"""Trained heads: one look of a small encoder at the whole text, before the components decide what was said and what happened.

The encoder (MiniLM-L6, fine-tuned; CARD.md) gives each piece of the text its chances for every head. Components ask `doc._.heads`
what is proposed; where there is none (a pipeline without this component) they go by their rules alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.document import text_of
from rashomon.reading.heads.encoder import Floats, scores_of
from rashomon.reading.heads.labels import CUES
from rashomon.reading.heads.pieces import Pieces, pieces_of
from rashomon.reading.heads.proposals import Attribution, Participant, attributions, participants, role_chance
from rashomon.record import Role, Span

__all__ = ["Heads", "create_heads"]


@dataclass(frozen=True)
class Heads:
    """What the heads think of one text."""

    pieces: Pieces
    attributions: tuple[Attribution, ...]
    participants: tuple[Participant, ...]
    cues: Floats
    roles: Floats
    relevance: Floats

    def cue(self, span: Span) -> float:
        """The chance that the span holds (part of) a cue."""
        covered = self.pieces.covering(span)
        return 1.0 - float(self.cues[covered.start : covered.stop, CUES.index("O")].min(initial=1.0))

    def role(self, role: Role, span: Span) -> float:
        """The chance that the span holds (part of) who fills the role."""
        return role_chance(self.pieces, self.roles, role, span)

    def incident(self, trigger: Span) -> float:
        """The chance that a trigger there tells of an incident that happened, and not of violence in general."""
        covered = self.pieces.covering(trigger)
        return float(self.relevance[covered.start : covered.stop, 1].max(initial=0.0))


@Language.factory("rashomon_heads", assigns=["doc._.heads"])
def create_heads(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that fills `doc._.heads`."""
    return look


def look(doc: Doc) -> Doc:
    """Have the heads look at a report."""
    pieces = pieces_of(text_of(doc))
    if not len(pieces):
        return doc
    scores = scores_of(pieces)
    doc._.heads = Heads(
        pieces,
        tuple(attributions(pieces, scores)),
        tuple(participants(pieces, scores)),
        scores.cues,
        scores.roles,
        scores.relevance,
    )
    return doc
