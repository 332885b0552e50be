"""A text cut wherever anything that was read in it begins or ends: marks may nest and overlap, segments do neither."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from rashomon.record import Span

M = TypeVar("M")


class Segment(NamedTuple, Generic[M]):
    """A stretch of text and the marks that cover all of it: those that begin first first, of these the longest."""

    start: int
    end: int
    marks: tuple[M, ...]


def segments(whole: Span, marks: Iterable[tuple[Span, M]], cuts: Iterable[int] = ()) -> Iterator[Segment[M]]:
    """Cut `whole` at every start and end of a mark within it, and at `cuts`. End to end, the segments are the whole.

    >>> [(s.start, s.end, s.marks) for s in segments((0, 9), [((0, 6), "said"), ((4, 8), "shot")])]
    [(0, 4, ('said',)), (4, 6, ('said', 'shot')), (6, 8, ('shot',)), (8, 9, ())]
    """
    first, last = whole
    starting: dict[int, list[tuple[int, int, M]]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for number, ((start, end), mark) in enumerate(marks):
        start, end = max(start, first), min(end, last)
        if start < end:
            starting[start].append((start - end, number, mark))
            ending[end].append(number)
    there: dict[int, M] = {}
    places = sorted({first, last, *starting, *ending, *(cut for cut in cuts if first < cut < last)})
    for start, end in pairwise(places):
        for number in ending.get(start, ()):
            del there[number]
        there |= {number: mark for _, number, mark in sorted(starting.get(start, ()), key=_longest_first)}
        yield Segment(start, end, tuple(there.values()))


def _longest_first(starting: tuple[int, int, object]) -> tuple[int, int]:
    return starting[:2]
