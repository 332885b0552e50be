"""The vocabulary of ties, as data: `relations.toml` beside this module."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.reading.actors.forms import plural_of
from rashomon.record import Relation
from rashomon.vocabulary import read_table


@dataclass(frozen=True)
class VerbRule:
    """ "a backs b": the relation a verb tells of, and where b stands: "object", or after a preposition.

    `with_object` are nouns of which one must be the object; `passive` verbs tell of a tie only in the passive.
    """

    relation: Relation
    to: tuple[str, ...]
    role: str | None = None
    with_object: tuple[str, ...] = ()
    passive: bool = False


def table() -> dict[str, Any]:
    """The vocabulary as its file has it."""
    return read_table("rashomon.reading.ties", "relations")


@cache
def nouns() -> dict[str, Relation]:
    """Relation by noun, singular or plural: "spokesmen"."""
    found: dict[str, Relation] = {}
    for relation, listed in table()["nouns"].items():
        for noun in listed:
            found.setdefault(noun, Relation(relation))
            found.setdefault(plural_of(noun), Relation(relation))
    return found


@cache
def verbs() -> dict[str, tuple[VerbRule, ...]]:
    """Rules by lemma."""
    found: dict[str, list[VerbRule]] = {}
    for entry in table()["verbs"]:
        rule = VerbRule(
            relation=Relation(entry["relation"]),
            to=tuple(entry["to"]),
            role=entry.get("role"),
            with_object=tuple(entry.get("with_object", ())),
            passive=entry.get("passive", False),
        )
        for lemma in entry["lemmas"]:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in found.items()}


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A list of the file, for asking whether a word is in it."""
    return frozenset(table()[section][key])


@cache
def adjectives() -> dict[str, Relation]:
    """Relation by adjective: "loyal (to)"."""
    return {word: Relation(relation) for relation, listed in table()["adjectives"].items() for word in listed}


@cache
def led() -> frozenset[str]:
    """ "militia", "governments": bodies of which one says whose they are."""
    return frozenset(form for noun in table()["bodies"]["led"] for form in (noun, plural_of(noun)))


@cache
def bonds() -> frozenset[str]:
    """ "ties", "link": nouns for a tie itself."""
    return frozenset(form for noun in table()["bonds"]["nouns"] for form in (noun, plural_of(noun)))
