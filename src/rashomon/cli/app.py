"""The `rashomon` command."""

import gc
import sys
from typing import Annotated

import typer
from rich.console import Console

from rashomon.cli import analyst, decide, desk, explain, gazetteer, kinds, link, log, page, read, record, schema, show
from rashomon.errors import RashomonError
from rashomon.version import __version__

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="Reads reports of armed conflict and writes down who says what about which incident.",
    epilog="Settings can also be given as RASHOMON_… environment variables; see docs/settings.md.",
)
app.command("read")(read.read)
app.command("link")(link.link)
app.command("show")(show.show)
app.command("page")(page.page)
app.command("explain")(explain.explain)
app.add_typer(decide.app, name="decide")
app.command("log")(log.log)
app.command("desk")(desk.desk)
app.add_typer(analyst.app, name="analyst")
app.command("record")(record.record)
app.command("schema")(schema.schema)
app.command("kinds")(kinds.kinds)
app.add_typer(gazetteer.app, name="gazetteer")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads reports of armed conflict and writes down who says what about which incident."""


def main() -> None:
    """Run the command line. Exit codes: 0 all done, 1 some inputs could not be read, 2 nothing could be done."""
    gc.set_threshold(
        100_000
    )  # readings are many small objects and in no cycle: to look through them often takes half the time
    try:
        app()
    except RashomonError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"error: {error}", markup=False)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: `rashomon show record/ | head`
        sys.exit(0)
