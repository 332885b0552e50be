"""Victims who are named and not counted: "the assassination of Judge Omar" is one killed, though no number says so.

What the clause of a trigger counts is for `figures`. Here are those whom it leaves out because it does not take their name for a
person's, and those whom only a head found.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.document import quote, tokens_in
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Mention
from rashomon.record import ActorKind, Figure, FigureKind, Participant, Role, Span, Status

SUFFERED = frozenset({FigureKind.killed, FigureKind.wounded, FigureKind.abducted})
DONE = frozenset({Status.happened, Status.denied})
FAILED = frozenset({Status.attempted, Status.thwarted})
MANY = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.population})
PLURAL = frozenset({"NNS", "NNPS", "PRP", "PRP$"})
DESCRIBES = frozenset({"appos", "compound", "nmod", "amod"})
BY_HEAD = "incidents.head"


def uncounted(doc: Doc, draft: Draft, participants: Sequence[Participant], figures: Sequence[Figure]) -> list[Figure]:
    """One for each single victim of what befell them, where nobody of those whom it befell is counted."""
    found: list[Figure] = []
    counted = {figure.kind for figure in figures}
    for kind in dict.fromkeys(m.frame.counts for m in draft.mentions):
        if kind in SUFFERED and kind not in counted:
            spans = _apart(doc, dict.fromkeys(_victims(draft, participants, kind)))
            if spans and all(_is_one(doc, span) for span in spans):
                found += [_figure(doc, kind, span) for span in spans]
    return found


def _apart(doc: Doc, spans: Iterable[Span]) -> list[Span]:
    """Without what only says who another of them is: "General" of "General Soto", "leader" of "Soto, leader of the union"."""
    heads = {tokens_in(doc, span).root: span for span in spans}
    return [span for head, span in heads.items() if not (head.dep_ in DESCRIBES and head.head in heads)]


def is_borne_out(mention: Mention) -> bool:
    """Whether somebody has suffered what is told: not in "planned to kill 20", but in "tried to kill him, wounding two"."""
    verb = mention.trigger
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return mention.status in DONE or (mention.status in FAILED and verb.dep_ == "advcl" and verb.tag_ == "VBG")


def _victims(draft: Draft, participants: Sequence[Participant], kind: FigureKind) -> Iterator[Span]:
    """Where each of those stands whom the words for this befell; those of a head suffered what the main word says."""
    told = [m for m in draft.mentions if m.frame.counts is kind and m.status is draft.main.status and is_borne_out(m)]
    befallen = [f for m in told for f in m.in_role(Role.victim)]
    for participant in participants:
        if participant.role is Role.victim and (
            any(f.span == participant.span or (f.actor and f.actor == participant.actor) for f in befallen)
            or (participant.by == BY_HEAD and draft.main.frame.counts is kind and is_borne_out(draft.main))
        ):
            yield participant.span


def _is_one(doc: Doc, span: Span) -> bool:
    """Whether the phrase is of one person: no plural, no number, no group."""
    phrase = tokens_in(doc, span)
    head = phrase.root
    if head.tag_ in PLURAL or head.ent_type_ in {"DATE", "TIME", "CARDINAL"} or _has_number(phrase[0], head):
        return False
    id = doc._.actor_heads.get(head.i)
    return not any(actor.id == id and actor.kind in MANY for actor in doc._.actors)


def _has_number(first: Token, head: Token) -> bool:
    return any(first.i <= quantity.head <= head.i and quantity.high != 1 for quantity in head.doc._.quantities)


def _figure(doc: Doc, kind: FigureKind, span: Span) -> Figure:
    return Figure(kind=kind, low=1, high=1, text=quote(doc, span), span=span, by="incidents.victims")
