"""How a word of a name sounds: "Daoud" and "Dawood", "Zelenskyy" and "Zelensky", "Qadhafi" and "Gaddafi" are one word each."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from rashomon.vocabulary import read_table

_DROPPED = re.compile(r"['`ʻʼ’‘ʿʾ]")
_SPACED = re.compile(r"[^\w-]+|_")
_NO_VOWELS = str.maketrans("", "", "aiu")
_VOWELS = re.compile(r"(?<=.)[aiu](?=.)")


class Word(NamedTuple):
    """A word of a name: as it is folded, and as it sounds."""

    text: str
    sound: str

    @property
    def is_initial(self) -> bool:
        """ "J" of "J. Lopez"."""
        return len(self.text) == 1


def plain(name: str) -> str:
    """Lower case, ASCII, without accents and punctuation; hyphens kept.

    >>> plain("Abd al-Raḥmān"), plain("J.R. Mata'afa")
    ('abd al-rahman', 'j r mataafa')
    """
    ascii_only = name if name.isascii() else anyascii(name)
    return _SPACED.sub(" ", _DROPPED.sub("", ascii_only.lower())).strip()


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), heard) for pattern, heard in read_table(__package__, "sounds")["sounds"])


@cache
def _variants() -> dict[str, str]:
    table: dict[str, list[str]] = read_table(__package__, "sounds")["variants"]
    return {variant: name for name, variants in table.items() for variant in variants}


@lru_cache(maxsize=100_000)
def word(text: str) -> Word:
    """A folded word with its sound.

    >>> word("dawood").sound == word("daoud").sound, word("hekmatyar").sound == word("hikmatiar").sound
    (True, True)
    """
    heard = _variants().get(text, text)
    for pattern, other in _sounds():
        heard = pattern.sub(other, heard)
    return Word(text, heard)


def skeleton(sound: str) -> str:
    """The consonants of what is heard, and the vowels it begins and ends with: Patricio is not Patricia."""
    return _VOWELS.sub("", sound)


def consonants(sound: str) -> str:
    """Those alone, however the words are parted: "kmjngn" for "Kim Jong Un" and "Kim Jongun"; the whole where there are none."""
    return sound.translate(_NO_VOWELS) or sound
