"""`rashomon explain`: why each value is what it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rashomon.archive import Located, RecordFolder
from rashomon.export.story import how_many, when, where
from rashomon.record import Incident, Reading, Span

Row = tuple[str, str, Span | None, str | None]


def explain(
    record: Annotated[Path, typer.Argument(help="The record's folder.")],
    incident: Annotated[str, typer.Argument(help="An incident's number in `rashomon show`, such as i3.")],
) -> None:
    """Say for each value of an incident which words it was read from, and which component and rule read it."""
    located = RecordFolder(record).incident(incident)
    console = Console()
    console.print(f"[bold]{located.ref}[/] in {located.reading.report.id}, read by {_reader(located)}", highlight=False)
    table = Table("value", "is", "read from", "at", "by", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for value, said, span, by in rows(located.incident, located.reading):
        quoted = " ".join(located.reading.report.text[slice(*span)].split()) if span else "–"
        table.add_row(value, said, f"“{quoted}”" if span else quoted, f"{span[0]}–{span[1]}" if span else "", by or "")
    console.print(table)


def _reader(located: Located) -> str:
    return f"{located.reading.reader.name} {located.reading.reader.version}"


def rows(incident: Incident, reading: Reading) -> Iterator[Row]:
    """Every value of an incident: its name, what it is, its span, and who read it."""
    names = {actor.id: actor.name for actor in reading.actors}
    yield "kind", incident.kind, incident.trigger, incident.by
    yield "status", incident.status.value, incident.trigger, incident.by
    if incident.time:
        yield "time", when(incident.time), incident.time.span, incident.time.by
    if incident.place:
        yield "place", where(incident.place), incident.place.span, incident.place.by
    for participant in incident.participants:
        yield participant.role.value, names.get(participant.actor or "", "–"), participant.span, participant.by
    for figure in incident.figures:
        yield figure.kind.value, f"{figure.low} to {figure.high} {figure.of}", figure.span, figure.by
    statements = {statement.id: statement for statement in reading.statements}
    for account in incident.accounts:
        said_by = account.source.text or account.source.kind.value
        yield f"account: {account.act.value}", said_by, account.source.span, account.by
        for span in account.evidence:
            yield "  evidence", how_many(account.figures), span, account.by
        if account.statement:
            statement = statements[account.statement]
            yield "  statement", statement.act.value, statement.cue, statement.by
