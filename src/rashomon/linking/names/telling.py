"""How much a name tells: "Alfredo Cristiani" is hardly two people's, "Mohammad Khan" and "National Liberation Army" are many's."""

from enum import StrEnum
from functools import cache, lru_cache

from rashomon.linking.names.group import acronym, group_words, telling_words
from rashomon.linking.names.person import person_words
from rashomon.vocabulary import read_table


class Telling(StrEnum):
    """What it says of two actors that they have this name in common."""

    much = "hardly two bear it"
    some = "several may bear it"
    little = "many bear it"


@cache
def _common() -> frozenset[str]:
    return frozenset(
        w.sound for said in read_table(__package__, "words")["people"]["common"].split() for w in person_words(said)
    )


@cache
def _namesakes() -> frozenset[str]:
    return frozenset(read_table(__package__, "words")["people"]["namesakes"])


@lru_cache(maxsize=100_000)
def person_tells(name: str) -> Telling:
    """Of a person's name; a single one never tells much.

    >>> person_tells("Mohammad Khan").name, person_tells("Juan Carlos Lopez Perez").name, person_tells("Jorge Melendez").name
    ('little', 'some', 'much')
    """
    full = [w for w in person_words(name) if not w.is_initial]
    rare = sum(w.sound not in _common() for w in full)
    if len(full) < 2:
        return Telling.some if rare else Telling.little
    if " ".join(w.text for w in full) in _namesakes():
        return Telling.some
    if rare:
        return Telling.much if rare > 1 or len(full) > 2 or full[-1].sound not in _common() else Telling.some
    return Telling.some if len(full) > 2 else Telling.little


@lru_cache(maxsize=50_000)
def group_tells(name: str) -> Telling:
    """Of a group's.

    >>> group_tells("Sinaloa Cartel").name, group_tells("National Liberation Army").name
    ('much', 'little')
    """
    if acronym(name):
        return Telling.some
    if not telling_words(name):
        return Telling.little
    return Telling.much if len(group_words(name)) > 1 else Telling.some
