"""What linking compares: mentions, the edges between them, and what people have ruled about them.

Four sorts of things are linked, all in the same way: passages of text (which are copies), actors, incidents, and stories (reports
that tell of one event as a whole). A *mention* is one of them as one report has it; mentions of the same thing form a *group*.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rashomon.record import Incident


class Sort(StrEnum):
    """What is linked."""

    passage = "passage"
    actor = "actor"
    incident = "incident"
    story = "story"


@dataclass(frozen=True)
class Mention:
    """One thing as one report has it, reduced to what is compared.

    `local` is its id within the reading ("i3", "a1"). `identity` is the same for what is certainly one thing: an incident's is its
    report and the place of its trigger; actors of one name, kind and country share theirs across reports. `features` are the
    columns that comparisons look at, JSON values only. `keys` say with what it is compared: mentions that share a key are.
    """

    report: str
    local: str
    identity: str
    features: Mapping[str, Any]
    keys: tuple[str, ...]


def identity_of(report: str, incident: Incident) -> str:
    """An incident's identity: the report that tells of it, and where its trigger stands there."""
    return f"{report}/{incident.trigger[0]}"


@dataclass(frozen=True)
class Shelved:
    """A mention with its number, which it keeps for ever: incident 12 is shown as I12, actor 7 as A7.

    `reports` are those that have it (more than one only for actors); empty when all of them were withdrawn or read anew without it.
    """

    number: int
    identity: str
    reports: frozenset[str]
    features: Mapping[str, Any] = field(default_factory=dict, compare=False)
    keys: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Edge:
    """Two mentions, by number, left below right, and the weight of evidence that they are one thing.

    `weight` is log2 of the odds (Splink's match weight). `covers` is 0, or the number of that mention of the two which tells of
    several things at once, the other being one of them ("forty were killed this week"): they belong together and are never merged.
    """

    left: int
    right: int
    weight: float
    covers: int = 0


@dataclass(frozen=True)
class Ruling:
    """What a person decided: `same` puts all of `numbers` into one group, otherwise no two of different `sides` may share one.

    `judgement` is the number in the log; where two rulings contradict each other the later holds.
    """

    judgement: int
    same: bool
    sides: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Component:
    """Mentions that edges or rulings connect, directly or by way of others: what is grouped together, and alone."""

    members: tuple[Shelved, ...]
    edges: tuple[Edge, ...]
    rulings: tuple[Ruling, ...] = ()
