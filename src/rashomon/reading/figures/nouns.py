"""What nouns and adjectives tell of people: "the deaths of nine men", "12 deaths", "30 dead", "a toll of 45"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.figures.sufferers import NOMINAL, VERBAL, Sufferer, true_subjects
from rashomon.reading.figures.vocabulary import predicates, things
from rashomon.reading.syntax import conjuncts, objects, possessor, prepositional
from rashomon.record import FigureKind

_SAID_OF = frozenset({"amod", "acomp", "oprd"})
_PHRASE_ENDS = frozenset(phrase.split()[-1] for phrase in predicates("phrase"))


def of_noun(noun: Token) -> Iterator[Sufferer]:
    """Whom the noun or adjective tells something of."""
    lemma, low = noun.lemma_.lower(), noun.lower_
    if kind := predicates("of").get(lemma):
        suffering = _of_whom(noun)
        if suffering:
            yield from (Sufferer(head, kind, "of") for head in suffering)
            return
    if (kind := _tallied(noun)) is not None:
        yield from (Sufferer(n, kind, "toll", True) for n in _tally(noun))
    elif low in _PHRASE_ENDS and (kind := predicates("phrase").get(f"{noun.head.lower_} {low}")):
        yield from (Sufferer(s, kind, "phrase") for s in _in_state(noun.head))
    elif kind := predicates("count").get(lemma):
        yield Sufferer(noun, kind, "counted", True)
    elif (kind := predicates("people").get(low)) and not _is_said(noun):
        before = noun.nbor(-1) if noun.i else noun
        yield Sufferer(before if before.pos_ == "NUM" else noun, kind, "people", True)
    elif kind := predicates("state").get(low):
        yield from (Sufferer(s, kind, "state") for s in _in_state(noun))


def _of_whom(noun: Token) -> list[Token]:
    """ "The murder of nine men", "Keita's murder", "the torture and murder of nine men"."""
    for one in conjuncts(noun):
        if found := prepositional(one, "of"):
            return found
    owner = possessor(noun)
    return [] if owner is None else [owner]


def _tallied(noun: Token) -> FigureKind | None:
    """What a tally counts: "the death toll" and "the number of dead" the killed, "the number of soldiers wounded" the wounded."""
    if noun.lower_ == "toll":
        return FigureKind.killed
    if noun.lower_ != "number":
        return None
    told = (predicates("people").get(t.lower_) or predicates("object").get(t.lemma_.lower()) for t in noun.subtree)
    return next((kind for kind in told if kind), None)


def _tally(noun: Token) -> Iterator[Token]:
    """ "The death toll rose to 12", "a toll of 12", "brought to 12 the number of dead", "the number of dead was 100 to 300"."""
    if noun.lower_ == "toll":
        yield from prepositional(noun, "of")
    verb = noun.head.head.head if _is_of_reports(noun) else noun.head
    if _is_of_more(noun):
        return
    if verb.pos_ in VERBAL and (_is_of_reports(noun) or noun.dep_ in {"nsubj", "nsubjpass", "dobj"}):
        stated = prepositional(verb, "to", "at")
        if not any(token.pos_ == "NUM" for token in stated) and noun.i < verb.i:
            stated = [token for token in verb.subtree if token.i > verb.i and token.pos_ == "NUM"][:1]
        yield from stated


def _is_of_reports(noun: Token) -> bool:
    """ "Reports of the death toll ranged from 5 to 15", "estimates of the toll vary"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ == "nsubj"


def _is_of_more(noun: Token) -> bool:
    """ "bringing the weekend death toll to 58": not the toll of one incident."""
    return any(child.lower_ in things("spans") for child in noun.children)


def _is_said(word: Token) -> bool:
    """Whether it says something of people and does not name them: "four people dead", "left them dead"."""
    return word.dep_ in _SAID_OF or bool(_shot(word)) or any(c.dep_ == "nsubj" for c in word.children)


def _shot(dead: Token) -> list[Token]:
    """ "Shot dead two men", where the parser takes "shot" for a noun and the men for the object of "dead"."""
    return objects(dead) if dead.tag_ == "JJ" else []


def _in_state(state: Token) -> list[Token]:
    """Who is dead: "left 30 fighters dead", "30 were dead", "found three men dead", "13 dead"."""
    head = state.head
    if found := _shot(state):
        return found
    if state.dep_ in {"acomp", "attr"}:
        return true_subjects(head)
    if state.dep_ in {"oprd", "ccomp", "xcomp", "advcl", "conj"} and head.pos_ in VERBAL:
        own = [c for c in state.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return own or objects(head) or true_subjects(head)
    if state.dep_ in {"amod", "acl", "relcl"} and head.i < state.i:
        return [head]
    if state.dep_ == "prep":
        return [head] if head.pos_ in NOMINAL else objects(head) or true_subjects(head)
    return [c for c in state.children if c.dep_ in {"nsubj", "nsubjpass", "nummod"}]
