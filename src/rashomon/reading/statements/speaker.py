"""Who speaks, by the parse: the subject of a cue verb, wherever the sentence keeps it."""

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import light_verbs
from rashomon.reading.syntax import is_infinitive

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "dep", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})


def speaker(verb: Token) -> Token | None:
    """The head of the phrase that names whoever says it.

    "He rose, saying that …" and "by saying", "went on to say", "rose and said": he. "A letter saying that …": the letter, but
    "issued a letter saying": whoever issued it. "The man who said": the man.
    """
    v = verb
    for _ in range(6):
        found = _own_subject(v, passive=v != verb)
        if found is not None:
            return antecedent(found, v)
        above = _above(v)
        if above is None:
            return None
        if above.pos_ not in {"VERB", "AUX"}:
            return _behind(above) if v.dep_ in {"acl", "relcl"} else None
        v = above
    return None


def _own_subject(verb: Token, *, passive: bool) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS or (passive and child.dep_ == "nsubjpass"):
            return child
    return None


def antecedent(subject: Token, verb: Token) -> Token:
    """Whom "who" stands for as the subject of a verb; anybody else stands for themselves."""
    if subject.lower_ in _RELATIVE and subject.pos_ != "NOUN":
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
    return subject


def _above(verb: Token) -> Token | None:
    """Where to look for the subject next."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in _SHARES_SUBJECT:
        return head
    if verb.dep_ == "advcl" and (verb.tag_ in {"VBG", "VBN"} or is_infinitive(verb)):
        return head
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        return head.head if head.head.pos_ in {"VERB", "AUX"} and head.head.dep_ not in {"acl", "amod"} else None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    if verb.dep_ == "relcl":
        return head
    return None


def _behind(noun: Token) -> Token:
    """Whoever issued the letter that says so; else the letter."""
    if noun.dep_ in {"dobj", "pobj"}:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.pos_ == "VERB" and verb.lemma_ in light_verbs():
            found = speaker(verb)
            if found is not None:
                return found
    return noun


def agent(verb: Token) -> Token | None:
    """ "was confirmed by a former minister": the minister."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def apart(verb: Token) -> Token | None:
    """The subject where the parser missed it, set off by commas: "Asked about it, the commander, looking pleased, said …"."""
    doc, start = verb.doc, verb.sent.start
    for i in range(verb.i - 1, start - 1, -1):
        token = doc[i]
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and (doc[i + 1].text == "," or i + 1 == verb.i):
            before = token.left_edge.i - 1
            if before < start or doc[before].text == ",":
                return token
    return None
