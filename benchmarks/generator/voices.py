"""Statements of a tale: who speaks, and says what."""

from benchmarks.generator.people import Person
from benchmarks.generator.shapes import Voice
from benchmarks.generator.tale import ActorSaid, Said
from benchmarks.generator.telling import Telling
from benchmarks.generator.words import Piece, rates, table
from rashomon.reading.actors.registry import Entry as Group
from rashomon.record import Act, ActorKind, SourceKind

_OFFICES = (SourceKind.official, SourceKind.security_force, SourceKind.armed_group)
_COUNTING = (Act.asserts, Act.confirms, Act.doubts)
_OWN = (Act.claims_responsibility, Act.denies)
_MOST = 4
_Speaker = tuple[list[Piece], str | None, bool, bool]


def voices(telling: Telling) -> list[Voice]:
    """Who speaks in a tale: as many and as diverse as of one of the real incidents."""
    real = telling.shapes.voices
    return list(real[int(telling.random.random() * len(real))][:_MOST])


def statement(telling: Telling, voice: Voice) -> list[Piece]:
    """A sentence in which somebody says something of the incident."""
    kind, named, act = voice
    if (act in _OWN and kind is not SourceKind.armed_group) or (act in _COUNTING and not telling.counts):
        act = Act.condemns
    source, actor, is_named, protected = _speaker(telling, kind, named, act)
    telling.said_figures, telling.said_by_speaker = (), True
    telling.said_culprits = (actor,) if act is Act.claims_responsibility and actor else ()
    content = telling.write(f"that_{act}")
    telling.said_by_speaker = False
    said = Said(
        len(telling.tale.statements), kind, is_named, actor, act, telling.said_figures, telling.said_culprits, protected
    )
    telling.tale.statements.append(said)
    cue = telling.any_of(table("grammar")["acts"][act]["cues"])
    return [
        *((True, said.source), *source, (False, said.source)),
        ", " if ", " in source else " ",
        *((True, said.cue), cue, (False, said.cue)),
        " ",
        *((True, said.content), *content, (False, said.content)),
        *telling.write("source_tail"),
        ".",
    ]


def _speaker(telling: Telling, kind: SourceKind, named: bool, act: Act) -> _Speaker:
    """The words for who speaks, the key of the actor, whether it is by name, whether it is protected."""
    happening = telling.happening
    if act in _OWN:
        return _for_group(telling, happening.culprit if act is Act.claims_responsibility else happening.rival)
    if named and kind in _OFFICES:
        return _person(telling, happening.officer)
    if named and happening.witness is not None:
        return _person(telling, happening.witness)
    if kind is SourceKind.unnamed and telling.random.random() < rates()["reports"]["protected_source"] * 5:
        return _protected(telling)
    text = telling.any_of(table("grammar")["sources"].get(kind, ["an observer"]))
    return [text[0].upper() + text[1:]], None, False, False


def _person(telling: Telling, person: Person) -> _Speaker:
    return [*telling.person(person), ", ", *telling.office(person)], person.id, True, False


def _for_group(telling: Telling, group: Group) -> _Speaker:
    return ["A spokesman for ", *telling.group(group)], f"G {group.name}", True, False


def _protected(telling: Telling) -> _Speaker:
    """Somebody who asked for secrecy: an actor of this report alone."""
    name, key = "An official who asked that his name be kept secret", f"secret {telling.tale.id}"
    telling.tale.actors[key] = ActorSaid(name, ActorKind.person, "actors.noun.posts", key, protected=True)
    return [(True, key), name, (False, key)], key, False, True
