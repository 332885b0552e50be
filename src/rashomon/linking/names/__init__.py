"""Names of people and groups, as reporters of many languages spell them: what two of them have in common."""

from rashomon.linking.names.group import group_forms, group_keys
from rashomon.linking.names.likeness import Forms, Likeness, likeness
from rashomon.linking.names.person import person_forms, person_keys
from rashomon.linking.names.telling import Telling, group_tells, person_tells
from rashomon.record import ActorKind

__all__ = ["Forms", "Likeness", "Telling", "compare_names", "name_forms", "name_keys", "name_tells"]


def name_forms(name: str, kind: ActorKind = ActorKind.person) -> Forms:
    """The forms in which reports may give a name."""
    return person_forms(name) if kind is ActorKind.person else group_forms(name)


def compare_names(a: str, b: str, kind: ActorKind = ActorKind.person) -> Likeness:
    """What two names of actors of one kind have in common.

    >>> compare_names("Daoud Khan", "Dawood Khan").name, compare_names("Ahmad Shah Massoud", "Ahmad Massoud").name
    ('spelling', 'middle')
    """
    return likeness(name_forms(a, kind), name_forms(b, kind))


def name_keys(name: str, kind: ActorKind = ActorKind.person) -> tuple[str, ...]:
    """Under what a name is looked up: names that are one actor's share a key, and most others do not.

    A single name shares its key with no fuller one: "Massoud" alone may be anybody's.
    """
    return person_keys(name) if kind is ActorKind.person else group_keys(name)


def name_tells(name: str, kind: ActorKind = ActorKind.person) -> Telling:
    """How much it says that two actors have a name in common."""
    return person_tells(name) if kind is ActorKind.person else group_tells(name)
