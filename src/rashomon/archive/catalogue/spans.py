"""How many incidents began when, by stretches of the calendar."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from rashomon.archive.catalogue.columns import Array

FAR = 2
"""Where all days reach over more than so many times what 99 of 100 do, the rest is not drawn."""

MONTHS = (1, 3, 12, 120, 1200)
"""Months, quarters, years, decades, centuries."""


@dataclass(frozen=True)
class Span:
    """How many incidents began between two days, both included."""

    first: date
    last: date
    count: int


def spans(begins: Array, most: int) -> tuple[list[Span], int]:
    """How many of these days are in each year, month, week or day, whichever makes no more than so many stretches.

    Where a few days lie so far from all others that these would be drawn as one, they are left out; gives how many those are.
    """
    if not len(begins):
        return [], 0
    low, high = _bulk(begins)
    there = begins[(begins >= low) & (begins <= high)]
    steps = _steps(low, high, most)
    counts = np.bincount(np.searchsorted(steps, there, side="right") - 1, minlength=len(steps) - 1)
    found = [
        Span(date.fromordinal(a), date.fromordinal(b - 1), int(count))
        for (a, b), count in zip(pairwise(steps), counts, strict=True)
    ]
    return found, len(begins) - len(there)


def _bulk(begins: Array) -> tuple[int, int]:
    """The first and the last day, or where those are far off, those between which 99 of 100 are."""
    low, high = int(begins.min()), int(begins.max())
    first, last = (int(day) for day in np.quantile(begins, (0.005, 0.995), method="nearest"))
    return (first, last) if high - low > FAR * max(last - first, 365) else (low, high)


def _steps(low: int, high: int, most: int) -> list[int]:
    """The first days of stretches of one length, and the day behind the last."""
    days = high - low + 1
    if days <= most:
        return list(range(low, high + 2))
    if days <= 7 * (most - 1):
        return list(range(low - date.fromordinal(low).weekday(), high + 8, 7))
    months = next((length for length in MONTHS if days <= 30 * length * (most - 1)), MONTHS[-1])
    return _calendar(low, high, months)


def _calendar(low: int, high: int, months: int) -> list[int]:
    """Every so many months, from the beginning of one that divides the years evenly."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    start = (first.year * 12 + first.month - 1) // months * months
    end = last.year * 12 + last.month - 1
    starts = range(start, end + months + 1, months)
    return [date(min(month // 12, 9999), month % 12 + 1, 1).toordinal() for month in starts]
