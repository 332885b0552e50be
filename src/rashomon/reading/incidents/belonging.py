"""Whose are the participants that the heads propose: a proposal is a place in the text, a draft has mentions all over it."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.heads.proposals import Participant as Proposal
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.naming import head_of
from rashomon.reading.incidents.nearness import distance


def hand_out(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Give each proposal to the drafts it belongs to; `drafts` are those that take any."""
    if not drafts:
        return
    unplaced = []
    for proposal in doc._.heads.participants:
        head = head_of(doc, proposal.proposed.span)
        if head is None:
            continue
        homes = _filled_by(head, drafts) or _of_sentence(head, drafts)
        if not homes:
            unplaced.append((head, proposal))
        for draft in homes:
            draft.proposed.append(proposal)
    for head, proposal in unplaced:
        for draft in _of_actor(doc, head, proposal, drafts) or [_before(head, drafts)]:
            draft.proposed.append(proposal)


def _filled_by(head: Token, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in which the rules saw the same word fill a role."""
    return [d for d in drafts if any(f.head.i == head.i for m in d.mentions for f in m.fillers)]


def _of_sentence(head: Token, drafts: Sequence[Draft]) -> list[Draft]:
    """The draft that the sentence tells of; of several the one whose trigger is nearest."""
    triggers = [(m.trigger, n) for n, d in enumerate(drafts) for m in d.mentions if m.trigger.sent == head.sent]
    return [drafts[min((distance(trigger, head), n) for trigger, n in triggers)[1]]] if triggers else []


def _of_actor(doc: Doc, head: Token, proposal: Proposal, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in which the same actor has the same role: "he" three sentences on."""
    id = doc._.actor_heads.get(head.i)
    if id is None:
        return []
    return [d for d in drafts if any(f.actor == id for f in d.fillers(proposal.role))]


def _before(head: Token, drafts: Sequence[Draft]) -> Draft:
    """The draft that was told last, or of those still to come the next."""
    told = [(m.trigger.i, n) for n, d in enumerate(drafts) for m in d.mentions]
    last = max((at for at in told if at[0] < head.i), default=None) or min(told)
    return drafts[last[1]]
