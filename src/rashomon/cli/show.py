"""`rashomon show`: incidents with their accounts side by side, in the terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.archive import Located, RecordFolder
from rashomon.export.redaction import Redaction
from rashomon.export.story import Column, Story, story
from rashomon.weighing import RULES

ABREAST = 34
"""Columns of text that one account needs beside others; a narrower terminal shows accounts below one another."""

ROWS = (
    ("says", "act"),
    ("how firmly", "firmness"),
    ("through", "channel"),
    ("holds responsible", "responsible"),
    ("how many", "figures"),
    ("checked", "verified"),
)


def show(
    record: Annotated[Path, typer.Argument(help="The record's folder.")],
    incident: Annotated[str, typer.Option(help="Show one incident in full: its number in the list, such as i3.")] = "",
    disputed: Annotated[bool, typer.Option("--disputed", help="Only incidents on which accounts differ.")] = False,
    rule: Annotated[str, typer.Option(help=f"How figures follow from accounts: {', '.join(RULES)}.")] = "range",
) -> None:
    """List the incidents of a record, or show one: who says what, each with the sentence it was read from."""
    if rule not in RULES:
        raise typer.BadParameter(f"{rule!r} is not a rule; there are {', '.join(RULES)}", param_hint="--rule")
    folder = RecordFolder(record)
    console = Console()
    if incident:
        console.print(card(_told(folder.incident(incident), rule), console.width))
        return
    stories = (_told(located, rule) for located in folder.incidents())
    for part in overview(told for told in stories if told.view.disputes or not disputed):
        console.print(part)


def _told(located: Located, rule: str) -> Story:
    """Inside the house nothing is masked: whoever works on the record sees whom to protect."""
    return story(located.ref, located.incident, located.reading, Redaction({}), rule)


def overview(stories: Iterable[Story]) -> Iterator[RenderableType]:
    """A line per incident, under a heading for each report."""
    for report, told in groupby(stories, key=lambda s: s.report):
        yield Group(Text(), Text(report, style="bold"), _lines(list(told)))


def _lines(stories: list[Story]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", expand=True)
    table.add_column("", min_width=4, no_wrap=True)
    for heading, ratio in (("incident", 12), ("when", 14), ("where", 17), ("said of it", 17)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    table.add_column("disputed", ratio=10, min_width=11)
    table.add_column("accounts", justify="right", min_width=8)
    for told in stories:
        kind = told.kind if told.status == "happened" else f"{told.kind} ({told.status})"
        disputed = Text(", ".join(d.attribute for d in told.view.disputes), style="yellow")
        table.add_row(told.ref, kind, told.when, told.where, figures(told), disputed, str(len(told.columns)))
    return table


def figures(told: Story) -> str:
    """ "killed 15 to 30, captured 20"."""
    return ", ".join(f"{f.kind.value} {f}" for f in told.view.figures)


def card(told: Story, width: int) -> RenderableType:
    """One incident in full."""
    heading = Text.assemble(
        (told.ref, "dim"), " ", (told.kind, "bold"), f" · {told.status} · {told.when} · {told.where}"
    )
    parts: list[RenderableType] = [heading, Text(told.report, style="dim"), Text()]
    parts += [Text.assemble((f"{role:12}", "dim"), text) for role, text in told.participants]
    parts += [_accounts(told.columns, width), Text(), *_what_follows(told)]
    return Group(*parts)


def _accounts(columns: tuple[Column, ...], width: int) -> RenderableType:
    abreast = max(1, (width - 20) // ABREAST)
    tables = [_side_by_side(columns[n : n + abreast]) for n in range(0, len(columns), abreast)]
    return Group(*(part for table in tables for part in (Text(), table)))


def _side_by_side(columns: tuple[Column, ...]) -> Table:
    table = Table(show_lines=False, box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("", style="dim", no_wrap=True)
    for column in columns:
        table.add_column(f"{column.source}\n[dim]{column.kind}[/]" if column.kind else column.source, ratio=1)
    for label, attribute in ROWS:
        values = [getattr(column, attribute) for column in columns]
        if any(values):
            style = "yellow" if len(set(filter(None, values))) > 1 else ""
            table.add_row(label, *(Text(value or "–", style=style) for value in values))
    table.add_row(
        "read from", *(Text("\n".join(f"“{s}”" for s in column.sentences), style="italic") for column in columns)
    )
    return table


def _what_follows(told: Story) -> list[RenderableType]:
    """The derived view: figures, responsibility, corroboration, dispute, each with its rule."""
    lines = [f"{f.kind.value} {f}, best {f.best}, by the rule “{f.rule}”" for f in told.view.figures]
    lines += [
        f"{r.actor}: {r.standing.value.replace('_', ' ')} ({r.rule})" for r in told.view.responsibility if r.actor
    ]
    told_by = told.view.corroboration
    taking_part = f"; taking part: {'; '.join(told_by.parties)}" if told_by.parties else ""
    lines.append(f"told by {told_by.independent} ({'; '.join(told_by.origins)}){taking_part}")
    disputes = [Text(f"disputed, {d.attribute}: {'; '.join(d.versions)}", style="yellow") for d in told.view.disputes]
    return [*map(Text, lines), *disputes]
