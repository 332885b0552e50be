"""How alike two names are, told from the forms that each of them takes."""

from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein


class Likeness(StrEnum):
    """What two names have in common, the surest first."""

    same = "the same"
    spelling = "the same, spelled otherwise"
    order = "the same words in another order"
    initials = "one is in initials what the other is in full"
    shortened = "one leaves out the beginning or the end"
    middle = "one leaves out what stands in the middle"
    part = "one is a single name of the other"
    family = "one name in common, others not"
    other = "different"


class Forms(NamedTuple):
    """The forms in which reports may give one name, each run together as it sounds: "jorge luis lopez" is "jurgiluislupis".

    `whole` is the name; `bag` its words in alphabetical order; `abbreviated` with initials ("jlupis", "fmln"); `shorter` without
    its beginning or end; `inner` without what stands in the middle; `parts` single names; `families` those that run in one.
    These are what linking compares, here as sets, in the settings of linking as columns.
    """

    text: str
    whole: str
    bag: str
    skeleton: str
    abbreviated: frozenset[str] = frozenset()
    shorter: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()


# One slip in the vowels of a name that is at least so long: Hekmatyar and Hekmatyor, but not Amin and Aman.
LONG = 8


def likeness(a: Forms, b: Forms) -> Likeness:
    """What two names have in common."""
    if a.text == b.text:
        return Likeness.same
    if a.whole == b.whole or _slip(a, b):
        return Likeness.spelling
    if a.bag == b.bag:
        return Likeness.order
    if a.whole in b.abbreviated or b.whole in a.abbreviated:
        return Likeness.initials
    if a.whole in b.shorter or b.whole in a.shorter:
        return Likeness.shortened
    if a.whole in b.inner or b.whole in a.inner:
        return Likeness.middle
    if a.whole in b.parts or b.whole in a.parts:
        return Likeness.part
    return Likeness.other if a.families.isdisjoint(b.families) else Likeness.family


def _slip(a: Forms, b: Forms) -> bool:
    if a.skeleton != b.skeleton or min(len(a.whole), len(b.whole)) < LONG:
        return False
    return Levenshtein.distance(a.whole, b.whole, score_cutoff=1) <= 1
