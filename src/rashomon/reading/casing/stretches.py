"""Which stretches of a text were written without the distinction of capitals."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from rashomon.record import Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = 6  # capital words in a row, inside mixed text, that are no mere dateline or name ("WASHINGTON, D.C. (AFP)")
_HEADLINE = 3  # words of a paragraph all in capitals
_SMALL = 15  # words of a paragraph without one capital


def flat_stretches(text: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
    """Paragraphs, and long runs inside paragraphs, all in capitals or all in small letters.

    In a text that is mostly in capitals every paragraph counts: "[TEXT]" is one word and in capitals like the rest.
    """
    listed = list(paragraphs)
    shouted = _mostly_capitals(text)
    for start, end in listed:
        part = text[start:end]
        if part.isupper():
            if shouted or len(_WORD.findall(part)) >= _HEADLINE:
                yield start, end
        elif part.islower():
            if len(_WORD.findall(part)) >= _SMALL:
                yield start, end
        else:
            yield from _capital_runs(text, start, end, 1 if shouted else _RUN)


def _mostly_capitals(text: str) -> bool:
    large = sum(map(str.isupper, text))
    return large > 50 and large > 4 * sum(map(str.islower, text))


def _capital_runs(text: str, start: int, end: int, least: int) -> Iterator[Span]:
    words = _WORD.finditer(text, start, end)
    for capital, run in groupby(words, key=lambda word: word.group().isupper()):
        listed = list(run) if capital else []
        if len(listed) >= least:
            yield listed[0].start(), listed[-1].end()
