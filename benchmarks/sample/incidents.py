"""The cases of one incident: what happened, when, where, to whom, and who tells it how. All are wrong if it was not found."""

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.sample.case import Case
from benchmarks.sample.gold import GoldAccount, GoldIncident, passages
from benchmarks.sample.measures import Amount, Days
from benchmarks.sample.names import Names, matches
from benchmarks.sample.pairing import triggered
from rashomon.record import Account, FigureKind, Incident, Reading, Role, Verified

SUFFERED = frozenset({Role.victim, Role.target, Role.party})
DID = frozenset({Role.perpetrator, Role.party})

Range = tuple[int | None, int | None]


def score_incident(gold: GoldIncident, read: Incident | None, reading: Reading, names: Names) -> Iterator[Case]:
    """All cases of one incident."""
    yield Case("found", read is not None, gold.name)
    same = [i for i in reading.incidents if i.kind in gold.kind and triggered(i, passages(gold.evidence, names.text))]
    yield Case("merged", read is not None and len(same) < 2, f"{gold.name}: {len(same)} incidents")
    for component, value, right in (
        ("kind", read and read.kind, gold.kind),
        ("status", read and read.status, gold.status),
    ):
        yield Case(component, value in right, f"{gold.name}: {value} for {' or '.join(sorted(right))}")
    yield from _time_and_place(gold, read, names)
    yield from _participants(gold, read, names)
    accounts = read.accounts if read else ()
    for kind, amounts in gold.figures.items():
        given = _ranges(kind, [read, *accounts] if read else [])
        yield from (_figure("figures", gold.name, kind, amount, given) for amount in amounts)
    for account in gold.accounts:
        yield from _account(account, gold.name, read, names)
    if gold.verified is not None:
        flag = Verified.verified if gold.verified else Verified.unverified
        yield Case("verified", any(a.verified == flag for a in accounts), f"{gold.name}: not marked {flag}")


def _time_and_place(gold: GoldIncident, read: Incident | None, names: Names) -> Iterator[Case]:
    if gold.days:
        days = Days(read.time.earliest, read.time.latest) if read and read.time else Days()
        yield Case("days", gold.days.right(days), f"{gold.name}: {days} for {gold.days}")
    if gold.place:
        yield _named("place", gold.name, gold.place, names.of_place(read))


def _participants(gold: GoldIncident, read: Incident | None, names: Names) -> Iterator[Case]:
    held = names.held_responsible(read.accounts if read else ())
    for component, patterns, strings in (
        ("victims", gold.victims, names.taking_part(read, SUFFERED)),
        ("perpetrators", gold.perpetrators, names.taking_part(read, DID) | held),
        ("actors", gold.actors, names.taking_part(read, frozenset(Role)) | held),
    ):
        yield from (_named(component, gold.name, pattern, strings) for pattern in patterns)


def _account(gold: GoldAccount, name: str, read: Incident | None, names: Names) -> Iterator[Case]:
    of_source = [a for a in (read.accounts if read else ()) if matches(gold.source, names.of_source(a.source))]
    right = [a for a in of_source if a.act in gold.act]
    what = f"{name}: {gold.source.pattern} {' or '.join(sorted(gold.act))}"
    yield Case("accounts", bool(right), f"{what}; that source {[a.act.value for a in of_source]}")
    if gold.responsible:
        yield _named("responsible", what, gold.responsible, names.held_responsible(right))
    for kind, amount in gold.figures.items():
        # An account gives only the figures that differ from the incident's.
        given = _ranges(kind, right) or _ranges(kind, [read] if read and right else [])
        yield _figure("account_figures", what, kind, amount, given)


def _named(component: str, name: str, pattern: re.Pattern[str], strings: Iterable[str]) -> Case:
    return Case(component, matches(pattern, strings), f"{name}: {pattern.pattern} not among {sorted(strings)[:8]}")


def _figure(component: str, name: str, kind: FigureKind, amount: Amount, given: Sequence[Range]) -> Case:
    right = any(amount.right(low, high) for low, high in given)
    return Case(component, right, f"{name}: {kind} {[str(Amount(*each)) for each in given]} for {amount}")


def _ranges(kind: FigureKind, tellers: Sequence[Incident | Account]) -> list[Range]:
    """The ranges that an incident and its accounts give; the sum too where one tells of several exact numbers."""
    found: list[Range] = []
    for teller in tellers:
        own = [(figure.low, figure.high) for figure in teller.figures if figure.kind == kind]
        found += own
        if len(own) > 1 and all(low == high for low, high in own):
            total = sum(low or 0 for low, _ in own)
            found.append((total, total))
    return found
