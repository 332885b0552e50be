"""`rashomon show`: what a record holds, in the terminal or as JSON: its incidents, one of them, or an actor."""

from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from rashomon.archive import open_record
from rashomon.cli.drawing.actor import actor_card
from rashomon.cli.drawing.incident import card
from rashomon.cli.drawing.listing import listing
from rashomon.cli.options import RecordPlace, Rule
from rashomon.export import Profile, Viewing
from rashomon.export.shown import Shown
from rashomon.export.viewing import Listed
from rashomon.export.words import counted
from rashomon.linking.mention import Sort


def show(
    record: RecordPlace,
    incident: Annotated[str, typer.Option(help="Show one incident in full: its number in the list, such as I12.")] = "",
    actor: Annotated[
        str, typer.Option(help="Show one actor, by name or number: names, ties over time, incidents.")
    ] = "",
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only incidents on which accounts differ, the most disputed first.")
    ] = False,
    search: Annotated[str, typer.Option(help='Only incidents told in these words: "market bombing", kill*.')] = "",
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="What was known that day, from reports published by then."),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="How many incidents to list; 0 lists all.")] = 50,
    rule: Rule = "range",
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON, by the public profile unless asked otherwise.")
    ] = False,
    profile: Annotated[
        Profile | None,
        typer.Option(
            help="With --json: public masks protected sources and private persons; internal shows all, and is logged. "
            "The terminal shows all."
        ),
    ] = None,
) -> None:
    """List the incidents of a record, those that most reports tell first; or show one incident or actor in full.

    An incident's accounts stand side by side, by who told them first, each with the sentence it was read from.
    """
    looked_by = (profile or Profile.public) if json else Profile.internal
    if profile and not json:
        raise typer.BadParameter("goes with --json; the terminal shows all", param_hint="--profile")
    with open_record(record) as opened:
        viewing = Viewing(opened, looked_by, rule, as_of.date() if as_of else None)
        shown = _asked(viewing, incident, actor, disputed, search, limit or None)
        if not json:
            _draw(shown, viewing, incident, disputed, search)
            return
        if looked_by is Profile.internal:
            opened.log("export", what_kind="json", profile=looked_by.value)
        typer.echo(shown.model_copy(update={"withheld": viewing.masks.withheld}).to_json())


def _asked(viewing: Viewing, incident: str, actor: str, disputed: bool, search: str, limit: int | None) -> Shown:
    """What was asked for."""
    shown = Shown(profile=viewing.profile, rule=viewing.rule, as_of=viewing.as_of)
    if incident:
        return shown.model_copy(update={"incident": viewing.story(incident)})
    if actor:
        return shown.model_copy(update={"actor": viewing.actor(actor)})
    lines, of = _listed(viewing, disputed, search, limit)
    return shown.model_copy(update={"incidents": tuple(lines), "of": of})


def _listed(viewing: Viewing, disputed: bool, search: str, limit: int | None) -> Listed:
    if search:
        return viewing.searched(search, limit, disputed)
    return viewing.most_disputed(limit) if disputed else viewing.most_told(limit)


def _draw(shown: Shown, viewing: Viewing, incident: str, disputed: bool, search: str) -> None:
    console = Console()
    if viewing.waiting:
        console.print(
            f"[dim]{counted(viewing.waiting, 'report')} not linked yet: rashomon link {viewing.record.where}[/]"
        )
    if viewing.as_of:
        console.print(f"[dim]as known on {viewing.as_of}, from reports published by then[/]")
    if shown.incident:
        console.print(_redirected(viewing.redirect(incident, Sort.incident)), end="")
        console.print(card(shown.incident, console.width, viewing.record.where))
    elif shown.actor:
        console.print(actor_card(shown.actor, viewing.record.where))
    elif not shown.incidents:
        console.print(_none(disputed, search))
    else:
        console.print(listing(shown.incidents, console.width))
        console.print(_more(len(shown.incidents), shown.of or 0, disputed, search), style="dim")


def _redirected(said: str | None) -> Text:
    return Text(f"{said}\n" if said else "", style="magenta")


def _none(disputed: bool, search: str) -> Text:
    """ "no incident told in these words on which accounts differ"."""
    asked = (" told in these words" if search else "") + (" on which accounts differ" if disputed else "")
    return Text(f"no incident{asked}")


def _more(shown: int, of: int, disputed: bool, search: str) -> RenderableType:
    """ "50 of 1,204 incidents, those that most reports tell first; --limit 0 lists all"."""
    order = "the most disputed first" if disputed else "those that most reports tell first"
    if search:
        order = "those told in the latest reports first"
    if shown < of:
        return Text(f"{shown:,} of {counted(of, 'incident')}, {order}; --limit 0 lists all")
    return Text(f"{counted(of, 'incident')}, {order}" if of > 1 else counted(of, "incident"))
