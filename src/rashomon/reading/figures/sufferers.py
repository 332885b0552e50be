"""Somebody whom a word tells something of."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.syntax import subjects
from rashomon.record import FigureKind

NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Sufferer:
    """The head of a phrase and what befell the people there. `counts_itself`: the noun is the predicate, too ("12 deaths")."""

    head: Token
    kind: FigureKind
    rule: str
    counts_itself: bool = False


def true_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, and for "who" and "which" the people they stand for."""
    return [_antecedent_of(s) for s in subjects(verb)]


def _antecedent_of(subject: Token) -> Token:
    """ "who" in "30 men who died": the men."""
    if subject.tag_ in {"WDT", "WP"}:
        for verb in subject.ancestors:
            if verb.dep_ in {"relcl", "acl"}:
                return verb.head
    return subject


def sentence_start(token: Token) -> int:
    """Index of the first token of the sentence. Token.sent walks through the whole Doc."""
    doc, i = token.doc, token.i
    while i and not doc[i].is_sent_start:
        i -= 1
    return i
