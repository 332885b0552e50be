"""The state that an adjective of its people names as the doer: "an Israeli airstrike", "Russian shelling"."""

from spacy.tokens import Token

from rashomon.reading.document import covers, span_of
from rashomon.reading.places import is_demonym
from rashomon.record import Actor, ActorKind


def state_of(adjective: Token) -> Actor | None:
    """The state among the report's actors, if it names the state elsewhere; None for all other words."""
    if adjective.pos_ != "ADJ":
        return None
    doc, here = adjective.doc, span_of([adjective])
    place = next((m.place for m in doc._.places if is_demonym(m) and covers(m.span, here)), None)
    if place is None:
        return None
    return next((a for a in doc._.actors if a.kind is ActorKind.government and a.name == place.name), None)
