"""Judgements in the terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from rashomon.export.decision import Decision
from rashomon.export.words import listed

NAMED = 5
"""Groups of a judgement that are named; most judgements are about two."""


def decided(decisions: Sequence[Decision], record: str) -> Iterator[Text]:
    """A line a judgement, people's and the machine's: what became of what, when, by whom and why; and how to take one back."""
    for n, each in enumerate(decisions):
        if not n:
            yield Text("\njudgements", style="bold")
        line = Text.assemble((f"{each.number} ", "dim"), f"{each.what}: {_groups(each.before)} → {_groups(each.after)}")
        line.append(f"  {each.made:%Y-%m-%d}, {each.who}: {each.why}", style="dim")
        yield line.append(" (undone)", style="yellow") if each.undone else line
    if decisions:
        yield Text(f"to take one back: rashomon decide {record} undo NUMBER --why …", style="dim")


def _groups(groups: Sequence[Sequence[str]]) -> str:
    """ "I12 (3), I40", with how many were in a group."""
    return (
        listed((f"{group[0]} ({len(group)})" if len(group) > 1 else group[0] for group in groups if group), NAMED)
        or "–"
    )
