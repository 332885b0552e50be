"""A text's fingerprints: a number for each run of a few words, the same wherever the words are the same.

Letter case, accents, punctuation, line breaks and what stands between paragraphs (page chrome, captions, credits) leave no
trace. The method is Broder's ("On the resemblance and containment of documents", 1997).
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any
from unicodedata import combining, normalize
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.record import Report, Span
from rashomon.record.report import RegionKind
from rashomon.vocabulary import read_table

Prints = NDArray[np.uint64]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_MIX = tuple(np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def settings() -> dict[str, Any]:
    """What `copies.toml` sets."""
    return read_table("rashomon.linking.copies", "copies")


@dataclass(frozen=True)
class Printed:
    """A report's body: where each word stands, and for each but the last few the fingerprint of the run that it begins."""

    words: tuple[Span, ...]
    prints: Prints

    def within(self, span: Span) -> Prints:
        """The fingerprints of all runs that have a word in a stretch of the text."""
        first = bisect_right(self.words, span[0], key=itemgetter(1))
        last = bisect_left(self.words, span[1], lo=first, key=itemgetter(0))
        reach = settings()["run"] - 1
        return self.prints[max(0, first - reach) : last] if first < last else self.prints[:0]


def printed(report: Report) -> Printed:
    """The fingerprints of a report's body, in order. Fewer words than one run have none."""
    found = [
        word for region in report.regions if region.kind is RegionKind.body for word in _words(report.text, region.span)
    ]
    return Printed(tuple(span for span, _ in found), _runs(np.array([number for _, number in found], dtype=np.uint64)))


def _words(text: str, span: Span) -> list[tuple[Span, int]]:
    return [(word.span(), _number(word[0])) for word in _WORD.finditer(text, *span)]


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """A word as a number: "Villa", "VILLA" and "villá" are one, and so are "1,200" and "1200"."""
    plain = "".join(c for c in normalize("NFKD", word.casefold()) if c.isalnum() and not combining(c))
    return crc32(plain.encode())


def _runs(words: Prints) -> Prints:
    """One number for each run of words."""
    length = settings()["run"]
    count = max(0, len(words) - length + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for start in range(length):
        runs = mixed(runs * _MIX[0] + words[start : start + count])
    return runs


def mixed(numbers: Prints) -> Prints:
    """Numbers spread evenly over 64 bits, the same ones the same way for ever (SplitMix64: Steele, Lea and Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[1]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[2]
    spread: Prints = numbers ^ (numbers >> np.uint64(31))
    return spread
