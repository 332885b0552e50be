"""What becomes of the record when a report is read anew: incidents keep their numbers, and with them rulings and names.

An incident is known by its report and the place of its trigger. Where a new reading has none there, it is the one that was read
from the same words. What has no counterpart is a tombstone: its number says so, and what people ruled about it is kept.
"""

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from rashomon.linking.link import regroup
from rashomon.linking.mention import Mention, Sort, identity_of
from rashomon.record import Incident, Reading, Span

if TYPE_CHECKING:
    from rashomon.archive.record import Record

ENOUGH = 1.0
"""How alike two must be to be one: a half for the same kind, a half for the same trigger, up to one for shared evidence."""


def enter(record: "Record", readings: Iterable[Reading]) -> None:
    """Number the incidents of readings that have just come, so that they can be shown and decided about before they are linked."""
    record.shelf.enter(Sort.incident, [mention for reading in readings for mention in _unlinked(reading)])


def carry_over(record: "Record", former: Reading, now: Reading) -> None:
    """Give the incidents of a report that was read anew the numbers that they had."""
    shelf, report = record.shelf, now.report.id
    numbers = shelf.unbear(Sort.incident, [report])
    found = counterparts(former, now)
    kept = {number: found[local] for (_, local), number in numbers.items() if local in found}
    gone = set(numbers.values()) - kept.keys()
    taken = {identity_of(report, incident) for incident in kept.values()}
    moved = {number: identity_of(report, incident) for number, incident in kept.items()}
    moved |= {m.number: f"{m.identity}, gone" for m in shelf.named(Sort.incident, gone) if m.identity in taken}
    shelf.rename(Sort.incident, moved)
    shelf.enter(Sort.incident, _unlinked(now))
    if gone:
        shelf.unfile(Sort.incident, gone)
        regroup(gone, shelf, record.linkables[Sort.incident])
    record.codings.read_anew(former, now)


def _unlinked(reading: Reading) -> list[Mention]:
    report = reading.report.id
    return [Mention(report, each.id, identity_of(report, each), {}, ()) for each in reading.incidents]


def counterparts(former: Reading, now: Reading) -> dict[str, Incident]:
    """Which incident of the new reading each of the former one is, by its local id; those that are none are left out."""
    pairs = [
        (_alike(old, former, new, now), old.trigger, new.trigger, old.id, new)
        for old in former.incidents
        for new in now.incidents
    ]
    found: dict[str, Incident] = {}
    taken: set[str] = set()
    for alike, _, _, old, new in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:4])):
        if alike >= ENOUGH and old not in found and new.id not in taken:
            found[old] = new
            taken.add(new.id)
    return found


def _alike(old: Incident, former: Reading, new: Incident, now: Reading) -> float:
    """How much speaks for two incidents of two readings of one report being one, from 0 to 2."""
    if former.report.text == now.report.text:
        trigger = float(_shared([old.trigger], [new.trigger]) > 0)
        evidence = _shared(old.evidence, new.evidence)
        if old.trigger == new.trigger:
            trigger = evidence = 1.0
    else:
        trigger = float(_words([old.trigger], former) == _words([new.trigger], now))
        evidence = _ratio(_words(old.evidence, former), _words(new.evidence, now))
    return 0.5 * (old.kind == new.kind) + 0.5 * trigger + evidence


def _shared(some: Iterable[Span], others: Iterable[Span]) -> float:
    return _ratio(*({place for span in spans for place in range(*span)} for spans in (some, others)))


def _words(spans: Iterable[Span], reading: Reading) -> set[str]:
    return {word for span in spans for word in reading.report.text[slice(*span)].lower().split()}


def _ratio(some: Set[object], others: Set[object]) -> float:
    """What two have in common, of all that they have (Jaccard)."""
    return len(some & others) / len(some | others) if some or others else 0.0
