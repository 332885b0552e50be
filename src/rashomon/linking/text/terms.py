"""What sets a text apart: its words, names and numbers, weighed by how seldom news has them.

A weight is the information of finding the term in a passage, in bits: log2 of passages per passage with it (inverse document
frequency; Spärck Jones 1972). It comes from a table that is shipped (`CARD.md`), never from the reports at hand, so that a
weight does not change as a record grows.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log2, sqrt
from types import MappingProxyType

from rashomon.linking.text.words import words

COMMON = 4.0  # bits; a term in more than one of 16 passages ("said", "year", "kill") sets nothing apart
_UNSEEN = 0.5  # a term that the table lacks weighs as if it had been seen half as often as the table's rarest
_NUMBER = re.compile(r"\d+")
_SMALL = 8.0  # bits; numbers below 100 are at most this telling, however seldom news has just this one


@cache
def weights() -> Mapping[str, float]:
    """Every known term's weight in bits; "" has that of an unknown one."""
    lines = files(__package__).joinpath("frequency.tsv").read_text(encoding="utf-8").splitlines()
    total, least = map(int, lines[0].split("\t"))
    table = {term: log2(total / int(count)) for term, count in (line.split("\t") for line in lines[1:])}
    return MappingProxyType({"": log2(total / (least * _UNSEEN)), **table})


def weight(term: str) -> float:
    """How telling a term is (as `words` gives it), in bits: "kill" 4, "kunduz" 11, a name never seen 14."""
    table = weights()
    bits = table.get(term)
    if bits is None:
        bits = table[""]
    return min(bits, _SMALL) if len(term) < 3 and _NUMBER.fullmatch(term) else bits


def is_known(term: str) -> bool:
    """Whether the table has the term, so that its weight is measured, not assumed."""
    return term in weights()


def terms(text: str, most: int | None = None) -> dict[str, float]:
    """The terms that set a text apart, each once with its weight, the most telling first; of equals the first in the text.

    "Seven miners were trapped at Zasyadko" → {"zasyadko": 14.0, "miner": 10.2, "trap": 9.0, "7": 5.5}
    """
    return weigh(words(text), most)


def weigh(found: Iterable[str], most: int | None = None) -> dict[str, float]:
    """The same of words that are already brought into form."""
    weighed = {term: bits for term in dict.fromkeys(found) if (bits := weight(term)) >= COMMON}
    return dict(sorted(weighed.items(), key=lambda item: -item[1])[:most])


def shared(a: Mapping[str, float], b: Mapping[str, float]) -> dict[str, float]:
    """The terms that two texts have in common."""
    return {term: bits for term, bits in a.items() if term in b}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two texts are, 0 to 1, by their terms' weights."""
    inner = sum(bits * b[term] for term, bits in a.items() if term in b)
    return inner / (_length(a.values()) * _length(b.values())) if inner else 0.0


def _length(weighed: Iterable[float]) -> float:
    return sqrt(sum(bits * bits for bits in weighed))
