"""With which other actors one is compared: those of a name that could be the same, and for names that many bear, of one country."""

from typing import TYPE_CHECKING

from rashomon.linking.names import Telling, name_keys, name_tells
from rashomon.linking.names.person import person_words
from rashomon.linking.names.sound import skeleton

if TYPE_CHECKING:
    from rashomon.linking.actors.described import Described


def keys_of(actor: "Described") -> tuple[str, ...]:
    """The keys of an actor; none for a state's body, which is known by its identity alone."""
    if actor.body:
        return ()
    return tuple(sorted({key for name in actor.names for key in (*_by_name(name, actor), *_by_surname(name, actor))}))


def _by_name(name: str, actor: "Described") -> list[str]:
    side = "p" if actor.is_person else "g"
    if actor.is_person and len(person_words(name)) < 2:
        return []
    where = f"|{actor.country}" if name_tells(name, actor.kind) is Telling.little else ""
    return [f"{side}:{key}" if key.startswith("@") else f"{side}:{key}{where}" for key in name_keys(name, actor.kind)]


def _by_surname(name: str, actor: "Described") -> list[str]:
    """A surname alone is looked up among those who belong to the same, and are of the same country."""
    if not actor.is_person:
        return []
    words = person_words(name)
    surnames = {skeleton(w.sound) for w in (words[1:] or words)}
    return [f"p:{surname}|{actor.country}|{group}" for surname in surnames for group in actor.belongs]
