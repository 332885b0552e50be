"""By which names a report's actor is linked with those of other reports, if by any."""

from functools import cache, lru_cache

from rashomon.linking.names import Likeness, compare_names
from rashomon.linking.names.capitals import small_words
from rashomon.linking.names.sound import plain
from rashomon.record import Actor, ActorKind, Reading
from rashomon.vocabulary import read_table

REGISTRY = "actors.registry"
GOVERNMENT = "actors.government_name"
# Another name that is one of these to the first says nothing new: "Cristiani" besides "Alfredo Cristiani"; a group's initials do.
_NOTHING_NEW = {Likeness.same, Likeness.shortened, Likeness.middle, Likeness.part}


@cache
def _unnamed() -> tuple[str, ...]:
    return tuple(read_table(__package__, "vocabulary")["unnamed"]["by"])


@cache
def _nobody() -> frozenset[str]:
    return frozenset(read_table(__package__, "vocabulary")["nobody"]["words"])


def is_named(actor: Actor) -> bool:
    """Whether a report calls it by a name: "Alfredo Cristiani", not "two gunmen" nor "Monday"."""
    if actor.by is not None and actor.by.startswith(_unnamed()):
        return False
    if actor.kind is ActorKind.population and actor.by != REGISTRY:
        return False
    return _is_name(actor.name, actor.kind is ActorKind.person)


@lru_cache(maxsize=100_000)
def _is_name(said: str, person: bool) -> bool:
    words = plain(said).split()
    if person and all(w in small_words() for w in words):
        return False
    return any(c.isupper() for c in said) and not all(w in _nobody() or w.isdigit() for w in words)


def places_of(reading: Reading) -> frozenset[tuple[int, int]]:
    """Where a report names places."""
    return frozenset(mention.span for mention in reading.places if mention.place is not None)


def is_place(actor: Actor, places: frozenset[tuple[int, int]]) -> bool:
    """Whether all that names it names a place: a city that was taken for a person or a group. Governments are called so, too."""
    return actor.by != GOVERNMENT and actor.kind is not ActorKind.government and places.issuperset(actor.mentions)


def names_of(actor: Actor) -> tuple[str, ...]:
    """Its names, each of which is one by itself: an alias, an acronym, but no surname where the full name is there.

    >>> names_of(Actor(id="a1", name="Alfredo Cristiani", kind="person", aliases=("Cristiani",), mentions=()))
    ('Alfredo Cristiani',)
    """
    names = [actor.name]
    old = _NOTHING_NEW | {Likeness.initials} if actor.kind is ActorKind.person else _NOTHING_NEW
    for alias in actor.aliases:
        said = [name for name in names if compare_names(name, alias, actor.kind) in old]
        if not said and any(c.isupper() for c in alias):
            names.append(alias)
    return tuple(names)
