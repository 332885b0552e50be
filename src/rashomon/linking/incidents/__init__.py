"""Incidents across reports: which of them are one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.linking.incidents.mentions import mentions
from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.mention import Edge, Shelved, Sort

# Bits. Swept by `training.linking --sweep`: `sure` -1 to 2, `hold` -1 to 1, `missing` -10 to -2, by F1 of real pairs
# (cross-validated) and of made ones together. A `sure` of 1 loses one in ten real pairs; a lower `hold` or a milder `missing`
# merges wrongly. From `ask` on, four to one against, a person is asked.
ASK, SURE = -2.0, 0.0
MISSING, HOLD = -4.0, 0.0


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterator[Edge]:
    """Edges between incidents of different reports; one that tells of several at once covers what it is surely alike."""
    from rashomon.linking.scoring import scorer

    told = {mention.number: mention for mention in (*new, *known)}
    for edge in scorer(__name__).edges(new, known, ASK):
        left, right = told[edge.left], told[edge.right]
        if left.reports.isdisjoint(right.reports):
            yield from covering(edge, left, right)


def covering(edge: Edge, left: Shelved, right: Shelved) -> Iterator[Edge]:
    """An edge, saying which of the two covers the other where one tells of several at once: nobody is asked about that."""
    if left.features["aggregate"] == right.features["aggregate"]:
        yield edge
    elif edge.weight >= SURE:
        yield replace(edge, covers=left.number if left.features["aggregate"] else right.number)


def why(a: Shelved, b: Shelved) -> Waterfall:
    """What speaks for and against two incidents being one."""
    return whys([(a, b)])[0]


def whys(pairs: Sequence[tuple[Shelved, Shelved]]) -> list[Waterfall]:
    """The same of some pairs at once."""
    from rashomon.linking.scoring import scorer

    return scorer(__name__).whys(pairs)


INCIDENTS = Linkable(
    Sort.incident, mentions, compare, why, ask=ASK, sure=SURE, missing=MISSING, hold=HOLD, one_a_report=True, whys=whys
)
