"""What verbs tell of people: "killed 30", "12 were wounded", "four died", "took 20 hostage"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.figures.sufferers import NOMINAL, Sufferer, true_subjects
from rashomon.reading.figures.vocabulary import is_person_noun, predicates
from rashomon.reading.syntax import conjuncts, is_passive, objects, possessor, prepositional
from rashomon.record import FigureKind

_TAKES_LIVES = frozenset({"claim", "cost", "take", "lose", "end"})
_LIVES = frozenset({"life", "limb"})
_LED = frozenset({FigureKind.defected, FigureKind.displaced})
_PARTICLES = frozenset({"prt", "oprd", "dobj", "advmod", "acomp", "xcomp"})


def of_verb(verb: Token, given: FigureKind | None = None) -> Iterator[Sufferer]:
    """Whom the verb tells something of; `given` is what befalls its objects where its own word does not tell."""
    lemma = verb.lemma_.lower()
    names = [lemma, *_with_particles(verb, lemma)]
    by_object = next((kind for name in reversed(names) if (kind := predicates("object").get(name))), None) or given
    by_subject = next((kind for name in reversed(names) if (kind := predicates("subject").get(name))), None)
    if lemma in predicates("found"):
        yield from _bodies(verb)
        return
    lives = [o for o in objects(verb) if o.lemma_ in _LIVES] if lemma in _TAKES_LIVES else []
    if lives:
        for life in lives:
            named = prepositional(life, "of") or [c for c in life.children if c.dep_ == "poss" and c.lower_ == "their"]
            yield from (Sufferer(head, FigureKind.killed, "lives", not named) for head in named or [life])
    elif by_subject:
        yield from (Sufferer(s, by_subject, "subject") for s in true_subjects(verb))
        yield from (Sufferer(o, by_subject, "with") for o in _together_with(verb, by_subject in _LED))
    elif by_object and not is_mixed(verb, by_object):
        yield from (Sufferer(o, by_object, rule) for o, rule in _suffering(verb) if not _fares_otherwise(o, by_object))
        yield from (Sufferer(o, by_object, "with") for o in _together_with(verb))


def _bodies(verb: Token) -> Iterator[Sufferer]:
    """ "Six bodies were recovered", "found the bodies of six men", "found three men dead" is told by "dead"."""
    for noun in [*objects(verb), *(true_subjects(verb) if is_passive(verb) else [])]:
        if noun.lemma_.lower() in {"body", "corpse"}:
            named = prepositional(noun, "of") or [owner for owner in [possessor(noun)] if owner is not None]
            yield from (Sufferer(token, FigureKind.killed, "bodies") for token in named)
            if not named:
                yield Sufferer(noun, FigureKind.killed, "bodies", True)


def _with_particles(verb: Token, lemma: str) -> Iterator[str]:
    """ "gun down", "take prisoner", "put to death", "switch sides"."""
    for child in verb.children:
        if child.dep_ in _PARTICLES:
            yield f"{lemma} {child.lemma_.lower()}"
        elif child.dep_ == "prep":
            yield from (f"{lemma} {o.lemma_.lower()}" for o in child.children if o.dep_ == "pobj")


def _suffering(verb: Token) -> Iterator[tuple[Token, str]]:
    found = _listed(objects(verb))
    if found:
        found += [c for c in verb.children if c.dep_ == "conj" and c.pos_ in NOMINAL]
    if is_passive(verb) and not (found and verb.dep_ == "acl"):
        if verb.dep_ in {"acl", "relcl"} and not any(c.dep_ == "nsubjpass" for c in verb.children):
            yield from ((noun, "participle") for noun in _antecedents(verb))
            return
        yield from ((s, "passive") for s in _listed(true_subjects(verb)))
        return
    if found:
        yield from ((o, "object") for o in found)
    elif verb.tag_ in {"VBN", "VBD", "JJ"} and not _shares_object(verb):
        # "40 wounded", "five killed in strike": telegraphic passives, which the parser often takes for actives.
        yield from ((s, "telegraphic") for s in true_subjects(verb) if _can_suffer(s))


def _fares_otherwise(noun: Token, kind: FigureKind) -> bool:
    """ "left three dead and two injured": the two were not killed."""
    own = (c for c in noun.children if c.dep_ in {"acl", "amod", "oprd", "advcl"} and c.i > noun.i)
    fates = {predicates("people").get(c.lower_) or predicates("object").get(c.lemma_.lower()) for c in own}
    return not fates <= {None, kind}


def _can_suffer(subject: Token) -> bool:
    """Whether the subject is people and not what harmed them: "the attack killed 4-5"."""
    return (
        subject.pos_ in {"NUM", "ADJ", "DET", "PRON"}
        or is_person_noun(subject)
        or any(c.dep_ == "nummod" for c in subject.children)
    )


def _listed(heads: list[Token]) -> list[Token]:
    """Lists that the parser takes for appositions: "a leader, a courier and four guards"; "the deputy, Omar, and two guards"."""
    found = list(heads)
    for head in heads:
        for other in head.children:
            named = other.pos_ == "PROPN" and any(c.dep_ == "nummod" for c in head.children)
            if other.dep_ == "appos" and not named and any(c.dep_ == "cc" for c in other.children):
                same = (other.pos_ == "PROPN") != (head.pos_ == "PROPN") and not any(
                    c.dep_ in {"det", "nummod"} for c in other.children
                )
                found += [t for t in conjuncts(other) if t not in found and not (same and t is other)]
    return found


def _together_with(verb: Token, led: bool = False) -> list[Token]:
    """ "was killed along with four guards", "killed with 13 others"; with `led` "defected with 4,000 men"."""
    found: list[Token] = []
    for prep in (t for c in verb.children for t in (c, *c.children) if t.lower_ == "with" and t.dep_ == "prep"):
        heads = [head for c in prep.children if c.dep_ == "pobj" for head in conjuncts(c)]
        if (
            led
            or verb.doc[prep.i - 1].lower_ in {"along", "together"}
            or any(head.lower_ == "others" for head in heads)
        ):
            found += heads
    return found


def _shares_object(verb: Token) -> bool:
    return not objects(verb) and any(c.dep_ == "conj" and objects(c) for c in verb.children)


def is_mixed(verb: Token, kind: FigureKind) -> bool:
    """ "killing and wounding many", "killed or captured 80": how many of them were killed is not said."""
    other = verb.head
    if verb.dep_ != "conj" or not _shares_object(other):
        return False
    return predicates("object").get(other.lemma_.lower(), kind) is not kind


def _antecedents(verb: Token) -> list[Token]:
    noun = verb.head
    whole = noun.dep_ != "conj" or conjuncts(noun)[-1].dep_ == "ROOT" or noun.head.dep_ == "ROOT"
    return conjuncts(noun) if whole else [noun]
