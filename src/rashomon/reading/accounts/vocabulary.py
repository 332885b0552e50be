"""The words and patterns of `vocabulary.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.record import Act, Firmness, Verified
from rashomon.vocabulary import read_table


@dataclass(frozen=True)
class Vocabulary:
    """How reports refer back to incidents, keep their distance, and speak of verification."""

    incident: frozenset[str]
    saying: frozenset[str]
    part: frozenset[str]
    guilt: frozenset[str]
    share: frozenset[str]
    doing: frozenset[str]
    bearing: frozenset[str]
    tallying: frozenset[str]
    answered_for: frozenset[str]
    answering: frozenset[Act]
    claiming: frozenset[str]
    credit: frozenset[str]
    lawful: frozenset[str]
    suffering: frozenset[str]
    ourselves: frozenset[str]
    themselves: frozenset[str]
    unknown: frozenset[str]
    hedges: dict[str, Firmness]
    verified: tuple[tuple[Verified, re.Pattern[str]], ...]


@cache
def vocabulary() -> Vocabulary:
    """Read once per process."""
    table = read_table("rashomon.reading.accounts", "vocabulary")
    return Vocabulary(
        incident=frozenset(table["incident"]),
        saying=frozenset(table["saying"]),
        part=frozenset(table["part"]),
        guilt=frozenset(table["guilt"]),
        share=frozenset(table["share"]),
        doing=frozenset(table["doing"]),
        bearing=frozenset(table["bearing"]),
        tallying=frozenset(table["tallying"]),
        answered_for=frozenset(table["answered_for"]),
        answering=frozenset(Act(act) for act in table["answering"]),
        themselves=frozenset(table["themselves"]),
        claiming=frozenset(table["claiming"]),
        credit=frozenset(table["credit"]),
        lawful=frozenset(table["lawful"]),
        suffering=frozenset(table["suffering"]),
        ourselves=frozenset(table["ourselves"]),
        unknown=frozenset(table["unknown"]),
        hedges={word: Firmness(firmness) for firmness, words in table["hedges"].items() for word in words},
        verified=tuple(
            (Verified(flag), re.compile("|".join(patterns), re.I)) for flag, patterns in table["verified"].items()
        ),
    )
