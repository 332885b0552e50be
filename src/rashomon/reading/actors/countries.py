"""Countries as reports write them: "Malian" and "Bamako" say Mali, MLI."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from rashomon.vocabulary import read_table

# Before a demonym: "ethnic Albanian", "Central American", "Latin American" say no country.
OF_NO_STATE = frozenset({"ethnic", "central", "latin", "north", "south", "inter", "native", "african"})


def _table() -> dict[str, list[list[str]]]:
    return read_table("rashomon.reading.actors", "countries")


@cache
def by_name() -> dict[str, str]:
    """Code by name or seat of government: "Sudan" and "Khartoum" give SDN."""
    return {name: code for code, (names, _, seats) in _table().items() for name in (*names, *seats)}


@cache
def by_demonym() -> dict[str, str]:
    """Code by demonym, singular or plural: "Colombian", "Colombians"."""
    singular = {word: code for code, (_, demonyms, _) in _table().items() for word in demonyms}
    return singular | {f"{word}s": code for word, code in singular.items() if word[-1].isalpha()}


def country_of(words: Iterable[str]) -> str | None:
    """The one country that the words name or imply; null where they name none, or two.

    >>> country_of(["the", "Malian", "army"])
    'MLI'
    """
    listed = [
        word
        for before, word in pairwise(["", *words])
        if before.lower() not in OF_NO_STATE or _code(f"{before} {word}")
    ]
    pairs = [f"{a} {b}" for a, b in pairwise(listed)]
    longer = {code for pair in pairs if (code := _code(pair))}
    found = longer or {code for word in listed if (code := _code(word))}
    return found.pop() if len(found) == 1 else None


def _code(words: str) -> str | None:
    return by_demonym().get(words) or by_name().get(words)
