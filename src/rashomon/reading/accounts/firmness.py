"""How sure somebody is of who it was: "suspected rebels", "presumably carried out by the army", "the Front may have planted it"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.doers import Voice, told_at
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import span_of, tokens_in
from rashomon.record import Firmness, Incident, Role

RELATIVE = frozenset({"WDT", "WP"})
AROUND = frozenset({"acomp", "advmod", "amod", "aux", "compound", "oprd"})


def hedged(doc: Doc, incident: Incident, voice: Voice) -> Firmness:
    """How firmly a voice holds the perpetrators responsible that it names: the doubt that stands with any of them."""
    doers = [p for p in incident.participants if p.role is Role.perpetrator]
    named = (tokens_in(doc, at).root for doer in doers for at in told_at(doc, incident, doer) if voice(at))
    trigger = tokens_in(doc, incident.trigger).root
    doubts = (_doubt(doer, voice) for doer in named if not _is_of_another_deed(doer, trigger))
    return next((doubt for doubt in doubts if doubt is not Firmness.certain), Firmness.certain)


def _is_of_another_deed(named: Token, trigger: Token) -> bool:
    """ "The Front, which may sign a truce, killed him"."""
    return named.tag_ in RELATIVE and named.head != trigger and not named.head.is_ancestor(trigger)


def _doubt(doer: Token, voice: Voice) -> Firmness:
    hedges = vocabulary().hedges
    return next((hedges[t.lower_] for t in _said_with(doer, voice) if t.lower_ in hedges), Firmness.certain)


def _said_with(doer: Token, voice: Voice) -> Iterator[Token]:
    """The words with the doer, and those with each word that he hangs on, as far as the voice speaks."""
    yield from doer.children
    token = doer
    while token.head != token and voice(span_of([token.head])):
        token = token.head
        yield token
        yield from (child for child in token.children if child.dep_ in AROUND)
