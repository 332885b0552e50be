"""What single paragraphs are by their own words: page chrome, credits, captions, bylines. The patterns are `marks.toml`."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from rashomon.record import RegionKind
from rashomon.reports.paragraphs import word_count
from rashomon.reports.vocabulary import expand, table

_LONGEST_TEXT = 1500
"""Characters above which a paragraph is tried against nothing, however few words it has."""


class Zone(StrEnum):
    """Where in a report a paragraph stands: before the news begins, within it, or after it has ended."""

    head = "head"
    body = "body"
    tail = "tail"


class Mark(NamedTuple):
    """One pattern of `marks.toml`."""

    kind: RegionKind
    pattern: re.Pattern[str]
    longest: int
    zone: Zone | None
    opens: bool


@cache
def marks() -> tuple[Mark, ...]:
    """All of them, in the order in which they are tried."""
    return tuple(
        Mark(
            RegionKind(entry["kind"]),
            re.compile(expand(entry["pattern"]), re.I),
            entry["longest"],
            Zone(entry["zone"]) if "zone" in entry else None,
            entry.get("opens", False),
        )
        for entry in table("marks")["mark"]
    )


@cache
def longest() -> int:
    """Words above which no mark fits."""
    return max(mark.longest for mark in marks())


def mark_of(text: str, zone: Zone | None = None) -> Mark | None:
    """The first mark that fits a paragraph; those of a zone only if it stands there.

    >>> mark_of("FILE - A soldier guards a road near Gao, Mali, in 2013.").kind.name
    'caption'
    """
    words = word_count(text)
    if words > longest() or len(text) > _LONGEST_TEXT:
        return None
    fitting = (m for m in marks() if words <= m.longest and m.zone in (None, zone) and m.pattern.match(text))
    return next(fitting, None)
