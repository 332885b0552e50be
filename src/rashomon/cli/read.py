"""`rashomon read`: reports in, readings out."""

import sys
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon.api import try_many
from rashomon.archive import how_read, open_record
from rashomon.engines.engine import batches
from rashomon.errors import UnreadableReport
from rashomon.record import Reading, Report
from rashomon.reports import reports_in
from rashomon.settings import Settings


def read(
    reports: Annotated[
        list[str], typer.Argument(help="Files or folders (.txt .md .html .pdf .jsonl .csv), or - for standard input.")
    ],
    out: Annotated[str, typer.Option(help="The record: a folder, or postgresql://user@host/database.")] = "record",
    published: Annotated[
        str, typer.Option(help="The day the reports were published, if they do not say, as 2006-01-15.")
    ] = "",
    publisher: Annotated[str, typer.Option(help="Who published them, if they do not say.")] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(help="Where a table's columns have other names: text=body, published=date. Repeatable."),
    ] = None,
    model: Annotated[str | None, typer.Option(help=Settings.help("model"))] = None,
    workers: Annotated[int | None, typer.Option(min=1, help=Settings.help("workers"))] = None,
    engine: Annotated[str | None, typer.Option(help=Settings.help("engine"))] = None,
    kinds: Annotated[str | None, typer.Option(help=Settings.help("kinds"))] = None,
    registry: Annotated[str | None, typer.Option(help=Settings.help("registry"))] = None,
    gazetteer: Annotated[str | None, typer.Option(help=Settings.help("gazetteer"))] = None,
    force: Annotated[bool | None, typer.Option("--force", help=Settings.help("force"))] = None,
) -> None:
    """Read reports and write what they say.

    Exit code 0 if all were read, 1 if some were not (each is named, with what to do), 2 if nothing could be done.
    """
    settings = Settings.from_environment(
        model=model, workers=workers, engine=engine, kinds=kinds, registry=registry, gazetteer=gazetteer, force=force
    )
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    how = how_read(settings)
    with open_record(out, create=True) as record:
        items = reports_in(
            reports,
            columns=dict(_pair(c) for c in column or []),
            published=published or None,
            publisher=publisher or None,
            force=settings.force,
            longest=settings.longest,
            note=lambda note: console.print(f"note: {note}", style="dim", markup=False),
            known_as=record.readings.same_as,
        )
        tally = Tally()
        unknown = tally.passing_over_the_known(items, lambda reports: record.readings.known(reports, how))
        readings = tally.count(progress(try_many(unknown, settings=settings), console))
        record.readings.put(readings, how, batch=settings.batch)
        tally.kept = len(record.readings) - tally.reports - tally.known
        record.log("read", reports=tally.reports, known=tally.known, not_read=len(tally.unread))
        tally.print(console, record.where)
    raise typer.Exit(1 if tally.unread else 0)


LOOKED_UP = 64
"""Reports that are looked up in the record together."""


def _pair(column: str) -> tuple[str, str]:
    name, equals, theirs = column.partition("=")
    if not equals or not name or not theirs:
        raise typer.BadParameter(f"{column!r} is not of the form text=body", param_hint="--column")
    return name, theirs


@dataclass
class Tally:
    """What was read and what was not."""

    reports: int = 0
    incidents: int = 0
    statements: int = 0
    known: int = 0
    kept: int = 0
    unread: list[UnreadableReport] = field(default_factory=list)

    def passing_over_the_known(
        self, items: Iterable[Report | UnreadableReport], known: Callable[[Sequence[Report]], Container[str]]
    ) -> Iterator[Report | UnreadableReport]:
        """Pass on what has to be read; `known` says of some reports which have not."""
        for some in batches(items, LOOKED_UP):
            ids = known([item for item in some if isinstance(item, Report)])
            for item in some:
                if isinstance(item, Report) and item.id in ids:
                    self.known += 1
                else:
                    yield item

    def count(self, items: Iterable[Reading | UnreadableReport]) -> Iterator[Reading]:
        """Pass the readings on and remember the rest."""
        for item in items:
            if isinstance(item, UnreadableReport):
                self.unread.append(item)
                continue
            self.reports += 1
            self.incidents += len(item.incidents)
            self.statements += len(item.statements)
            yield item

    def print(self, console: Console, where: str) -> None:
        """Say it, on standard error."""
        for unread in self.unread:
            console.print(f"not read: {unread}", style="yellow", markup=False)
        console.print(
            f"{_counted(self.reports, 'report')} read: {_counted(self.incidents, 'incident')}, "
            f"{_counted(self.statements, 'statement')}; {len(self.unread)} not read"
            + (f"; {self.known:,} known and not read again" if self.known else "")
            + (f"; {_counted(self.kept, 'earlier reading')} kept" if self.kept else ""),
            markup=False,
        )
        if self.reports or self.known:
            console.print(f"written to {where}; next: rashomon link {where}", markup=False)


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def progress(items: Iterable[Reading | UnreadableReport], console: Console) -> Iterator[Reading | UnreadableReport]:
    """The items, with a count of them on a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports read"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        for item in items:
            bar.advance(task)
            yield item
