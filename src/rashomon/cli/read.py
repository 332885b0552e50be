"""`rashomon read`: reports in, readings out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon.archive import open_record
from rashomon.intake import Intake, Outcome
from rashomon.record import Report
from rashomon.reports import reports_in
from rashomon.settings import Settings


def read(
    reports: Annotated[
        list[str],
        typer.Argument(
            help="Files or folders (.txt .md .html .pdf .jsonl .csv), - for standard input, or the address of a feed or page."
        ),
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
    intranet: Annotated[bool | None, typer.Option("--intranet", help=Settings.help("intranet"))] = None,
) -> None:
    """Read reports and write what they say.

    Exit code 0 if all were read, 1 if some were not (each is named, with what to do), 2 if nothing could be done.
    """
    settings = Settings.from_environment(
        model=model,
        workers=workers,
        engine=engine,
        kinds=kinds,
        registry=registry,
        gazetteer=gazetteer,
        force=force,
        intranet=intranet,
    )
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with open_record(out, create=True) as record:
        items = reports_in(
            reports,
            columns=dict(_pair(c) for c in column or []),
            published=published or None,
            publisher=publisher or None,
            force=settings.force,
            longest=settings.longest,
            intranet=settings.intranet,
            note=lambda note: console.print(f"note: {note}", style="dim", markup=False),
            known_as=record.readings.same_as,
        )
        with _progress(console) as heard:
            intake = Intake(record, settings, heard)
            intake.take(items)
        record.log("read", reports=intake.reports, known=intake.known, not_read=len(intake.unread))
        _tell(intake, console)
    raise typer.Exit(1 if intake.unread else 0)


def _pair(column: str) -> tuple[str, str]:
    name, equals, theirs = column.partition("=")
    if not equals or not name or not theirs:
        raise typer.BadParameter(f"{column!r} is not of the form text=body", param_hint="--column")
    return name, theirs


def _tell(intake: Intake, console: Console) -> None:
    """What was read and what was not, on standard error."""
    for unread in intake.unread:
        console.print(f"not read: {unread}", style="yellow", markup=False)
    console.print(
        f"{_counted(intake.reports, 'report')} read: {_counted(intake.incidents, 'incident')}, "
        f"{_counted(intake.statements, 'statement')}; {len(intake.unread)} not read"
        + (f"; {intake.known:,} known and not read again" if intake.known else "")
        + (f"; {_counted(intake.kept, 'earlier reading')} kept" if intake.kept else ""),
        markup=False,
    )
    if intake.reports or intake.known:
        where = intake.record.where
        console.print(f"written to {where}; next: rashomon link {where}", markup=False)


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


@contextmanager
def _progress(console: Console) -> Iterator[Callable[[Outcome], object]]:
    """A count of the reports read, on a terminal."""
    if not sys.stderr.isatty():
        yield lambda outcome: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports read"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda outcome: None if isinstance(outcome, Report) else bar.advance(task)
