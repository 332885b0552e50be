"""Who takes part in a draft that was judged: what the rules found and what the heads propose, each entity once, with its chance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

from spacy.tokens import Doc, Token

from rashomon.reading.document import leave_out, quote, span_of, tokens_in
from rashomon.reading.heads.confidence import Judge, log_odds
from rashomon.reading.heads.proposals import Participant as Proposal
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Filler
from rashomon.reading.incidents.naming import head_of, name_of, whom
from rashomon.reading.incidents.phrases import phrase
from rashomon.reading.incidents.roles import THINGLY, fitting, meant
from rashomon.record import Actor, Participant, Role, Span

ROLES = (Role.perpetrator, Role.victim, Role.target, Role.instrument)
TRUST = 0.3  # what the rules' word counts for beside the head's chance where the two give an entity different roles


@dataclass(frozen=True)
class Sighting:
    """One place where somebody is seen in a role, by the rules (`filler`) or by the head.

    `at`: the head word; `span`: the phrase that names them, there or where the report names them fully.
    """

    role: Role
    at: Span
    span: Span
    actor: Actor | None
    chance: float
    filler: Filler | None = None


def participants(doc: Doc, draft: Draft, judge: Judge) -> tuple[Participant, ...]:
    """Whom the rules found, and of those whom the heads alone propose the likely ones; the others are counted.

    The heads learnt who takes part from one war's reports, so that in others they may not know whom the grammar shows.
    """
    kept = []
    for participant, traits in candidates(doc, draft):
        chance = judge.chance(traits) if traits else None
        if chance is None or traits["ruled"] or judge.keeps(chance):
            kept.append(participant.model_copy(update={"confidence": chance}))
        else:
            leave_out(doc, "participants")
    return tuple(kept)


def candidates(doc: Doc, draft: Draft) -> Iterator[tuple[Participant, dict[str, float]]]:
    """Each entity with a role once, and what speaks for it."""
    for entity in _entities(doc, sightings(doc, draft)):
        participant = _participant(doc, entity)
        yield participant, _traits(doc, draft, entity) if participant.role in ROLES else {}


def sightings(doc: Doc, draft: Draft) -> Iterator[Sighting]:
    """All places where somebody is seen in a role of the draft."""
    for mention in draft.mentions:
        for f in mention.fillers:
            at = span_of([f.head])
            actor = whom(doc, f.head, f.span)
            yield Sighting(f.role, at, f.span, actor, doc._.heads.role(f.role, at) if f.role in ROLES else 0.0, f)
    triggers = {m.trigger.i for m in draft.mentions}
    for p in draft.proposed:
        for head in _meant(doc, p):
            role = None if head.i in triggers else fitting(p.role, head, draft.main.frame.kind)
            if role is not None:
                span = phrase(head, role)
                yield Sighting(role, span_of([head]), span, whom(doc, head, span), p.proposed.chance)


def _meant(doc: Doc, proposal: Proposal) -> Iterable[Token]:
    head = head_of(doc, proposal.proposed.span)
    if head is None:
        return ()
    return meant(proposal.role, head) if proposal.role in THINGLY else (head,)


def _entities(doc: Doc, seen: Iterable[Sighting]) -> list[list[Sighting]]:
    """Sightings of one entity together: of one actor, in the same words, or with the same head."""
    entities: list[list[Sighting]] = []
    for one in seen:
        home = next((e for e in entities if any(_is_one(doc, one, other) for other in e)), None)
        if home is None:
            entities.append([one])
        else:
            home.append(one)
    return entities


def _is_one(doc: Doc, a: Sighting, b: Sighting) -> bool:
    if a.at == b.at or (a.actor is not None and b.actor is not None and a.actor.id == b.actor.id):
        return True
    return quote(doc, a.span).lower() == quote(doc, b.span).lower()


def _role(entity: list[Sighting]) -> Role:
    """The role for which most speaks."""
    return max(entity, key=lambda s: s.chance + TRUST * (s.filler is not None)).role


def _participant(doc: Doc, entity: list[Sighting]) -> Participant:
    role = _role(entity)
    own = [s for s in entity if s.role is role]
    best, actor = max(own, key=_naming), next((s.actor for s in own if s.actor), None)
    span = next((name for s in own if (name := name_of(doc, s.actor))), best.span)
    by = "incidents.head" if best.filler is None else "incidents.roles"
    return Participant(role=role, text=quote(doc, span), span=span, actor=actor.id if actor else None, by=by)


def _naming(sighting: Sighting) -> tuple[bool, bool, int, float]:
    """A name before a noun; what the rules read names whom they mean more exactly than the head's stretches."""
    filler = sighting.filler
    named = filler is not None and filler.head.pos_ == "PROPN"
    return named, filler is not None, sighting.span[1] - sighting.span[0] if named else 0, sighting.chance


def _traits(doc: Doc, draft: Draft, entity: list[Sighting]) -> dict[str, float]:
    role = _role(entity)
    own = [s for s in entity if s.role is role]
    proposed, ruled = [s for s in own if s.filler is None], [s for s in own if s.filler is not None]
    best = max(own, key=lambda s: s.chance)
    return {
        "head": log_odds(best.chance),
        "elsewhere": log_odds(_elsewhere(doc, role, own)),
        "other_role": log_odds(max(doc._.heads.role(other, best.at) for other in ROLES if other is not role)),
        "proposed": float(bool(proposed)),
        "ruled": float(bool(ruled)),
        "disagree": float(len(own) < len(entity)),
        "draft": log_odds(draft.confidence or 0.5),
        "sightings": log(len(own)),
        "near": float(any(_is_near(doc, draft, s) for s in own)),
        "named": float(any(tokens_in(doc, s.span).root.pos_ == "PROPN" for s in own)),
        f"role_{role}": 1.0,
        f"ruled_{role}": float(bool(ruled)),
        "pronoun": float(all(s.filler is not None and s.filler.head.pos_ == "PRON" for s in own)),
        "implied": float(all(s.filler is not None and s.filler.implied for s in own)),
    }


def _elsewhere(doc: Doc, role: Role, own: list[Sighting]) -> float:
    """The greatest chance that the head sees for the same actor anywhere in the report."""
    spans = [span for s in own if s.actor for span in s.actor.mentions]
    return max((doc._.heads.role(role, span) for span in spans), default=max(s.chance for s in own))


def _is_near(doc: Doc, draft: Draft, sighting: Sighting) -> bool:
    sentence = tokens_in(doc, sighting.at).root.sent
    return any(m.trigger.sent == sentence for m in draft.mentions)
