"""How a later sentence tells of an incident again: in the same words, in others ("the blast"), or as a source's own version.

A report that sets rival accounts side by side tells one event in their words: an explosion, an airstrike, a rocket that fell short.
"""

from rashomon.reading.figures import adds
from rashomon.reading.incidents import when
from rashomon.reading.incidents.agreement import MEANS, UNDONE, are_versions, can_be_one, is_violent
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.sameness import (
    SUFFERERS,
    is_vague,
    same_again,
    shares,
    shares_scene,
    suffers_the_same,
    victims_meet,
)
from rashomon.reading.incidents.words import sorts
from rashomon.record import FigureKind, Role

WINDOW = 3  # sentences that "two were killed" may stand behind what killed them
LEAD = 6  # sentences, byline and dateline among them, in which the text begins to tell what the headline told
REACH = 12  # sentences that "the attack" may point back, unless the report began with it
DOERS = (Role.party, Role.perpetrator)
COMPLEMENTS = frozenset({"in", "at", "on", "against", "near", "of"})
SWEEPS = frozenset({"arrest"})
DEEDS = frozenset({"killing", "assault", "abduction", "arrest", "sexual_violence"})


def continues(told: Draft, draft: Draft, *, lead: bool) -> bool:
    """Whether a sentence tells of the draft again."""
    asking = [m for m in told.mentions if not (m.frame.effect and _says_what_did_it(told))]
    return any(_points_back(m, draft, lead=lead) for m in asking) and all(
        can_be_one(m, other, together=False) for m in told.mentions for other in draft.compared
    )


def befalls_again(told: Draft, draft: Draft, *, lead: bool) -> bool:
    """Whether somebody suffers what the draft tells that they suffered: no man dies twice, and few are taken or shot twice.

    Nobody's death is another for the place or day told beside it; of a kidnapping this holds for the place.
    """
    return any(_is_one_deed(m, n) and victims_meet(m, n) for m in told.mentions for n in draft.compared)


def _is_one_deed(a: Mention, b: Mention) -> bool:
    if (a.status in UNDONE) != (b.status in UNDONE):
        return False
    if a.frame.counts is b.frame.counts is FigureKind.killed:
        return True
    return a.kind == b.kind and a.kind in DEEDS and not when.apart(a.time, b.time)


def is_version(told: Draft, draft: Draft, *, lead: bool) -> bool:
    """Whether a sentence tells the draft in other words: "the blast" after an airstrike."""
    return any(_retells(m, draft, lead=lead) for m in told.mentions) and _are_versions(told, draft)


def _retells(mention: Mention, draft: Draft, *, lead: bool) -> bool:
    gap = mention.sentence - draft.last
    if mention.is_new or (mention.aside and not mention.definite) or not (lead or gap <= REACH):
        return False
    if mention.definite and (shares(mention, draft.compared) or not _has_complement(mention)):
        return True
    if mention.attributed and suffers_the_same(mention, draft.compared):
        return True
    return lead and gap <= WINDOW and shares_scene(mention, draft.compared)


def answers(told: Draft, draft: Draft, *, lead: bool) -> bool:
    """Whether a source tells the draft otherwise and names nothing else: "said that a rocket had been fired from a rebel area"."""
    near = told.mentions[0].sentence - draft.last <= REACH and not _says_what_did_it(told)
    vague = any(m.attributed and is_vague(m) and not (m.is_new or m.aside or _is_named(m)) for m in told.mentions)
    return near and vague and _are_versions(told, draft)


def _says_what_did_it(told: Draft) -> bool:
    """ "Ten people were killed in police firing" needs no other sentence to explain it. What struck from afar may be in dispute."""
    acts = [m for m in told.mentions if not m.frame.effect and m.kind not in MEANS and m.in_role(Role.perpetrator)]
    return bool(acts) and any(m.frame.effect for m in told.mentions)


def _are_versions(told: Draft, draft: Draft) -> bool:
    return all(are_versions(m, other) for m in told.mentions for other in draft.compared)


def _points_back(mention: Mention, draft: Draft, *, lead: bool) -> bool:
    """Whether a later sentence speaks of the draft again."""
    gap = mention.sentence - draft.last
    near = lead or gap <= REACH
    if draft.is_headline and gap <= LEAD and (not mention.aside or mention.kind == draft.main.kind):
        return True
    if near and is_violent(mention.kind) and same_again(mention, draft.compared):
        return True
    if mention.definite:
        return near and (shares(mention, draft.compared) or not _has_complement(mention))
    if mention.frame.effect and not mention.aside and not (mention.time and mention.place):
        return gap <= WINDOW and draft.main.frame.rank >= 3
    if gap <= WINDOW and mention.kind in SWEEPS and _takes_more(mention):
        return any(m.kind == mention.kind for m in draft.compared)
    if any(m.kind == mention.kind for m in draft.compared) and not mention.is_new:
        return (near and shares(mention, draft.compared, both=gap > WINDOW or mention.aside)) or (
            gap <= WINDOW and not mention.aside and _one_is_bare(mention, draft)
        )
    return False


def _takes_more(mention: Mention) -> bool:
    """ "The patrol also detained two men", "one other suspect was arrested": more of those whom one operation took."""
    also = any(c.dep_ == "advmod" and c.lower_ == "also" for c in mention.trigger.children)
    return also or any(adds(f.head.children) for f in mention.in_role(*SUFFERERS))


def _one_is_bare(mention: Mention, draft: Draft) -> bool:
    """One of the two says nothing of whom it was done to, or who did it: "He was shot on Monday … the murder was condemned"."""
    asked = SUFFERERS if any(f.role in SUFFERERS for f in [*mention.fillers, *draft.fillers(*Role)]) else DOERS
    return not mention.in_role(*asked) or not draft.fillers(*asked)


def _has_complement(mention: Mention) -> bool:
    """ "the raid on the village", "Friday's raid", "the Mosul raid" have one, "the raid" has none."""
    return (
        bool(mention.fillers)
        or _is_named(mention)
        or any(
            (c.dep_ == "prep" and c.lower_ in COMPLEMENTS) or c.dep_ in {"poss", "relcl"}
            for c in mention.trigger.children
        )
    )


def _is_named(mention: Mention) -> bool:
    """ "The Mosul raid", "the Amal Square killings"."""
    modifiers = [c for c in mention.trigger.children if c.dep_ in {"compound", "nmod"}]
    return any(t.pos_ == "PROPN" or "toponym" in sorts(t) for c in modifiers for t in c.subtree)
