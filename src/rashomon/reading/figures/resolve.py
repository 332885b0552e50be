"""How many a phrase stands for: its number, or what its form says ("a soldier", "Karimi", "civilians")."""

from collections.abc import Mapping

from spacy.tokens import Token

from rashomon.reading.document import actor_of, span_of
from rashomon.reading.figures.quantities import Quantity, counted_phrase
from rashomon.reading.figures.sufferers import sentence_start
from rashomon.reading.figures.vocabulary import is_person_noun, things
from rashomon.record import ActorKind

_ONE = frozenset({"another", "he", "she", "him", "her", "someone", "somebody"})
_THEM = frozenset({"they", "them", "their", "all", "both"})
_HIS = frozenset({"his", "her"})
_NONE = frozenset({"anyone", "anybody", "nobody", "none"})
_POINTING = frozenset({"the", "these", "those"})
_BACK = 3  # sentences over which "the rebels" are those counted before
IMPLIED = frozenset(f"figures.{rule}" for rule in ("pronoun", "none", "plural", "definite", "singular", "named"))
"""How a quantity without a number was found."""
_NAME_REACH = 6  # tokens
_NO_PERSON = frozenset("ORG GPE NORP LOC FAC PRODUCT EVENT WORK_OF_ART LAW DATE TIME MONEY QUANTITY LANGUAGE".split())
_MANY = 2  # low end of a bare plural: "civilians were killed"


def quantity_at(head: Token, counted: Mapping[int, Quantity]) -> Quantity | None:
    """The quantity of the phrase with this head, or None where its form says none ("the Taliban", "them")."""
    found = counted.get(head.i)
    if found is not None:
        return found
    if (head.pos_ == "PRON" and (head.tag_ != "PRP$" or head.lower_ in _THEM)) or head.lower_ == "another":
        if head.lower_ in _ONE:
            return _implied(head, 1, 1, "pronoun")
        if head.lower_ in _NONE:
            return _implied(head, 0, 0, "none")
        return _people_before(head, counted) if head.lower_ in _THEM else None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = next((counted[c.i] for c in child.children if c.i in counted), None)
            if inner is not None and head.lemma_.lower() in things("groups"):
                return inner
    return _again(head, counted) or _by_form(_true_head(head))


def _again(head: Token, counted: Mapping[int, Quantity]) -> Quantity | None:
    """ "Several rebels attacked a post. Soldiers returned fire, killing the rebels": as many as attacked."""
    if head.tag_ != "NNS" or not any(c.dep_ == "det" and c.lower_ in _POINTING for c in head.children):
        return None
    start = sentence_start(head)
    for _ in range(_BACK):
        start = sentence_start(head.doc[start - 1]) if start else 0
    for i in range(head.i - 1, start - 1, -1):
        found, told = counted.get(i), head.doc[i]
        if found and found.low and found.head == i and told.tag_ == "NNS" and told.lemma_ == head.lemma_:
            return _implied(head, found.low, found.high, "definite") if is_person_noun(head) else None
    return None


def _true_head(head: Token) -> Token:
    """ "a Movement for Justice spokesman": the spokesman, though the parser sees the movement."""
    if head.pos_ != "PROPN" or is_person_noun(head):
        return head
    for token in head.doc[head.i + 1 : head.i + _NAME_REACH]:
        if is_person_noun(token) and token.pos_ in {"NOUN", "PROPN"}:
            return token
        if token.pos_ != "PROPN" and token.lower_ not in {"of", "for", "the"}:
            break
    return head


def _people_before(pronoun: Token, counted: Mapping[int, Quantity]) -> Quantity | None:
    """ "fired at three men, killing them": the three men, if they are the last people counted so far."""
    start = sentence_start(pronoun)
    start = sentence_start(pronoun.doc[start - 1]) if start else start
    for i in range(pronoun.i - 1, start - 1, -1):
        if (found := counted.get(i)) and found.of is not None and is_person_noun(pronoun.doc[i]) and found.low != 1:
            return found
    return None


def _by_form(head: Token) -> Quantity | None:
    lemma = head.lemma_.lower()
    if lemma in things("animals"):
        return None
    if any(c.dep_ == "det" and c.lower_ == "no" for c in head.children):
        return _implied(head, 0, 0, "none")
    if head.tag_ in {"NNS", "NNPS"}:
        return _implied(head, _MANY, None, "plural") if is_person_noun(head) else None
    if head.tag_ in {"NN", "JJ", "VBN"} and is_person_noun(head):
        return _implied(head, 1, 1, "singular")
    if head.pos_ == "PROPN" and _is_named_person(head):
        return _implied(head, 1, 1, "named")
    return None


def _is_named_person(head: Token) -> bool:
    actor, others = actor_of(head), _has_others(head)
    if actor is not None:
        return actor.kind is ActorKind.person or (others and actor.kind is ActorKind.organisation)
    return head.tag_ == "NNP" and (others or not (head.ent_type_ in _NO_PERSON or _is_place(head)))


def _is_place(head: Token) -> bool:
    """ "The rebels captured Pol-e-Khomri": nobody."""
    return any(mention.span[0] <= head.idx < mention.span[1] for mention in head.doc._.places)


def _has_others(head: Token) -> bool:
    """ "Keita and 13 others", "Keita and his wife": a person, though the language model takes the name for something else."""
    with_him = (t for prep in head.head.children if prep.lower_ == "with" for t in prep.children)
    if any(other.lower_ in {"other", "others"} for other in (*head.conjuncts, *with_him)):
        return True
    return any(is_person_noun(c) and t.lower_ in _HIS for c in head.conjuncts for t in c.children if t.dep_ == "poss")


def _implied(head: Token, low: int, high: int | None, rule: str) -> Quantity:
    left = [c.left_edge for c in head.lefts if c.dep_ in {"det", "amod", "compound", "nmod", "poss"}]
    return Quantity(span_of([*left, head]), low, high, head.i, head.i, counted_phrase(head), f"figures.{rule}")
