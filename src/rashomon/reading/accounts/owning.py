"""Who tells what he did himself: to say "our fighters shot it down" is to claim it, in whatever words."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.groups import spoken_for
from rashomon.reading.accounts.places import Voice
from rashomon.reading.accounts.responsible import told_by
from rashomon.reading.accounts.telling import is_answered_for
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import tokens_in
from rashomon.reading.syntax import is_passive, subjects
from rashomon.record import Incident, Status

DONE = frozenset({Status.happened, Status.attempted})


def is_own_deed(doc: Doc, incident: Incident, voice: Voice, speaker: str | None = None) -> bool:
    """ "We ambushed the convoy", "the Front said that it had ambushed the convoy": whether a voice tells it as its own deed."""
    if incident.status not in DONE or not is_answered_for(incident):
        return False
    if voice(incident.trigger) and any(map(_is_ourselves, _doers(tokens_in(doc, incident.trigger).root))):
        return True
    return speaker is not None and not set(spoken_for(doc, speaker)).isdisjoint(told_by(doc, incident, voice))


def _doers(verb: Token) -> Iterator[Token]:
    """Who does it, with whose they are: of "our fighters attacked" both words."""
    for head in [] if is_passive(verb) else subjects(verb):
        yield head
        yield from (child for child in head.children if child.dep_ == "poss")


def _is_ourselves(token: Token) -> bool:
    return token.lower_ in vocabulary().ourselves
