"""`rashomon decide`: what people judge about a record. Each decision is logged, says what it changed, and can be undone."""

import json
from typing import Annotated

import typer

from rashomon.archive import open_record
from rashomon.archive.judgements.saying import Verdict
from rashomon.cli.deciding import Who, Why, actor, redirected, refs_of, sort_of, tell
from rashomon.cli.options import RecordPlace
from rashomon.linking.mention import Sort

app = typer.Typer(no_args_is_help=True)

Incidents = Annotated[list[str], typer.Argument(help="Incidents: I12, or REPORT/i3.")]
Actors = Annotated[list[str], typer.Argument(help='Actors: A7, REPORT/a1, or a name such as "Khaksar".')]
Either = Annotated[list[str], typer.Argument(help="Incidents, or actors: I12, A7, REPORT/i3, REPORT/a1.")]


@app.callback()
def decide(context: typer.Context, record: RecordPlace) -> None:
    """Decide what is one and what is not, say what a value is, call things by a name, take reports out; or undo what was decided.

    Every decision is written down with who, when and why, and what was before and after (`rashomon log`). Rashomon obeys
    it whatever it reads and links later on.
    """
    context.obj = record


@app.command()
def merge(context: typer.Context, incidents: Incidents, why: Why, who: Who = None) -> None:
    """These incidents are one."""
    with open_record(context.obj) as record:
        redirected(record, incidents, Sort.incident)
        tell(record, record.judgements.merge(incidents, why=why, who=who))


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
        redirected(record, [incident], Sort.incident)
        tell(record, record.judgements.split(incident, reports, why=why, who=who))


@app.command("same-actor")
def sameactor(context: typer.Context, actors: Actors, why: Why, who: Who = None) -> None:
    """These actors are one."""
    with open_record(context.obj) as record:
        refs = [actor(record, each) for each in actors]
        tell(record, record.judgements.merge(refs, why=why, who=who, sort=Sort.actor))


@app.command("not-same")
def not_same(context: typer.Context, things: Either, why: Why, who: Who = None) -> None:
    """No two of these incidents, or of these actors, are one."""
    with open_record(context.obj) as record:
        sort = sort_of(record, things)
        tell(record, record.judgements.not_same(refs_of(record, things, sort), why=why, who=who, sort=sort))


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
        sort = sort_of(record, [thing])
        tell(record, record.judgements.rename(refs_of(record, [thing], sort)[0], name, why=why, who=who, sort=sort))


@app.command()
def withdraw(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="A report's id.")],
    why: Why,
    who: Who = None,
) -> None:
    """This report counts no longer: forged, retracted, not ours to use. Its accounts are gone until it is undone."""
    with open_record(context.obj) as record:
        tell(record, record.judgements.withdraw(report, why=why, who=who))
        record.plain.catch_up()


@app.command()
def code(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(help="An incident as a report has it: REPORT/i3.")],
    attribute: Annotated[str, typer.Argument(help="kind, status, time, place, killed, victim, act, responsible …")],
    value: Annotated[
        str, typer.Argument(help="What it is: a word, or JSON as in docs/record.md; null says there is none.")
    ],
    why: Why,
    who: Who = None,
    account: Annotated[
        str, typer.Option(help="Whose account: own, or where its source stands, such as 412-430; by default nobody's.")
    ] = "",
) -> None:
    """Say what a single value is: of an incident as a report has it, or of one of its accounts.

    It stands in place of what was read, and is not lost when the report is read anew. To say that a report was misread and
    tells of no incident there: incident null.
    """
    with open_record(context.obj) as record:
        said = record.judgements.code(incident, attribute, _parsed(value), account=account, why=why, who=who)
        tell(record, said)


@app.command()
def review(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(help="An incident: I12.")],
    why: Why,
    who: Who = None,
) -> None:
    """This incident was gone through as it is now; it counts as not reviewed again when a report is added to it."""
    with open_record(context.obj) as record:
        redirected(record, [incident], Sort.incident)
        tell(record, record.judgements.review(incident, why=why, who=who))


@app.command()
def opine(
    context: typer.Context,
    verdict: Annotated[Verdict, typer.Argument(help="What you think of the pair.")],
    things: Annotated[list[str], typer.Argument(help="Two incidents, or two actors: I12 I40.")],
    why: Why,
    who: Who = None,
) -> None:
    """Write down what you think of a pair that may be one; it changes nothing, and shows how far people agree."""
    with open_record(context.obj) as record:
        sort = sort_of(record, things)
        tell(record, record.judgements.opine(refs_of(record, things, sort), verdict, why=why, who=who, sort=sort))


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
        tell(record, record.judgements.undo(judgement, why=why, who=who))
        record.plain.catch_up()


def _parsed(value: str) -> object:
    """JSON, or a word as it is."""
    try:
        return json.loads(value)
    except ValueError:
        return value
