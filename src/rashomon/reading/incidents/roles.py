"""Who takes part in a mention: fillers of its slots in the roles that its frame gives them."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.document import actor_of, quote
from rashomon.reading.incidents.forces import force_of
from rashomon.reading.incidents.mention import Filler, Mention
from rashomon.reading.incidents.nearness import chain, is_saying
from rashomon.reading.incidents.phrases import full_name, phrase
from rashomon.reading.incidents.slots import subjects_of
from rashomon.reading.incidents.states import state_of
from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.incidents.words import HUMAN, THINGS, WEAPONS, counted, lemma, sorts
from rashomon.reading.syntax import conjuncts, prepositional
from rashomon.record import Actor, ActorKind, Role

OWNED = frozenset({"weapon", "projectile", "aircraft", "vehicle", "force", "group"})
DOERS = frozenset({Role.perpetrator, Role.party})
SUFFERERS = frozenset({Role.victim, Role.target})
ORGANISED = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation})
NO_ONE = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
NOT_AGENTS = frozenset(
    {"terrorist", "extremist", "criminal", "suicide", "paramilitary"}
)  # as modifiers: "terrorist attack"
BY_AUTHORITY = frozenset({"arrest", "weapons_seizure", "coercion"})
THINGLY = frozenset({Role.target, Role.instrument})
GROUND_KINDS = frozenset({"territory_gain", "withdrawal", "deployment"})


def fill_roles(mention: Mention, triggers: frozenset[int]) -> None:
    """Fill the roles of a mention. `triggers`: indices of all triggers, for "the attack killed ten" names no killer."""
    found: dict[int, Filler] = {}
    for role, head in _assigned(mention):
        if head.i in triggers or head.i in found:
            continue
        filler = _filler(role, head, mention)
        if filler is not None:
            found[head.i] = filler
    mention.fillers = list(found.values())


def _assigned(mention: Mention) -> Iterator[tuple[Role, Token]]:
    roles = mention.frame.roles
    for slot, heads in mention.slots.items():
        if roles.get(slot):
            role = Role(roles[slot])
            for head in heads:
                yield from ((role, one) for one in meant(role, head))
                if role is Role.perpetrator:
                    yield from ((role, owner) for owner in _owners(head))
    if roles.get("subject") == Role.perpetrator:
        yield from (
            (Role.perpetrator, holder) for ground in mention.slots.get("from", []) for holder in _holders(ground)
        )
    yield from _modifiers(mention)
    if mention.frame.kind in BY_AUTHORITY and not mention.slots.get("subject"):
        yield from ((Role.perpetrator, head) for head in _authority(mention.trigger))
    if mention.frame.kind == "arrest":
        yield from ((Role.perpetrator, keeper) for keeper in _keepers(mention))
    for slot in ("with", "by", "in"):
        if slot not in roles or slot == "with":
            heads = [*mention.slots.get(slot, []), *_attached(mention, slot)]
            yield from (
                (Role.instrument, one) for h in heads if sorts(h) & WEAPONS for one in meant(Role.instrument, h)
            )


def _owners(head: Token) -> list[Token]:
    """ "The army's artillery", "its fighters": whose arms or men they were."""
    if not sorts(head) & OWNED:
        return []
    return [c for c in head.children if c.dep_ == "poss" and _is_culprit(actor_of(c))]


def _holders(ground: Token) -> Iterator[Token]:
    """ "Fired from areas held by government troops", "from territory that they control": said to have been fired by them."""
    for verb in ground.children:
        if verb.dep_ in {"acl", "relcl"} and lemma(verb) in words("verbs")["holding"]:
            yield from prepositional(verb, "by") if verb.dep_ == "acl" else subjects_of(verb)


def _is_culprit(actor: Actor | None) -> bool:
    return actor is not None and actor.kind in ORGANISED


def _attached(mention: Mention, preposition: str) -> list[Token]:
    """ "blew up a bridge with dynamite", where the parse hangs the dynamite on the bridge."""
    return [h for o in mention.slots.get("object", []) for h in prepositional(o, preposition)]


def _authority(trigger: Token) -> list[Token]:
    """ "Police said that 50 people had been arrested": by them, where nobody else is named."""
    says = next((t for t in chain(trigger) if is_saying(t)), None)
    speakers = subjects_of(says) if says is not None and says.pos_ == "VERB" else []
    return [force for force in map(force_of, speakers) if force is not None]


def _keepers(mention: Mention) -> list[Token]:
    """ "Remanded to police custody", "kept in the army's custody": whose custody it was."""
    places = [h for slot in ("in", "into", "to") for h in [*mention.slots.get(slot, ()), *_attached(mention, slot)]]
    of = [c for h in places if lemma(h) == "custody" for c in h.children if c.dep_ in {"compound", "nmod", "poss"}]
    return [c for c in of if "force" in sorts(c)]


def meant(role: Role, head: Token) -> Iterator[Token]:
    """The head and who the phrase names besides: "two aides, Musa and Idris", "members of the Front", "dozens of houses"."""
    if role is Role.instrument and lemma(head) in words("phrases")["discharges"]:
        yield from [c for c in head.children if c.dep_ in {"compound", "amod"} and sorts(c) & WEAPONS] or [head]
        return
    if role in THINGLY and sorts(head) & {"partitive", "fragment"}:
        yield from counted(head) or [head]
        return
    named = [n for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON" for n in conjuncts(c)]
    if not named or "Plur" in head.morph.get("Number", []):
        yield head
    yield from named
    if role in DOERS and head.pos_ == "NOUN":
        yield from (
            c
            for c in [*head.children, *counted(head)]
            if c != head and c.pos_ == "PROPN" and _is_organised(actor_of(c))
        )


def _is_organised(actor: Actor | None) -> bool:
    return actor is not None and actor.kind is ActorKind.armed_group


def _modifiers(mention: Mention) -> Iterator[tuple[Role, Token]]:
    """ "the rebel attack", "a car bomb attack", "police firing"."""
    agent = mention.frame.roles.get("subject")
    for head in mention.slots.get("compound", ()):
        found = sorts(head)
        if found & WEAPONS:
            yield Role.instrument, head
        elif head.pos_ == "ADJ" and actor_of(head) is None:
            if agent and state_of(head) is not None:
                yield Role(agent), head
        elif agent and mention.frame.possessor == "subject" and lemma(head) not in NOT_AGENTS:
            actor = actor_of(head)
            if found & {"force", "group"} or (actor is not None and actor.kind in ORGANISED):
                yield Role(agent), head


def _filler(role: Role, head: Token, mention: Mention) -> Filler | None:
    found, actor, doc = sorts(head), actor_of(head) or state_of(head), head.doc
    fitted = fitting(role, head, mention.frame.kind)
    if fitted is None:
        return None
    if head.pos_ == "PRON":
        span = full_name(doc, actor) if actor is not None else None
    elif fitted in DOERS | {Role.victim} and not (
        found & HUMAN or actor or head.pos_ == "PROPN" or head.ent_type_ in {"ORG", "GPE"}
    ):
        return None
    else:
        span = phrase(head, fitted)
    return Filler(fitted, head, span, quote(doc, span), actor.id if actor else None) if span else None


def fitting(role: Role, head: Token, kind: str) -> Role | None:
    """The role in an incident of a kind that the noun itself allows: "a bomb killed", "attacked two peasants"; for a day none."""
    if (head.ent_type_ in NO_ONE and head.pos_ != "NOUN") or (head.pos_ == "NUM" and role in THINGLY):
        return None
    return _of_sort(role, sorts(head), kind)


def _of_sort(role: Role, found: frozenset[str], kind: str) -> Role | None:
    human = bool(found & HUMAN)
    if role is Role.perpetrator and not human and (found & WEAPONS or "vehicle" in found):
        return Role.instrument
    if kind in GROUND_KINDS:
        return role
    if role is Role.target and human and not found & THINGS:
        return Role.victim
    if role in SUFFERERS and not human and "ground" in found and not found & THINGS:
        return None  # where it happened, not what was hit
    if role is Role.victim and not human and found & THINGS and "pronoun" not in found:
        return Role.target
    return role
