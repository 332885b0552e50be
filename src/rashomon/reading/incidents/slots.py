"""Who and what stands in which slot of a trigger: subject, object, objects of prepositions; through passives and relatives."""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.incidents.words import lemma
from rashomon.reading.syntax import SUBJECTS, conjuncts

Slots = dict[str, list[Token]]
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
OBJECTS = frozenset({"dobj", "obj", "dative"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})  # of "turned on the rebels" the parser makes a particle
RELATIVES = frozenset({"WDT", "WP", "WP$"})


def slots_of(trigger: Token, possessor: str, hanging: Sequence[Token] = ()) -> Slots:
    """The heads in each slot. `possessor`: the slot that a possessor fills, "subject" ("their attack") or "object" ("his murder").

    `hanging`: further words of the trigger, whose prepositions are its own ("opened fire *on* a bus").
    """
    verbal = trigger.pos_ in {"VERB", "AUX"} and not _is_gerund(trigger)
    found = verb_slots(trigger) if verbal else _noun_slots(trigger, possessor)
    for token in hanging:
        _prepositions(token, found)
    return {slot: list(dict.fromkeys(heads)) for slot, heads in found.items() if heads}


def _is_gerund(verb: Token) -> bool:
    """Whether it stands for a noun: "killed in police firing", "the shelling of the town"."""
    return verb.tag_ == "VBG" and any(c.dep_ in {"compound", "det", "poss", "amod"} for c in verb.children)


def verb_slots(verb: Token) -> Slots:
    """The heads in each slot of a verb, or of what stands for one."""
    found: Slots = {"subject": [], "object": []}
    passive = is_passive(verb)
    for child in verb.children:
        if child.pos_ in NOUNS and (child.dep_ in OBJECTS or (child.dep_ == "oprd" and not passive)):
            found["object"] += conjuncts(child)
    if not passive and not found["object"]:
        found["object"] += _shared_objects(verb)
    _prepositions(verb, found)
    if verb.dep_ == "amod":
        found["object" if verb.tag_ == "VBN" else "subject"] += [verb.head]
    else:
        found["object" if passive else "subject"] += subjects_of(verb)
    if passive:
        found["subject"] += found.pop("by", [])
    return found


def _shared_objects(verb: Token) -> list[Token]:
    """ "robbed and killed the drivers": `robbed` has the object of `killed`."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3:
            return [head for c in child.children if c.dep_ in {"dobj", "obj"} for head in conjuncts(c)]
    return []


def is_passive(verb: Token) -> bool:
    """ "was killed", "40 wounded", "men killed by": whoever is its subject suffers it."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    if any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    if verb.tag_ == "VBD":
        return False
    return verb.dep_ in {"acl", "amod"} or not any(c.dep_ in {"dobj", "obj"} for c in verb.children)


def subjects_of(verb: Token) -> list[Token]:
    """Subjects of a verb, taken over from the verb that it is coordinated with, that controls it, or that it modifies."""
    seen = verb
    for _ in range(6):
        accused = [c for c in seen.children if c.dep_ == "dobj"] if lemma(seen) in words("verbs")["accusing"] else []
        if accused and seen != verb:  # "accused them of striking a convoy, killing two"
            return [head for c in accused for head in conjuncts(c)]
        found = [c for c in seen.children if c.dep_ in SUBJECTS and c.pos_ in NOUNS]
        if found:
            return [head for s in found for head in _meant(s, seen)]
        if seen.dep_ == "pcomp" and seen.head.lower_ in {"of", "for", "from", "with"}:
            accused = [c for c in seen.head.head.children if c.dep_ == "dobj"]
            if accused:  # "accused them of killing", "jailed him for killing"
                return [head for c in accused for head in conjuncts(c)]
        if seen.dep_ in {"acl", "relcl"} and seen.head.pos_ in NOUNS:
            return conjuncts(seen.head) if seen.dep_ == "acl" else []
        up = _controller(seen)
        if up is None:
            return []
        seen = up
    return []


def _controller(verb: Token) -> Token | None:
    if verb.dep_ in {"conj", "xcomp", "aux"} and verb.head.pos_ in {"VERB", "AUX"}:
        return verb.head
    if verb.dep_ in {"advcl", "ccomp", "dep"} and verb.tag_ in {"VBG", "VB"} and verb.head.pos_ in {"VERB", "AUX"}:
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return verb.head.head
    return None


def _meant(subject: Token, verb: Token) -> list[Token]:
    if subject.tag_ in RELATIVES and verb.dep_ == "relcl":
        return conjuncts(verb.head)
    return conjuncts(subject)


def _noun_slots(noun: Token, possessor: str) -> Slots:
    found: Slots = {"subject": [], "object": [], "compound": []}
    for child in noun.children:
        if child.dep_ == "poss" and child.ent_type_ not in {"DATE", "TIME"}:
            found[possessor] += conjuncts(child)
        elif child.dep_ in {"compound", "amod", "nmod"}:
            found["compound"] += conjuncts(child)
    _prepositions(noun, found)
    found["object"] += found.get("of", [])
    found["subject"] += found.pop("by", [])
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) in words("verbs")["subject"]:
            found["subject"] += _objects_of(child, "by")
            found.setdefault("with", []).extend(_objects_of(child, "with"))
    _from_light_verb(noun, found)
    if noun.dep_ == "nsubj" and lemma(noun.head) in words("verbs")["occur"]:
        _prepositions(noun.head, found)  # "clashes broke out between police and students"
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not (found["subject"] or found["object"]):
        shared: Slots = {}
        _prepositions(noun.head, shared)  # "the beating and killing of two drivers"
        found["object"] += shared.get("of", [])
        found["subject"] += shared.get("by", [])
    return found


def _from_light_verb(noun: Token, found: Slots) -> None:
    """ "Rebels carried out the attack", "the patrol came under attack", "the attack was carried out by rebels"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ not in {"VERB", "AUX"} or noun.dep_ not in {"dobj", "pobj", "nsubjpass", "obj", "attr", "conj"}:
        return
    for slot, lemmas in words("verbs").items():
        if noun.dep_ == "pobj" and slot == "subject" and lemma(verb) not in words("verbs")["prepositional"]:
            continue
        if lemma(verb) in lemmas and slot in {"subject", "object"}:
            found[slot] += _objects_of(verb, "by") if noun.dep_ == "nsubjpass" else subjects_of(verb)
            for preposition in ("on", "against", "at"):
                found.setdefault(preposition, [])
                found[preposition] += _objects_of(verb, preposition)


def _objects_of(token: Token, preposition: str) -> list[Token]:
    return [
        head
        for child in token.children
        if child.dep_ in PREPOSITIONS and child.lower_ == preposition
        for c in child.children
        if c.dep_ == "pobj"
        for head in conjuncts(c)
    ]


def _prepositions(token: Token, found: Slots) -> None:
    for child in token.children:
        if child.dep_ in PREPOSITIONS:
            heads = [head for c in child.children if c.dep_ == "pobj" for head in conjuncts(c)]
            found.setdefault(child.lower_, []).extend(heads)
