"""Words that tell what befell people, and whom: "killed", "the deaths of", "30 dead", "took hostage"."""

from dataclasses import replace

from spacy.tokens import Token

from rashomon.reading.figures.nouns import of_noun
from rashomon.reading.figures.sufferers import NOMINAL, Sufferer
from rashomon.reading.figures.verbs import is_mixed, of_verb
from rashomon.reading.figures.vocabulary import predicates
from rashomon.record import FigureKind

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def sufferers(word: Token, kind: FigureKind | None = None) -> list[Sufferer]:
    """Whom the word tells something of. `kind` is what befalls them where the word itself does not say it ("took 20 boys").

    "killed 30 fighters" → the fighters, killed; "left 30 dead" (at "dead") → 30, killed.
    """
    found = list(of_verb(word, kind)) if word.tag_ in _VERB_TAGS else []
    return [replace(s, head=_total(s.head, word)) for s in found or of_noun(word)]


def told_kind(word: Token) -> FigureKind | None:
    """The kind that the word tells of people it stands beside, for where the parse gives none: "5-15 killed in strike"."""
    low, lemma = word.lower_, word.lemma_.lower()
    if word.tag_ in _VERB_TAGS or word.tag_ == "JJ":
        if (kind := predicates("object").get(lemma)) and is_mixed(word, kind):
            return None
        return kind or predicates("subject").get(lemma) or predicates("state").get(low)
    return None


def _total(head: Token, word: Token) -> Token:
    """ "18 people, including six nurses, killed": the 18; "one commander among 13 militants killed": the 13."""
    if head.dep_ == "pobj" and head.head.lower_ == "including" and head.head.head.pos_ in NOMINAL:
        return head.head.head
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "among":
            return next((c for c in child.children if c.dep_ == "pobj" and c.i < word.i), head)
    return head
