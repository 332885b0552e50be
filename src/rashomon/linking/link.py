"""Link a batch of readings with one another and with all that came before."""

from collections.abc import Iterable, Sequence

from rashomon.linking.grouping import covers, groups
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Shelved
from rashomon.linking.shelf import Shelf
from rashomon.record import Reading


def link(readings: Sequence[Reading], shelf: Shelf, linkables: Iterable[Linkable]) -> None:
    """Put what the readings mention on the shelf and say which of it is one thing, there and before.

    Only what shares a key with something new is compared, and only groups that an edge of something new touches are formed anew:
    the work grows with the batch and with what its blocks hold, not with the record.
    """
    for linkable in linkables:
        shelved = shelf.shelve(linkable.sort, [m for reading in readings for m in linkable.mentions(reading)])
        new = list({mention.number: mention for mention in shelved}.values())
        shelf.connect(linkable.sort, linkable.compare(new, _known(new, shelf, linkable)))
        regroup([mention.number for mention in new], shelf, linkable)


def _known(new: Sequence[Shelved], shelf: Shelf, linkable: Linkable) -> list[Shelved]:
    """What was there before and shares a key with something new."""
    fresh = {mention.number for mention in new}
    keys = dict.fromkeys(key for mention in new for key in mention.keys)
    return [mention for mention in shelf.sharing(linkable.sort, keys) if mention.number not in fresh]


def regroup(numbers: Iterable[int], shelf: Shelf, linkable: Linkable) -> None:
    """Form the groups anew in every component that holds one of these mentions."""
    home: dict[int, int] = {}
    told: dict[int, frozenset[int]] = {}
    for component in shelf.components(linkable.sort, numbers):
        found = groups(component, linkable)
        home.update((number, min(group)) for group in found for number in group)
        if linkable.one_a_report:
            told.update(covers(component, found, linkable.sure))
    shelf.settle(linkable.sort, home, told)
