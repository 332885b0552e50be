"""One actor in the terminal: names, ties over time, and the incidents in which it appears."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.cli.drawing.decisions import decided
from rashomon.cli.drawing.listing import figures
from rashomon.export.actor import ActorStory, TieSaid, TieStory
from rashomon.export.words import counted

STYLES = {"current": "green", "former": "dim", "alleged": "yellow", "denied": "red"}
"""How a tie's state is marked."""


def actor_card(told: ActorStory, record: str = "RECORD") -> RenderableType:
    """One actor in full; `record` is what to call its record in a command."""
    kind = told.kind.value.replace("_", " ") if told.kind else ""
    about = [kind, told.country or "", told.wikidata or "", counted(told.reports, "report")]
    heading = Text.assemble((told.id, "dim"), " ", (told.name, "bold"), *(f" · {part}" for part in about if part))
    parts: list[RenderableType] = [heading]
    if told.protected:
        parts.append(Text("asked for protection: no export names this source", style="magenta"))
    if told.names:
        parts.append(Text.assemble(("names  ", "dim"), ", ".join(f"{use.name} ({use.reports})" for use in told.names)))
    if told.described:
        parts.append(Text.assemble(("called  ", "dim"), "; ".join(told.described)))
    return Group(*parts, *_ties(told), *_incidents(told), *decided(told.decisions, record))


def _ties(told: ActorStory) -> Iterator[RenderableType]:
    if told.ties:
        yield Text("\nties", style="bold")
    for tie in told.ties:
        yield _tie(tie, told.id)
        for said in tie.said:
            yield Padding(_said(said), (0, 0, 0, 2))


def _tie(tie: TieStory, of: str) -> Text:
    """ "Omar Diallo (A4) – commander – Northern Brigade (A9)", the actor itself without its number."""
    a, b = (Text.assemble(name, (_number(id, of), "dim")) for id, name in ((tie.a, tie.a_name), (tie.b, tie.b_name)))
    return Text.assemble(a, (f" – {tie.relation} – ", "bold"), b)


def _number(id: str, of: str) -> str:
    """Under which number another actor is to be found, where it is more than what one report says in passing."""
    return "" if id == of or "/" in id else f" ({id})"


def _said(said: TieSaid) -> Text:
    """ "former, intelligence chief, until 2001, by a spokesman: “…” The Daily Post"."""
    since = f"since {said.since}" if said.since else ""
    until = f"until {said.until}" if said.until else ""
    by = f"by {said.source}" if said.source else ""
    facts = [part for part in (said.role, since, until, by) if part]
    text = Text.assemble((said.status, STYLES[said.status]), *(f", {part}" for part in facts))
    return text.append(": ").append(f"“{said.quote.text}”", style="italic").append(f" {said.quote.by}", style="dim")


def _incidents(told: ActorStory) -> Iterator[RenderableType]:
    if told.incidents:
        yield Text("\nincidents", style="bold")
    for appearance in told.incidents:
        line = appearance.incident
        what = [line.name or line.kind, line.when, line.where, figures(line)]
        text = Text.assemble((f"{line.id} ", "dim"), " · ".join(filter(None, what)))
        yield text.append(f"  {', '.join(appearance.parts)}", style="dim")
