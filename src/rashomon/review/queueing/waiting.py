"""What is in each queue, in the order in which it is offered."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from sqlalchemy import select

from rashomon.archive import Record
from rashomon.archive.catalogue import Narrowing, Order
from rashomon.archive.judgements.opinions import Opinion, unseconded, unsure
from rashomon.archive.refs import ref
from rashomon.archive.tables import report
from rashomon.archive.undecided import ruled_apart, undecided
from rashomon.linking.mention import Sort
from rashomon.review.access.roles import Analyst, Role

MOST_REFERRED = 200
"""Pairs of which coders are unsure that an adjudicator is offered before all others."""

UNDATED, ORPHANED = "report:", "judgement:"
"""What stands before the name of a thing that is no incident or actor."""


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: an incident, a pair of incidents or actors, or what `refs` names otherwise; and why it does."""

    refs: tuple[str, ...]
    sort: Sort
    why: str

    @property
    def key(self) -> str:
        """What it is called on the desk: "I12-I40"."""
        return "-".join(self.refs)


_SORTS = {"incidents": Sort.incident, "actors": Sort.actor}


def waiting(record: Record, tab: str, analyst: Analyst, most: int) -> list[Waiting]:
    """The first of what waits in a queue for somebody."""
    return list(islice(_WAITING[tab](record, analyst), most))


def left_to_others(record: Record, tab: str, analyst: Analyst) -> int:
    """How much of what waits in a queue somebody has left to others: the pairs of which they are unsure."""
    sort = _SORTS.get(tab)
    if sort is None or analyst.role.may(Role.adjudicator):
        return 0
    pairs = dict(_now(record, sort, unsure(record, sort, analyst.name)))
    apart = ruled_apart(record, sort, {group for pair in pairs for group in pair}) if pairs else set()
    return len(pairs.keys() - apart)


def _pairs(sort: Sort) -> Callable[[Record, Analyst], Iterator[Waiting]]:
    def found(record: Record, analyst: Analyst) -> Iterator[Waiting]:
        mine = unsure(record, sort, analyst.name)
        referred = list(_referred(record, sort, analyst)) if analyst.role.may(Role.adjudicator) else []
        besides = [_numbers(each) for each in mine] + [numbers for _, numbers in referred]
        alike = (
            Waiting((each.one, each.other), sort, f"{each.edge.weight:+.1f} bits")
            for each in undecided(record, sort, besides=besides)
        )
        return chain((each for each, _ in referred), alike)

    return found


def _referred(record: Record, sort: Sort, analyst: Analyst) -> Iterator[tuple[Waiting, tuple[int, int]]]:
    """The pairs that wait for somebody who decides what others could not: of which coders are unsure."""
    given = [each for each in unsure(record, sort) if each.who != analyst.name][:MOST_REFERRED]
    pairs = dict(_now(record, sort, given))
    apart = ruled_apart(record, sort, {group for pair in pairs for group in pair}) if pairs else set()
    for pair, opinion in pairs.items():
        if pair not in apart:
            refs = ref(sort, pair[0]), ref(sort, pair[1])
            yield Waiting(refs, sort, f"{opinion.who} is unsure: {opinion.why}"), _numbers(opinion)


def _now(record: Record, sort: Sort, opinions: Iterable[Opinion]) -> Iterator[tuple[tuple[int, int], Opinion]]:
    """The groups in which the two of each opinion are now, where they are two that some report still tells of."""
    given = list(opinions)
    numbers = {number for each in given for number in _numbers(each)}
    group = record.shelf.groups_of(sort, numbers)
    living = {each.number for each in record.shelf.plain(sort, numbers) if each.reports}
    for each in given:
        one, other = _numbers(each)
        if {one, other} <= living and group[one] != group[other]:
            yield (min(group[one], group[other]), max(group[one], group[other])), each


def _numbers(opinion: Opinion) -> tuple[int, int]:
    one, other = opinion.pair
    return min(one), min(other)


def _disputed(record: Record, _: Analyst) -> Iterator[Waiting]:
    look = record.catalogue.look(Narrowing(disputed=("any",), reviewed=False))
    step, offset = 200, 0
    while some := look.page(Order.dispute, step, offset):
        yield from (Waiting((ref(Sort.incident, number),), Sort.incident, "accounts differ") for number in some)
        offset += step


def _values(record: Record, _: Analyst) -> Iterator[Waiting]:
    return chain(_orphaned(record), _undated(record), _placeless(record))


def _orphaned(record: Record) -> Iterator[Waiting]:
    """What people said of what no report has any more."""
    for each in record.judgements.orphaned():
        yield Waiting((f"{ORPHANED}{each.number}",), each.sort or Sort.incident, "about what is gone")


def _undated(record: Record) -> Iterator[Waiting]:
    asked = select(report.c.id).where(report.c.latest.is_(None), ~report.c.withdrawn).order_by(report.c.position)
    with record.looking() as connection:
        ids = connection.execute(asked.limit(1000)).scalars().all()
    return (Waiting((f"{UNDATED}{id}",), Sort.incident, "no day of publication") for id in ids)


def _placeless(record: Record) -> Iterator[Waiting]:
    """Incidents that nobody has reviewed and that are nowhere, those of most reports first."""
    columns = record.catalogue.look().columns
    nowhere = columns["there"] & ~columns["reviewed"] & (columns["spot"] == 0) & (columns["country"] == 0)
    numbers = np.flatnonzero(nowhere)
    numbers = numbers[np.argsort(-columns["reports"][numbers], kind="stable")]
    return (Waiting((ref(Sort.incident, int(number)),), Sort.incident, "no place") for number in numbers)


def _second(record: Record, analyst: Analyst) -> Iterator[Waiting]:
    """Called by the numbers that the two had when somebody judged: they may be one by now."""
    for each in unseconded(record, analyst.name):
        one, other = _numbers(each)
        yield Waiting((ref(each.sort, one), ref(each.sort, other)), each.sort, "judged by somebody else")


_WAITING: Mapping[str, Callable[[Record, Analyst], Iterator[Waiting]]] = {
    "incidents": _pairs(Sort.incident),
    "actors": _pairs(Sort.actor),
    "disputed": _disputed,
    "values": _values,
    "second": _second,
}
