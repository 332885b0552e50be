"""What the components ask of a dependency parse (ClearNLP labels, as spaCy's English models have them)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.record import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj"})
# What hangs on a noun and is no part of the phrase that names it: relative clauses, appositions, coordinated others.
LOOSE = frozenset({"relcl", "appos", "conj", "cc", "acl", "advcl", "parataxis", "punct", "preconj", "dep"})


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it: "a soldier and two insurgents" gives both heads."""
    return [token, *token.conjuncts]


def subjects(verb: Token) -> list[Token]:
    """Whoever is subject of a verb, taken over from the verb it is coordinated with or that controls it.

    "They stormed the school and took 20 boys": `took` has the subject of `stormed`.
    """
    for v in _ascending(verb):
        found = [c for c in v.children if c.dep_ in SUBJECTS]
        if found:
            return [head for s in found for head in conjuncts(s)]
        if v.dep_ == "acl" and v.head.pos_ in {"NOUN", "PROPN", "PRON"} and v.tag_ == "VBG":
            return conjuncts(v.head)
    return []


def _ascending(verb: Token) -> Iterator[Token]:
    yield verb
    while verb.dep_ in {"conj", "xcomp", "aux", "advcl"} and verb.head != verb:
        if verb.dep_ == "advcl" and verb.tag_ != "VBG":
            return
        verb = verb.head
        yield verb


def is_passive(verb: Token) -> bool:
    """ "was killed", "40 wounded", "men killed by": the subject or antecedent suffers the verb."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for c in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children):
        return verb.head.tag_ == "VBN" and is_passive(verb.head)
    return False


def objects(verb: Token) -> list[Token]:
    """Direct objects, with what is coordinated."""
    return [head for c in verb.children if c.dep_ in {"dobj", "obj"} for head in conjuncts(c)]


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Objects of the prepositions that hang on the token: `prepositional(killing, "of")`; "by" finds agents, too."""
    found = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            found += [head for c in child.children if c.dep_ in {"pobj", "pcomp"} for head in conjuncts(c)]
    return found


def possessor(noun: Token) -> Token | None:
    """ "the judge's killing": the judge."""
    return next((c for c in noun.children if c.dep_ == "poss"), None)


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause or participle is about: "the men who attacked"."""
    return verb.head if verb.dep_ in {"relcl", "acl"} else None


def is_negated(token: Token) -> bool:
    """ "did not attack", "never attacked", "no attack", "nobody was killed"."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in {"no", "neither"}):
            return True
        if child.dep_ in SUBJECTS and (child.lower_ in {"nobody", "none", "no-one"} or is_negated_noun(child)):
            return True
    return False


def is_negated_noun(noun: Token) -> bool:
    """ "no group", "neither side"."""
    return any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in noun.children)


def is_infinitive(verb: Token) -> bool:
    """ "vowed to avenge them": the verb behind "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def noun_phrase(noun: Token, *, with_prepositions: bool = True) -> Span:
    """The phrase that a noun heads, without what only adds to it: "two gunmen on a motorbike", not the clause that follows."""
    start, end = noun.idx, noun.idx + len(noun)
    for token in _phrase(noun, with_prepositions):
        start, end = min(start, token.idx), max(end, token.idx + len(token))
    return start, end


def _phrase(noun: Token, with_prepositions: bool) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in LOOSE or (child.dep_ == "prep" and not with_prepositions):
            continue
        yield child
        yield from _phrase(child, with_prepositions)


def clause(verb: Token) -> list[Token]:
    """The tokens of a verb's own clause: its subtree without the clauses that hang on it."""
    found, stack = [], [verb]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [c for c in token.children if not (c.pos_ in {"VERB", "AUX"} and c.dep_ in CLAUSES)]
    return sorted(found, key=lambda t: t.i)


def paragraph_starts(doc: Doc) -> list[int]:
    """Indices of the tokens that begin a paragraph."""
    starts, fresh = [], True
    for token in doc:
        if token.is_space:
            fresh = fresh or token.text.count("\n") > 1
        elif fresh:
            starts.append(token.i)
            fresh = False
    return starts
