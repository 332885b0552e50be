"""`rashomon decide`: what people judge about a record. Each decision is logged, says what it changed, and can be undone."""

from typing import Annotated

import typer
from rich.console import Console

from rashomon.archive import Record, open_record
from rashomon.archive.find_actor import find_actor
from rashomon.archive.judgement import Judgement
from rashomon.archive.refs import find, is_numbered, ref
from rashomon.cli.options import RecordPlace
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort

app = typer.Typer(no_args_is_help=True)

Incidents = Annotated[list[str], typer.Argument(help="Incidents: I12, or REPORT/i3.")]
Actors = Annotated[list[str], typer.Argument(help='Actors: A7, REPORT/a1, or a name such as "Khaksar".')]
Either = Annotated[list[str], typer.Argument(help="Incidents, or actors: I12, A7, REPORT/i3, REPORT/a1.")]
Why = Annotated[str, typer.Option(help="The reason, for those who come after you.")]
Who = Annotated[
    str | None,
    typer.Option(help="Who decides; by default the name of the operating system's user.", show_default=False),
]


@app.callback()
def decide(context: typer.Context, record: RecordPlace) -> None:
    """Decide what is one and what is not, call things by a name, take reports out; or undo what was decided.

    Every decision is written down with who, when and why, and what was before and after (`rashomon log`). Rashomon obeys
    it whatever it reads and links later on.
    """
    context.obj = record


@app.command()
def merge(context: typer.Context, incidents: Incidents, why: Why, who: Who = None) -> None:
    """These incidents are one."""
    with open_record(context.obj) as record:
        _redirected(record, incidents, Sort.incident)
        _tell(record, record.judgements.merge(incidents, why=why, who=who))


@app.command()
def split(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(help="An incident: I12.")],
    reports: Annotated[list[str], typer.Argument(help="Reports that tell of another: their ids, or REPORT/i3.")],
    why: Why,
    who: Who = None,
) -> None:
    """What these reports tell is another incident than the rest of it."""
    with open_record(context.obj) as record:
        _redirected(record, [incident], Sort.incident)
        _tell(record, record.judgements.split(incident, reports, why=why, who=who))


@app.command("same-actor")
def same_actor(context: typer.Context, actors: Actors, why: Why, who: Who = None) -> None:
    """These actors are one."""
    with open_record(context.obj) as record:
        refs = [_actor(record, each) for each in actors]
        _tell(record, record.judgements.merge(refs, why=why, who=who, sort=Sort.actor))


@app.command("not-same")
def not_same(context: typer.Context, things: Either, why: Why, who: Who = None) -> None:
    """No two of these incidents, or of these actors, are one."""
    with open_record(context.obj) as record:
        sort = _sort(record, things)
        _tell(record, record.judgements.not_same(_refs(record, things, sort), why=why, who=who, sort=sort))


@app.command()
def rename(
    context: typer.Context,
    thing: Annotated[str, typer.Argument(help="An incident or an actor: I12, A7.")],
    name: Annotated[str, typer.Argument(help="What to call it.")],
    why: Why,
    who: Who = None,
) -> None:
    """Call an incident or an actor by a name."""
    with open_record(context.obj) as record:
        sort = _sort(record, [thing])
        _tell(record, record.judgements.rename(_refs(record, [thing], sort)[0], name, why=why, who=who, sort=sort))


@app.command()
def withdraw(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="A report's id.")],
    why: Why,
    who: Who = None,
) -> None:
    """This report counts no longer: forged, retracted, not ours to use. Its accounts are gone until it is undone."""
    with open_record(context.obj) as record:
        _tell(record, record.judgements.withdraw(report, why=why, who=who))


@app.command()
def undo(
    context: typer.Context,
    judgement: Annotated[
        int, typer.Argument(help="The number of a judgement, a person's or Rashomon's, from `rashomon log`.")
    ],
    why: Why,
    who: Who = None,
) -> None:
    """Take a judgement back: all is as it would be without it."""
    with open_record(context.obj) as record:
        _tell(record, record.judgements.undo(judgement, why=why, who=who))


def _tell(record: Record, made: Judgement) -> None:
    """What was before a judgement, what is now, and how to undo it."""
    console = Console(highlight=False, soft_wrap=True)
    for line in (
        f"judgement {made.number}: {made.what} by {made.who}: {made.why}",
        f"  before: {made.told(made.before)}",
        f"  now:    {made.told(made.after)}",
        f'undo it with: rashomon decide {record.where} undo {made.number} --why "…"',
    ):
        console.print(line, markup=False)


def _actor(record: Record, asked: str) -> str:
    """An actor as it can be decided about: a number stays what it is, for it may name one of several that were merged."""
    if is_numbered(asked, Sort.actor) or "/" in asked:
        return asked
    return ref(Sort.actor, find_actor(record, asked))


def _sort(record: Record, things: list[str]) -> Sort:
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


def _refs(record: Record, things: list[str], sort: Sort) -> list[str]:
    return [_actor(record, each) for each in things] if sort is Sort.actor else things


def _redirected(record: Record, things: list[str], sort: Sort) -> None:
    """Say of numbers that are now another's whose they are."""
    for each in things:
        if redirect := find(record, each, sort).redirect:
            Console(stderr=True, highlight=False).print(f"note: {redirect}", style="dim", markup=False)
