"""What the process does that imports: it reads, keeps what it read, links it, and says so as it goes on.

It is a process of its own so that reading takes nothing from those who are looking at pages; it may be ended at any time, and what
it had confirmed is kept. What it says is pairs of a word and something: ("read", Came), ("refused", Refused), ("linking", 12).
"""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection

from rashomon.archive import Record, listing, open_record
from rashomon.archive.linking import link_these, link_unlinked
from rashomon.errors import RashomonError, UnreadableReport
from rashomon.export.merged import merged_since
from rashomon.importing.apart import apart
from rashomon.importing.order import Order
from rashomon.importing.told import Came, Grown, came
from rashomon.intake import Intake, Outcome
from rashomon.linking.mention import Sort
from rashomon.record import Reading, Report
from rashomon.reports import reports_in
from rashomon.settings import Settings

READ_TOGETHER = 8
"""Reports that are read and confirmed at once: so many come to nothing when an import is cancelled."""

LINK_TOGETHER = 25
"""Reports that are linked at once: others who decide wait for half a second at most."""

LARGEST = 12
"""Incidents that grew which are told one by one."""

PAIRS = 10_000
"""Pairs left for a person that are looked through for those of this import."""

Tell = Callable[[str, object], None]


def work(where: str, order: Order, out: Connection) -> None:
    """Import into the record that is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at the desk reaches us, too; it is the desk that ends us
    os.nice(5)

    def tell(what: str, of: object) -> None:
        out.send((what, of))

    try:
        with open_record(where) as record:
            reports = _read(record, order, tell) if order.inputs else None
            before = record.judgements.last()
            _link(record, reports, tell)
            _tell_merges(record, before, reports, tell)
        tell("done", None)
    except RashomonError as error:
        tell("failed", order.name(str(error)))


def _read(record: Record, order: Order, tell: Tell) -> list[str]:
    """Read what is new. Returns all the reports that came, those known before, too."""
    settings = replace(Settings.from_environment(), batch=READ_TOGETHER, workers=1)
    here: list[str] = []

    def heard(outcome: Outcome) -> None:
        if isinstance(outcome, UnreadableReport):
            tell("refused", order.refused(outcome))
            return
        read = isinstance(outcome, Reading)
        line = _line(outcome)
        here.append(line.id)
        tell("read" if read else "known", line)

    items = reports_in(
        order.inputs,
        published=order.options.published,
        publisher=order.options.publisher,
        force=order.options.force or settings.force,
        longest=settings.longest,
        intranet=settings.intranet,
        note=lambda note: tell("note", order.name(note)),
        known_as=record.readings.same_as,
    )
    Intake(record, settings, heard).take(apart(record, items, lambda note: tell("note", note)))
    return here


def _line(outcome: Reading | Report) -> Came:
    return came(outcome.report, outcome) if isinstance(outcome, Reading) else came(outcome)


def _link(record: Record, reports: list[str] | None, tell: Tell) -> None:
    """Link what came, or all that waits for it."""
    tell("linking", len(reports) if reports is not None else listing.waiting(record)[0])
    work = link_unlinked(record, LINK_TOGETHER) if reports is None else link_these(record, reports, LINK_TOGETHER)
    for linked in work:
        tell("linked", linked)


def _tell_merges(record: Record, before: int, reports: list[str] | None, tell: Tell) -> None:
    """Tell what was merged with what, and how many pairs of it wait for a person."""
    mine = None if reports is None else set(listing.told_in(record, reports))
    merged = merged_since(record, before, LARGEST, None if mine is None else _members(record, mine))
    merges = {sort.value: n for (what, sort), n in merged.made.items() if what == "merge" and sort}
    tell("merges", {sort: n for sort, n in merges.items() if sort in (Sort.incident, Sort.actor)})
    for line in merged.grown:
        about = ", ".join(part for part in (line.name, line.kind, line.when, line.where) if part)
        tell("grown", Grown(id=line.id, about=about, reports=line.reports))
    refs = None if mine is None else {f"I{number}" for number in mine}
    pairs = record.linked.undecided(Sort.incident, PAIRS)
    tell("pairs", sum(refs is None or pair.one in refs or pair.other in refs for pair in pairs))


def _members(record: Record, groups: set[int]) -> set[int]:
    return {number for numbers in record.shelf.members(Sort.incident, groups).values() for number in numbers}
