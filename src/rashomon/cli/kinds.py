"""`rashomon kinds`."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rashomon.record import kinds as table_of_kinds


def kinds(
    add: Annotated[Path | None, typer.Option("--kinds", help="A TOML file with kinds of your own, to add.")] = None,
    toml: Annotated[bool, typer.Option("--toml", help="Print the TOML file, to start your own from.")] = False,
) -> None:
    """List the kinds of incident, with their definitions and their ACLED and PLOVER codes."""
    if toml:
        typer.echo(files("rashomon.record").joinpath("kinds.toml").read_text(encoding="utf-8"))
        return
    table = Table("kind", "definition", "ACLED", "PLOVER", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for kind in (table_of_kinds().with_file(add) if add else table_of_kinds()).values():
        table.add_row(kind.id, kind.definition, " / ".join(kind.acled), kind.plover or "–")
    Console().print(table)
