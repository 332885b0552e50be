"""Where a report tells that somebody did it: whose words stand there is whose account holds him responsible."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import meets, tokens_in
from rashomon.record import Incident, Participant, Span

WITH = frozenset({"amod", "appos", "compound", "conj", "nmod"})

Voice = Callable[[Span], bool]
"""Whether what stands at a place is said by it."""


def voice_of(contents: Sequence[Span]) -> Voice:
    """Of whoever said these contents."""
    return lambda span: any(meets(span, content) for content in contents)


def voice_outside(attributed: Sequence[Span]) -> Voice:
    """Of the report itself: what it attributes to nobody."""
    return lambda span: not any(meets(span, other) for other in attributed)


def told_at(doc: Doc, incident: Incident, participant: Participant) -> list[Span]:
    """Where the participant is named, be it by a pronoun, as who did it, in the clauses that tell the incident; else beside them.

    "The attack was presumably carried out by the Front": the clause of `attack` names nobody, its sentence does. A headline's
    "Front defector killed" does not say that the Front killed him.
    """
    clauses, trigger = [incident.trigger, *incident.evidence], tokens_in(doc, incident.trigger).root
    actor = next((a for a in doc._.actors if a.id == participant.actor), None)
    named = (span for span in (actor.mentions if actor else ()) if _can_mean_doer(tokens_in(doc, span).root, trigger))
    places = dict.fromkeys([participant.span, *named])
    told = [span for span in places if any(meets(span, clause) for clause in clauses)]
    return told if told or not _is_beside(doc, participant.span, clauses) else [participant.span]


def _can_mean_doer(named: Token, trigger: Token) -> bool:
    """Whether a word stands where doers do: it, or whom it names more closely, is a subject or an agent, or the deed is theirs."""
    while named.dep_ in WITH and named.head != trigger and named.head.lemma_.lower() not in vocabulary().incident:
        named = named.head
    if named.dep_ == "pobj":
        return named.head.lower_ == "by"
    deed = named.head == trigger or named.head.lemma_.lower() in vocabulary().incident
    return named.dep_ == "nsubj" or (deed and named.dep_ in WITH | {"poss"})


def _is_beside(doc: Doc, span: Span, clauses: Sequence[Span]) -> bool:
    """Whether a place is in a sentence with any of the clauses."""
    sentence = tokens_in(doc, span).root.sent
    return any(meets((sentence.start_char, sentence.end_char), clause) for clause in clauses)
