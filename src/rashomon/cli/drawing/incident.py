"""One incident in full in the terminal: its accounts beside one another by origin, and what follows from them."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.drawing.decisions import decided
from rashomon.cli.drawing.listing import told_by
from rashomon.export.rows import Row, rows
from rashomon.export.story import Story
from rashomon.export.voices import Column, Voice
from rashomon.export.words import listed
from rashomon.weighing import Dispute

ABREAST = 30
"""Columns of text that one account needs beside others; a narrower terminal shows accounts below one another."""
LABELS = 12
"""Columns of text for the names of the rows."""
SHORT = 150
"""Characters of a dispute that stand in a line."""
REPORTS = 6
"""Reports that are named above the accounts; each is named below its sentences, too."""


def card(story: Story, width: int, record: str = "RECORD") -> RenderableType:
    """One incident in full; `record` is what to call its record in a command."""
    title = f"{story.name} · {story.kind}" if story.name else story.kind
    heading = Text.assemble(
        (story.id, "dim"), " ", (title, "bold"), f" · {story.status} · {story.when} · {story.where}"
    )
    named = [Text(report, style="dim") for report in story.told_in[:REPORTS]]
    more = len(story.told_in) - REPORTS
    parts: list[RenderableType] = [heading, Text(f"told by {told_by(story)}", style="dim"), *named]
    parts += [Text(f"and {more} more", style="dim")] if more > 0 else []
    parts += [Text(), _participants(story)]
    parts += [
        _accounts(story, width),
        Text(),
        *_what_follows(story),
        *_together(story),
        *decided(story.decisions, record),
    ]
    return Group(*parts)


def _participants(story: Story) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style="dim", min_width=LABELS - 1)
    for role, who in story.participants:
        table.add_row(role, Text("; ".join(who)))
    return table


def _accounts(story: Story, width: int) -> RenderableType:
    headed = [(voice, column) for voice in story.voices for column in voice.columns]
    lines, abreast = rows(story), _abreast(len(headed), width)
    tables = (_beside(story, lines, headed[n : n + abreast], n) for n in range(0, len(headed), abreast))
    return Group(*(part for table in tables for part in (Text(), table)))


def _abreast(accounts: int, width: int) -> int:
    """How many to set beside one another: five on room for four are three and two."""
    fit = max(1, (width - LABELS) // ABREAST)
    lines = -(-accounts // fit) or 1
    return -(-accounts // lines) or 1


def _beside(story: Story, lines: Sequence[Row], headed: Sequence[tuple[Voice, Column]], start: int) -> Table:
    """Some of the accounts, those from `start` on."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    table.add_column("", style="dim", no_wrap=True, min_width=LABELS - 2)
    here = slice(start, start + len(headed))
    for voice, column in headed:
        table.add_column(_header(voice, column), ratio=1, overflow="fold")
    for row in lines:
        if any(row.cells[here]):
            cells = zip(row.cells[here], row.differs[here], strict=True)
            table.add_row(row.label, *(_cell(cell, differs, row) for cell, differs in cells))
    table.add_row("read from", *(_sentences(column, story.reports > 1) for _, column in headed))
    return table


def _header(voice: Voice, column: Column) -> Text:
    """ "Qari Yousuf / armed group, a party to it / reported by Reuters, copied by The Daily Star"."""
    header = Text(column.source)
    about = ", ".join(filter(None, (column.kind, "a party to it" if voice.party else "")))
    for line, style in ((about, "magenta" if voice.party else "dim"), (column.chain, "dim")):
        header.append(f"\n{line}" if line else "", style=f"{style} not bold")
    return header


def _cell(cell: str, differs: bool, row: Row) -> Text:
    """The same quiet, what is said otherwise plain, and marked where the accounts cannot all be right."""
    style = ("yellow" if row.disputed else "") if differs else "dim"
    return Text(cell or "–", style=style)


def _sentences(column: Column, named: bool) -> Text:
    """The sentences and, where there are several reports, in which they stand."""
    text = Text()
    for n, (sentences, standing) in enumerate(column.passages):
        text.append("\n" * bool(n) + "\n".join(f"“{sentence}”" for sentence in sentences), style="italic")
        text.append(f"\n{listed(standing, 3)}" if named else "", style="dim")
    return text


def _what_follows(story: Story) -> Iterator[Text]:
    """Figures, responsibility, corroboration, disputes, each with its rule."""
    for f in story.figures:
        yield Text(f"{f.kind.value.replace('_', ' ')} {f}, best {f.best}, by the rule “{f.rule}”")
    for r in story.responsibility:
        if r.actor:
            yield Text(f"{r.actor}: {r.standing.value.replace('_', ' ')} ({r.rule})")
    told = story.corroboration
    taking_part = f"; taking part: {listed(told.parties, 6)}" if told.parties else ""
    yield Text(f"told by {told.independent} ({listed(told.origins, 6)}){taking_part}")
    for dispute in story.disputes:
        yield from _dispute(dispute)


def _dispute(dispute: Dispute) -> Iterator[Text]:
    """In a line, or where many say it, each version in a line of its own, cut short: the columns above say who."""
    attribute, said = dispute.attribute.replace("_", " "), "; ".join(dispute.versions)
    if len(said) <= SHORT:
        yield Text(f"disputed, {attribute}: {said}", style="yellow")
        return
    yield Text(f"disputed, {attribute}:", style="yellow")
    for version in dispute.versions:
        yield Text(
            f"  {version if len(version) <= SHORT else version[:SHORT].rpartition(', ')[0] + ' and others'}",
            style="yellow",
        )


def _together(story: Story) -> Iterator[Text]:
    """What is told of this and others in one breath, or what this puts together."""
    if story.covers:
        yield Text(f"\nputs together what others tell of by itself: {listed(story.covers, 12)}")
    for n, told in enumerate(story.together):
        if not n:
            yield Text()
        said = f": {told.figures}, which counts for none of them" if told.figures else ""
        yield Text(f"also told of together with {listed(told.others, 6)} ({told.kind}{said})")
        yield Text.assemble(("  ", ""), (f"“{told.quote.text}”", "italic"), (f" {told.quote.by}", "dim"))
