"""The vocabulary of figures, from the TOML files beside this module."""

from functools import cache
from typing import Any

from spacy.tokens import Token

from rashomon.record import FigureKind
from rashomon.vocabulary import read_table

_PERSON_ENDINGS = ("man", "men", "woman", "women")


def table(name: str) -> dict[str, Any]:
    """One file: `table("numbers")`."""
    return read_table("rashomon.reading.figures", name)


@cache
def things(name: str) -> frozenset[str]:
    """One list of `things.toml`: `things("measures")`."""
    return frozenset(table("things")[name])


@cache
def predicates(use: str) -> dict[str, FigureKind]:
    """The words that tell of a figure in this use ("object", "of" …) and the kind of each: "kill" → killed."""
    return {word: FigureKind(kind) for kind, uses in table("predicates").items() for word in uses.get(use, ())}


@cache
def kinds_of_things() -> frozenset[FigureKind]:
    """Kinds that count things and not people."""
    return frozenset(FigureKind(kind) for kind, uses in table("predicates").items() if uses.get("of_things"))


def is_person_noun(noun: Token) -> bool:
    """Whether the noun is one person, or in the plural several: "a gunman", "two teachers", "Arabs"."""
    lemma, low = noun.lemma_.lower(), noun.lower_
    return lemma in things("persons") or low.removesuffix("s") in things("persons") or _seems_person(lemma)


def is_thing(noun: Token) -> bool:
    """Whether the noun is a thing or an animal: with a number it counts no people."""
    lemma, low = noun.lemma_.lower(), noun.lower_
    return any(form in things("objects") or form in things("animals") for form in (lemma, low, low.removesuffix("s")))


@cache
def _seems_person(lemma: str) -> bool:
    head = lemma.rpartition("-")[2]
    return len(head) > 4 and head.endswith(_PERSON_ENDINGS)
