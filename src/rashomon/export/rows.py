"""The attributes of an incident's accounts beside one another: which cells say otherwise than most, which rows are disputed."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.export.story import Story
from rashomon.export.voices import Column
from rashomon.record import FigureKind
from rashomon.weighing.dispute import AGAINST

ATTRIBUTES = (
    ("what", "what", frozenset[str]()),
    ("says", "act", frozenset({"happened"})),
    ("how firmly", "firmness", frozenset[str]()),
    ("through", "channel", frozenset[str]()),
    ("when", "when", frozenset({"time"})),
    ("where", "where", frozenset({"place"})),
    ("who", "who", frozenset({"culprit"})),
    ("to whom", "whom", frozenset[str]()),
    ("how many", "figures", frozenset(kind.value for kind in FigureKind)),
    ("checked", "verified", frozenset[str]()),
)
"""What a row is called, the attribute of an account in it, and the disputes that are about it."""


HEADED = frozenset({"what", "when", "where"})
"""Attributes that accounts take over from what their report tells of the incident, unless they say otherwise."""


class Row(NamedTuple):
    """One attribute in every account; `differs` says which cells are not what most have.

    `attribute` is what a column calls it ("figures"), `label` what it is called for people ("how many").
    """

    label: str
    cells: tuple[str, ...]
    differs: tuple[bool, ...]
    disputed: bool
    attribute: str


def rows(story: Story, headed: bool = True) -> list[Row]:
    """The rows in which any account states something; what, when and where are left to the heading if all have them alike.

    Without a heading (`headed`), they are not.
    """
    columns, disputed = story.columns, set(story.disputed)
    return [
        Row(label, cells, _against(cells) if attribute == "act" else _differs(cells), bool(about & disputed), attribute)
        for label, attribute, about in ATTRIBUTES
        if any(cells := _cells(columns, attribute)) and not (headed and attribute in HEADED and len(set(cells)) == 1)
    ]


def _cells(columns: Sequence[Column], attribute: str) -> tuple[str, ...]:
    return tuple(getattr(column, attribute) for column in columns)


def _against(acts: Sequence[str]) -> tuple[bool, ...]:
    """Everybody tells in another way; what stands out is who takes away from what the others tell."""
    return tuple(act in {against.value for against in AGAINST} for act in acts)


def _differs(cells: Sequence[str]) -> tuple[bool, ...]:
    """A cell differs that is not the commonest of those stated; where no one is commonest, all that are stated do."""
    counted = Counter(filter(None, cells)).most_common()
    if len(counted) < 2:
        return (False,) * len(cells)
    most = counted[0][0] if counted[0][1] > counted[1][1] else None
    return tuple(bool(cell) and cell != most for cell in cells)
