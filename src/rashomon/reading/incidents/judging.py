"""Which drafts tell of an incident: what the heads say of their triggers and of the report, weighed with what the rules read.

"Violence has marred every election", "the killing of prisoners must end": the words are those of an incident, and there is none.
Judged are kinds for which there are keys to learn from (MUC-4's: attacks on those who do not fight); the others go by the rules.
"""

from collections.abc import Sequence
from math import log

from spacy.tokens import Doc

from rashomon.reading.document import covers, leave_out, span_of
from rashomon.reading.heads import Heads
from rashomon.reading.heads.confidence import Judge, log_odds
from rashomon.reading.incidents.agreement import can_be_one
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.kinds import settled
from rashomon.record import Act, Role, Span, Status

JUDGED = frozenset(
    {
        "killing",
        "assault",
        "sexual_violence",
        "chemical_attack",
        "shelling",
        "grenade",
        "bombing",
        "suicide_bombing",
        "abduction",
        "destruction",
    }
)
CHARGES = frozenset({Act.claims_responsibility, Act.blames, Act.denies})
UNDONE = frozenset({Status.planned, Status.threatened, Status.offered, Status.hypothetical})


def judged(doc: Doc, drafts: Sequence[Draft], judge: Judge) -> list[Draft]:
    """The drafts that are likely enough, each with its chance where it is of a kind that is judged; the others are counted.

    However unlikely, what somebody claims, blames on somebody or denies is kept: a denial may be all that a report tells of it.
    """
    kept = []
    charged = [span for s in doc._.statements if s.act in CHARGES for span in s.content]
    for draft in drafts:
        if settled(draft) in JUDGED:
            draft.confidence = judge.chance(traits(doc, draft, drafts))
            if not (judge.keeps(draft.confidence) or _is_told_in(draft, charged)):
                leave_out(doc, "incidents")
                continue
        kept.append(draft)
    return kept


def _is_told_in(draft: Draft, spans: Sequence[Span]) -> bool:
    return any(covers(span, span_of([mention.trigger])) for mention in draft.mentions for span in spans)


def traits(doc: Doc, draft: Draft, drafts: Sequence[Draft]) -> dict[str, float]:
    """What speaks for and against a draft, one of the report's."""
    heads: Heads = doc._.heads
    main, told = draft.main, draft.mentions
    return {
        "trigger": max(log_odds(heads.incident(span_of([m.trigger]))) for m in told),
        "main_trigger": log_odds(heads.incident(span_of([main.trigger]))),
        "around": log_odds(_greatest_around(heads, draft)),
        "fillers": log_odds(_greatest_of_fillers(heads, draft)),
        "mentions": log(len(told)),
        "aside": float(draft.is_aside),
        "attributed": float(all(m.attributed for m in told)),
        "definite": float(all(m.definite for m in told)),
        "effect": float(all(m.frame.effect for m in told)),
        "day": float(draft.time is not None),
        "place": float(draft.place is not None),
        "named": float(any(m.named_victims() for m in told)),
        "figures": float(any(m.figures for m in told)),
        "first": float(draft is drafts[0]),
        "again": float(any(_is_again(draft, other) for other in drafts if other is not draft)),
        "undone": float(main.status in UNDONE),
    }


def _greatest_around(heads: Heads, draft: Draft) -> float:
    """The chance of the likeliest participant that the heads see in a sentence of the draft."""
    sentences = [span_of(m.trigger.sent) for m in draft.mentions]
    return max((p.proposed.chance for p in heads.participants if _in_any(p.proposed.span, sentences)), default=0.0)


def _in_any(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _greatest_of_fillers(heads: Heads, draft: Draft) -> float:
    fillers = draft.fillers(Role.perpetrator, Role.victim, Role.target, Role.instrument)
    return max((heads.role(f.role, f.span) for f in fillers), default=0.0)


def _is_again(draft: Draft, other: Draft) -> bool:
    """Whether the other tells more of what may be the same incident."""
    more = len(other.mentions) > len(draft.mentions) or other.main.trigger.i < draft.main.trigger.i
    return more and can_be_one(draft.main, other.main, together=False)
