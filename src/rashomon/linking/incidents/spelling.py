"""What two spellings of a place's name have in common: its consonants."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from rashomon.vocabulary import read_table

_LETTERS = re.compile(r"[a-z]+")
_HEARD = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("ck", "k"),
    ("w", "v"),
    ("z", "s"),
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"(?<=.)[aeiouy]|(?<=[aeiouy])h")
_LEAST = 3  # consonants; shorter skeletons ("Shawal" is shvl, "Wana" vn) fall together too often and keep their vowels


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """A word without what transliterations differ in.

    >>> skeleton("Srarogha") == skeleton("Sararogha") and skeleton("Shabwah") == skeleton("Shabwa")
    True
    """
    heard = "".join(_LETTERS.findall(anyascii(word).lower()))
    for written, sound in _HEARD:
        heard = heard.replace(written, sound)
    heard = _DOUBLE.sub(r"\1", heard)
    bones = _VOWEL.sub("", heard)
    return bones if len(bones) > _LEAST else heard.rstrip("h")


def name_words(name: str) -> list[str]:
    """The skeletons by which a place is known: of the whole name, and of each word that is not common to many places.

    "Machi Khel" → that of "machikhel" and of "machi", so that "Machikhel" is the same.
    """
    words = [word for word in re.split(r"[^\w'’]+", name) if word]
    telling = [word for word in words if len(word) > 3 and word.lower() not in _common()]
    whole = [skeleton("".join(words))] if telling else []
    return list(dict.fromkeys(whole + [skeleton(word) for word in telling]))


@cache
def _common() -> frozenset[str]:
    return frozenset(read_table(__package__, "vocabulary")["places"]["common"])
