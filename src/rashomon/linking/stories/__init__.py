"""Stories: which reports tell of one event as a whole, also where no incident was read in them."""

from collections.abc import Iterable, Sequence

from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.mention import Edge, Shelved, Sort
from rashomon.linking.stories.mentions import mentions

# Swept by cross-validation over ECB+ topics (`training/stories.py --sweep`); pairwise F1 is flat around these.
ASK, SURE = 0.0, 1.0  # bits: an even chance, and two in three; the pairs that these were fitted to are hard ones
MISSING = -0.5  # bits that two reports of one story count for which share no key, or weigh less than ASK
HOLD = 0.0  # bits; the least mean of all pairs between two groups that become one


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterable[Edge]:
    """Edges between the stories of different reports."""
    from rashomon.linking.scoring import scorer  # brings Splink, for a second

    return scorer(__name__).edges(new, known, ASK)


def why(a: Shelved, b: Shelved) -> Waterfall:
    """What speaks for and against two reports telling one story."""
    from rashomon.linking.scoring import scorer

    return scorer(__name__).why(a, b)


STORIES = Linkable(Sort.story, mentions, compare, why, ask=ASK, sure=SURE, missing=MISSING, hold=HOLD)
