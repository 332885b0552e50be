"""When two spellings are the same name: folding, words that only say the kind of place, and names that sound alike.

"Khowst" and "Khost", "Pul-e Hisar" and "Puli Hisar", "Deir ez-Zor" and "Dayr al-Zawr" are one name each, heard by different
reporters.
"""

import re
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii
from rapidfuzz.distance import OSA

from rashomon.vocabulary import read_table

_DROPPED = re.compile(r"['`ʻʼ’‘ʿʾ.\"“”()]")
_SPACED = re.compile(r"[^a-z0-9&]+")
_VOWELS = re.compile(r"(?<=\w)[aiu]|\W")
# One slip per four sounds, never the first: Taluqan/Taliqan yes, Takhar/Akhar no.
_SOUNDS_PER_SLIP = 4


def _data() -> dict[str, Any]:
    return read_table(__package__, "spelling")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The name without case, accents, apostrophes, full stops and hyphens, as the gazetteer stores it.

    >>> fold("Pul-e Ḩişār"), fold("N'Djamena"), fold("Washington, D.C.")
    ('pul e hisar', 'ndjamena', 'washington dc')
    """
    plain = name if name.isascii() else anyascii(name)
    return _SPACED.sub(" ", _DROPPED.sub("", plain.lower())).strip()


@cache
def generic_words() -> dict[str, tuple[str, ...]]:
    """Words that say what kind of place a name names, each with prefixes of GeoNames feature codes."""
    return {word: tuple(features) for word, features in _data()["generic"].items()}


def without_kind(folded: str) -> tuple[str, str] | None:
    """A folded name without its generic word, and that word; None where it has none.

    >>> without_kind("kunduz province"), without_kind("city of benghazi"), without_kind("kunduz")
    (('kunduz', 'province'), ('benghazi', 'city'), None)
    """
    words = folded.split()
    if len(words) < 2:
        return None
    if words[-1] in generic_words():
        return " ".join(words[:-1]), words[-1]
    if words[0] in generic_words():
        rest = words[2:] if words[1] in {"of", "de"} else words[1:]
        return (" ".join(rest), words[0]) if rest else None
    return None


@cache
def droppable() -> frozenset[str]:
    """The generic words without which a place's name is still its name."""
    return frozenset(_data()["names"]["dropped"])


@cache
def seldom_dropped() -> frozenset[str]:
    """Those of them that are seldom left out."""
    return frozenset(_data()["names"]["seldom_dropped"])


@cache
def transliterated() -> frozenset[str]:
    """Countries (alpha-3) whose place names are looked up by sound, too."""
    return frozenset(_data()["transliterated"]["countries"])


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), heard) for pattern, heard in _data()["transliterated"]["sounds"])


@lru_cache(maxsize=20_000)
def sound(folded: str) -> str:
    """How a folded name sounds to an English reporter.

    >>> sound("khowst") == sound("khost"), sound("pul e hisar") == sound("puli hisar"), sound("takhar") == sound("akhar")
    (True, True, False)
    """
    for pattern, heard in _sounds():
        folded = pattern.sub(heard, folded)
    return folded


def skeleton(folded: str) -> str:
    """The consonants of how a name sounds, by which candidates for a name are looked up.

    >>> skeleton("taluqan"), skeleton("taloqan")
    ('tlkn', 'tlkn')
    """
    return _VOWELS.sub("", sound(folded))


def alike(folded: str, other: str) -> bool:
    """Whether two folded names with the same skeleton are spellings of one name: their vowels may differ a little, too.

    >>> alike("daraa", "deraa"), alike("tal", "tul")
    (True, False)
    """
    a, b = sound(folded), sound(other)
    return a == b or (a[:1] == b[:1] and OSA.distance(a, b) <= min(len(a), len(b)) // _SOUNDS_PER_SLIP)
