"""The words around place names: `lexicon.toml`, and the demonyms and groups of `hints.toml` that speak for a country."""

from dataclasses import dataclass, fields
from functools import cache, partial

from rashomon.vocabulary import read_table

_read = partial(read_table, __package__)


@dataclass(frozen=True)
class Lexicon:
    """Sets of words; `lexicon.toml` says what each is for."""

    locative: frozenset[str]
    directional: frozenset[str]
    vicinity: frozenset[str]
    directions: frozenset[str]
    sites: frozenset[str]
    between: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    only_after_comma: frozenset[str]
    in_organisations: frozenset[str]
    descriptive: frozenset[str]
    described: frozenset[str]
    streets: frozenset[str]
    numbered: frozenset[str]
    public_bodies: frozenset[str]
    dashes: frozenset[str]
    kinds: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words, read once."""
    table = _read("lexicon")
    return Lexicon(**{field.name: frozenset(table[field.name]) for field in fields(Lexicon)})


@cache
def demonyms() -> dict[str, str]:
    """What people and things of a country are called, with its code (alpha-3): "Afghan" for AFG."""
    return {word: code for code, words in _read("hints")["demonyms"].items() for word in words}


@cache
def signs() -> dict[str, str]:
    """Other words that speak for a country: "sheriff" for USA."""
    return {word: code for code, words in _read("hints")["signs"].items() for word in words}


@cache
def weights() -> dict[str, float]:
    """How much each kind of evidence counts: `weights.toml`."""
    return {name: float(value) for name, value in _read("weights").items()}
