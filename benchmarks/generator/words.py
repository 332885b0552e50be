"""What the generator is told: how reports vary, who fights where, and the phrases that sentences are made of."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from random import Random
from typing import Any

from rashomon.vocabulary import read_table

table = partial(read_table, __package__)

Mark = tuple[bool, str]
"""Where a span opens (True) or closes (False), by the key of what it is of."""

Piece = str | Mark
Slots = Mapping[str, Callable[[Any, list[Piece]], None]]
"""What fills each slot: given the telling, puts what it has there into a sentence."""

_PARTS = re.compile(r"\{(\w+)\}|<(\w+)>")
_TEXT, _RULE, _SLOT = range(3)


@cache
def rates() -> dict[str, dict[str, Any]]:
    """`variation.toml`: how much of what."""
    return table("variation")


@dataclass(frozen=True)
class Grammar:
    """Rules by name; each is several ways to put something, cut into text, other rules, and slots of the telling."""

    rules: Mapping[str, tuple[tuple[tuple[int, str], ...], ...]]

    def write(self, rule: str, slots: Slots, telling: Any, random: Random, out: list[Piece]) -> None:
        """Put one phrase of the rule into `out`, slots filled from the telling."""
        ways = self.rules[rule]
        for what, value in ways[int(random.random() * len(ways))]:
            if what == _TEXT:
                out.append(value)
            elif what == _RULE:
                self.write(value, slots, telling, random, out)
            else:
                slots[value](telling, out)


def compiled(phrase: str) -> tuple[tuple[int, str], ...]:
    """A phrase, cut: "{Glass} on <street>" is the rule Glass, the text " on " and the slot street."""
    parts, end = [], 0
    for match in _PARTS.finditer(phrase):
        parts.append((_TEXT, phrase[end : match.start()]))
        parts.append((_RULE, match[1]) if match[1] else (_SLOT, match[2]))
        end = match.end()
    parts.append((_TEXT, phrase[end:]))
    return tuple(part for part in parts if part[1])


@cache
def grammar() -> Grammar:
    """`grammar.toml`: the rules."""
    ways = dict(table("grammar")["rules"])
    for act, how in table("grammar")["acts"].items():
        ways[f"that_{act}"] = how["that"]
    return Grammar({name: tuple(map(compiled, phrases)) for name, phrases in ways.items()})


def marked(key: str, text: str) -> tuple[Mark, str, Mark]:
    """A text with a span around it."""
    return (True, key), text, (False, key)
