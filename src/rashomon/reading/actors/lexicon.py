"""What the head noun of a phrase says of the actor it mentions: kind, number, gender, office."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.record import ActorKind
from rashomon.vocabulary import read_table


@dataclass(frozen=True)
class Sense:
    """What a noun says: "gunman" is a person, of those known by their violence; "army" a collective, a security force."""

    family: str
    kind: ActorKind
    plural: ActorKind
    collective: bool = False
    gender: str | None = None
    post: bool = False
    vague: bool = False


def table() -> dict[str, Any]:
    """The lexicon as its file has it."""
    return read_table("rashomon.reading.actors", "lexicon")


@cache
def senses() -> dict[str, Sense]:
    """Senses by noun, singular, lower case; the first family that lists a noun has it."""
    vague = frozenset(table()["bare"]["vague"])
    found: dict[str, Sense] = {}
    for family, entry in table().items():
        for noun in entry.get("nouns", ()):
            found.setdefault(
                noun,
                Sense(
                    family=family,
                    kind=ActorKind(entry["kind"]),
                    plural=ActorKind(entry.get("plural", entry["kind"])),
                    collective=entry.get("collective", False),
                    gender=entry.get("gender"),
                    post=entry.get("post", False),
                    vague=noun in vague,
                ),
            )
    return found


@cache
def side_words() -> dict[str, ActorKind]:
    """On which side a modifier puts what it modifies: "rebel", "government"."""
    return {word: ActorKind(kind) for kind, words in table()["sides"].items() for word in words}


@cache
def name_words() -> dict[str, ActorKind]:
    """Words in names that say what bears the name: "Front", "Brigade", "Ministry"."""
    return {word: ActorKind(kind) for kind, words in table()["name_words"].items() for word in words}


def kind_of_name(words: list[str]) -> ActorKind:
    """The kind of organisation that bears a name: the last telling word counts, but "of" ends the search.

    >>> kind_of_name(["National", "Liberation", "Front"])
    <ActorKind.armed_group: 'armed_group'>
    """
    lowered = [word.lower() for word in words]
    main = lowered[: lowered.index("of")] if "of" in lowered[1:] else lowered
    found = [name_words()[word] for word in main if word in name_words()]
    found = found or [name_words()[word] for word in lowered if word in name_words()]
    if ActorKind.armed_group in found and set(lowered) & {"liberation", "revolutionary", "resistance", "rebel"}:
        return ActorKind.armed_group
    return found[-1] if found else ActorKind.organisation
