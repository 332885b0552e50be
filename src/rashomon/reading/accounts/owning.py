"""Who tells what he did himself: to say "our fighters shot it down" is to claim it, in whatever words."""

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.doers import Voice
from rashomon.reading.accounts.groups import spoken_for
from rashomon.reading.accounts.responsible import told_by
from rashomon.reading.accounts.telling import is_answered_for
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import tokens_in
from rashomon.reading.syntax import is_passive, subjects
from rashomon.record import Incident, Status

DONE = frozenset({Status.happened, Status.attempted})


def is_own_deed(doc: Doc, incident: Incident, voice: Voice, speaker: str | None = None) -> bool:
    """ "We ambushed the convoy", "the Front said that it had ambushed the convoy": whether a voice tells it as its own deed."""
    if incident.status not in DONE or incident.kind in vocabulary().lawful or not is_answered_for(incident):
        return False
    own = set(spoken_for(doc, speaker)) | {speaker} if speaker else set()
    if voice(incident.trigger) and any(_is_self(t, own) for t in _doers(tokens_in(doc, incident.trigger).root)):
        return True
    return not own.isdisjoint(told_by(doc, incident, voice))


def _is_self(token: Token, own: Set[str | None]) -> bool:
    """ "We", "our fighters"; "it" and "they", unless that is somebody else."""
    words = vocabulary()
    if token.lower_ in words.ourselves:
        return True
    return bool(own) and token.lower_ in words.themselves and token.doc._.actor_heads.get(token.i) in {None, *own}


def _doers(verb: Token) -> Iterator[Token]:
    """Who does it, with whose they are: of "our fighters attacked" both words."""
    for head in [] if is_passive(verb) or verb.lemma_ in vocabulary().suffering else subjects(verb):
        yield head
        yield from (child for child in head.children if child.dep_ == "poss")
