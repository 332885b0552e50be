"""Names of people and groups: titles, spellings, and when two names can be one actor's."""

import re
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from rashomon.vocabulary import read_table


def table() -> dict[str, Any]:
    """Titles, particles, spellings, alias cues and phrases of anonymity, as their file has them."""
    return read_table("rashomon.reading.actors", "names")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table()[key])


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), other) for pattern, other in table()["spellings"]]


@lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """One spelling for all spellings of a name: "Daoud" and "Dawood" give the same.

    >>> spelling("Taleban") == spelling("Taliban")
    True
    """
    folded = anyascii(word).lower()
    for pattern, other in _spellings():
        folded = pattern.sub(other, folded)
    return folded


def is_title(word: str) -> bool:
    """ "Col.", "Mullah", "President"."""
    return word.lower().rstrip(".") in _words("titles")


def gender_of_title(word: str) -> str | None:
    """ "Mrs." says that the name after it is a woman's."""
    lowered = word.lower().rstrip(".")
    if lowered in _words("masculine"):
        return "m"
    return "f" if lowered in _words("feminine") else None


def is_particle(word: str) -> bool:
    """ "bin", "de": a part of a name that is no name by itself."""
    return word.lower() in _words("particles")


@cache
def bodies() -> frozenset[str]:
    """Words that, after what looks like a title, make an office of it: "General Command"."""
    return _words("bodies")


@lru_cache(maxsize=50_000)
def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name as it is compared: spellings made one, particles like "al" and hyphens dropped unless nothing else is left.

    >>> name_key(("Osama", "bin", "Laden")) == name_key(("Usama", "Bin", "Ladin"))
    False
    """
    parts = [part for word in words for part in re.split(r"[-–’'.]", word) if part]
    kept = [part for part in parts if part.lower() not in {"al", "el", "ul", "the", "of", "s"}] or parts
    return tuple(spelling(part.lower()) for part in kept)


def alike(a: str, b: str) -> bool:
    """Whether two words of names are one word, spelled or misspelled."""
    if a == b:
        return True
    least = int(table()["length"])
    if min(len(a), len(b)) < least or a[0] != b[0] or a.startswith(b) or b.startswith(a):
        return False  # "Rahman" and "Rahmani" are two names
    return ratio(a, b) >= float(table()["alike"])


def same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two keys are the same name, word by word."""
    return len(a) == len(b) and all(alike(x, y) for x, y in zip(a, b, strict=True))


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names (keys of two or more words) are one person's.

    The shorter may leave out initials, what follows ("Pardo Quiroga") or what stands first ("Luis Pardo Quiroga" for "Jorge
    Luis Pardo Quiroga", with three words or more): "Hamid Raza" is not "Hamid Gul Raza", who may be his father.
    """
    if same_words(a, b):
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) < 2:
        return False
    without = tuple(word for word in long if len(word) > 1)
    if same_words(short, without):
        return True
    if same_words(short, long[: len(short)]) and len(short) >= 2:
        return True
    return len(short) >= 3 and _within(short, long)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(alike(word, other) for other in rest) for word in short)


def short_for(short: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a surname or a part of a name stands for a full one: 0 not at all, 3 as its end, 2 in it, 1 as its beginning.

    >>> short_for(("kaksar",), ("mohammed", "kaksar"))
    3
    """
    n = len(short)
    if n >= len(full):
        return 0
    if same_words(short, full[-n:]):
        return 3
    if any(same_words(short, full[i : i + n]) for i in range(1, len(full) - n)):
        return 2
    given = same_words(short, full[:n])
    return 1 if given and n == 1 and len(short[0]) >= 5 and short[0] not in _common() else 0


@cache
def _common() -> frozenset[str]:
    return frozenset(spelling(word) for word in (*table()["common"], *table()["particles"]))


def initials(words: tuple[str, ...]) -> str:
    """ "Farabundo Marti National Liberation Front" gives "FMNLF"; small words give nothing."""
    return "".join(word[0] for word in words if word[:1].isupper())
