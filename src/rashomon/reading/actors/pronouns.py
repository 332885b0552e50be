"""Pronouns: "he", "they", "whose", where the evidence is good.

Weights by salience after Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": subjects above objects, main
clauses above others, the same sentence above those before. Where another candidate weighs nearly as much, be it an actor or, for
"they" and "it", any other noun, none is taken: a wrong link costs more than none.
"""

from spacy.tokens import Token

from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.lexicon import table
from rashomon.reading.actors.mention import Cast, Draft, Form, Mention
from rashomon.reading.actors.setting import Setting
from rashomon.reading.syntax import SUBJECTS, conjuncts
from rashomon.record import ActorKind

# What a pronoun asks for: a man, a woman, several people ("p"), a collective ("c").
PERSONAL = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "c", "its": "c", "itself": "c",
}  # fmt: skip
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
# Collectives that do so much in a report that an "it" is likely one of them; of other organisations too much else is said.
COLLECTIVE = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.government})
# Collectives that reports call "they" as readily as "it": "the Taliban … they", "police said they".
MANY = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.population})

BACK = 2  # sentences
# How much heavier than the next candidate the best must be. "m", "f" and "c" are judgements; for "p", 1.25, 1.5 and 2.0 were
# tried on GUM news, and 2.0 was the most precise.
MARGIN = {"m": 1.25, "f": 1.25, "p": 2.0, "c": 1.5}
ROLES = {"nsubj": 4.0, "nsubjpass": 4.0, "dobj": 2.5, "pobj": 2.0, "poss": 1.8, "appos": 1.5, "attr": 1.5}
BY_DISTANCE = (1.0, 1.4, 2.8)


def resolve(cast: Cast, pronoun: Token, setting: Setting) -> Draft | None:
    """The actor that the pronoun stands for."""
    if pronoun.lower_ in RELATIVE:
        return _relative(cast, pronoun)
    wanted = PERSONAL[pronoun.lower_]
    if wanted in {"c", "p"} and not _of_actor(pronoun):
        return None
    if wanted == "c" and not _agent(pronoun):
        return None
    return _personal(cast, pronoun, wanted, setting)


def _relative(cast: Cast, pronoun: Token) -> Draft | None:
    """ "the men who attacked", "Taliban, whose members": what the relative clause hangs on."""
    verb = pronoun.head
    while verb.dep_ not in {"relcl", "ROOT"} and verb.head != verb:
        verb = verb.head
    draft = cast.of_head.get(verb.head.i) if verb.dep_ == "relcl" else None
    if draft is not None and pronoun.lower_ == "which" and draft.kind is ActorKind.person:
        return None
    return draft


def _personal(cast: Cast, pronoun: Token, wanted: str, setting: Setting) -> Draft | None:
    here = setting.sentence[pronoun.i]
    told = setting.speakers_of(pronoun) if wanted in {"m", "f"} else frozenset()
    ranked = []
    for draft in cast:
        if not _agrees(draft, wanted) or any(m.head.i in told for m in draft.mentions):
            continue
        known = draft.before(pronoun.i)
        if any(_barred(m.head, pronoun) for m in known[-6:]):
            continue
        weight = max((_weight(m, pronoun, here, setting) for m in known[-6:]), default=0.0)
        if weight > 0:
            ranked.append((weight + 0.1 * min(len(known), 5), draft))
    ranked.sort(key=lambda pair: -pair[0])
    if not ranked:
        return None
    rivals = [weight for weight, _ in ranked[1:2]]
    if wanted in {"p", "c"}:
        rivals += _things(cast, pronoun, wanted, setting)
    return ranked[0][1] if ranked[0][0] >= MARGIN[wanted] * max(rivals, default=0.0) else None


def _agrees(draft: Draft, wanted: str) -> bool:
    if wanted in {"m", "f"}:
        return draft.kind is ActorKind.person and not draft.plural and draft.gender in {None, wanted}
    if wanted == "c":
        return draft.kind in COLLECTIVE and not draft.plural
    return draft.plural or draft.kind in MANY


def _weight(mention: Mention, pronoun: Token, here: int, setting: Setting) -> float:
    distance = here - setting.sentence[mention.head.i]
    if distance > BACK:
        return 0.0
    weight = _salience(mention.head)
    if mention.form is Form.pronoun:
        weight *= 1.2
    if setting.quoted[mention.head.i] != setting.quoted[pronoun.i]:
        weight *= 0.6
    if _controls(mention.head, pronoun):
        weight *= 2.0
    return weight / BY_DISTANCE[distance]


def _salience(head: Token) -> float:
    if head.dep_ in {"compound", "amod", "nmod"}:
        return 0.5
    while head.dep_ in {"conj", "appos"} and head.head != head:
        head = head.head
    weight = ROLES.get(head.dep_, 1.0)
    return weight * 1.25 if head.dep_ in SUBJECTS and head.head.dep_ == "ROOT" else weight


def _controls(head: Token, pronoun: Token) -> bool:
    """ "urged the rebels to lay down their arms": who is urged is whose arms they are."""
    verb = pronoun.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or any(c.dep_ in SUBJECTS and c.i != head.i for c in verb.children):
        return False
    if head.dep_ in SUBJECTS and head.head == verb:
        return pronoun.dep_ == "poss"
    objects = [c for c in verb.head.children if c.dep_ in {"dobj", "dative"}]
    objects += [o for c in verb.head.children if c.dep_ == "prep" and c.lower_ in {"to", "on"} for o in c.children]
    return head in objects


def _barred(head: Token, pronoun: Token) -> bool:
    """Whether grammar forbids it: "he" inside its own phrase, coordinated, or subject and object of one verb."""
    if pronoun.is_ancestor(head) or (head.is_ancestor(pronoun) and _same_phrase(head, pronoun)):
        return True
    if pronoun.lower_.endswith(("self", "selves")):
        return False
    if pronoun.dep_ == "poss" and pronoun.head.dep_ == "attr" and head.head == pronoun.head.head:
        return head.dep_ in SUBJECTS  # nobody is his own deputy
    if head in conjuncts(pronoun):
        return True
    governor = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    if pronoun.dep_ in {"dobj", "pobj", "dative", "iobj"} and head.head == governor and head.dep_ in SUBJECTS:
        return True
    return pronoun.dep_ in SUBJECTS and head.head == pronoun.head


def _same_phrase(head: Token, pronoun: Token) -> bool:
    """Whether the pronoun stands in the phrase of the head and not in a clause about it: "the brother of his"."""
    token = pronoun
    while token != head:
        if token.dep_ in {"relcl", "acl", "appos"}:
            return False
        token = token.head
    return True


def _of_actor(pronoun: Token) -> bool:
    """Not "they were handwritten offers", "they were fired": what is said of it can be said of an actor."""
    verb = pronoun.head
    if pronoun.dep_ == "nsubj" and verb.lemma_ == "be":
        said = [c for c in verb.children if c.dep_ in {"attr", "acomp"}]
        return not any(c.dep_ == "attr" and c.pos_ == "NOUN" and c.lower_ not in forms() for c in said)
    return True


def _agent(pronoun: Token) -> bool:
    """ "it said": an "it" that does what only an actor does, or "its fighters"."""
    if pronoun.dep_ == "nsubj":
        return pronoun.head.lemma_.lower() in table()["acts"]["verbs"]
    return pronoun.dep_ == "poss"


def _things(cast: Cast, pronoun: Token, wanted: str, setting: Setting) -> list[float]:
    """Weights of nouns near by that are no actors but could be meant: "the rockets … they"."""
    if pronoun.dep_ == "nsubj" and pronoun.head.lemma_.lower() in table()["acts"]["speech"]:
        return []
    tags = {"NNS", "NNPS"} if wanted == "p" else {"NN", "NNP"}
    here = setting.sentence[pronoun.i]
    found = []
    for i in range(setting.start_of(here - 1), pronoun.i):
        token = pronoun.doc[i]
        if (
            token.tag_ in tags
            and i not in cast.of_head
            and token.dep_ in ROLES
            and not token.ent_type_
            and not _barred(token, pronoun)
        ):
            weight = _salience(token) * (0.6 if token.dep_ == "pobj" else 1.0)
            found.append(weight / BY_DISTANCE[here - setting.sentence[i]])
    return found
