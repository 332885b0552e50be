"""`rashomon link`: what reports tell of becomes one record."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from rashomon.archive import Record, listing, open_record
from rashomon.archive.grouped import grouped
from rashomon.archive.linking import link_unlinked
from rashomon.cli.options import RecordPlace
from rashomon.export.merged import merged_since
from rashomon.export.words import counted
from rashomon.linking.mention import Sort

LARGEST = 10
"""Merges that are told one by one."""

WAITING = 5
"""Pairs left for a person that are told one by one."""

COUNTED = 10_000
"""Pairs left for a person that are counted."""

NOUNS = {Sort.incident: "incidents", Sort.actor: "actors", Sort.passage: "passages", Sort.story: "stories"}


def link(
    record: RecordPlace,
    groups: Annotated[
        Path | None,
        typer.Option(
            help="Also write who tells of one event, a line each: an incident and the reports that tell of it."
        ),
    ] = None,
) -> None:
    """Find out which reports tell of the same incidents and actors, and which copy one another; for all that is not linked yet.

    Says what was merged and what is left for a person. It can be broken off at any time; the next run goes on where it was.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with open_record(record) as opened:
        before = opened.judgements.last()
        started = time.monotonic()
        reports = sum(_progress(link_unlinked(opened), listing.waiting(opened)[0], console))
        took = time.monotonic() - started
        console.print(f"{counted(reports, 'report')} linked in {_duration(took)}")
        if reports:
            opened.log("link", reports=reports, seconds=round(took))
            _tell_merges(opened, before, console)
            _tell_waiting(opened, console)
        if groups:
            console.print(f"{counted(_write(opened, groups), 'line')} written to {groups}", markup=False)


def _progress(batches: Iterator[int], waiting: int, console: Console) -> Iterator[int]:
    """The batches, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from batches
        return
    columns = (TextColumn("linking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("linking", total=waiting)
        for done in batches:
            bar.advance(task, done)
            yield done


def _tell_merges(record: Record, before: int, console: Console) -> None:
    """How much of each sort became how much, and the incidents told by most reports among those that have just grown."""
    made, grown = merged_since(record, before, LARGEST)
    for sort, noun in NOUNS.items():
        if merges := made["merge", sort]:
            splits = made["split", sort]
            console.print(f"{noun}: {counted(merges, 'merge')}" + (f", {counted(splits, 'split')}" if splits else ""))
    for line in grown:
        about = ", ".join(part for part in (line.kind, line.when, line.where) if part)
        console.print(f"  {line.id} {about}: told by {counted(line.reports, 'report')}", markup=False)


def _tell_waiting(record: Record, console: Console) -> None:
    """How many pairs are left for a person, and the likest of them."""
    for sort in (Sort.incident, Sort.actor):
        pairs = record.linked.undecided(sort, COUNTED)
        shown = [pair for pair, _ in zip(pairs, range(WAITING), strict=False)]
        count = len(shown) + sum(1 for _ in pairs)
        if not shown:
            continue
        pairs_of = f"{counted(count, 'pair')}{' or more' if count >= COUNTED else ''} of {NOUNS[sort]}"
        console.print(f"left for a person: {pairs_of}{', the likest' if count > len(shown) else ''}")
        for pair in shown:
            explained = f"rashomon explain {record.where} {pair.one} {pair.other}"
            console.print(f"  {pair.one} and {pair.other} ({pair.edge.weight:+.1f} bits): {explained}", markup=False)


def _write(record: Record, file: Path) -> int:
    count = 0
    with file.open("w", encoding="utf-8") as out:
        for line in grouped(record):
            out.write(json.dumps({"incident": line.incident, "reports": line.reports}, ensure_ascii=False) + "\n")
            count += 1
    return count


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
