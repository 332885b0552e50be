"""The actors of a reading that can be linked with those of others."""

from collections.abc import Iterator
from functools import cache

from rashomon.linking.actors.belonging import belongings
from rashomon.linking.actors.described import Described, compared
from rashomon.linking.actors.known import entries, known
from rashomon.linking.actors.naming import REGISTRY, is_named, is_place, names_of, places_of
from rashomon.linking.actors.setting import country_of, period_of
from rashomon.linking.actors.states import state_body
from rashomon.linking.mention import Mention
from rashomon.linking.names import Telling, name_tells
from rashomon.linking.names.group import country_and_rest
from rashomon.linking.names.person import is_called_after, person_words
from rashomon.record import Actor, ActorKind, Reading, Relation
from rashomon.vocabulary import read_table


def mentions(reading: Reading) -> list[Mention]:
    """Every actor of a reading that has a name or is a state's; who is nobody in particular ("two gunmen") is in no other report.

    Whoever asked not to be named stays with the report alone, and so do names that say too little: a surname, or one that many
    bear, of no country and no group.
    """
    linked = list(_Actors(reading).linked())
    return [_alone(reading, actor) if d is None else _mention(reading, actor, d) for actor, d in linked]


def _mention(reading: Reading, actor: Actor, described: Described) -> Mention:
    identity, features, keys = compared(described)
    return Mention(reading.report.id, actor.id, identity, features, keys)


def _alone(reading: Reading, actor: Actor) -> Mention:
    first = min(actor.mentions, default=(0, 0))[0]
    return Mention(reading.report.id, actor.id, f"{reading.report.id}@{first}", {}, ())


class _Actors:
    """The actors of one reading, each with what the reading as a whole says of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.country = country_of(reading)
        self.period = period_of(reading)
        self.also = _also_known_as(reading)

    def linked(self) -> Iterator[tuple[Actor, Described | None]]:
        """Each actor that has a place in the record, and what it is compared by; None where it stays alone."""
        places = places_of(self.reading)
        groups = {a.id: self._group(a) for a in self.reading.actors if not _is_person(a) and not is_place(a, places)}
        belongs = belongings(self.reading, groups)
        for actor in self.reading.actors:
            if actor.protected:
                yield actor, None
            elif groups.get(actor.id):
                yield actor, groups[actor.id]
            elif is_named(actor) and not is_place(actor, places):
                yield actor, self._person(actor, belongs.get(actor.id, ())) if _is_person(actor) else None

    def _group(self, actor: Actor) -> Described | None:
        """A state's body, an entry of the registry, or a named group, if its name says enough."""
        if actor.protected:
            return None
        body = state_body(actor, (actor.country or self.country) if is_named(actor) and actor.by != REGISTRY else None)
        if body is not None:
            return Described((body.name,), body.kind, body.country, body=True)
        return self._named_group(actor) if is_named(actor) else None

    def _named_group(self, actor: Actor) -> Described | None:
        kind = ActorKind.organisation if actor.kind is ActorKind.person else actor.kind
        own = country_and_rest(actor.name)[0] or actor.country
        country = own or self.country
        entry = entries().get(actor.name) if actor.by == REGISTRY else known(actor.name, kind, country)
        if entry is not None:
            return Described(entry.names, entry.kind, entry.country, registry=entry.name)
        if actor.by == REGISTRY:
            return Described((actor.name,), kind, actor.country, registry=actor.name)
        if _is_abroad(actor.name):
            country = f"{own} in {self.country}" if own and self.country else None
        names = names_of(actor)
        if country is None and _tells(names, kind) is not Telling.much:
            return None
        return Described(names, kind, country)

    def _person(self, actor: Actor, belongs: tuple[Described, ...]) -> Described | None:
        """Whoever has a name that says enough, for itself or with the country and the group it is found in."""
        names = tuple(dict.fromkeys([*names_of(actor), *self.also.get(actor.id, ())]))
        country = actor.country or self.country
        tells = _tells(names, ActorKind.person)
        if tells is Telling.some:
            enough = bool(belongs) or (country is not None and any(len(person_words(name)) > 1 for name in names))
        else:
            enough = tells is Telling.much or any(not group.body for group in belongs)
        called = tuple(sorted({group.called for group in belongs}))
        period = None if tells is Telling.much else self.period
        return Described(names, ActorKind.person, country, called, period) if enough else None


def _is_person(actor: Actor) -> bool:
    return actor.kind is ActorKind.person and not is_called_after(actor.name)


def _tells(names: tuple[str, ...], kind: ActorKind) -> Telling:
    return min((name_tells(name, kind) for name in names), key=list(Telling).index)


@cache
def _abroad() -> frozenset[str]:
    return frozenset(read_table(__package__, "vocabulary")["abroad"]["words"])


def _is_abroad(name: str) -> bool:
    return not _abroad().isdisjoint(name.lower().split())


def _also_known_as(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Names that an actor has by a tie: "Haji Bashir, also known as …"."""
    actors = {actor.id: actor for actor in reading.actors if _is_person(actor) and not actor.protected}
    found: dict[str, tuple[str, ...]] = {}
    for tie in reading.ties:
        if tie.relation is Relation.alias and tie.a in actors and tie.b in actors:
            for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
                found[one] = (*found.get(one, ()), *(names_of(actors[other]) if is_named(actors[other]) else ()))
    return found
