"""The incidents of a record in the terminal, one a line."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.export.headline import Headline
from rashomon.export.words import counted

WIDE = 110
"""Columns of a terminal from which on the three counts have a column each."""


def listing(lines: Sequence[Headline], width: int) -> RenderableType:
    """A line an incident: what, when, where, what is said of it, what is disputed, and by how many it is told."""
    wide = width >= WIDE
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", expand=True)
    table.add_column("", min_width=max((len(line.id) for line in lines), default=2), no_wrap=True)
    for heading, ratio in (("incident", 12), ("when", 12), ("where", 16), ("said of it", 16)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    table.add_column("disputed", ratio=10, min_width=9)
    for heading in ("reports", "origins", "accounts") if wide else ("told by",):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in lines:
        counts = (line.reports, line.origins, line.accounts)
        said_by = map(str, counts) if wide else ("/".join(map(str, counts)),)
        table.add_row(
            Text(line.id, style="dim"), _what(line), line.when, line.where, figures(line), _disputed(line), *said_by
        )
    note = [] if wide else [Text("told by: reports/independent origins/accounts", style="dim")]
    return Group(table, *note)


def _what(line: Headline) -> Text:
    """The name a person gave it, if one did, and its kind: "Market bombing · suicide bombing (planned)"."""
    kind = line.kind if line.status == "happened" else f"{line.kind} ({line.status})"
    return Text.assemble((line.name, "bold"), " · ", kind) if line.name else Text(kind)


def _disputed(line: Headline) -> Text:
    return Text(", ".join(attribute.replace("_", " ") for attribute in line.disputed), style="yellow")


def figures(line: Headline) -> str:
    """ "killed 15 to 30, captured 20"."""
    return ", ".join(f"{figure.kind.value.replace('_', ' ')} {figure}" for figure in line.figures)


def told_by(line: Headline) -> str:
    """ "4 reports, 2 independent origins, 7 accounts"."""
    return ", ".join(
        (
            counted(line.reports, "report"),
            counted(line.origins, "independent origin"),
            counted(line.accounts, "account"),
        )
    )
