"""What all decisions on the command line have in common: who and why, about what, and what came of it."""

from typing import Annotated

import typer
from rich.console import Console

from rashomon.archive import Record
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.refs import find, is_numbered, ref
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort

Why = Annotated[str, typer.Option(help="The reason, for those who come after you.")]
Who = Annotated[
    str | None,
    typer.Option(help="Who decides; by default the name of the operating system's user.", show_default=False),
]


def tell(record: Record, made: Judgement) -> None:
    """What was before a judgement, what is now, and how to undo it."""
    console = Console(highlight=False, soft_wrap=True)
    for line in (
        f"judgement {made.number}: {made.what} by {made.who}: {made.why}",
        f"  before: {made.told(made.before)}",
        f"  now:    {made.told(made.after)}",
        f'undo it with: rashomon decide {record.where} undo {made.number} --why "…"',
    ):
        console.print(line, markup=False)


def actor(record: Record, asked: str) -> str:
    """An actor as it can be decided about: a number stays what it is, for it may name one of several that were merged."""
    if is_numbered(asked, Sort.actor) or "/" in asked:
        return asked
    return ref(Sort.actor, find_actor(record, asked))


def sort_of(record: Record, things: list[str]) -> Sort:
    """Incidents where the first is one, else actors."""
    if is_numbered(things[0], Sort.incident):
        return Sort.incident
    if "/" not in things[0]:
        return Sort.actor
    try:
        find(record, things[0], Sort.incident)
    except NotInRecord:
        return Sort.actor
    return Sort.incident


def refs_of(record: Record, things: list[str], sort: Sort) -> list[str]:
    """What was asked for, as it can be decided about."""
    return [actor(record, each) for each in things] if sort is Sort.actor else things


def redirected(record: Record, things: list[str], sort: Sort) -> None:
    """Say of numbers that are now another's whose they are."""
    for each in things:
        if redirect := find(record, each, sort).redirect:
            Console(stderr=True, highlight=False).print(f"note: {redirect}", style="dim", markup=False)
