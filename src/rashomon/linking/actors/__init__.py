"""Actors across reports: which of them are one, by their names and by what reports say of them."""

from collections.abc import Sequence

from rashomon.linking.actors.mentions import mentions
from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.mention import Edge, Shelved, Sort

__all__ = ["ACTORS", "mentions"]

# Bits. Four in five, and thirty-one in thirty-two: a wrong merge of two people is worse than two entries for one.
ASK, SURE = 2.0, 5.0
# What counts for two names that share no key or fall short of ASK, so that one who is met between two of different names
# ("Massoud") does not make them one.
MISSING = -8.0


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> list[Edge]:
    """Edges between actors of names that could be one's."""
    from rashomon.linking.scoring import scorer

    return scorer(__name__).edges(new, known, ASK)


def why(a: Shelved, b: Shelved) -> Waterfall:
    """What speaks for and against two actors being one."""
    return whys([(a, b)])[0]


def whys(pairs: Sequence[tuple[Shelved, Shelved]]) -> list[Waterfall]:
    """The same of some pairs at once."""
    from rashomon.linking.scoring import scorer

    return scorer(__name__).whys(pairs)


ACTORS = Linkable(Sort.actor, mentions, compare, why, ask=ASK, sure=SURE, missing=MISSING, whys=whys)
