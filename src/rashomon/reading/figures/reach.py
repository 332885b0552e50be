"""Which words of a sentence tell the results of a trigger: "an attack … killing 10 and wounding 3"."""

from collections import deque
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.figures.vocabulary import is_person_noun, things

_VERBAL = frozenset({"VERB", "AUX"})
_RESULTS = frozenset(
    "advcl conj xcomp oprd acomp ccomp dobj attr prep pobj pcomp agent dep parataxis".split()  # ClearNLP labels
)
# An attack that killed five, but not a man who killed five.
_CLAUSES_OF_NOUNS = frozenset({"acl", "relcl", "appos"})
_UP = frozenset("nsubj nsubjpass dobj pobj prep agent conj compound pcomp appos attr amod nmod".split())
_TALLIES = frozenset({"number", "toll"})
_MOST = (
    150  # words followed from one trigger: more hang on it only where the parse of a text without full stops went wrong
)
_WHEN = frozenset({"when", "as", "after", "while", "where", "in", "during"})


def results_of(trigger: Token) -> Iterator[Token]:
    """The trigger, then every word of its sentence that may tell what came of it, nearest first."""
    waiting = deque(_roots(trigger))
    seen: set[int] = set()
    while waiting and len(seen) < _MOST:
        token = waiting.popleft()
        if token.i not in seen:
            seen.add(token.i)
            yield token
            waiting.extend(child for child in token.children if _leads_to_results(token, child))


def _roots(trigger: Token) -> Iterator[Token]:
    yield trigger
    token = trigger
    while token.dep_ in _UP and token.head != token and not _is_verb(token):
        token = token.head
        if _is_verb(token) or token.lower_ in _TALLIES:
            yield token
        if _is_verb(token):
            break
    if token.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} and c.lower_ in _WHEN for c in token.children):
        yield token.head


def _is_verb(token: Token) -> bool:
    return token.pos_ in _VERBAL


def _leads_to_results(token: Token, child: Token) -> bool:
    if _is_purpose(child):
        return False
    if _is_somebody(token) and (child.dep_ in _CLAUSES_OF_NOUNS or child.lower_ in things("other_deeds")):
        return child.dep_ == "appos" and not is_person_noun(token)
    if child.dep_ in _CLAUSES_OF_NOUNS:
        return True
    return child.dep_ in _RESULTS or (child.dep_ == "amod" and child.i > token.i)


def _is_somebody(noun: Token) -> bool:
    """People or a group: what they had a part in is another matter ("the group that claimed the bombing that killed 13")."""
    return is_person_noun(noun) or noun.lemma_.lower() in things("groups")


def _is_purpose(verb: Token) -> bool:
    """ "An operation TO ARREST a commander": what was meant to be."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
