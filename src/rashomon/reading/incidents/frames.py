"""The frames of triggers.toml: which words tell of incidents, and which of their slots gives which role."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rashomon.reading.incidents.vocabulary import table
from rashomon.record import FigureKind

PREPOSITIONS = frozenset({"of", "on"})


@dataclass(frozen=True)
class Frame:
    """Words that take part in a sentence in the same way: triggers.toml says what each field means."""

    name: str
    kind: str
    rank: int
    roles: Mapping[str, str]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    figure: str | None = None
    acled: tuple[str, str] | None = None
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    noun_needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bars: Mapping[str, frozenset[str]] = field(default_factory=dict)
    possessor: str = "subject"
    effect: bool = False
    bare: bool = False
    anaphor: bool = False
    plain: bool = False
    is_general: bool = False
    by_force: bool = False

    @property
    def counts(self) -> FigureKind | None:
        """What a number of its objects counts."""
        return FigureKind(self.figure) if self.figure else None


@dataclass(frozen=True)
class Pattern:
    """A trigger: its frame, its head's lemma, and the words that must hang on the head ("open" with "fire")."""

    frame: Frame
    head: str
    others: tuple[str, ...]


Patterns = Mapping[str, tuple[Pattern, ...]]


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order in which they are tried."""
    return tuple(_frame(name, entry) for name, entry in table("triggers").items())


def _frame(name: str, given: dict[str, Any]) -> Frame:
    entry = dict(given)
    for key in ("needs", "noun_needs", "only", "bars"):
        entry[key] = {slot: frozenset(words) for slot, words in entry.get(key, {}).items()}
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Frame(name=name, **{**entry, **lists})


@cache
def patterns(part: str) -> Patterns:
    """Patterns by the lemma of their head, for `part` "verbs", "nouns" or "adjectives". Those with more words come first."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for frame in frames():
        for words in getattr(frame, part):
            head, others = _split(words, part)
            found[head].append(Pattern(frame, head, others))
    return {head: tuple(sorted(listed, key=lambda p: -len(p.others))) for head, listed in found.items()}


def _split(words: str, part: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = words.split()
    if part != "nouns" or PREPOSITIONS & set(rest):
        return first, tuple(rest)
    listed = [first, *rest]
    return listed[-1], tuple(listed[:-1])
