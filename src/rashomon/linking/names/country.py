"""The country that a name has in it: "Salvadoran" and "of El Salvador" are the same words."""

from collections.abc import Iterator
from functools import cache

from rashomon.linking.names.sound import plain
from rashomon.vocabulary import read_table

_LONGEST = 4  # words of a country's name


@cache
def _codes() -> dict[tuple[str, ...], str]:
    """Code by the words of a country's name or demonym."""
    table: dict[str, list[list[str]]] = read_table("rashomon", "reading/actors/countries")
    codes = {}
    for code, (names, demonyms, _) in table.items():
        for said in (*names, *demonyms, *(f"{d}s" for d in demonyms)):
            codes[tuple(plain(said.replace(".", "")).replace("-", " ").split())] = code
    return codes


@cache
def _seats() -> dict[str, str]:
    table: dict[str, list[list[str]]] = read_table("rashomon", "reading/actors/countries")
    return {plain(seat): code for code, (_, _, seats) in table.items() for seat in seats}


def seat_of(name: str) -> str | None:
    """The country whose government a city's name stands for: COL for "Bogota"."""
    return _seats().get(plain(name))


def _parts(words: list[str]) -> Iterator[tuple[str | None, str]]:
    """Folded words, those that say a country together and with its code."""
    n = 0
    while n < len(words):
        length = next((k for k in range(_LONGEST, 0, -1) if tuple(words[n : n + k]) in _codes()), 0)
        here = words[n : n + (length or 1)]
        yield _codes().get(tuple(here)), " ".join(here)
        n += length or 1


def country_apart(words: list[str]) -> tuple[str | None, list[str]]:
    """The one country among folded words, and the other words; None and all of them where there is none, or more than one.

    >>> country_apart(["salvadoran", "national", "police"]), country_apart(["police", "of", "burkina", "faso"])
    (('SLV', ['national', 'police']), ('BFA', ['police', 'of']))
    """
    parts = list(_parts(words))
    found = {code for code, _ in parts if code}
    return (found.pop(), [said for code, said in parts if not code]) if len(found) == 1 else (None, words)


def by_code(words: list[str]) -> list[str]:
    """The words with codes for countries: "libya dawn" and "libyan dawn" are the same.

    >>> by_code(["libyan", "dawn"])
    ['lby', 'dawn']
    """
    return [code.lower() if code else said for code, said in _parts(words)]


@cache
def codes() -> frozenset[str]:
    """Every code, as `by_code` writes it."""
    return frozenset(code.lower() for code in _codes().values())
