"""Which incidents somebody asks for."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

ANY = "any"
"""Whatever is disputed."""


class Box(NamedTuple):
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Narrowing:
    """Incidents for which all of this holds; of several kinds, countries … any. What is not asked does not matter.

    `words` are looked for in the reports that tell of an incident (see `Search`), a number ("I12") is that incident's; by
    the reports `without` nothing is found, by none at all where these are None. `since` and
    `until` are days between which it may have been; what has no date may not. `actor` is in it, as `part` if that is given.
    `disputed` are attributes on which accounts differ, or "any".

        Narrowing(kind=("bombing",), country=("AFG",), disputed=("killed",), reviewed=False)
    """

    words: str = ""
    without: frozenset[str] | None = frozenset()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    admin1: str | None = None
    since: date | None = None
    until: date | None = None
    actor: int | None = None
    part: str | None = None
    standing: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    reviewed: bool | None = None
    box: Box | None = None
