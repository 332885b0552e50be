"""Who did what only a state's forces do, where the sentence names no doer: "Police sealed the road. Forty men were detained."

The police or soldiers of whom the report speaks beside it, with their own mention as the span. Said to be implied, for the report
leaves it open.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.reading.document import actor_of, quote
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Filler
from rashomon.reading.incidents.phrases import phrase
from rashomon.reading.incidents.words import HUMAN, counted, sorts
from rashomon.record import ActorKind, Role

FORCES = frozenset({ActorKind.security_force, ActorKind.person})
MODIFIES = frozenset({"compound", "amod", "nmod", "poss"})
SUFFERS = frozenset({"dobj", "nsubjpass"})
# Sentences before the incident's own. F1 of arrests by police in the 300 reports of India Police Events: 66 with 1, 74 with 4, 77
# with 8, which would fit that set: further back, the force spoken of is more and more often another one.
BACK = 4


def set_doers(drafts: Sequence[Draft]) -> None:
    """Give the incidents that only forces bring about, and of which nobody else is the doer, the forces spoken of beside them."""
    for draft in drafts:
        if draft.main.frame.by_force and not draft.fillers(Role.perpetrator):
            force = next(_spoken_of(draft.main.trigger), None)
            if force is not None:
                draft.main.fillers.append(_implied(force))


def force_of(head: Token) -> Token | None:
    """The word of a phrase that names a force: of "police officials" and "superintendent of police" `police`."""
    around = [c for c in head.children if c.dep_ in MODIFIES or c.dep_ == "appos"]
    named = [t for part in [head, *around] for t in (part, *counted(part))]
    return next((t for t in named if "force" in sorts(t)), None)


def _spoken_of(trigger: Token) -> Iterator[Token]:
    """Forces in the trigger's sentence, the nearest before it first, then those behind it, then those of the sentences before."""
    sentence, doc = trigger.sent, trigger.doc
    start = sentence.start
    yield from filter(_is_force, (doc[i] for i in range(trigger.i - 1, start - 1, -1)))
    yield from filter(_is_force, (doc[i] for i in range(trigger.i + 1, sentence.end)))
    for _ in range(BACK):
        if start == 0:
            return
        end, start = start, doc[start - 1].sent.start
        yield from filter(_is_force, (doc[i] for i in range(end - 1, start - 1, -1)))


def _is_force(token: Token) -> bool:
    """Whether the word names a force as one that does something: not "police station", not "two policemen were wounded"."""
    if "force" not in sorts(token) or token.dep_ in SUFFERS:
        return False
    if token.dep_ in MODIFIES:
        return bool(sorts(token.head) & HUMAN)
    actor = actor_of(token)
    return actor is not None and actor.kind in FORCES


def _implied(head: Token) -> Filler:
    span, actor = phrase(head, Role.perpetrator), actor_of(head)
    return Filler(Role.perpetrator, head, span, quote(head.doc, span), actor.id if actor else None, implied=True)
