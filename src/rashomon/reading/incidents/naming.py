"""From a stretch that the head proposes to whom it means: its head word, the phrase that names them, the actor they are.

The head's stretches are made of word pieces and begin and end within words and phrases: "the Salva", "of the National Front".
"""

from spacy.tokens import Doc, Token

from rashomon.reading.document import actor_of, covers, quote, span_of, tokens_in
from rashomon.reading.incidents.phrases import full_name
from rashomon.reading.incidents.slots import NOUNS
from rashomon.reading.incidents.words import WEAPONS, sorts
from rashomon.record import Actor, ActorKind, Span

MODIFIERS = frozenset({"amod", "nummod", "det", "advmod", "poss"})


def head_of(doc: Doc, span: Span) -> Token | None:
    """The noun that a stretch is about: the root of its words, or the noun that they modify; None where there is none."""
    words = tokens_in(doc, span)
    root = words.root
    if root.pos_ == "NUM" or root.pos_ not in NOUNS:
        root = root.head if root.dep_ in MODIFIERS and root.head.pos_ in NOUNS else root
    noun = root if root.pos_ in NOUNS else next((t for t in words if t.pos_ in NOUNS), None)
    return None if noun is None else _of_phrase(_of_name(doc, noun))


def _of_phrase(noun: Token) -> Token:
    """ "Telephone" of "a telephone booth" is the booth; "dynamite" of "a dynamite attack" is what was used."""
    while noun.pos_ == "NOUN" and noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "NOUN":
        if sorts(noun) & WEAPONS and not sorts(noun.head) & WEAPONS:
            break
        noun = noun.head
    return noun


def _of_name(doc: Doc, noun: Token) -> Token:
    """ "National" of "the National Front" is the Front: the head of the name that it is part of."""
    if noun.pos_ != "PROPN" or noun.i in doc._.actor_heads:
        return noun
    here = span_of([noun])
    names = [span for actor in doc._.actors for span in actor.mentions if covers(span, here)]
    head = tokens_in(doc, min(names, key=lambda span: span[1] - span[0])).root if names else noun
    return head if head.pos_ == "PROPN" else noun


def whom(doc: Doc, head: Token, span: Span) -> Actor | None:
    """The actor with this head, or of this name."""
    known = actor_of(head)
    if known is not None:
        return known
    text = " ".join(quote(doc, span).lower().split())
    return next((a for a in doc._.actors if text in {a.name.lower(), *(alias.lower() for alias in a.aliases)}), None)


def name_of(doc: Doc, actor: Actor | None) -> Span | None:
    """Where the report gives the name of a person; None for all others."""
    if actor is None or actor.kind is not ActorKind.person:
        return None
    words = actor.name.split()
    return full_name(doc, actor) if words[0][:1].isupper() and words[-1][:1].isupper() else None
