"""`rashomon record`: what a record holds, and the same record in another database."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from rashomon.archive import open_record
from rashomon.archive.copying import Tick, copy, rows_in
from rashomon.archive.holdings import Holdings, holdings


def record(
    record: Annotated[str, typer.Argument(help="The record: a folder, or postgresql://user@host/database.")],
    db: Annotated[
        str, typer.Option(help="Where to copy the record to: a folder, or postgresql://user@host/database.")
    ] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Give up the record that is there already.")] = False,
) -> None:
    """Say what a record holds or, with --db, copy all of it into another database: a team's PostgreSQL, or back into a folder.

    Readings, links, judgements and the log are copied, counted and confirmed together: a copy that is cut short leaves nothing.
    """
    with open_record(record) as source:
        if not db:
            Console(highlight=False).print(_drawn(holdings(source)))
            return
        with open_record(db, create=True) as target:
            console = Console(stderr=True, highlight=False, soft_wrap=True)
            with _progress(rows_in(source), console) as tick:
                copied = copy(source, target, replace=replace, tick=tick)
            source.log("copy", to=target.where, reports=copied["report"])
            console.print(f"copied to {target.where} and counted: {_told(holdings(target))}", markup=False)


def _told(held: Holdings) -> str:
    judgements = held.decided + held.merged
    return f"{held.reports:,} reports, {held.incidents:,} incidents, {held.actors:,} actors, {judgements:,} judgements"


def _drawn(held: Holdings) -> Table:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    reports = f"{held.reports:,}: {held.linked:,} linked, {held.reports - held.linked:,} not yet linked"
    table.add_row("reports", reports + (f", {held.withdrawn:,} withdrawn" if held.withdrawn else ""))
    table.add_row("incidents", f"{held.incidents:,}")
    table.add_row("actors", f"{held.actors:,}")
    table.add_row("judgements", f"{held.decided:,} by people, {held.merged:,} by Rashomon")
    table.add_row("size", f"{held.size / 1e6:,.1f} MB")
    table.add_row("version", held.version)
    return table


@contextmanager
def _progress(rows: int, console: Console) -> Iterator[Tick]:
    """A bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda rows: None
        return
    columns = (TextColumn("copying"), BarColumn(), TextColumn("{task.percentage:.0f} %"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("copying", total=rows)
        yield lambda rows: bar.advance(task, rows)
