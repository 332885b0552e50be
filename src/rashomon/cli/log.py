"""`rashomon log`: who decided what about a record, when and why."""

import json
from typing import Annotated

import typer
from rich.console import Console

from rashomon.archive import open_record
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.refs import find, ref
from rashomon.cli.options import RecordPlace
from rashomon.linking.mention import Sort


def log(
    record: RecordPlace,
    incident: Annotated[str, typer.Option(help="Only what was decided about this incident, such as I12.")] = "",
    actor: Annotated[str, typer.Option(help="Only what was decided about this actor, by name or number.")] = "",
    people: Annotated[bool, typer.Option("--people", help="Only what people decided, not what Rashomon did.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="How many judgements to list; 0 lists all.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, a judgement a line.")] = False,
) -> None:
    """List the judgements made about a record, by people and by Rashomon, the latest first.

    What was undone is marked, and so is what people ruled about something of which no report tells any more.
    """
    with open_record(record) as opened:
        about = find(opened, incident, Sort.incident) if incident else None
        if actor:
            about = find(opened, ref(Sort.actor, find_actor(opened, actor)), Sort.actor)
        orphaned = {each.number for each in opened.judgements.orphaned()}
        console = Console(highlight=False, soft_wrap=True)
        for each in opened.judgements.log(about, people=people, latest=limit or None):
            if as_json:
                typer.echo(json.dumps(as_noun(each, each.number in orphaned), ensure_ascii=False))
            else:
                console.print(told(each, each.number in orphaned), markup=False)


def told(each: Judgement, orphaned: bool) -> str:
    """A judgement in words."""
    undoes = f" of judgement {each.undoes}" if each.undoes else ""
    marks = ("; undone" if each.undone else "") + (
        "; about something of which no report tells any more" if orphaned else ""
    )
    return f"{each.number}  {each.made:%Y-%m-%d %H:%M} UTC  {each.who}  {each.what}{undoes}: {each.change}{marks}\n    {each.why}"


def as_noun(each: Judgement, orphaned: bool) -> dict[str, object]:
    """A judgement as JSON."""
    return {
        "number": each.number,
        "made": each.made.isoformat(),
        "who": each.who,
        "machine": each.machine,
        "what": each.what,
        "why": each.why,
        "before": each.listed(each.before),
        "after": each.listed(each.after),
        "undoes": each.undoes,
        "undone": each.undone,
        "orphaned": orphaned,
    }
