"""Who took part: those who suffered by name, and those held to have done it. Nobody who asked not to be named is among them."""

import re
from collections.abc import Iterable, Iterator

from rashomon.linking.incidents.spelling import skeleton
from rashomon.linking.names.person import person_words
from rashomon.record import Actor, ActorKind, Incident, Participant, Reading, Role

_SUFFER = (Role.victim, Role.target, Role.recipient)
_DO = (Role.perpetrator, Role.party)
_ORGANISED = (ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation)
_NAMED = re.compile(r"\b[^\W\d_a-z]\w+")
_SHORT = 3  # letters; initials and particles name nobody
_COMMON = frozenset(
    map(
        skeleton,
        "muhammad mohammed mohammad ahmad ahmed abdul abdullah ali khan hassan hussein jose maria juan".split(),
    )
)


def sufferers(reading: Reading, incident: Incident) -> tuple[str, ...]:
    """The names of persons who suffered, as skeletons of their words."""
    return _words(actor.name for actor in _actors(reading, incident, _SUFFER) if _is_named_person(actor))


def doers(reading: Reading, incident: Incident) -> tuple[str, ...]:
    """The groups, forces and persons who did it or took part, one skeleton each."""
    named = [a for a in _actors(reading, incident, _DO) if not a.protected]
    return tuple(dict.fromkeys(skeleton(a.name) for a in named if a.kind in _ORGANISED or _is_named_person(a)))


def hidden(reading: Reading) -> frozenset[str]:
    """The words, in small letters, of the names of those who asked not to be named: nothing is linked by them."""
    names = [name for actor in reading.actors if actor.protected for name in (actor.name, *actor.aliases)]
    return frozenset(word.casefold() for name in names for word in _NAMED.findall(name))


def _actors(reading: Reading, incident: Incident, roles: Iterable[Role]) -> Iterator[Actor]:
    """The actors in these roles; of persons none who bears a hidden name, for they may be the same."""
    names = hidden(reading)
    known = {
        actor.id: actor
        for actor in reading.actors
        if actor.kind != ActorKind.person or names.isdisjoint(actor.name.casefold().split())
    }
    wanted = tuple(roles)
    for participant in incident.participants:
        if participant.role in wanted and (actor := _actor(participant, known)):
            yield actor


def _actor(participant: Participant, known: dict[str, Actor]) -> Actor | None:
    return known.get(participant.actor) if participant.actor else None


def _is_named_person(actor: Actor) -> bool:
    words = actor.name.split()
    return actor.kind == ActorKind.person and not actor.protected and all(w[0].isupper() or len(w) < 4 for w in words)


def _words(names: Iterable[str]) -> tuple[str, ...]:
    """Skeletons of the words of names, without titles and without what every tenth man is called."""
    bones = [skeleton(word.text) for name in names for word in person_words(name) if len(word.text) > _SHORT]
    return tuple(dict.fromkeys(bone for bone in bones if bone not in _COMMON))
